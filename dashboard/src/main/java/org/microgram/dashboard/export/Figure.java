package org.microgram.dashboard.export;

import java.util.Comparator;
import java.util.List;
import org.microgram.messages.rows.Row;

/**
 * One line of {@code figures.csv}.
 *
 * @param row the row that it was read from
 * @param name mean, mda8, p90_mda8, p95, p98, aqi, good_days …; of water mean, class, exceedance_multiple, attained; of accounts sum, so_far, allowed, …
 * @param period day, month, year_to_date or year; account of what a target allows as of the day
 * @param value as published; empty when there is none
 * @param exact to six decimals; empty when there is none
 * @param profile by which it was made; null where there is but one
 */
record Figure(
        Row row,
        String name,
        String period,
        String parameter,
        String value,
        String exact,
        String unit,
        long had,
        long needed,
        String status,
        String profile,
        long revision) {

    private static final List<String> PERIODS = List.of("day", "month", "year_to_date", "year", "account");

    static final Comparator<Figure> ORDER = Comparator.comparing((Figure f) -> f.row.subject())
            .thenComparing(f -> PERIODS.indexOf(f.period))
            .thenComparing(f -> f.row.key().startSecond())
            .thenComparing(f -> f.row.key().variant())
            .thenComparing(Figure::name)
            .thenComparing(Figure::parameter);
}
