package org.microgram.messages.air;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.microgram.messages.rows.Row;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.figures.Period;
import org.microgram.standards.figures.PeriodSum;

/**
 * The rows that depend on some days of a subject: the hours of these days and of the days after (rolling means reach that far), of a
 * station also of the days before (its flags look ahead), the days, their months and years, and the year to date of every later day of the
 * year.
 *
 * <p>A row exists as soon as there is a record for it, and its year to date from the first to the last day of the year that has one; so
 * which rows exist depends on the set of readings alone, not on their order.
 */
public final class AffectedRows {

    private AffectedRows() {}

    /**
     * @param changed the days that changed, days since 1970-01-01
     */
    public static void of(AirRows rows, DaySource days, SortedSet<Integer> changed, Consumer<Row> out) {
        for (int day : withDaysBeside(changed, days.looksAhead())) {
            days.hours(day, hour -> out.accept(rows.hour(hour)));
        }
        TreeSet<LocalDate> months = new TreeSet<>();
        TreeSet<Integer> years = new TreeSet<>();
        for (int day : changed) {
            months.add(ChinaTime.date(day).withDayOfMonth(1));
            years.add(ChinaTime.date(day).getYear());
            if (days.has(day)) {
                out.accept(rows.day(days.day(day)));
            }
        }
        for (LocalDate month : months) {
            Period period = Period.month(month);
            PeriodSum sum = new PeriodSum();
            boolean any = false;
            for (int day = day(period.first()); day <= day(period.last()); day++) {
                if (days.has(day)) {
                    sum.add(days.day(day));
                    any = true;
                }
            }
            if (any) {
                out.accept(rows.period(sum.figures(period)));
            }
        }
        for (int year : years) {
            year(rows, days, year, firstIn(changed, year), out);
        }
    }

    /** The year, and the years to date from the first changed day on. */
    private static void year(AirRows rows, DaySource days, int year, int firstChanged, Consumer<Row> out) {
        Period whole = Period.year(year);
        int last = day(whole.last());
        while (last >= day(whole.first()) && !days.has(last)) {
            last--;
        }
        if (last < day(whole.first())) {
            return;
        }
        int from = firstRestated(days, day(whole.first()), firstChanged);
        PeriodSum sum = new PeriodSum();
        boolean begun = false;
        for (int day = day(whole.first()); day <= last; day++) {
            if (days.has(day)) {
                sum.add(days.day(day));
                begun = true;
            }
            if (begun && day >= from) {
                out.accept(rows.period(sum.figures(Period.yearTo(ChinaTime.date(day)))));
            }
        }
        out.accept(rows.period(sum.figures(whole)));
    }

    /** Days without a record before a changed one may have got their row only now, because it is the last of the year. */
    private static int firstRestated(DaySource days, int firstOfYear, int firstChanged) {
        int from = firstChanged;
        while (from > firstOfYear && !days.has(from - 1)) {
            from--;
        }
        return from;
    }

    private static SortedSet<Integer> withDaysBeside(SortedSet<Integer> changed, boolean dayBefore) {
        TreeSet<Integer> all = new TreeSet<>(changed);
        for (int day : changed) {
            all.add(day + 1);
            if (dayBefore) {
                all.add(day - 1);
            }
        }
        return all;
    }

    private static int firstIn(SortedSet<Integer> changed, int year) {
        return changed.tailSet(day(LocalDate.of(year, 1, 1))).first();
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
