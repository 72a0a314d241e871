package org.microgram.standards.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Percentile;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.PublishedDecimals;
import org.microgram.standards.air.Validity;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/**
 * A year judged by one edition: each statistic that the edition names, held against its limit, and the whole. HJ 663 table 1 and annex A.
 *
 * @param items in the order of {@code statistics.csv}
 */
public record YearJudgement(Edition edition, List<Item> items) {

    /**
     * One statistic of the year.
     *
     * @param exact µg/m³ (CO mg/m³); null when there is none
     * @param published rounded once, scaled; {@link Long#MIN_VALUE} when there is none
     * @param decimals that it is published with
     * @param limit scaled
     */
    public record Item(
            Edition.Statistic statistic, Fraction exact, long published, int decimals, long limit, Verdict verdict) {}

    private static final int MONTHS_OF_SEASON = 6;

    /** @param days of the year, in any order */
    public static YearJudgement of(Edition edition, int year, List<StoredDay> days) {
        List<Item> items = new ArrayList<>();
        for (Edition.Statistic statistic : edition.statistics()) {
            edition.limit(statistic.pollutant(), statistic.averaging(), edition.grade())
                    .ifPresent(limit -> items.add(item(statistic, limit, year, days)));
        }
        return new YearJudgement(edition, items);
    }

    public Verdict verdict() {
        return Verdict.overall(items.stream().map(Item::verdict).toList());
    }

    /** The worst that is said of a pollutant. */
    public Verdict verdict(Pollutant pollutant) {
        return Verdict.overall(items.stream()
                .filter(item -> item.statistic().pollutant() == pollutant)
                .map(Item::verdict)
                .toList());
    }

    /** Pollutants of which an item exceeds. */
    public List<Pollutant> exceeding() {
        return Pollutant.ALL.stream()
                .filter(p -> verdict(p) == Verdict.EXCEEDS || verdict(p) == Verdict.EXCEEDS_TOO_FEW)
                .toList();
    }

    private static Item item(Edition.Statistic statistic, long limit, int year, List<StoredDay> days) {
        Pollutant p = statistic.pollutant();
        List<StoredDay> valid =
                days.stream().filter(day -> day.assessed().containsKey(p)).toList();
        boolean enough = isEnough(valid, year);
        int decimals = p.decimals();
        Fraction exact = null;
        if (!valid.isEmpty()) {
            if (statistic.isPercentile()) {
                long[] sorted = valid.stream()
                        .mapToLong(day -> day.assessedRounded(p))
                        .sorted()
                        .toArray();
                exact = Percentile.of(sorted, sorted.length, statistic.percent())
                        .times(Fraction.of(1, Scaled.ONE));
            } else if (statistic.kind().equals("mean")) {
                exact = mean(valid, p);
                decimals = PublishedDecimals.ofMean(p, LocalDate.of(year, 12, 31));
            } else {
                exact = peakSeason(valid, p);
                enough = exact != null;
            }
        }
        if (exact == null) {
            return new Item(statistic, null, Long.MIN_VALUE, decimals, limit, Verdict.NO_VALUE);
        }
        long published = exact.rounded(decimals, Rounding.HALF_EVEN) * Scaled.powerOfTen(Scaled.DIGITS - decimals);
        return new Item(statistic, exact, published, decimals, limit, Verdict.of(published > limit, enough));
    }

    private static Fraction mean(List<StoredDay> valid, Pollutant p) {
        return valid.stream()
                .map(day -> day.assessed().get(p))
                .reduce(Fraction.ZERO, Fraction::plus)
                .dividedBy(valid.size());
    }

    /** The greatest mean of six consecutive months of the year of which each has the days that it needs; null when none has. */
    private static Fraction peakSeason(List<StoredDay> valid, Pollutant p) {
        Map<Integer, List<StoredDay>> months = valid.stream()
                .collect(Collectors.groupingBy(day -> day.date().getMonthValue(), TreeMap::new, Collectors.toList()));
        List<Fraction> means = new ArrayList<>();
        for (int first = 1; first + MONTHS_OF_SEASON - 1 <= 12; first++) {
            List<StoredDay> season = new ArrayList<>();
            boolean enough = true;
            for (int month = first; month < first + MONTHS_OF_SEASON; month++) {
                List<StoredDay> of = months.getOrDefault(month, List.of());
                enough &= of.size() >= Validity.daysOfMonth(month);
                season.addAll(of);
            }
            if (enough) {
                means.add(mean(season, p));
            }
        }
        return means.stream().max(Comparator.naturalOrder()).orElse(null);
    }

    /** GB 3095 table 4: 324 days, and each month its own. */
    private static boolean isEnough(List<StoredDay> valid, int year) {
        int[] ofMonth = new int[13];
        valid.stream()
                .filter(day -> day.date().getYear() == year)
                .forEach(day -> ofMonth[day.date().getMonthValue()]++);
        boolean months = true;
        for (int month = 1; month <= 12; month++) {
            months &= ofMonth[month] >= Validity.daysOfMonth(month);
        }
        return months && Arrays.stream(ofMonth).sum() >= Validity.DAYS_OF_YEAR;
    }
}
