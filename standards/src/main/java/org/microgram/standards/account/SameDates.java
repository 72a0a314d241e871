package org.microgram.standards.account;

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

        static Optional<Matched> of(Part now, Part base) {
            return now.mean()
                    .map(mean -> new Matched(now.days(), mean, base.mean().orElseThrow()));
        }

        public Fraction difference() {
            return now.minus(base);
        }
    }

    /** Empty when last year has no valid day on these dates. */
    public static Optional<SameDates> of(MeanBalance account) {
        Part last = account.sums().lastYear().before();
        return last.mean().map(base -> {
            Optional<Fraction> difference = account.mean().map(mean -> mean.minus(base));
            Optional<Fraction> percent = base.equals(Fraction.ZERO)
                    ? Optional.empty()
                    : difference.map(d -> d.dividedBy(base).times(100));
            return new SameDates(
                    last.days(), base, difference, percent, account.sums().matched());
        });
    }

    /**
     * The change as it is published: both sides rounded first (definitions §2).
     *
     * @param base the figure it is measured against, our own or a published one
     */
    public static Optional<Change> published(MeanBalance account, Rounded base) {
        JudgedAt at = account.target().judgedAt();
        return account.mean()
                .map(mean -> Change.of(new Rounded(mean.rounded(at.decimals(), at.rounding()), at.decimals()), base));
    }
}
