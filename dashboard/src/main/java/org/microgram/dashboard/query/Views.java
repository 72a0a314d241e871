package org.microgram.dashboard.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.microgram.dashboard.query.RankView.Entry;
import org.microgram.dashboard.query.RankView.Level;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.views.DayFigures;
import org.microgram.standards.views.Span;
import org.microgram.standards.views.SpanFigures;
import org.microgram.standards.views.Statistic;
import org.microgram.standards.views.SubjectDays;
import org.microgram.store.Store;

/**
 * Rows of any measurement, as {@link Store#scan} gives them: the stored ones from the store, those of views computed from the stored days. The
 * one way to a view for query, API and export.
 */
public final class Views {

    private final Store store;
    private final Network network;
    private final DailyProfile profile;
    private final ChangeView changes;
    private final TrendView trends;
    private final RankView ranks;

    /** @param published bases of changes that others published */
    public Views(Store store, Network network, PublishedBases published) {
        this.store = store;
        this.network = network;
        this.profile = DailyProfile.of(network.dailyProfile());
        this.changes = new ChangeView(published, network.hash());
        this.trends = new TrendView(network.hash());
        this.ranks = new RankView(network);
    }

    /**
     * Hands over the rows whose anchor ({@link Measurement#anchor}) lies in {@code [fromSecond, toSecond)}, ordered by {@link RowKey}.
     *
     * @param subjects whose rows; empty for all. A rank is among all, whoever is asked for
     */
    public void scan(
            Measurement measurement, Collection<Subject> subjects, long fromSecond, long toSecond, Consumer<Row> rows) {
        if (!measurement.isView()) {
            store.scan(measurement, subjects, fromSecond, toSecond, rows);
            return;
        }
        Optional<LocalDate> asOf = asOf();
        if (asOf.isEmpty()) {
            return;
        }
        ViewSpans asked = new ViewSpans(measurement, fromSecond, toSecond);
        if (measurement == Measurement.AIR_RANK) {
            scanRanks(subjects, asked, asOf.get(), rows);
            return;
        }
        for (Subject subject : subjects.isEmpty() ? all() : new TreeSet<>(subjects)) {
            SubjectDays days = days(subject, asked, asOf.get());
            List<Row> own = new ArrayList<>();
            for (Span span : asked.spans(days)) {
                own.addAll(rows(measurement, subject, span, days));
            }
            own.sort((a, b) -> a.key().compareTo(b.key()));
            own.forEach(rows);
        }
    }

    private List<Row> rows(Measurement measurement, Subject subject, Span span, SubjectDays days) {
        return switch (measurement) {
            case AIR_CHANGE -> changes.rows(subject, span, days);
            case AIR_TREND -> trends.rows(subject, span.last().getYear(), days);
            case AIR_COMPOSITE ->
                days.figures(span)
                        .flatMap(figures -> CompositeView.row(subject, figures, profile, network.hash()))
                        .map(List::of)
                        .orElse(List.of());
            default ->
                days.figures(span)
                        .map(figures -> List.of(PeriodView.row(measurement, subject, figures, profile, network.hash())))
                        .orElse(List.of());
        };
    }

    /** The stored days of a subject, both included, as far as they are gone: what its views are computed from. */
    public SubjectDays days(Subject subject, LocalDate first, LocalDate last) {
        return new SubjectDays(read(subject, first, last), asOf().orElse(last), profile);
    }

    /**
     * A ranking: the ranked ones by rank, then those without one.
     *
     * @param level {@code unit} or {@code station}
     * @param by {@code PM2.5}, {@code composite}, {@code aqi} …
     * @throws IllegalArgumentException saying what was found, what is accepted and what to do
     */
    public List<Row> rank(String level, String by, Span span) {
        Level among = Level.of(level);
        Statistic statistic = Statistic.rankedBy(by, span.lastDay());
        LocalDate asOf = asOf().orElse(span.lastDay());
        List<Entry> entries = new ArrayList<>();
        for (Subject subject : ranks.participants(among, span)) {
            SubjectDays days = new SubjectDays(read(subject, span.firstDay(), span.lastDay()), asOf, profile);
            entries.add(entry(subject, days.figures(span), statistic));
        }
        return ranks.rows(among, span, through(span, asOf), statistic, entries, profile);
    }

    /** Every ranking whose period ends in the bounds. Of each subject only the figures are kept, so that years of days fit. */
    private void scanRanks(Collection<Subject> wanted, ViewSpans asked, LocalDate asOf, Consumer<Row> rows) {
        Map<Subject, Map<Span, SpanFigures>> figures = new LinkedHashMap<>();
        Set<Span> spans = new TreeSet<>();
        for (Subject subject : all()) {
            SubjectDays days = days(subject, asked, asOf);
            Map<Span, SpanFigures> own = new HashMap<>();
            for (Span span : asked.spans(days)) {
                days.figures(span).ifPresent(of -> own.put(span, of));
            }
            spans.addAll(own.keySet());
            figures.put(subject, own);
        }
        List<Row> found = new ArrayList<>();
        for (Span span : spans) {
            for (Level level : Level.values()) {
                for (String by : Statistic.RANKED_BY) {
                    Statistic statistic = Statistic.rankedBy(by, span.lastDay());
                    List<Entry> entries = ranks.participants(level, span).stream()
                            .map(subject -> entry(
                                    subject,
                                    Optional.ofNullable(figures.getOrDefault(subject, Map.of())
                                            .get(span)),
                                    statistic))
                            .toList();
                    found.addAll(ranks.rows(level, span, through(span, asOf), statistic, entries, profile));
                }
            }
        }
        found.sort((a, b) -> a.key().compareTo(b.key()));
        Set<Subject> only = new HashSet<>(wanted);
        found.stream()
                .filter(row -> only.isEmpty() || only.contains(row.subject()))
                .forEach(rows);
    }

    private Entry entry(Subject subject, Optional<SpanFigures> figures, Statistic by) {
        return new Entry(subject, figures, figures.flatMap(of -> by.of(of, profile)));
    }

    private static LocalDate through(Span span, LocalDate asOf) {
        return asOf.isBefore(span.lastDay()) ? asOf : span.lastDay();
    }

    /**
     * The last day that is gone, told by the data and never by a clock: the newest day, if any area has a valid value on it, else the day
     * before, for it may still be under way.
     */
    private Optional<LocalDate> asOf() {
        LocalDate asOf = null;
        for (Subject subject : network.areas().isEmpty() ? all() : areas()) {
            Optional<DayFigures> newest =
                    store.latest(Measurement.AIR_DAY, subject).map(DayRows::read);
            if (newest.isPresent()) {
                LocalDate gone = newest.get().isValid()
                        ? newest.get().date()
                        : newest.get().date().minusDays(1);
                asOf = asOf == null || gone.isAfter(asOf) ? gone : asOf;
            }
        }
        return Optional.ofNullable(asOf);
    }

    private SubjectDays days(Subject subject, ViewSpans asked, LocalDate asOf) {
        return new SubjectDays(read(subject, asked.firstDay(), asked.lastDay()), asOf, profile);
    }

    private List<DayFigures> read(Subject subject, LocalDate first, LocalDate last) {
        List<DayFigures> days = new ArrayList<>();
        store.scan(
                Measurement.AIR_DAY,
                List.of(subject),
                ChinaTime.startOf(first),
                ChinaTime.startOf(last.plusDays(1)),
                row -> days.add(DayRows.read(row)));
        return days;
    }

    private Set<Subject> all() {
        Set<Subject> all = new TreeSet<>(areas());
        network.stations().forEach(station -> all.add(Subject.station(station.id())));
        return all;
    }

    private List<Subject> areas() {
        return network.areas().stream().map(area -> Subject.area(area.id())).toList();
    }
}
