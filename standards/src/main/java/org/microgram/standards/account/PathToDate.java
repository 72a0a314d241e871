package org.microgram.standards.account;

import java.util.List;
import java.util.Optional;
import org.microgram.standards.number.Fraction;

/**
 * How much of the target should be used up by now: winter costs more, so the path is no straight line.
 *
 * <p><b>Rule.</b> The target times the mean of the known years' shares of their annual sum by the same date (definitions §9).
 *
 * @param years how many years are known
 * @param share mean of their shares, 0 to 1
 * @param coins where the path must be, in coins: T times the share
 */
public record PathToDate(int years, Fraction share, Fraction coins) {

    /** Empty when no earlier year has the days it needs. */
    public static Optional<PathToDate> of(MeanBalance account) {
        List<Fraction> shares = account.sums().known().stream()
                .flatMap(year -> year.shareBefore().stream())
                .toList();
        return Sums.meanOf(shares)
                .map(share -> new PathToDate(
                        shares.size(), share, account.target().value().times(share)));
    }
}
