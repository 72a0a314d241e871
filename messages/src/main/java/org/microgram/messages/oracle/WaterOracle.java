package org.microgram.messages.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Section;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.LockRows;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.messages.rows.WaterFields;
import org.microgram.messages.water.SampleRows;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.screening.WaterCriterion;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;

/**
 * Every row of surface water, from the samples and locks alone, all at once and the plain way: what the ledgers are held against. It shares the tables of
 * the law and the mean of pH with them, nothing else.
 */
public final class WaterOracle {

    private final SortedMap<RowKey, Row> rows = new TreeMap<>();
    private final Section section;
    private final WaterLaw law;
    private final List<WaterCriterion> criteria;
    private WaterSuspects suspects;

    private WaterOracle(Section section, Network network) {
        this.section = section;
        this.law = new WaterLaw(section, network.hash());
        this.criteria = network.screening().water().criteria();
    }

    /** The rows of all sections. */
    public static SortedMap<RowKey, Row> rows(Collection<? extends SectionMessage> messages, Network network) {
        SortedMap<RowKey, Row> all = new TreeMap<>();
        for (Section section : network.water().sections()) {
            WaterOracle oracle = new WaterOracle(section, network);
            oracle.all(messages.stream()
                    .filter(each -> each.section().equals(section.id()))
                    .toList());
            all.putAll(oracle.rows);
        }
        // A message says what it says: its row is only named and spelled as in the store, once for each version and
        // values.
        for (SectionMessage each : messages) {
            if (each instanceof DayLock lock) {
                all.put(LockRows.row(lock).key(), LockRows.row(lock));
            } else if (each instanceof SectionSample sample && SampleRows.says(sample)) {
                all.put(SampleRows.row(sample).key(), SampleRows.row(sample));
            }
        }
        return all;
    }

    private void all(List<? extends SectionMessage> messages) {
        SortedMap<LocalDate, List<WaterFacts>> days = new TreeMap<>();
        List<WaterFacts> all = WaterFacts.of(messages);
        suspects = new WaterSuspects(criteria, all);
        for (WaterFacts facts : all) {
            sample(facts);
            days.computeIfAbsent(facts.day(), day -> new ArrayList<>()).add(facts);
        }
        days.forEach(this::day);
        SortedMap<YearMonth, List<WaterFacts>> months = new TreeMap<>();
        days.forEach((day, of) -> months.computeIfAbsent(YearMonth.from(day), m -> new ArrayList<>())
                .addAll(of));
        SortedMap<YearMonth, Map<WaterParameter, WaterMonth>> values = new TreeMap<>();
        months.forEach((month, of) -> {
            values.put(month, WaterMonth.of(of));
            month(month, values.get(month), of);
        });
        months.keySet().stream().map(YearMonth::getYear).distinct().forEach(year -> year(year, values, months));
    }

    private void sample(WaterFacts facts) {
        Row.Builder row = Row.builder(new RowKey(
                Measurement.WATER_SAMPLE,
                Subject.section(section.id()),
                facts.second(),
                facts.second() + 1,
                facts.byHand() ? "manual" : ""));
        StringBuilder below = new StringBuilder();
        StringBuilder absent = new StringBuilder();
        facts.says().forEach((p, says) -> {
            if (says instanceof Measured.Value value && WaterFields.COLUMNS.contains(p)) {
                row.number(p.column(), value.scaled());
            } else if (says instanceof Measured.BelowDetection limit) {
                String text = java.math.BigDecimal.valueOf(limit.limit(), 6)
                        .stripTrailingZeros()
                        .toPlainString();
                below.append(p.code()).append('<').append(text).append(' ');
            } else if (says instanceof Measured.Absent none) {
                boolean never = none.why() == Measured.Absence.NOT_MEASURED;
                absent.append(p.code()).append(never ? ":* " : ":-- ");
            }
        });
        row.text("below_detection", orNone(below));
        row.text("absent", orNone(absent));
        row.number("by_hand", facts.byHand() ? 1 : 0);
        facts.publishedClass().map(WaterClass::number).ifPresent(n -> row.number("class_published", n));
        facts.status().map(StationStatus::code).ifPresent(code -> row.text("station_status", code));
        row.text("flags", suspects.flags(facts));
        law.judge(row, facts.day(), facts.day(), facts.numbers(), p -> true, List.of(facts));
        put(row);
    }

    private void day(LocalDate day, List<WaterFacts> samples) {
        Row.Builder row = builder(Measurement.WATER_DAY, day, day);
        Map<WaterParameter, Fraction> means = WaterMonth.dayMeans(samples);
        for (WaterParameter p : WaterFields.COLUMNS) {
            int had = (int) samples.stream()
                    .filter(each -> !each.byHand() && each.numbers().containsKey(p))
                    .count();
            value(row, p, means.get(p), had, 1L, true);
        }
        row.number(
                "flagged",
                samples.stream().filter(each -> suspects.flags(each) != null).count());
        law.judge(row, day, day, means, p -> true, samples);
        put(row);
    }

    private void month(YearMonth month, Map<WaterParameter, WaterMonth> values, List<WaterFacts> samples) {
        Row.Builder row = builder(Measurement.WATER_MONTH, month.atDay(1), month.atEndOfMonth());
        for (WaterParameter p : WaterFields.COLUMNS) {
            WaterMonth of = values.get(p);
            value(row, p, of == null ? null : of.mean(), of == null ? 0 : of.days(), 10L, of != null && !of.isShort());
            if (of != null) {
                row.text(p.column() + "_source", of.source().toLowerCase(Locale.ROOT));
            }
        }
        law.judge(
                row,
                month.atDay(1),
                month.atEndOfMonth(),
                WaterMonth.means(values),
                p -> !values.get(p).isShort(),
                samples);
        put(row);
    }

    private void year(
            int year,
            SortedMap<YearMonth, Map<WaterParameter, WaterMonth>> values,
            SortedMap<YearMonth, List<WaterFacts>> samples) {
        SortedMap<YearMonth, List<WaterFacts>> ofYear =
                samples.subMap(YearMonth.of(year, 1), YearMonth.of(year + 1, 1));
        YearMonth last = ofYear.lastKey();
        for (YearMonth end = ofYear.firstKey(); !end.isAfter(last); end = end.plusMonths(1)) {
            // Half of the months gone, rounded up.
            long needed = (end.getMonthValue() + 1) / 2;
            cumulative(Measurement.WATER_TO_DATE, end, needed, values, ofYear);
        }
        cumulative(Measurement.WATER_YEAR, YearMonth.of(year, 12), 6, values, ofYear);
    }

    private void cumulative(
            Measurement measurement,
            YearMonth end,
            long needed,
            SortedMap<YearMonth, Map<WaterParameter, WaterMonth>> values,
            SortedMap<YearMonth, List<WaterFacts>> samples) {
        LocalDate first = LocalDate.of(end.getYear(), 1, 1);
        Row.Builder row = builder(measurement, first, end.atEndOfMonth());
        List<WaterFacts> inputs = new ArrayList<>();
        Map<WaterParameter, List<WaterMonth>> months = new TreeMap<>();
        samples.forEach((month, of) -> {
            if (!month.isAfter(end)) {
                inputs.addAll(of);
                values.get(month).forEach((p, value) -> months.computeIfAbsent(p, key -> new ArrayList<>())
                        .add(value));
            }
        });
        Map<WaterParameter, Fraction> means = new TreeMap<>();
        months.forEach((p, of) -> means.put(
                p, WaterMonth.mean(p, of.stream().map(WaterMonth::mean).toList())));
        Function<WaterParameter, Boolean> enough = p -> months.get(p).size() >= needed;
        for (WaterParameter p : WaterFields.COLUMNS) {
            List<WaterMonth> of = months.getOrDefault(p, List.of());
            boolean any = !of.isEmpty();
            value(row, p, means.get(p), of.size(), any ? needed : Row.NONE, any && enough.apply(p));
            if (any) {
                row.number(
                        p.column() + "_short",
                        of.stream().filter(WaterMonth::isShort).count());
            }
        }
        law.judge(row, first, end.atEndOfMonth(), means, enough, inputs);
        put(row);
    }

    private static void value(Row.Builder row, WaterParameter p, Fraction exact, long had, long needed, boolean ok) {
        if (exact != null) {
            row.number(p.column(), WaterLaw.published(p, exact));
            row.text(p.column() + "_exact", exact.toString());
        }
        row.number(p.column() + "_had", had);
        row.number(p.column() + "_needed", needed);
        row.text(p.column() + "_status", exact == null ? "none" : ok ? "ok" : "below_minimum");
    }

    private Row.Builder builder(Measurement measurement, LocalDate first, LocalDate last) {
        return Row.builder(new RowKey(
                measurement,
                Subject.section(section.id()),
                WaterFacts.midnight(first),
                WaterFacts.midnight(last.plusDays(1)),
                ""));
    }

    private void put(Row.Builder builder) {
        Row row = builder.build();
        rows.put(row.key(), row);
    }

    private static String orNone(StringBuilder text) {
        return text.isEmpty() ? null : text.toString().strip();
    }
}
