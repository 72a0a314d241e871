package org.microgram.standards.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

/**
 * Which hours look like dust: what a person may then confirm or reject.
 *
 * <p><b>Rule.</b> An event begins with an hour whose PM10 is at least twice its mean over the six hours before and over 150 µg/m³, and whose
 * PM2.5/PM10 is at most half its mean over these. It ends with the last hour before PM10 is back within 10 % of that mean, or before it is silent
 * for six hours. Low confidence.
 *
 * <p><b>Source.</b> {@code events/dust-rule.csv}.
 *
 * <p><b>Units and time.</b> Exact hourly means in µg/m³, of a station or an area; hours by their number, one more an hour.
 */
public final class DustRule {

    private static final Map<String, Integer> NUMBERS = Table.read("events/dust-rule.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get("rule"), row -> row.integer("value")));

    private static final int BEFORE = NUMBERS.get("hours_before");

    private DustRule() {}

    /**
     * An hour.
     *
     * @param pm25 null where there is none
     * @param pm10 null where there is none
     */
    public record Hour(Fraction pm25, Fraction pm10) {

        Optional<Fraction> ratio() {
            return pm25 == null || pm10 == null || pm10.equals(Fraction.ZERO)
                    ? Optional.empty()
                    : Optional.of(pm25.dividedBy(pm10));
        }
    }

    /**
     * A proposal with what the rule saw.
     *
     * @param first number of its first hour
     * @param last number of its last hour
     * @param pm10 of the first hour, µg/m³
     * @param before mean of PM10 over the hours before, µg/m³
     * @param ratio PM2.5/PM10 of the first hour
     * @param ratioBefore its mean over the hours before
     * @param most greatest PM10 of all its hours, µg/m³
     */
    public record Proposal(
            long first,
            long last,
            Fraction pm10,
            Fraction before,
            Fraction ratio,
            Fraction ratioBefore,
            Fraction most) {}

    /** All proposals, in their order; none overlap. */
    public static List<Proposal> propose(NavigableMap<Long, Hour> hours) {
        List<Proposal> proposals = new ArrayList<>();
        long next = Long.MIN_VALUE;
        for (long hour : hours.keySet()) {
            if (hour >= next) {
                Optional<Proposal> begun = begins(hours, hour);
                if (begun.isPresent()) {
                    proposals.add(begun.get());
                    next = begun.get().last() + 1;
                }
            }
        }
        return proposals;
    }

    private static Optional<Proposal> begins(NavigableMap<Long, Hour> hours, long hour) {
        Hour now = hours.get(hour);
        List<Hour> earlier = List.copyOf(hours.subMap(hour - BEFORE, hour).values());
        List<Fraction> pm10 =
                earlier.stream().map(Hour::pm10).filter(Objects::nonNull).toList();
        List<Fraction> ratios =
                earlier.stream().flatMap(each -> each.ratio().stream()).toList();
        if (now.ratio().isEmpty() || pm10.size() < number("known_before") || ratios.size() < number("known_before")) {
            return Optional.empty();
        }
        Fraction before = mean(pm10);
        Fraction ratioBefore = mean(ratios);
        boolean jumps = now.pm10().compareTo(percent(before, "pm10_percent")) >= 0
                && now.pm10().compareTo(Fraction.of(number("pm10_over"))) > 0;
        boolean coarse = now.ratio().get().compareTo(percent(ratioBefore, "ratio_percent")) <= 0;
        if (!jumps || !coarse) {
            return Optional.empty();
        }
        long last = lastHour(hours, hour, percent(before, "back_percent"));
        Fraction most = hours.subMap(hour, true, last, true).values().stream()
                .map(Hour::pm10)
                .filter(Objects::nonNull)
                .max(Fraction::compareTo)
                .orElseThrow();
        return Optional.of(
                new Proposal(hour, last, now.pm10(), before, now.ratio().get(), ratioBefore, most));
    }

    private static long lastHour(NavigableMap<Long, Hour> hours, long first, Fraction back) {
        long last = first;
        for (Map.Entry<Long, Hour> each : hours.tailMap(first, false).entrySet()) {
            Fraction pm10 = each.getValue().pm10();
            if (each.getKey() - last > number("silent") || pm10 != null && pm10.compareTo(back) <= 0) {
                break;
            }
            last = pm10 == null ? last : each.getKey();
        }
        return last;
    }

    private static Fraction percent(Fraction of, String rule) {
        return of.times(number(rule)).dividedBy(100);
    }

    private static Fraction mean(List<Fraction> values) {
        return values.stream().reduce(Fraction.ZERO, Fraction::plus).dividedBy(values.size());
    }

    private static int number(String rule) {
        return NUMBERS.get(rule);
    }
}
