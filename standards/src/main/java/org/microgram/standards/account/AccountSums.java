package org.microgram.standards.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.microgram.standards.views.Span;

/**
 * Everything that an account takes from its days, as sums: as of the last day that is gone. {@link #of} adds them up from the days, anew
 * each time; {@link YearOfSums} gives the same for each day of a span in turn.
 *
 * @param span what the target is set for
 * @param through the last day of the span that is gone; the day before its first when none is
 * @param toCome calendar days to come (r)
 * @param soFar the valid days that are gone
 * @param hasEnough whether the span is over and has the days that its figure needs
 * @param lastYear the same months a year before, whatever days they have
 * @param known the earlier years that have the valid days they need, the last one first
 * @param matched the days valid in both this year and last, empty when there is none
 * @param months of every month that has begun, in order
 * @param levels valid days so far by level of the AQI, {@link AccountDay#NO_LEVEL} for those without one
 * @param day the last day that is gone; empty when it has no valid value
 * @param episode the days over the daily limit right up to it; empty when it is not over
 */
public record AccountSums(
        Span span,
        LocalDate through,
        int toCome,
        Part soFar,
        boolean hasEnough,
        PastYear lastYear,
        List<PastYear> known,
        Optional<SameDates.Matched> matched,
        SortedMap<YearMonth, Month> months,
        SortedMap<Integer, Part> levels,
        Optional<AccountDay> day,
        Optional<Episode> episode) {

    /**
     * A month as far as it is gone.
     *
     * @param missing days of it that are gone and have no valid value
     */
    public record Month(Part valid, int missing) {}

    /** Consecutive days over the daily limit, the last of them the last day that is gone. */
    public record Episode(LocalDate first, Part days) {}

    /** From the days, each sum anew. */
    public static AccountSums of(AccountDays days) {
        List<AccountDay> soFar = days.soFar();
        LocalDate through = days.through();
        Optional<AccountDay> day =
                soFar.stream().filter(each -> each.date().equals(through)).findFirst();
        return new AccountSums(
                days.span(),
                through,
                days.toCome(),
                Part.of(soFar),
                days.isOver() && days.hasEnough(),
                PastYear.of(days, days.yearsBefore(1)),
                days.knownYears().stream().map(year -> PastYear.of(days, year)).toList(),
                matched(days, soFar),
                months(days, soFar),
                levels(soFar),
                day,
                day.filter(AccountDay::over).map(last -> episode(soFar, last)));
    }

    /** Days that are gone and have no valid value. */
    public int missing() {
        return months.values().stream().mapToInt(Month::missing).sum();
    }

    private static Optional<SameDates.Matched> matched(AccountDays days, List<AccountDay> soFar) {
        List<AccountDay> now = soFar.stream()
                .filter(day -> days.yearEarlier(day.date()).isPresent())
                .toList();
        List<AccountDay> base = now.stream()
                .map(day -> days.yearEarlier(day.date()).orElseThrow())
                .toList();
        return SameDates.Matched.of(Part.of(now), Part.of(base));
    }

    private static SortedMap<YearMonth, Month> months(AccountDays days, List<AccountDay> soFar) {
        SortedMap<YearMonth, Month> months = new TreeMap<>();
        List<LocalDate> missing = days.missing();
        YearMonth month = days.span().first();
        while (!month.atDay(1).isAfter(days.through())) {
            YearMonth of = month;
            months.put(
                    of,
                    new Month(
                            Part.of(soFar.stream()
                                    .filter(day -> YearMonth.from(day.date()).equals(of))
                                    .toList()),
                            (int) missing.stream()
                                    .filter(day -> YearMonth.from(day).equals(of))
                                    .count()));
            month = month.plusMonths(1);
        }
        return months;
    }

    private static SortedMap<Integer, Part> levels(List<AccountDay> soFar) {
        SortedMap<Integer, Part> levels = new TreeMap<>();
        soFar.forEach(day -> levels.merge(day.level(), Part.of(List.of(day)), Part::plus));
        return levels;
    }

    private static Episode episode(List<AccountDay> soFar, AccountDay last) {
        List<AccountDay> days = new ArrayList<>();
        LocalDate first = last.date();
        for (int i = soFar.size() - 1; i >= 0; i--) {
            AccountDay day = soFar.get(i);
            if (!day.over() || !day.date().plusDays(days.size()).equals(last.date())) {
                break;
            }
            days.add(day);
            first = day.date();
        }
        return new Episode(first, Part.of(days));
    }
}
