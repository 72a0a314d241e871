package org.microgram.messages.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Table;
import org.microgram.standards.air.Pollutant;

/** The oracle's rows of a month, a year and a year to date: each from its days, every time from the first. */
final class PeriodRows {

    private PeriodRows() {}

    /** @param days those from first to last that have a record, in order */
    static Row row(
            Measurement measurement,
            Subject subject,
            LocalDate first,
            LocalDate last,
            List<Day> days,
            String profile,
            String config) {
        Row.Builder row = Row.builder(
                new RowKey(measurement, subject, ChinaTime.startOf(first), ChinaTime.startOf(last.plusDays(1)), ""));
        int revision = 0;
        for (Pollutant p : Pollutant.ALL) {
            revision += days.stream().mapToInt(d -> d.superseded[p.ordinal()]).sum();
            pollutant(row, measurement, p, first, last, days);
        }
        List<Day> judged = days.stream().filter(d -> d.aqi != null).toList();
        List<Day> six = judged.stream().filter(d -> d.inputs == 6).toList();
        row.number("good_days", judged.stream().filter(d -> d.aqi <= 100).count());
        row.number("heavy_days", judged.stream().filter(d -> d.aqi > 200).count());
        row.number("evaluated_days", judged.size());
        row.number("good_days_six", six.stream().filter(d -> d.aqi <= 100).count());
        row.number("heavy_days_six", six.stream().filter(d -> d.aqi > 200).count());
        row.number("evaluated_days_six", six.size());
        row.number("calendar_days", ChronoUnit.DAYS.between(first, last) + 1);
        row.text("edition", Law.limits(last));
        return row.text("profile", profile)
                .number("revision", revision)
                .number(
                        "received_at",
                        days.stream().mapToLong(d -> d.receivedAt).max().orElseThrow())
                .text("config", config)
                .number("mixed_edition", Marks.isMixed(first, last) ? 1 : 0)
                .number("mixed_state", Marks.isMixedState(first, last) ? 1 : 0)
                .text(
                        "unconfirmed",
                        Marks.ofPeriod(
                                        measurement,
                                        first,
                                        last,
                                        days.stream().map(d -> d.marks).toList())
                                .text())
                .text(
                        "not_monitored",
                        Day.codes(Pollutant.ALL.stream()
                                .filter(p -> days.stream().allMatch(d -> d.notMonitored.contains(p)))
                                .toList()))
                .text("events", events(days))
                .build();
    }

    private static void pollutant(
            Row.Builder row, Measurement measurement, Pollutant p, LocalDate first, LocalDate last, List<Day> days) {
        int i = p.ordinal();
        String name = p.column();
        List<Day> measured = days.stream().filter(d -> d.valid[i]).toList();
        List<Day> assessed = days.stream().filter(d -> d.isAssessed(p)).toList();
        values(row, "", p, last, assessed.stream().map(d -> d.assessed(p)).toList());
        int needed = needed(measurement, last);
        row.number(name + "_had", assessed.size());
        row.number(name + "_needed", needed);
        row.text(name + "_status", status(assessed, needed, first, last));
        if (days.stream().anyMatch(d -> d.left[i] != null)) {
            values(
                    row,
                    "_with_events",
                    p,
                    last,
                    measured.stream().map(d -> d.exact[i]).toList());
            row.number(name + "_with_events_had", measured.size());
            row.text(name + "_with_events_status", status(measured, needed, first, last));
        }
        row.number(
                name + "_revision", days.stream().mapToInt(d -> d.superseded[i]).sum());
        int[] states = new int[4];
        days.forEach(d -> {
            for (int state = 0; state < 4; state++) {
                states[state] += d.states[i][state];
            }
        });
        Day.writeStates(row, name, states);
        row.number(
                name + "_attaining",
                measured.stream().filter(d -> attains(d, p)).count());
    }

    private static void values(Row.Builder row, String suffix, Pollutant p, LocalDate last, List<Ratio> daily) {
        if (daily.isEmpty()) {
            return;
        }
        Ratio mean = daily.stream().reduce(Ratio.ZERO, Ratio::plus).over(daily.size());
        BigDecimal published = mean.rounded(Law.decimalsOfMean(p, last), RoundingMode.HALF_EVEN);
        row.number(p.column() + suffix, published.movePointRight(1).longValueExact());
        row.text(p.column() + suffix + "_exact", mean.toString());
        int percent = percent(p);
        Ratio percentile = percentile(
                daily.stream().map(exact -> Day.published(p, exact)).sorted().toList(), percent);
        String name = p.column() + "_p" + percent + suffix;
        row.number(
                name,
                percentile
                        .rounded(Law.decimals(p), RoundingMode.HALF_EVEN)
                        .unscaledValue()
                        .longValueExact());
        row.text(name + "_exact", percentile.toString());
    }

    private static String status(List<Day> valid, int needed, LocalDate first, LocalDate last) {
        boolean enough = valid.size() >= needed;
        for (LocalDate month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            LocalDate of = month;
            long inMonth = valid.stream()
                    .filter(d -> d.date.getMonth() == of.getMonth())
                    .count();
            enough &= inMonth >= neededInMonth(of, last);
        }
        return valid.isEmpty() ? "none" : enough ? "ok" : "below_minimum";
    }

    private static String events(List<Day> days) {
        SortedSet<String> ids = new TreeSet<>();
        days.forEach(day -> ids.addAll(day.events));
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    private static boolean attains(Day day, Pollutant p) {
        Table.Row limit = Law.dailyLimit(day.date, p);
        return limit != null && day.published(p).compareTo(new BigDecimal(limit.get("grade2"))) <= 0;
    }

    private static int percent(Pollutant p) {
        return switch (p) {
            case SO2, NO2 -> 98;
            case O3 -> 90;
            case CO, PM10, PM25 -> 95;
        };
    }

    /** HJ 663, annex A, word by word: k = 1 + (n − 1) · p; s its whole part; X(s) + (X(s+1) − X(s)) · (k − s). */
    static Ratio percentile(List<BigDecimal> ascending, int percent) {
        BigDecimal k = BigDecimal.ONE.add(
                new BigDecimal(ascending.size() - 1).multiply(new BigDecimal(percent).movePointLeft(2)));
        int s = k.intValue();
        BigDecimal low = ascending.get(s - 1);
        BigDecimal high = s < ascending.size() ? ascending.get(s) : low;
        BigDecimal value = low.add(high.subtract(low).multiply(k.subtract(new BigDecimal(s))));
        BigInteger millionths = value.movePointRight(6).toBigIntegerExact();
        return Ratio.of(millionths, 1_000_000);
    }

    private static int needed(Measurement measurement, LocalDate last) {
        return switch (measurement) {
            case AIR_MONTH -> Law.neededInMonth(last.getMonthValue());
            case AIR_YEAR -> Law.needs("days_of_year");
            default -> {
                int sum = 0;
                for (int month = 1; month <= last.getMonthValue(); month++) {
                    sum += neededInMonth(LocalDate.of(last.getYear(), month, 1), last);
                }
                yield sum;
            }
        };
    }

    private static int neededInMonth(LocalDate month, LocalDate last) {
        return month.getMonth() == last.getMonth()
                ? Law.neededInMonthUntil(last)
                : Law.neededInMonth(month.getMonthValue());
    }
}
