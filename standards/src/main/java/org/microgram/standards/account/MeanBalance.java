package org.microgram.standards.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.standards.number.Fraction;

/**
 * What an account of a mean comes to, from its sums: what the days so far took of it, and what the days to come may still take.
 *
 * <p><b>Rule.</b> With n valid days so far whose exact sum is Σ, and r calendar days to come: N = n + r, because a day that is gone without a value
 * neither costs nor saves. The rest may have the mean A = (T·N − Σ) / r. The status goes by the second margin: A for the last mean that still
 * rounds to T. With r = 0 there is no A and the mean itself is judged.
 *
 * <p><b>Source.</b> Definitions §9; none in law. <b>Units.</b> µg/m³.
 */
public sealed class MeanBalance permits MeanAccount {

    private final AccountSums sums;
    private final MeanTarget target;
    private final int tooEarly;

    /** @param tooEarly valid days from which on there is a status */
    public MeanBalance(AccountSums sums, MeanTarget target, int tooEarly) {
        this.sums = sums;
        this.target = target;
        this.tooEarly = tooEarly;
    }

    public AccountSums sums() {
        return sums;
    }

    public MeanTarget target() {
        return target;
    }

    /** Valid days so far (n). */
    public int valid() {
        return sums.soFar().days();
    }

    /** Calendar days to come (r). */
    public int toCome() {
        return sums.toCome();
    }

    /** N = n + r. */
    public int whole() {
        return valid() + toCome();
    }

    /** Σ of the valid days so far. */
    public Fraction sum() {
        return sums.soFar().sum();
    }

    /** Σ / n; empty without a valid day. */
    public Optional<Fraction> mean() {
        return sums.soFar().mean();
    }

    /** Σ / N: coins used up, one a microgram; empty when there is no day at all. */
    public Optional<Fraction> spent() {
        return whole() == 0 ? Optional.empty() : Optional.of(sum().dividedBy(whole()));
    }

    /** What the mean of the rest may be for the whole to be exactly T; empty when nothing is to come. May be below zero. */
    public Optional<Fraction> allowed() {
        return allowed(target.value());
    }

    /** What it may be for the whole to be the edge of what still rounds to T. */
    public Optional<Fraction> allowedAsJudged() {
        return allowed(target.edge());
    }

    /** What it may be for the whole to have some mean. */
    public Optional<Fraction> allowed(Fraction whole) {
        return toCome() == 0
                ? Optional.empty()
                : Optional.of(whole.times(whole()).minus(sum()).dividedBy(toCome()));
    }

    /**
     * What the days to come of the coming month may have as their mean: A, shared over the rest as the known years shared theirs; A itself where no
     * year is known. Empty when nothing is to come.
     */
    public Optional<Fraction> allowedComingMonth() {
        List<Fraction> months = new ArrayList<>();
        List<Fraction> rests = new ArrayList<>();
        for (PastYear year : sums.known()) {
            Optional<Fraction> month = year.comingMonth().mean();
            Optional<Fraction> rest = year.rest().mean();
            if (month.isPresent() && rest.isPresent()) {
                months.add(month.get());
                rests.add(rest.get());
            }
        }
        Fraction ofRests = Sums.total(rests);
        return ofRests.equals(Fraction.ZERO)
                ? allowed()
                : allowed().map(a -> a.times(Sums.total(months)).dividedBy(ofRests));
    }

    /** The named outlooks that there is something for; none when nothing is to come. */
    public List<Outlook> outlooks() {
        List<Outlook> outlooks = new ArrayList<>();
        if (toCome() == 0) {
            return outlooks;
        }
        lastYearsRest().ifPresent(rest -> outlooks.add(outlook(Outlook.LAST_YEAR, rest)));
        Sums.meanOf(restsOfKnownYears()).ifPresent(rest -> outlooks.add(outlook(Outlook.KNOWN_YEARS, rest)));
        mean().ifPresent(rest -> outlooks.add(outlook(Outlook.SO_FAR, rest)));
        return outlooks;
    }

    /** Last year's rest times a factor: 11/10 for ten percent more. Empty when nothing is to come, or last year has nothing there. */
    public Optional<Outlook> whatIf(Fraction factor) {
        return toCome() == 0
                ? Optional.empty()
                : lastYearsRest().map(rest -> outlook(Outlook.WHAT_IF, rest.times(factor)));
    }

    /** What some of the days so far cost together: (their sum − T · how many) / N; below zero when they saved. */
    public Fraction cost(Part of) {
        return of.sum().minus(target.value().times(of.days())).dividedBy(whole());
    }

    public AccountStatus status() {
        if (toCome() == 0) {
            return AccountStatus.ofOver(
                    sums.hasEnough(), mean().map(target::isAttainedBy).orElse(false));
        }
        if (valid() < tooEarly) {
            return AccountStatus.TOO_EARLY;
        }
        Fraction margin = allowedAsJudged().orElseThrow();
        Optional<Fraction> lowest = restsOfKnownYears().stream().min(Fraction::compareTo);
        if (margin.compareTo(Fraction.ZERO) < 0 || lowest.isPresent() && margin.compareTo(lowest.get()) < 0) {
            return AccountStatus.OUT_OF_REACH;
        }
        boolean attains =
                AccountStatus.median(outlooks()).map(target::isAttainedBy).orElse(true);
        return attains ? AccountStatus.ON_COURSE : AccountStatus.AT_RISK;
    }

    private Optional<Fraction> lastYearsRest() {
        return sums.lastYear().rest().mean();
    }

    private List<Fraction> restsOfKnownYears() {
        return sums.known().stream()
                .flatMap(year -> year.rest().mean().stream())
                .toList();
    }

    private Outlook outlook(String name, Fraction rest) {
        Fraction end = sum().plus(rest.times(toCome())).dividedBy(whole());
        return new Outlook(name, rest, end, target.isAttainedBy(end));
    }
}
