package org.microgram.standards.water;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/**
 * The mean of a parameter over samples, over days, over sections or over points of a lake.
 *
 * <p><b>Rule.</b> Below detection counts as half the limit. pH is averaged by hydrogen ions ({@link PhMean}) and carried with six
 * decimals, all else exactly. What is absent takes no part.
 *
 * <p><b>Source.</b> 环办监测函〔2020〕82号.
 *
 * @param exact in the unit of the parameter
 * @param values how many went in
 * @param belowDetection how many of these were below detection
 * @param absent how many were asked for and had no number
 */
public record WaterMean(WaterParameter parameter, Fraction exact, int values, int belowDetection, int absent) {

    /** Empty when there is no value at all. */
    public static Optional<WaterMean> of(WaterParameter parameter, Collection<Measured> measured) {
        List<Fraction> numbers = new ArrayList<>();
        int below = 0;
        for (Measured each : measured) {
            each.entering().ifPresent(numbers::add);
            below += each instanceof Measured.BelowDetection ? 1 : 0;
        }
        int belowDetection = below;
        int absent = measured.size() - numbers.size();
        return mean(parameter, numbers)
                .map(exact -> new WaterMean(parameter, exact, numbers.size(), belowDetection, absent));
    }

    /** Of means, each of which counts once: days of a month, months of a year, sections of a basin, points of a lake. */
    public static Optional<Fraction> mean(WaterParameter parameter, Collection<Fraction> numbers) {
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        if (parameter == WaterParameter.PH) {
            List<Long> scaled = numbers.stream()
                    .map(each -> each.rounded(Scaled.DIGITS, Rounding.HALF_EVEN))
                    .toList();
            return Optional.of(Fraction.ofScaled(PhMean.ofScaled(scaled), 1));
        }
        Fraction sum = numbers.stream().reduce(Fraction.ZERO, Fraction::plus);
        return Optional.of(sum.dividedBy(numbers.size()));
    }

    /** As it is published and judged. */
    public Rounded published() {
        return WaterDecimals.assessment(parameter, exact);
    }
}
