package org.microgram.standards.account;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.standards.number.Fraction;

/**
 * The account as a row of coins, one a microgram of the mean, used up from left to right.
 *
 * <p><b>Rule.</b> A valid day takes d / N coins. The k-th coin is used up on the first day on which Σ / N has reached k. The last coin of a target
 * such as 30.5 is a part of one. What a year spends over its target fills coins beyond.
 */
public final class Coins {

    /**
     * One coin.
     *
     * @param number from 1
     * @param size 1, or less: the last one of a target that is no whole number
     * @param used how much of it is gone, at most its size
     * @param overLimit how much of that went on days over the daily limit
     * @param usedUp the day on which nothing was left of it; empty when something is
     * @param beyond whether it lies over the target
     */
    public record Coin(
            int number, Fraction size, Fraction used, Fraction overLimit, Optional<LocalDate> usedUp, boolean beyond) {}

    private Coins() {}

    /** The coins of the target, then those over it; none of a target of zero or without a single day. */
    public static List<Coin> of(MeanAccount account) {
        List<Coin> coins = new ArrayList<>();
        if (account.whole() == 0) {
            return coins;
        }
        List<AccountDay> days = account.days().soFar();
        Fraction target = account.target().value();
        Fraction spent = account.spent().orElseThrow();
        Fraction end = spent.compareTo(target) > 0 ? spent : target;
        Fraction from = Fraction.ZERO;
        Filling filling = new Filling(days, account.whole());
        while (from.compareTo(end) < 0) {
            boolean beyond = from.compareTo(target) >= 0;
            Fraction whole = Fraction.of(floor(from), BigInteger.ONE).plus(Fraction.of(1));
            // The target cuts the coin that it lies in; what is over it begins there.
            Fraction to = !beyond && whole.compareTo(target) > 0 ? target : whole;
            coins.add(filling.coin(coins.size() + 1, from, to, beyond));
            from = to;
        }
        return coins;
    }

    /** Days poured into one coin after the other; what a coin cannot take goes into the next. */
    private static final class Filling {

        private final List<AccountDay> days;
        private final int whole;
        private int next;
        private Fraction left = Fraction.ZERO; // of the day before next
        private boolean leftIsOver;

        Filling(List<AccountDay> days, int whole) {
            this.days = days;
            this.whole = whole;
        }

        Coin coin(int number, Fraction from, Fraction to, boolean beyond) {
            Fraction size = to.minus(from);
            Fraction used = Fraction.ZERO;
            Fraction over = Fraction.ZERO;
            while (used.compareTo(size) < 0 && (left.compareTo(Fraction.ZERO) > 0 || next < days.size())) {
                if (left.compareTo(Fraction.ZERO) == 0) {
                    left = days.get(next).value().dividedBy(whole);
                    leftIsOver = days.get(next).over();
                    next++;
                }
                Fraction room = size.minus(used);
                Fraction taken = left.compareTo(room) < 0 ? left : room;
                used = used.plus(taken);
                over = leftIsOver ? over.plus(taken) : over;
                left = left.minus(taken);
            }
            Optional<LocalDate> usedUp =
                    used.equals(size) ? Optional.of(days.get(next - 1).date()) : Optional.empty();
            return new Coin(number, size, used, over, usedUp, beyond);
        }
    }

    private static BigInteger floor(Fraction positive) {
        return positive.numerator().divide(positive.denominator());
    }
}
