package org.microgram.standards.account;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;

/**
 * The account of a number of days: good days, at least so many; heavy days, at most so many.
 *
 * <p><b>Rule.</b> Of the calendar days to come so many may still go wrong ({@link #left}): be heavy, or not be good. A day without an AQI counts as
 * neither, so for good days it is a day lost. It is out of reach when fewer may go wrong than did on the same dates of any known year.
 *
 * <p><b>Source.</b> Definitions §9; none in law. <b>Units.</b> Days.
 */
public sealed class CountBalance permits CountAccount {

    private final AccountSums sums;
    private final int target;
    private final boolean atLeast;
    private final int tooEarly;

    /** @param indicator one that counts days; its sums are of 1 for a day that counts */
    public CountBalance(AccountSums sums, Indicator indicator, int target, int tooEarly) {
        if (!indicator.isCount()) {
            throw new IllegalArgumentException(indicator.code() + " is a concentration and counts no days");
        }
        this.sums = sums;
        this.target = target;
        this.atLeast = indicator == Indicator.GOOD_DAYS;
        this.tooEarly = tooEarly;
    }

    /** Days that a share of the calendar days is at least: 56 % of 366 is 205. */
    public static int daysOfShare(Fraction percent, int calendarDays) {
        return Math.toIntExact(percent.times(calendarDays).dividedBy(100).rounded(0, Rounding.CEILING));
    }

    /** Good days at least, heavy days at most. */
    public int target() {
        return target;
    }

    /** Whether the target is so many days at least; else at most. */
    public boolean isAtLeast() {
        return atLeast;
    }

    /** Days that counted so far. */
    public int count() {
        return count(sums.soFar());
    }

    /** Days that counted on the same dates of last year; empty when none of them had an AQI. */
    public OptionalInt lastYear() {
        Part before = sums.lastYear().before();
        return before.days() == 0 ? OptionalInt.empty() : OptionalInt.of(count(before));
    }

    /** Days so far with an AQI. */
    public int evaluated() {
        return sums.soFar().days();
    }

    public int toCome() {
        return sums.toCome();
    }

    /** Days to come that may still go wrong; below zero when it cannot be reached any more. */
    public int left() {
        return atLeast ? count() + toCome() - target : target - count();
    }

    /** Good days that are still needed; none of heavy days. */
    public int needed() {
        return atLeast ? Math.max(0, target - count()) : 0;
    }

    /** Of the days to come those that must not go wrong; all of them when it cannot be reached any more. */
    public int mustKeep() {
        return Math.max(0, Math.min(toCome(), toCome() - left()));
    }

    /** As of a mean: the share of days that count on the same dates, times the days to come. */
    public List<Outlook> outlooks() {
        List<Outlook> outlooks = new ArrayList<>();
        if (toCome() == 0) {
            return outlooks;
        }
        sums.lastYear().rest().mean().ifPresent(share -> outlooks.add(outlook(Outlook.LAST_YEAR, share)));
        Sums.meanOf(sums.known().stream()
                        .flatMap(year -> year.rest().mean().stream())
                        .toList())
                .ifPresent(share -> outlooks.add(outlook(Outlook.KNOWN_YEARS, share)));
        sums.soFar().mean().ifPresent(share -> outlooks.add(outlook(Outlook.SO_FAR, share)));
        return outlooks;
    }

    public AccountStatus status() {
        if (toCome() == 0) {
            return AccountStatus.ofOver(sums.hasEnough(), left() >= 0);
        }
        if (left() < 0) {
            return AccountStatus.OUT_OF_REACH; // that is certain, however early
        }
        if (evaluated() < tooEarly) {
            return AccountStatus.TOO_EARLY;
        }
        boolean neverSoFew =
                sums.known().stream().mapToInt(year -> wrong(year.rest())).allMatch(wrong -> left() < wrong);
        if (neverSoFew && !sums.known().isEmpty()) {
            return AccountStatus.OUT_OF_REACH;
        }
        boolean attains = AccountStatus.median(outlooks()).map(this::attains).orElse(true);
        return attains ? AccountStatus.ON_COURSE : AccountStatus.AT_RISK;
    }

    private Outlook outlook(String name, Fraction share) {
        Fraction rest = share.times(toCome());
        Fraction end = rest.plus(Fraction.of(count()));
        return new Outlook(name, rest, end, attains(end));
    }

    private boolean attains(Fraction end) {
        int order = end.compareTo(Fraction.of(target));
        return atLeast ? order >= 0 : order <= 0;
    }

    private int wrong(Part of) {
        return atLeast ? of.days() - count(of) : count(of);
    }

    /** A day that counts is 1, so their number is the sum. */
    private static int count(Part of) {
        return of.sum().numerator().intValueExact();
    }
}
