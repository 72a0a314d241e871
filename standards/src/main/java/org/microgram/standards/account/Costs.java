package org.microgram.standards.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.microgram.standards.number.Fraction;

/**
 * What each day took of the mean beyond its even share, and sums of it.
 *
 * <p><b>Rule.</b> A day costs c = (d − T) / N, below zero when it saves. The sum is exactly (mean so far − T) · n / N; months, levels and the days
 * of episodes add up to it exactly, so a sum that is shown is rounded once and never summed from rounded ones.
 *
 * @param days in their order
 * @param byMonth every month that has a valid day
 * @param byLevel by level of the AQI, {@link AccountDay#NO_LEVEL} for days without an AQI
 * @param episodes consecutive days over the daily limit, in their order; a day without a valid value ends one
 */
public record Costs(
        List<DayCost> days,
        Fraction total,
        SortedMap<YearMonth, Fraction> byMonth,
        SortedMap<Integer, Fraction> byLevel,
        List<Episode> episodes) {

    /** One day and what it cost, µg/m³ of the mean. */
    public record DayCost(AccountDay day, Fraction cost) {}

    /** @param days how many days it lasted, each with a value over the limit */
    public record Episode(LocalDate first, LocalDate last, int days, Fraction cost) {

        Episode and(DayCost next) {
            return new Episode(first, next.day().date(), days + 1, cost.plus(next.cost()));
        }
    }

    public static Costs of(MeanAccount account) {
        List<DayCost> days = account.days().soFar().stream()
                .map(day -> new DayCost(
                        day, day.value().minus(account.target().value()).dividedBy(account.whole())))
                .toList();
        SortedMap<YearMonth, Fraction> byMonth = new TreeMap<>();
        SortedMap<Integer, Fraction> byLevel = new TreeMap<>();
        Fraction total = Fraction.ZERO;
        for (DayCost day : days) {
            total = total.plus(day.cost());
            byMonth.merge(YearMonth.from(day.day().date()), day.cost(), Fraction::plus);
            byLevel.merge(day.day().level(), day.cost(), Fraction::plus);
        }
        return new Costs(days, total, byMonth, byLevel, episodes(days));
    }

    /** The dearest first; of equal ones the earlier. */
    public List<DayCost> dearest(int most) {
        return days.stream()
                .sorted(Comparator.comparing(DayCost::cost, Comparator.reverseOrder())
                        .thenComparing(each -> each.day().date()))
                .limit(most)
                .toList();
    }

    private static List<Episode> episodes(List<DayCost> days) {
        List<Episode> episodes = new ArrayList<>();
        for (DayCost day : days) {
            LocalDate date = day.day().date();
            int last = episodes.size() - 1;
            if (!day.day().over()) {
                continue;
            }
            if (last >= 0 && episodes.get(last).last().plusDays(1).equals(date)) {
                episodes.set(last, episodes.get(last).and(day));
            } else {
                episodes.add(new Episode(date, date, 1, day.cost()));
            }
        }
        return episodes;
    }
}
