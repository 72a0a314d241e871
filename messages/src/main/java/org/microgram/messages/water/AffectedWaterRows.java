package org.microgram.messages.water;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.samples.SectionDay;
import org.microgram.standards.screening.WaterFlag;
import org.microgram.standards.water.MonthValue;
import org.microgram.standards.water.SectionValues;
import org.microgram.standards.water.WaterParameter;
import org.microgram.standards.water.WaterSample;

/**
 * The rows that depend on some days of a section: their samples, the days, what is suspect in those beside them, their months, the years to
 * date of their years, the years.
 *
 * <p>A row exists as soon as there is a sample for it, and a year to date at the end of each month from the first to the last of the year
 * that has one; so which rows exist depends on the set of samples alone, not on their order.
 */
public final class AffectedWaterRows {

    private final WaterRows rows;
    private final Consumer<SectionYear> years;
    private final Map<SectionDay, SampleDay> known = new IdentityHashMap<>();

    /** For one sending: days that did not change between two calls are computed once. */
    public AffectedWaterRows(WaterRows rows) {
        this(rows, year -> {});
    }

    /** @param years gets beside the rows what rivers and basins take of each year that a changed day lies in */
    public AffectedWaterRows(WaterRows rows, Consumer<SectionYear> years) {
        this.rows = rows;
        this.years = years;
    }

    /**
     * @param blocks the section's days by days since 1970-01-01; null for a day of which nothing was received
     * @param changed the days that changed
     */
    public void of(IntFunction<SectionDay> blocks, SortedSet<Integer> changed, Consumer<Row> out) {
        TreeSet<Integer> years = new TreeSet<>();
        TreeSet<LocalDate> months = new TreeSet<>();
        for (int day : changed) {
            years.add(ChinaTime.date(day).getYear());
            months.add(ChinaTime.date(day).withDayOfMonth(1));
        }
        // What is suspect in a sample depends on its neighbours, also across midnight.
        for (int day : rows.screening().withDependent(changed)) {
            SampleDay of = day(blocks, day);
            if (of != null) {
                ofDay(blocks, of, out);
            }
        }
        years.forEach(year -> year(blocks, year, months, out));
    }

    private void ofDay(IntFunction<SectionDay> blocks, SampleDay day, Consumer<Row> out) {
        List<WaterSample> around = new ArrayList<>();
        int reach = rows.screening().reachDays();
        int first = 0;
        for (int each = day.day() - reach; each <= day.day() + reach; each++) {
            first = each == day.day() ? around.size() : first;
            SampleDay of = day(blocks, each);
            if (of != null) {
                of.samples().forEach(sample -> around.add(sample.sample()));
            }
        }
        int flagged = 0;
        for (int i = 0; i < day.samples().size(); i++) {
            SortedSet<WaterFlag> flags = rows.screening().flags(around, first + i);
            flagged += flags.isEmpty() ? 0 : 1;
            out.accept(rows.sample(day.samples().get(i), flags));
        }
        out.accept(rows.day(day, flagged));
    }

    /** A month that has a sample. */
    private record Month(Map<WaterParameter, MonthValue> values, List<SectionDay.Counting> samples) {}

    private void year(IntFunction<SectionDay> blocks, int year, TreeSet<LocalDate> changed, Consumer<Row> out) {
        SortedMap<LocalDate, Month> months = new TreeMap<>();
        for (int month = 1; month <= 12; month++) {
            LocalDate first = LocalDate.of(year, month, 1);
            Month of = month(blocks, first);
            if (of.samples.isEmpty()) {
                continue;
            }
            months.put(first, of);
            if (changed.contains(first)) {
                out.accept(rows.month(first, of.values, SampleDay.Inputs.of(of.samples)));
            }
        }
        if (months.isEmpty()) {
            return;
        }
        years.accept(taken(year, months));
        List<Map<WaterParameter, MonthValue>> values = new ArrayList<>();
        List<SectionDay.Counting> samples = new ArrayList<>();
        for (LocalDate first = months.firstKey(); !first.isAfter(months.lastKey()); first = first.plusMonths(1)) {
            Month of = months.get(first);
            if (of != null) {
                values.add(of.values);
                samples.addAll(of.samples);
            }
            out.accept(rows.cumulative(
                    Measurement.WATER_TO_DATE,
                    first.withDayOfMonth(first.lengthOfMonth()),
                    SectionValues.toDate(values, first.getMonthValue()),
                    SampleDay.Inputs.of(samples)));
        }
        out.accept(rows.cumulative(
                Measurement.WATER_YEAR,
                LocalDate.of(year, 12, 31),
                SectionValues.ofYear(values),
                SampleDay.Inputs.of(samples)));
    }

    /** What rivers and basins take of a year; empty when it has no sample. */
    public Optional<SectionYear> year(IntFunction<SectionDay> blocks, int year) {
        SortedMap<LocalDate, Month> months = new TreeMap<>();
        for (int month = 1; month <= 12; month++) {
            Month of = month(blocks, LocalDate.of(year, month, 1));
            if (!of.samples.isEmpty()) {
                months.put(LocalDate.of(year, month, 1), of);
            }
        }
        return months.isEmpty() ? Optional.empty() : Optional.of(taken(year, months));
    }

    private static SectionYear taken(int year, SortedMap<LocalDate, Month> months) {
        SortedMap<Integer, SectionYear.Month> taken = new TreeMap<>();
        months.forEach((first, of) ->
                taken.put(first.getMonthValue(), new SectionYear.Month(of.values, SampleDay.Inputs.of(of.samples))));
        return new SectionYear(year, taken);
    }

    private Month month(IntFunction<SectionDay> blocks, LocalDate first) {
        List<SampleDay> days = new ArrayList<>();
        for (LocalDate each = first; each.getMonth() == first.getMonth(); each = each.plusDays(1)) {
            SampleDay of = day(blocks, Math.toIntExact(each.toEpochDay()));
            if (of != null) {
                days.add(of);
            }
        }
        List<SectionDay.Counting> samples =
                days.stream().flatMap(day -> day.samples().stream()).toList();
        List<WaterSample> plain =
                samples.stream().map(SectionDay.Counting::sample).toList();
        return new Month(
                SectionValues.ofDays(days.stream().map(SampleDay::means).toList(), plain), samples);
    }

    private SampleDay day(IntFunction<SectionDay> blocks, int day) {
        SectionDay block = blocks.apply(day);
        // A day that a record opened and that has no sample is as if nothing had been received.
        SampleDay of = block == null ? null : known.computeIfAbsent(block, SampleDay::of);
        return of == null || of.samples().isEmpty() ? null : of;
    }
}
