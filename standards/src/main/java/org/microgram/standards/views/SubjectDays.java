package org.microgram.standards.views;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Editions;
import org.microgram.standards.figures.DailyProfile;

/** The stored days of one station or area, and the figures of any span of them; each span is computed once. Not for several threads. */
public final class SubjectDays {

    private final NavigableMap<LocalDate, DayFigures> days = new TreeMap<>();
    private final Map<Key, Optional<SpanFigures>> known = new HashMap<>();
    private final LocalDate asOf;
    private final DailyProfile profile;
    private final Optional<Edition> judge;
    private final Map<String, SubjectDays> judged = new HashMap<>();
    private SubjectDays converted;

    private record Key(Span span, LocalDate through) {}

    /**
     * @param days in any order
     * @param asOf the last day that is gone; whoever reads decides it (definitions §3)
     * @param profile which days have an AQI
     */
    public SubjectDays(Collection<DayFigures> days, LocalDate asOf, DailyProfile profile) {
        this(days, asOf, profile, Optional.empty());
    }

    private SubjectDays(Collection<DayFigures> days, LocalDate asOf, DailyProfile profile, Optional<Edition> judge) {
        days.forEach(day -> this.days.put(day.date(), day));
        this.asOf = asOf;
        this.profile = profile;
        this.judge = judge;
    }

    public DailyProfile profile() {
        return profile;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** The first and the last day with a row that is gone; null when there is none. */
    public LocalDate first() {
        return gone().isEmpty() ? null : days.firstKey();
    }

    public LocalDate last() {
        return days.floorKey(asOf);
    }

    /** The days with a row that are gone, in order. */
    public Collection<DayFigures> gone() {
        return days.headMap(asOf, true).values();
    }

    private Collection<DayFigures> in(Span span) {
        return days.subMap(span.firstDay(), true, span.lastDay(), true).values();
    }

    /** Empty when no day of the span that is gone has any valid value. */
    public Optional<SpanFigures> figures(Span span) {
        return figures(span, asOf);
    }

    /** As far as a day: what an unfinished span is held against is its base up to the same date. */
    Optional<SpanFigures> figures(Span span, LocalDate through) {
        LocalDate last = through.isBefore(span.lastDay()) ? through : span.lastDay();
        Key key = new Key(span, last.isBefore(asOf) ? last : asOf);
        Optional<SpanFigures> figures = known.get(key);
        if (figures == null) {
            figures = span.kind() == Span.Kind.THREE_YEARS ? threeYears(span) : plain(span, key.through());
            known.put(key, figures);
        }
        return figures;
    }

    /** The same days with gases at the reference state in force last. */
    public SubjectDays converted() {
        if (converted == null) {
            converted = new SubjectDays(
                    days.values().stream().map(DayFigures::atNewestState).toList(), asOf, profile, judge);
        }
        return converted;
    }

    /**
     * The same days on the base of one edition: all judged by its index where it has one, and held against its limits where it sets them
     * (definitions §7).
     *
     * @param edition name of a national one
     */
    SubjectDays under(String edition) {
        return judged.computeIfAbsent(edition, name -> {
            Edition by = Editions.shipped().get(name);
            Collection<DayFigures> on = by.index() == null
                    ? days.values()
                    : days.values().stream()
                            .map(day -> day.under(by.index(), profile))
                            .toList();
            return new SubjectDays(on, asOf, profile, by.hasLimits() ? Optional.of(by) : judge);
        });
    }

    private Optional<SpanFigures> plain(Span span, LocalDate through) {
        Collection<DayFigures> own = in(span);
        return own.stream().anyMatch(day -> day.isValid() && !day.date().isAfter(through))
                ? Optional.of(SpanRules.figures(span, own, through, judge))
                : Optional.empty();
    }

    private Optional<SpanFigures> threeYears(Span span) {
        List<SpanFigures> years = new ArrayList<>();
        for (int year = span.first().getYear(); year <= span.last().getYear(); year++) {
            figures(Span.year(year)).ifPresent(years::add);
        }
        return years.isEmpty() ? Optional.empty() : Optional.of(ThreeYears.mean(span, years));
    }
}
