package org.microgram.standards.account;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.microgram.standards.air.Validity;
import org.microgram.standards.views.Span;

/**
 * The valid days of a subject, parted at the last day that is gone: the days so far, those to come, and the same months of earlier years.
 *
 * <p><b>Time.</b> Natural days. The day after {@link #through} is the first to come, also while it runs.
 */
public final class AccountDays {

    private final NavigableMap<LocalDate, AccountDay> valid;
    private final Span span;
    private final LocalDate through;

    /**
     * @param valid of any years, in any order
     * @param span what the target is set for
     * @param asOf the last day that is gone; whoever reads decides it (definitions §3)
     */
    public AccountDays(Collection<AccountDay> valid, Span span, LocalDate asOf) {
        this(byDate(valid), span, asOf);
    }

    private AccountDays(NavigableMap<LocalDate, AccountDay> valid, Span span, LocalDate asOf) {
        this.valid = valid;
        this.span = span;
        LocalDate before = span.firstDay().minusDays(1);
        this.through = asOf.isBefore(before) ? before : asOf.isAfter(span.lastDay()) ? span.lastDay() : asOf;
    }

    /** The same with more valid days, such as missing ones that somebody assumes a value for. */
    AccountDays with(Collection<AccountDay> more) {
        List<AccountDay> all = new ArrayList<>(valid.values());
        all.addAll(more);
        return new AccountDays(all, span, through);
    }

    public Span span() {
        return span;
    }

    /** The last day of the span that is gone; the day before its first when none is. */
    public LocalDate through() {
        return through;
    }

    /** The same days, parted at another one. */
    public AccountDays at(LocalDate asOf) {
        return new AccountDays(valid, span, asOf);
    }

    /** The valid days that are gone, in their order. */
    public List<AccountDay> soFar() {
        return between(span.firstDay(), through);
    }

    /** The days that are gone and have no valid value. */
    public List<LocalDate> missing() {
        return span.firstDay()
                .datesUntil(through.plusDays(1))
                .filter(day -> !valid.containsKey(day))
                .toList();
    }

    /** Calendar days to come (r). */
    public int toCome() {
        return Math.toIntExact(ChronoUnit.DAYS.between(through, span.lastDay()));
    }

    public boolean isOver() {
        return toCome() == 0;
    }

    /** The same months some years before, whatever days they have. */
    public EarlierYear yearsBefore(int years) {
        LocalDate first = span.first().minusYears(years).atDay(1);
        LocalDate last = span.last().minusYears(years).atEndOfMonth();
        // At the span's end all of the earlier one is gone: a February of 29 days lies before one of 28.
        LocalDate parted = isOver() ? last : through.minusYears(years);
        return new EarlierYear(last.getYear(), between(first, parted), between(parted.plusDays(1), last));
    }

    /** The valid day on the same date a year earlier; none for 29 February. */
    public Optional<AccountDay> yearEarlier(LocalDate day) {
        LocalDate earlier = day.minusYears(1);
        return MonthDay.from(earlier).equals(MonthDay.from(day))
                ? Optional.ofNullable(valid.get(earlier))
                : Optional.empty();
    }

    /** The earlier years that have the valid days they need, the last one first. Later years are not known to an account of this one. */
    public List<EarlierYear> knownYears() {
        List<EarlierYear> known = new ArrayList<>();
        if (!valid.isEmpty()) {
            int oldest = valid.firstKey().getYear();
            for (int years = 1; span.last().getYear() - years >= oldest; years++) {
                EarlierYear year = yearsBefore(years);
                if (year.valid() >= needed()) {
                    known.add(year);
                }
            }
        }
        return known;
    }

    /** Valid days that the whole span needs: 324 of a year (GB 3095 table 4), of other months the sum of what each needs (house rule). */
    public int needed() {
        return needed(span);
    }

    static int needed(Span span) {
        if (span.kind() == Span.Kind.YEAR) {
            return Validity.DAYS_OF_YEAR;
        }
        int sum = 0;
        for (YearMonth month = span.first(); !month.isAfter(span.last()); month = month.plusMonths(1)) {
            sum += Validity.daysOfMonth(month.getMonthValue());
        }
        return sum;
    }

    /** Whether the span, when it is over, has the days that its mean needs, each month its own as well (definitions §4). */
    public boolean hasEnough() {
        if (soFar().size() < needed()) {
            return false;
        }
        for (YearMonth month = span.first(); !month.isAfter(span.last()); month = month.plusMonths(1)) {
            if (between(month.atDay(1), month.atEndOfMonth()).size() < Validity.daysOfMonth(month.getMonthValue())) {
                return false;
            }
        }
        return true;
    }

    /** The days to come of the month that comes next: all of July at the end of June, the rest of June in the middle of it. */
    public List<LocalDate> comingMonth() {
        LocalDate next = through.plusDays(1);
        return isOver()
                ? List.of()
                : next.datesUntil(YearMonth.from(next).atEndOfMonth().plusDays(1))
                        .toList();
    }

    private static NavigableMap<LocalDate, AccountDay> byDate(Collection<AccountDay> valid) {
        NavigableMap<LocalDate, AccountDay> byDate = new TreeMap<>();
        valid.forEach(day -> byDate.put(day.date(), day));
        return byDate;
    }

    private List<AccountDay> between(LocalDate first, LocalDate last) {
        return first.isAfter(last)
                ? List.of()
                : List.copyOf(valid.subMap(first, true, last, true).values());
    }

    /** Those of an earlier year on the same dates as the coming month's days to come. */
    List<AccountDay> comingMonthOf(EarlierYear year) {
        List<MonthDay> dates = comingMonth().stream().map(MonthDay::from).toList();
        return year.rest().stream()
                .filter(day -> dates.contains(MonthDay.from(day.date())))
                .toList();
    }
}
