package org.microgram.messages.oracle;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.microgram.messages.rows.Measurement;

/** What a figure rests on that no text confirms, as the oracle sees it. */
final class Marks {

    private static final LocalDate SWITCH = LocalDate.of(2026, 3, 1);

    private static final List<String> ORDER = List.of(
            "input_rounding=house rule",
            "percent_of_stations=medium",
            "percent_of_stations_under_four=house rule",
            "above_last_breakpoint=medium",
            "hours_of_rolling_24h=house rule",
            "percent_of_unfinished_month=house rule",
            "months_to_date=house rule",
            "published_decimals=medium",
            "days_of_percentile=medium",
            "statistics=medium",
            "judging_edition=house rule",
            "exceptional_events=house rule");

    private final Set<Integer> found = new TreeSet<>();

    void add(String start) {
        for (int i = 0; i < ORDER.size(); i++) {
            if (ORDER.get(i).startsWith(start + "=")) {
                found.add(i);
            }
        }
    }

    /** The text of HJ 633-2012 does not say how a concentration is rounded. */
    void roundedBeforeTheIndex(LocalDate day) {
        if (day.isBefore(SWITCH)) {
            add("input_rounding");
        }
    }

    /** No text that we have read says what the standard of 2026 leaves out, and none is older than 2017. */
    void event(LocalDate day) {
        if (!day.isBefore(SWITCH) || day.isBefore(LocalDate.of(2017, 1, 1))) {
            add("exceptional_events");
        }
    }

    void members(int members) {
        add(members < 4 ? "percent_of_stations_under_four" : "percent_of_stations");
    }

    static Marks ofPeriod(Measurement measurement, LocalDate first, LocalDate last, Collection<Marks> days) {
        Marks marks = new Marks();
        days.forEach(day -> marks.found.addAll(day.found));
        marks.add("published_decimals");
        if (measurement == Measurement.AIR_YEAR) {
            marks.add("days_of_percentile");
            if (!last.isBefore(SWITCH)) {
                marks.add("statistics");
            }
        }
        if (measurement == Measurement.AIR_TO_DATE) {
            marks.add("months_to_date");
            if (last.plusDays(1).getDayOfMonth() != 1) {
                marks.add("percent_of_unfinished_month");
            }
        }
        if (isMixed(first, last)) {
            marks.add("judging_edition");
        }
        return marks;
    }

    static boolean isMixed(LocalDate first, LocalDate last) {
        return isAcross(LocalDate.of(2013, 1, 1), first, last)
                || isAcross(SWITCH, first, last)
                || isAcross(LocalDate.of(2031, 1, 1), first, last);
    }

    /** Gases are at another state from 2018-09-01 on. */
    static boolean isMixedState(LocalDate first, LocalDate last) {
        return isAcross(LocalDate.of(2018, 9, 1), first, last);
    }

    private static boolean isAcross(LocalDate change, LocalDate first, LocalDate last) {
        return first.isBefore(change) && !last.isBefore(change);
    }

    /** As a row names them; null when there is none. */
    String text() {
        return found.isEmpty()
                ? null
                : String.join("; ", found.stream().map(ORDER::get).toList());
    }
}
