package org.microgram.dashboard.query;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.microgram.messages.network.Target;
import org.microgram.standards.account.JudgedAt;
import org.microgram.standards.account.MeanAccount;
import org.microgram.standards.account.SameDates;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.views.Change;
import org.microgram.standards.views.Span;

/**
 * An account's change on the year before as it is published, against the base that its target names: a published figure of just these months where
 * there is one, else our own.
 *
 * @param source who published the base; {@link #OURS} for our own
 */
public record PublishedChange(Change change, String source) {

    /** The source of a base that is our own figure. */
    public static final String OURS = ChangeView.OURS;

    /** Empty when there is no base, or no valid day yet. */
    public static Optional<PublishedChange> of(Target target, MeanAccount account) {
        Optional<Target.Base> published = lastYear(account).flatMap(target::base);
        JudgedAt at = target.judgedAt();
        Optional<Rounded> base = published.map(Target.Base::value).or(() -> SameDates.of(account)
                .map(last -> new Rounded(last.mean().rounded(at.decimals(), at.rounding()), at.decimals())));
        return base.flatMap(value -> SameDates.published(account, value))
                .map(change -> new PublishedChange(
                        change, published.map(Target.Base::source).orElse(OURS)));
    }

    /** The whole months that correspond to the days so far; empty in the middle of a month, of which nobody publishes a figure. */
    private static Optional<Span> lastYear(MeanAccount account) {
        Span span = account.days().span();
        LocalDate through = account.days().through();
        YearMonth last = YearMonth.from(through);
        return through.equals(last.atEndOfMonth()) && !last.isBefore(span.first())
                ? Optional.of(Span.of(span.first().minusYears(1), last.minusYears(1)))
                : Optional.empty();
    }
}
