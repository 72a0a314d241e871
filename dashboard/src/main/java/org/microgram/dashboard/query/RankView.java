package org.microgram.dashboard.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.Status;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.views.CompetitionRank;
import org.microgram.standards.views.CompositeIndex;
import org.microgram.standards.views.Span;
import org.microgram.standards.views.SpanFigures;
import org.microgram.standards.views.Statistic;

/**
 * Units among units and stations among stations. What has too few days is listed without a rank, and so is a station whose role does not
 * count (control, regional, traffic).
 */
final class RankView {

    /** Who is ranked against whom. */
    enum Level {
        UNIT,
        STATION;

        String code() {
            return this == UNIT ? "unit" : "station";
        }

        /** @throws IllegalArgumentException saying what was found, what is accepted and what to do */
        static Level of(String name) {
            for (Level level : values()) {
                if (level.code().equals(name)) {
                    return level;
                }
            }
            throw new IllegalArgumentException("Found: level \"" + name
                    + "\". Expected: unit (the assessment units) or station. Do: write --level unit.");
        }
    }

    private static final Set<String> RANKED_ROLES = Set.of("national", "municipal");

    private static final String UNIT_KIND = "unit";

    /**
     * One that takes part.
     *
     * @param figures empty when it has no day in the span
     */
    record Entry(Subject subject, Optional<SpanFigures> figures, Optional<Statistic.Value> value) {}

    private final Network network;

    RankView(Network network) {
        this.network = network;
    }

    /** Who takes part in a span: units, or the stations in service in it. */
    List<Subject> participants(Level level, Span span) {
        return level == Level.UNIT
                ? network.areas().stream()
                        .filter(area -> area.kind().equals(UNIT_KIND))
                        .map(area -> Subject.area(area.id()))
                        .toList()
                : network.stations().stream()
                        .filter(s -> serves(s, span))
                        .map(s -> Subject.station(s.id()))
                        .toList();
    }

    private static boolean serves(Station station, Span span) {
        LocalDate to = station.to().orElse(LocalDate.MAX);
        return !station.from().isAfter(span.lastDay()) && !to.isBefore(span.firstDay());
    }

    /** The ranked ones by rank, then those without one, the better value first. */
    List<Row> rows(Level level, Span span, LocalDate through, Statistic by, List<Entry> entries, DailyProfile profile) {
        List<Entry> ranked =
                entries.stream().filter(entry -> unranked(entry).isEmpty()).toList();
        List<Rounded> values = ranked.stream()
                .map(entry -> entry.value().orElseThrow().published())
                .toList();
        List<Integer> ranks = CompetitionRank.of(values, by.isLowestFirst());
        List<Entry> ordered = new ArrayList<>(entries);
        Comparator<Rounded> bestFirst = by.isLowestFirst() ? Comparator.naturalOrder() : Comparator.reverseOrder();
        Comparator<Entry> byValue = Comparator.comparing(
                entry -> entry.value().map(Statistic.Value::published).orElse(null), Comparator.nullsLast(bestFirst));
        ordered.sort(Comparator.comparing((Entry entry) -> unranked(entry).isPresent())
                .thenComparing(byValue)
                .thenComparing(Entry::subject));
        List<Row> rows = new ArrayList<>();
        for (Entry entry : ordered) {
            int place = ranked.indexOf(entry);
            ViewRow row = row(level, span, through, by, entry).number("ranked", ranked.size());
            if (place >= 0) {
                row.number("rank", ranks.get(place));
            }
            unranked(entry).ifPresent(why -> row.text("unranked", why));
            entry.figures()
                    .map(by::lacking)
                    .filter(lacking -> !lacking.isEmpty())
                    .ifPresent(lacking -> row.text("lacking", String.join("; ", lacking)));
            entry.figures().ifPresent(figures -> row.origin(
                            figures, profile, PeriodView.marks(figures), confidence(by, figures), network.hash())
                    .inputs(by.revision(figures), figures.receivedAt()));
            rows.add(row.build());
        }
        return rows;
    }

    private static ViewRow row(Level level, Span span, LocalDate through, Statistic by, Entry entry) {
        ViewRow row = ViewRow.of(Measurement.AIR_RANK, entry.subject(), span, level.code() + " " + by.parameter())
                .span(span, through)
                .text("level", level.code())
                .statistic(by)
                .text(
                        "status",
                        entry.value()
                                .map(Statistic.Value::status)
                                .orElse(Status.NONE)
                                .code());
        entry.value().ifPresent(value -> row.rounded("value", value.published())
                .number("had", value.had())
                .number("needed", value.needed()));
        return row;
    }

    private static String confidence(Statistic by, SpanFigures figures) {
        return by.equals(Statistic.COMPOSITE)
                ? CompositeIndex.of(figures).map(CompositeIndex::confidence).orElse(null)
                : null;
    }

    /** Why it has no rank; empty when it has one. */
    private Optional<String> unranked(Entry entry) {
        if (entry.subject().kind().equals(Subject.STATION)) {
            Optional<String> role = network.stations().stream()
                    .filter(s -> s.id().equals(entry.subject().id()))
                    .map(Station::role)
                    .filter(r -> !RANKED_ROLES.contains(r))
                    .findFirst();
            if (role.isPresent()) {
                return role;
            }
        }
        Status status = entry.value().map(Statistic.Value::status).orElse(Status.NONE);
        return status == Status.OK ? Optional.empty() : Optional.of(status.code());
    }
}
