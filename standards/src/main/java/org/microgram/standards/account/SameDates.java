package org.microgram.standards.account;

import java.util.List;
import java.util.Optional;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.views.Change;

/**
 * The days so far held against the same dates of last year.
 *
 * <p><b>Rule.</b> Each side has its own valid days: that is the published change. Beside it stand the days that are valid in both; 29 February
 * has no counterpart (definitions §8).
 *
 * @param days valid days of last year up to the same date
 * @param mean their exact mean
 * @param difference mean so far less that, exact; empty when this year has no valid day yet
 * @param percent the same in percent of last year's, exact; empty as well when that is nothing
 * @param matched the same over the days valid in both; empty when there is none
 */
public record SameDates(
        int days, Fraction mean, Optional<Fraction> difference, Optional<Fraction> percent, Optional<Matched> matched) {

    /** @param days how many pairs */
    public record Matched(int days, Fraction now, Fraction base) {

        public Fraction difference() {
            return now.minus(base);
        }
    }

    /** Empty when last year has no valid day on these dates. */
    public static Optional<SameDates> of(MeanAccount account) {
        EarlierYear last = account.days().yearsBefore(1);
        return last.meanBefore().map(base -> {
            Optional<Fraction> difference = account.mean().map(mean -> mean.minus(base));
            Optional<Fraction> percent = base.equals(Fraction.ZERO)
                    ? Optional.empty()
                    : difference.map(d -> d.dividedBy(base).times(100));
            return new SameDates(last.before().size(), base, difference, percent, matched(account.days()));
        });
    }

    /**
     * The change as it is published: both sides rounded first (definitions §2).
     *
     * @param base the figure it is measured against, our own or a published one
     */
    public static Optional<Change> published(MeanAccount account, Rounded base) {
        JudgedAt at = account.target().judgedAt();
        return account.mean()
                .map(mean -> Change.of(new Rounded(mean.rounded(at.decimals(), at.rounding()), at.decimals()), base));
    }

    private static Optional<Matched> matched(AccountDays days) {
        List<AccountDay> now = days.soFar().stream()
                .filter(day -> days.yearEarlier(day.date()).isPresent())
                .toList();
        List<AccountDay> base = now.stream()
                .map(day -> days.yearEarlier(day.date()).orElseThrow())
                .toList();
        return now.isEmpty()
                ? Optional.empty()
                : Optional.of(new Matched(
                        now.size(),
                        Sums.mean(now).orElseThrow(),
                        Sums.mean(base).orElseThrow()));
    }
}
