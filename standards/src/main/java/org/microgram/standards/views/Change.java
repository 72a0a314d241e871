package org.microgram.standards.views;

import java.util.Locale;
import java.util.Optional;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

/**
 * A figure against an earlier one, both as published: −8.5 % is 43 against 47, whatever lies behind the decimals (definitions §2).
 *
 * <p><b>Rule.</b> The difference has the decimals of the finer of the two; the rate is (now − base) / base to 0.1 %, half-even. A rate that
 * rounds to −0.0 % is 0: 持平. Against a base of zero there is a difference and no rate.
 *
 * <p><b>Source.</b> HJ 663 (rates to one decimal); GB/T 8170.
 *
 * @param difference now − base
 * @param ratePercent in percent to one decimal; empty when there is none
 */
public record Change(Rounded now, Rounded base, Rounded difference, Optional<Rounded> ratePercent) {

    /** 上升, 下降, 持平. */
    public enum Direction {
        UP,
        DOWN,
        FLAT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of concentrations and indices. */
    public static Change of(Rounded now, Rounded base) {
        Optional<Rounded> rate = base.unscaled() == 0
                ? Optional.empty()
                : Optional.of(Rounded.of(
                        ratio(now.exact().minus(base.exact()), base.exact()).times(100), 1));
        return new Change(now, base, difference(now, base), rate);
    }

    /** Of days (天) and of shares (个百分点): they are said as a difference alone. */
    public static Change ofCounts(Rounded now, Rounded base) {
        return new Change(now, base, difference(now, base), Optional.empty());
    }

    /** By the rate where there is one: 0.04 % more is 持平. */
    public Direction direction() {
        long sign = ratePercent.map(Rounded::unscaled).orElse(difference.unscaled());
        return sign > 0 ? Direction.UP : sign < 0 ? Direction.DOWN : Direction.FLAT;
    }

    private static Rounded difference(Rounded now, Rounded base) {
        int digits = Math.max(now.digits(), base.digits());
        return new Rounded(Math.subtractExact(now.at(digits), base.at(digits)), digits);
    }

    private static Fraction ratio(Fraction a, Fraction b) {
        return Fraction.of(
                a.numerator().multiply(b.denominator()), a.denominator().multiply(b.numerator()));
    }
}
