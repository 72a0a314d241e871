package org.microgram.standards.account;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.microgram.standards.air.Validity;
import org.microgram.standards.views.Span;

/**
 * The sums of an account for every day of a span, for hardly more than those of one: all days are put on one denominator and added up once, and
 * what is asked for is a difference of two such sums. Exact, and the same as {@link AccountSums#of}.
 *
 * <p>Not for use by several threads.
 */
public final class YearOfSums {

    private static final int LEVELS = 7;

    private final Span span;
    private final AccountDay[] days;
    private final int[] dates;
    private final ExactSums values;
    private final ExactSums matchedNow;
    private final ExactSums matchedBase;
    private final ExactSums[] levels = new ExactSums[LEVELS];
    private final int needed;
    private final int oldest;

    /**
     * @param valid of any years, in their order
     * @param span what the target is set for
     */
    public YearOfSums(List<AccountDay> valid, Span span) {
        this.span = span;
        this.days = valid.toArray(AccountDay[]::new);
        this.dates = valid.stream()
                .mapToInt(day -> Math.toIntExact(day.date().toEpochDay()))
                .toArray();
        this.needed = AccountDays.needed(span);
        this.oldest = days.length == 0 ? Integer.MAX_VALUE : days[0].date().getYear();
        BigInteger common = ExactSums.common(valid);
        this.values = new ExactSums(common, days.length);
        this.matchedNow = new ExactSums(common, days.length);
        this.matchedBase = new ExactSums(common, days.length);
        for (int level = 0; level < LEVELS; level++) {
            levels[level] = new ExactSums(common, days.length);
        }
        int begun = before(span.firstDay());
        for (int i = 0; i < days.length; i++) {
            AccountDay day = days[i];
            values.add(i, day);
            int base = i < begun ? -1 : yearEarlier(day.date());
            matchedNow.add(i, base < 0 ? null : day);
            matchedBase.add(i, base < 0 ? null : days[base]);
            for (int level = 0; level < LEVELS; level++) {
                levels[level].add(i, i >= begun && day.level() == level ? day : null);
            }
        }
    }

    /** @param asOf the last day that is gone, a day of the span */
    public AccountSums at(LocalDate asOf) {
        int begun = before(span.firstDay());
        int gone = before(asOf.plusDays(1));
        int toCome = Math.toIntExact(ChronoUnit.DAYS.between(asOf, span.lastDay()));
        SortedMap<YearMonth, AccountSums.Month> months = months(asOf);
        Part soFar = values.part(begun, gone);
        PastYear lastYear = year(1, asOf, toCome == 0);
        Optional<AccountDay> day =
                gone > begun && days[gone - 1].date().equals(asOf) ? Optional.of(days[gone - 1]) : Optional.empty();
        return new AccountSums(
                span,
                asOf,
                toCome,
                soFar,
                toCome == 0 && hasEnough(soFar, months),
                lastYear,
                known(lastYear, asOf, toCome == 0),
                SameDates.Matched.of(matchedNow.part(begun, gone), matchedBase.part(begun, gone)),
                months,
                levels(begun, gone),
                day,
                day.filter(AccountDay::over).map(last -> episode(begun, gone)));
    }

    private PastYear year(int years, LocalDate asOf, boolean isOver) {
        LocalDate first = span.first().minusYears(years).atDay(1);
        LocalDate last = span.last().minusYears(years).atEndOfMonth();
        LocalDate parted = isOver ? last : asOf.minusYears(years);
        int middle = before(parted.plusDays(1));
        int end = before(last.plusDays(1));
        return new PastYear(
                last.getYear(),
                values.part(before(first), middle),
                values.part(middle, end),
                isOver ? Part.NOTHING : comingMonth(asOf.plusDays(1), years, middle, end));
    }

    /** Of an earlier year's rest those on the dates from {@code next} to the end of its month. */
    private Part comingMonth(LocalDate next, int years, int middle, int end) {
        int lastDate = next.lengthOfMonth();
        Part sum = Part.NOTHING;
        YearMonth month = YearMonth.from(next).minusYears(years);
        for (; !month.isAfter(span.last().minusYears(years)); month = month.plusYears(1)) {
            if (next.getDayOfMonth() <= month.lengthOfMonth()) {
                int from = Math.max(middle, before(month.atDay(next.getDayOfMonth())));
                int to = Math.min(
                        end,
                        before(month.atDay(Math.min(lastDate, month.lengthOfMonth()))
                                .plusDays(1)));
                sum = from < to ? sum.plus(values.part(from, to)) : sum;
            }
        }
        return sum;
    }

    private List<PastYear> known(PastYear lastYear, LocalDate asOf, boolean isOver) {
        List<PastYear> known = new ArrayList<>();
        for (int years = 1; span.last().getYear() - years >= oldest; years++) {
            LocalDate first = span.first().minusYears(years).atDay(1);
            LocalDate last = span.last().minusYears(years).atEndOfMonth();
            if (before(last.plusDays(1)) - before(first) >= needed) {
                known.add(years == 1 ? lastYear : year(years, asOf, isOver));
            }
        }
        return known;
    }

    private SortedMap<YearMonth, AccountSums.Month> months(LocalDate asOf) {
        SortedMap<YearMonth, AccountSums.Month> months = new TreeMap<>();
        YearMonth now = YearMonth.from(asOf);
        for (YearMonth month = span.first(); !month.isAfter(now); month = month.plusMonths(1)) {
            boolean whole = month.isBefore(now);
            int from = before(month.atDay(1));
            int to = before(whole ? month.plusMonths(1).atDay(1) : asOf.plusDays(1));
            int gone = whole ? month.lengthOfMonth() : asOf.getDayOfMonth();
            months.put(month, new AccountSums.Month(values.part(from, to), gone - (to - from)));
        }
        return months;
    }

    private boolean hasEnough(Part soFar, SortedMap<YearMonth, AccountSums.Month> months) {
        return soFar.days() >= needed
                && months.entrySet().stream()
                        .allMatch(month -> month.getValue().valid().days()
                                >= Validity.daysOfMonth(month.getKey().getMonthValue()));
    }

    private SortedMap<Integer, Part> levels(int begun, int gone) {
        SortedMap<Integer, Part> parts = new TreeMap<>();
        for (int level = 0; level < LEVELS; level++) {
            Part part = levels[level].part(begun, gone);
            if (part.days() > 0) {
                parts.put(level, part);
            }
        }
        return parts;
    }

    private AccountSums.Episode episode(int begun, int gone) {
        int first = gone - 1;
        while (first > begun && days[first - 1].over() && dates[first - 1] == dates[first] - 1) {
            first--;
        }
        return new AccountSums.Episode(days[first].date(), values.part(first, gone));
    }

    private int yearEarlier(LocalDate date) {
        LocalDate earlier = date.minusYears(1);
        int found = earlier.getDayOfMonth() == date.getDayOfMonth()
                ? Arrays.binarySearch(dates, Math.toIntExact(earlier.toEpochDay()))
                : -1;
        return Math.max(-1, found);
    }

    /** How many valid days there are before a date. */
    private int before(LocalDate date) {
        int found = Arrays.binarySearch(dates, Math.toIntExact(date.toEpochDay()));
        return found >= 0 ? found : -found - 1;
    }
}
