package org.microgram.standards.water;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.number.Fraction;

/**
 * The values of a section over a day, a month, and more than one month, each a function of a set: the order of what is handed in
 * changes nothing.
 *
 * <p><b>Time.</b> A sample belongs to the natural day (Asia/Shanghai) in which the water was taken; one of 00:00 to the day that
 * begins then.
 */
public final class SectionValues {

    private SectionValues() {}

    /**
     * The means of a day: of its automatic samples. A day is valid for a parameter that has as many values as
     * {@code samples_of_day} of {@code water/rules.csv} says (house rule); of others the day has no mean.
     *
     * @param samples of one natural day; what was taken by hand takes no part
     */
    public static Map<WaterParameter, WaterMean> ofDay(Collection<WaterSample> samples) {
        Map<WaterParameter, List<Measured>> measured = byParameter(samples, false);
        Map<WaterParameter, WaterMean> means = new EnumMap<>(WaterParameter.class);
        measured.forEach((parameter, all) -> WaterMean.of(parameter, all)
                .filter(mean -> mean.values() >= WaterRules.SAMPLES_OF_DAY)
                .ifPresent(mean -> means.put(parameter, mean)));
        return means;
    }

    /** Values of a parameter that make a day valid for it. */
    public static int samplesNeeded() {
        return WaterRules.SAMPLES_OF_DAY;
    }

    /**
     * The values of a month, from what was taken in it: of automatic samples by days, of samples by hand as they are.
     *
     * @param samples of one month
     */
    public static Map<WaterParameter, MonthValue> ofMonth(Collection<WaterSample> samples) {
        Map<Integer, List<WaterSample>> byDay = new TreeMap<>();
        for (WaterSample sample : samples) {
            byDay.computeIfAbsent(ChinaTime.dayOf(sample.second()), day -> new ArrayList<>())
                    .add(sample);
        }
        return ofDays(byDay.values().stream().map(SectionValues::ofDay).toList(), samples);
    }

    /**
     * The same from days that are known already.
     *
     * @param days the means of each day
     * @param samples of the month; only those by hand count
     */
    public static Map<WaterParameter, MonthValue> ofDays(
            Collection<Map<WaterParameter, WaterMean>> days, Collection<WaterSample> samples) {
        Map<WaterParameter, List<Measured>> byHand = byParameter(samples, true);
        Map<WaterParameter, MonthValue> months = new EnumMap<>(WaterParameter.class);
        for (WaterParameter parameter : WaterParameter.ALL) {
            List<Fraction> ofDays = days.stream()
                    .filter(day -> day.containsKey(parameter))
                    .map(day -> day.get(parameter).exact())
                    .toList();
            MonthValue.of(parameter, ofDays, byHand.getOrDefault(parameter, List.of()))
                    .ifPresent(month -> months.put(parameter, month));
        }
        return months;
    }

    /**
     * The values of a year until the end of a month.
     *
     * @param months of that year until then, those without any value left out or empty
     * @param monthsGone of the year, until the last that is over
     */
    public static Map<WaterParameter, CumulativeValue> toDate(
            Collection<Map<WaterParameter, MonthValue>> months, int monthsGone) {
        return over(months, (parameter, values) -> CumulativeValue.toDate(parameter, values, monthsGone));
    }

    /** The values of a year that is over. */
    public static Map<WaterParameter, CumulativeValue> ofYear(Collection<Map<WaterParameter, MonthValue>> months) {
        return over(months, CumulativeValue::ofYear);
    }

    /** The values of a quarter that is over. */
    public static Map<WaterParameter, CumulativeValue> ofQuarter(Collection<Map<WaterParameter, MonthValue>> months) {
        return over(months, CumulativeValue::ofQuarter);
    }

    private static Map<WaterParameter, CumulativeValue> over(
            Collection<Map<WaterParameter, MonthValue>> months,
            BiFunction<WaterParameter, List<MonthValue>, Optional<CumulativeValue>> mean) {
        Map<WaterParameter, CumulativeValue> values = new EnumMap<>(WaterParameter.class);
        for (WaterParameter parameter : WaterParameter.ALL) {
            List<MonthValue> ofMonths = months.stream()
                    .filter(month -> month.containsKey(parameter))
                    .map(month -> month.get(parameter))
                    .toList();
            mean.apply(parameter, ofMonths).ifPresent(value -> values.put(parameter, value));
        }
        return values;
    }

    /** What is held against the limits: {@code exact(months, MonthValue::exact)}. */
    public static <T> Map<WaterParameter, Fraction> exact(Map<WaterParameter, T> values, Function<T, Fraction> exact) {
        Map<WaterParameter, Fraction> numbers = new EnumMap<>(WaterParameter.class);
        values.forEach((parameter, value) -> numbers.put(parameter, exact.apply(value)));
        return numbers;
    }

    /**
     * How far an assessment can be relied on: {@code below_minimum} when one of the values that its class rests on is.
     *
     * @param status of a value: {@code status(months, basis, MonthValue::status)}
     */
    public static <T> Status status(
            Map<WaterParameter, T> values, Collection<WaterParameter> basis, Function<T, Status> status) {
        boolean ok = basis.stream().allMatch(each -> status.apply(values.get(each)) == Status.OK);
        return ok ? Status.OK : Status.BELOW_MINIMUM;
    }

    private static Map<WaterParameter, List<Measured>> byParameter(Collection<WaterSample> samples, boolean byHand) {
        Map<WaterParameter, List<Measured>> measured = new EnumMap<>(WaterParameter.class);
        for (WaterSample sample : samples) {
            if (sample.byHand() == byHand) {
                sample.values()
                        .forEach((parameter, value) -> measured.computeIfAbsent(parameter, p -> new ArrayList<>())
                                .add(value));
            }
        }
        return measured;
    }
}
