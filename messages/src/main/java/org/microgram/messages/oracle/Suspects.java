package org.microgram.messages.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.screening.Criterion;
import org.microgram.standards.screening.Rule;

/** Which values are suspect and which do not count, hour by hour in plain decimals: what {@code docs/screening.md} says, word by word. */
final class Suspects {

    private final List<Criterion> criteria;
    private final Map<Long, StationFacts.Hour> hours;

    Suspects(List<Criterion> criteria, Map<Long, StationFacts.Hour> hours) {
        this.criteria = criteria;
        this.hours = hours;
    }

    private static Criterion find(List<Criterion> criteria, Rule rule, Pollutant p, LocalDate day) {
        return criteria.stream()
                .filter(c -> c.rule() == rule && c.pollutant() == p)
                .filter(c -> !day.isBefore(c.from()) && !day.isAfter(c.to()))
                .findFirst()
                .orElse(null);
    }

    /** The number in its unit. */
    private static BigDecimal number(Criterion criterion, String key) {
        for (int i = 0; i < criterion.numbers().size(); i++) {
            if (criterion.rule().numbers().get(i).key().equals(key)) {
                return BigDecimal.valueOf(criterion.numbers().get(i), 6);
            }
        }
        throw new IllegalArgumentException(key);
    }

    private static int count(Criterion criterion, String key) {
        return number(criterion, key).movePointRight(6).intValueExact();
    }

    private BigDecimal at(long start, Pollutant p) {
        StationFacts.Hour hour = hours.get(start);
        return hour == null || hour.received[p.ordinal()] == null ? null : decimal(hour.received[p.ordinal()]);
    }

    private static BigDecimal decimal(BigInteger millionths) {
        return new BigDecimal(millionths, 6);
    }

    void screen(long start, StationFacts.Hour hour) {
        LocalDate day = StationFacts.dayOf(start);
        for (Pollutant p : Pollutant.ALL) {
            int i = p.ordinal();
            BigDecimal value = at(start, p);
            if (value == null) {
                continue;
            }
            hour.value[i] = hour.received[i];
            Criterion range = find(criteria, Rule.RANGE, p, day);
            if (range != null
                    && (value.compareTo(number(range, "least")) < 0 || value.compareTo(number(range, "most")) > 0)) {
                hour.flags[i] |= 1;
            }
            Criterion ceiling = find(criteria, Rule.CEILING, p, day);
            if (ceiling != null && value.compareTo(number(ceiling, "at")) == 0) {
                hour.flags[i] |= 2;
                if (hour.state[i] == ReviewState.RAW) {
                    hour.value[i] = null;
                }
            }
            Criterion stuck = find(criteria, Rule.STUCK, p, day);
            if (stuck != null
                    && value.compareTo(number(stuck, "above")) > 0
                    && standsStill(start, p, count(stuck, "hours"))) {
                hour.flags[i] |= 4;
            }
            Criterion jump = find(criteria, Rule.JUMP, p, day);
            if (jump != null && jumps(start, p, jump)) {
                hour.flags[i] |= 8;
            }
            Criterion low = find(criteria, Rule.LOW, p, day);
            if (low != null && value.compareTo(number(low, "at_most")) <= 0) {
                hour.flags[i] |= 32;
                if (hour.value[i] != null && low.numbers().get(1) != Criterion.NONE) {
                    hour.value[i] = BigInteger.valueOf(low.numbers().get(1));
                }
            }
        }
        Criterion over = find(criteria, Rule.PM25_OVER_PM10, Pollutant.PM25, day);
        BigDecimal fine = at(start, Pollutant.PM25);
        BigDecimal coarse = at(start, Pollutant.PM10);
        if (over != null
                && fine != null
                && coarse != null
                && fine.subtract(coarse).compareTo(number(over, "by")) > 0) {
            hour.flags[Pollutant.PM25.ordinal()] |= 16;
            hour.flags[Pollutant.PM10.ordinal()] |= 16;
        }
    }

    /** Some window of that many hours, this one among them, holds one value. */
    private boolean standsStill(long start, Pollutant p, int length) {
        for (int first = -length + 1; first <= 0; first++) {
            boolean equal = true;
            for (int i = first; i < first + length; i++) {
                equal &= at(start, p).equals(at(start + 3600L * i, p));
            }
            if (equal) {
                return true;
            }
        }
        return false;
    }

    private boolean jumps(long start, Pollutant p, Criterion jump) {
        BigDecimal before = at(start - 3600, p);
        BigDecimal after = at(start + 3600, p);
        if (before == null || after == null) {
            return false;
        }
        BigDecimal value = at(start, p);
        return (farOver(value, before, jump) && farOver(value, after, jump))
                || (farOver(before, value, jump) && farOver(after, value, jump));
    }

    private static boolean farOver(BigDecimal high, BigDecimal low, Criterion c) {
        return high.subtract(low).compareTo(number(c, "by")) > 0
                && high.compareTo(low.multiply(number(c, "times"))) > 0;
    }

    static String outliers(
            List<Criterion> criteria, LocalDate day, List<String> members, Function<String, StationFacts.Hour> hours) {
        List<String> found = new ArrayList<>();
        for (Pollutant p : Pollutant.ALL) {
            Criterion c = find(criteria, Rule.NEIGHBOURS, p, day);
            for (String member : c == null ? List.<String>of() : members) {
                BigDecimal own = counting(hours.apply(member), p);
                List<BigDecimal> others = members.stream()
                        .filter(m -> !m.equals(member))
                        .map(m -> counting(hours.apply(m), p))
                        .filter(v -> v != null)
                        .sorted()
                        .toList();
                if (own == null || others.size() < count(c, "stations")) {
                    continue;
                }
                BigDecimal median = others.get((others.size() - 1) / 2)
                        .add(others.get(others.size() / 2))
                        .divide(BigDecimal.valueOf(2));
                if (farOver(own, median, c) || farOver(median, own, c)) {
                    found.add(member + ":" + p.code());
                }
            }
        }
        return found.isEmpty() ? null : String.join(" ", found);
    }

    private static BigDecimal counting(StationFacts.Hour hour, Pollutant p) {
        return hour == null || hour.value[p.ordinal()] == null ? null : decimal(hour.value[p.ordinal()]);
    }
}
