package org.microgram.messages.oracle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.microgram.standards.screening.WaterCriterion;
import org.microgram.standards.screening.WaterRule;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.WaterParameter;

/** What is suspect in a section's samples, in plain decimals: what {@code docs/screening.md} says of water, word by word. */
final class WaterSuspects {

    private final List<WaterCriterion> criteria;
    private final List<WaterFacts> samples;
    private final Map<WaterParameter, TreeMap<Long, BigDecimal>> series = new HashMap<>();

    /** @param samples all that there are of the section, in any order */
    WaterSuspects(List<WaterCriterion> criteria, List<WaterFacts> samples) {
        this.criteria = criteria;
        this.samples = samples;
    }

    /** As a row has it; null when nothing is. */
    String flags(WaterFacts sample) {
        List<String> found = new ArrayList<>();
        for (WaterParameter p : WaterParameter.values()) {
            for (WaterRule rule : WaterRule.values()) {
                if (isFlagged(sample, p, rule)) {
                    found.add(p.code() + ":" + rule.name().toLowerCase(Locale.ROOT));
                }
            }
        }
        return found.isEmpty() ? null : String.join(" ", found);
    }

    private boolean isFlagged(WaterFacts sample, WaterParameter p, WaterRule rule) {
        BigDecimal value = value(sample, p);
        if (value == null) {
            return false;
        }
        boolean ofBoth = rule == WaterRule.NH3N_OVER_TN && p == WaterParameter.TN;
        WaterParameter under = ofBoth ? WaterParameter.NH3N : p;
        WaterCriterion c = criteria.stream()
                .filter(each -> each.rule() == rule && each.parameter() == under)
                .filter(each ->
                        !sample.day().isBefore(each.from()) && !sample.day().isAfter(each.to()))
                .findFirst()
                .orElse(null);
        if (c == null) {
            return false;
        }
        return switch (rule) {
            case ZERO -> value.signum() == 0;
            case SATURATION -> isOverSaturated(value, value(sample, WaterParameter.TEMPERATURE), number(c, "percent"));
            case NH3N_OVER_TN -> {
                BigDecimal ammonia = value(sample, WaterParameter.NH3N);
                BigDecimal total = value(sample, WaterParameter.TN);
                yield ammonia != null
                        && total != null
                        && ammonia.subtract(total).compareTo(number(c, "by")) > 0;
            }
            case RANGE -> value.compareTo(number(c, "least")) < 0 || value.compareTo(number(c, "most")) > 0;
            case JUMP -> !sample.byHand() && jumps(sample, p, value, c);
            case STUCK -> !sample.byHand() && standsStill(sample, p, value, c);
        };
    }

    /** HJ 2.3-2018: saturation is 468 / (31.6 + T) mg/L. */
    private static boolean isOverSaturated(BigDecimal oxygen, BigDecimal temperature, BigDecimal percent) {
        if (temperature == null) {
            return false;
        }
        BigDecimal times = oxygen.multiply(temperature.add(new BigDecimal("31.6")));
        return times.multiply(BigDecimal.valueOf(100)).compareTo(percent.multiply(BigDecimal.valueOf(468))) > 0;
    }

    private boolean jumps(WaterFacts sample, WaterParameter p, BigDecimal value, WaterCriterion c) {
        TreeMap<Long, BigDecimal> values = series(p);
        Long before = values.lowerKey(sample.second());
        Long after = values.higherKey(sample.second());
        if (before == null || after == null || isGap(before, sample.second(), c) || isGap(sample.second(), after, c)) {
            return false;
        }
        BigDecimal a = values.get(before);
        BigDecimal b = values.get(after);
        return farOver(value, a, c) && farOver(value, b, c) || farOver(a, value, c) && farOver(b, value, c);
    }

    private static boolean farOver(BigDecimal high, BigDecimal low, WaterCriterion c) {
        return high.subtract(low).compareTo(number(c, "by")) > 0
                && high.compareTo(low.multiply(number(c, "times"))) > 0;
    }

    /** The whole series is cut into runs; the sample's is long enough or not. */
    private boolean standsStill(WaterFacts sample, WaterParameter p, BigDecimal value, WaterCriterion c) {
        List<Long> run = new ArrayList<>();
        Long last = null;
        TreeMap<Long, BigDecimal> values = series(p);
        for (long second : values.keySet()) {
            if (last != null && (values.get(last).compareTo(values.get(second)) != 0 || isGap(last, second, c))) {
                if (run.contains(sample.second())) {
                    break;
                }
                run.clear();
            }
            run.add(second);
            last = second;
        }
        return value.compareTo(number(c, "above")) > 0
                && BigDecimal.valueOf(run.size()).compareTo(count(c, "samples")) >= 0;
    }

    private static boolean isGap(long earlier, long later, WaterCriterion c) {
        Duration between = Duration.between(Instant.ofEpochSecond(earlier), Instant.ofEpochSecond(later));
        return between.compareTo(Duration.ofHours(count(c, "hours").longValueExact())) > 0;
    }

    /** Of the automatic station. */
    private TreeMap<Long, BigDecimal> series(WaterParameter parameter) {
        return series.computeIfAbsent(parameter, p -> {
            TreeMap<Long, BigDecimal> values = new TreeMap<>();
            for (WaterFacts each : samples) {
                if (!each.byHand() && value(each, p) != null) {
                    values.put(each.second(), value(each, p));
                }
            }
            return values;
        });
    }

    /** The number, or half of what it is less than. */
    private static BigDecimal value(WaterFacts sample, WaterParameter p) {
        Measured says = sample.says().get(p);
        if (says instanceof Measured.Value number) {
            return BigDecimal.valueOf(number.scaled(), 6);
        }
        return says instanceof Measured.BelowDetection below
                ? BigDecimal.valueOf(below.limit(), 6).divide(BigDecimal.valueOf(2))
                : null;
    }

    private static BigDecimal number(WaterCriterion criterion, String key) {
        return BigDecimal.valueOf(at(criterion, key), 6);
    }

    private static BigDecimal count(WaterCriterion criterion, String key) {
        return BigDecimal.valueOf(at(criterion, key));
    }

    private static long at(WaterCriterion criterion, String key) {
        for (int i = 0; i < criterion.numbers().size(); i++) {
            if (criterion.rule().numbers().get(i).key().equals(key)) {
                return criterion.numbers().get(i);
            }
        }
        throw new IllegalArgumentException(key);
    }
}
