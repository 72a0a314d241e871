package org.microgram.standards.water;

import java.util.Collection;
import java.util.Optional;
import org.microgram.standards.Status;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

/**
 * A parameter's value of a quarter, a year or a year to date at a section: the mean of its month values, each of which counts
 * once.
 *
 * <p><b>Source.</b> 环办[2011]22号 4: a quarter needs two samples, a year six (medium). A year to date needs as great a part of its
 * finished months (house rule). Numbers in {@code water/rules.csv}.
 *
 * @param exact in the unit of the parameter
 * @param months that had a value
 * @param needed months
 * @param shortMonths of these, how many have fewer days than they need
 */
public record CumulativeValue(WaterParameter parameter, Fraction exact, int months, int needed, int shortMonths) {

    private static final int PERCENT = 100;

    /** Empty when no month has a value. */
    public static Optional<CumulativeValue> ofQuarter(WaterParameter parameter, Collection<MonthValue> months) {
        return of(parameter, months, WaterRules.MONTHS_OF_QUARTER);
    }

    /** Empty when no month has a value. */
    public static Optional<CumulativeValue> ofYear(WaterParameter parameter, Collection<MonthValue> months) {
        return of(parameter, months, WaterRules.MONTHS_OF_YEAR);
    }

    /**
     * @param monthsGone of the year, until the last that is over
     * @return empty when no month has a value
     */
    public static Optional<CumulativeValue> toDate(
            WaterParameter parameter, Collection<MonthValue> months, int monthsGone) {
        int needed = (WaterRules.PERCENT_OF_MONTHS_TO_DATE * monthsGone + PERCENT - 1) / PERCENT;
        return of(parameter, months, needed);
    }

    private static Optional<CumulativeValue> of(WaterParameter parameter, Collection<MonthValue> months, int needed) {
        int shortMonths =
                (int) months.stream().filter(each -> each.status() != Status.OK).count();
        return WaterMean.mean(parameter, months.stream().map(MonthValue::exact).toList())
                .map(exact -> new CumulativeValue(parameter, exact, months.size(), needed, shortMonths));
    }

    public Status status() {
        return months < needed ? Status.BELOW_MINIMUM : Status.OK;
    }

    public Rounded published() {
        return WaterDecimals.assessment(parameter, exact);
    }
}
