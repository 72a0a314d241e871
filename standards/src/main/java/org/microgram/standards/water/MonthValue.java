package org.microgram.standards.water;

import java.util.Collection;
import java.util.Optional;
import org.microgram.standards.Status;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

/**
 * A parameter's value of a month at a section.
 *
 * <p><b>Rule.</b> The mean of the automatic station's valid days when there are enough of them; else the manual sample (the mean
 * of them, when there are several); else what the automatic station has, marked. The two are never averaged together.
 *
 * <p><b>Source.</b> 环办监测函〔2020〕82号: automatic data first for pH, DO, CODMn, NH3-N, TP and TN. How many days are enough is a house
 * rule.
 *
 * @param exact in the unit of the parameter
 * @param validDays of the automatic station, whichever source counts
 * @param manualSamples that had a value, whichever source counts
 */
public record MonthValue(WaterParameter parameter, Fraction exact, Source source, int validDays, int manualSamples) {

    /** Where a month's value is from. */
    public enum Source {
        AUTOMATIC,
        MANUAL,
        /** Automatic, with fewer days than a month needs. */
        AUTOMATIC_SHORT
    }

    /**
     * @param validDays the automatic station's means of its valid days
     * @param manual samples taken by hand
     * @return empty when neither has a value
     */
    public static Optional<MonthValue> of(
            WaterParameter parameter, Collection<Fraction> validDays, Collection<Measured> manual) {
        Optional<WaterMean> byHand = WaterMean.of(parameter, manual);
        boolean enough = validDays.size() >= daysNeeded();
        int samples = byHand.map(WaterMean::values).orElse(0);
        if (byHand.isPresent() && !enough) {
            return Optional.of(
                    new MonthValue(parameter, byHand.get().exact(), Source.MANUAL, validDays.size(), samples));
        }
        Source source = enough ? Source.AUTOMATIC : Source.AUTOMATIC_SHORT;
        return WaterMean.mean(parameter, validDays)
                .map(exact -> new MonthValue(parameter, exact, source, validDays.size(), samples));
    }

    /** Valid days that the automatic station needs. */
    public static int daysNeeded() {
        return WaterRules.VALID_DAYS_OF_MONTH;
    }

    public Status status() {
        return source == Source.AUTOMATIC_SHORT ? Status.BELOW_MINIMUM : Status.OK;
    }

    public Rounded published() {
        return WaterDecimals.assessment(parameter, exact);
    }
}
