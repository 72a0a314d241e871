package org.microgram.messages.water;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.microgram.messages.rows.Measurement;
import org.microgram.standards.Status;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.water.CumulativeValue;
import org.microgram.standards.water.MonthValue;
import org.microgram.standards.water.SectionValues;
import org.microgram.standards.water.WaterParameter;

/**
 * A section's year as rivers, basins, lakes and areas take it: its exact month values, from which all longer ones follow. Immutable.
 *
 * @param months from 1 to 12, those that have a sample; one of them may have no value
 */
public record SectionYear(int year, SortedMap<Integer, Month> months) {

    /**
     * @param inputs what it was made of
     */
    record Month(Map<WaterParameter, MonthValue> values, SampleDay.Inputs inputs) {}

    /**
     * Its values of a period.
     *
     * @param shortOf those that rest on too few
     * @param inputs of no samples where it has none
     */
    record Values(Map<WaterParameter, Fraction> exact, Set<WaterParameter> shortOf, SampleDay.Inputs inputs) {

        static final Values NONE = new Values(Map.of(), Set.of(), SampleDay.Inputs.NONE);

        private static <T> Values of(
                Map<WaterParameter, T> values,
                Function<T, Fraction> exact,
                Function<T, Status> status,
                SampleDay.Inputs inputs) {
            Set<WaterParameter> shortOf = EnumSet.noneOf(WaterParameter.class);
            values.forEach((parameter, value) -> {
                if (status.apply(value) != Status.OK) {
                    shortOf.add(parameter);
                }
            });
            return new Values(SectionValues.exact(values, exact), shortOf, inputs);
        }
    }

    Values over(BasinSpan span) {
        if (span.isMonth()) {
            Month month = months.get(span.month());
            return month == null
                    ? Values.NONE
                    : Values.of(month.values, MonthValue::exact, MonthValue::status, month.inputs);
        }
        Collection<Month> until = months.headMap(span.month() + 1).values();
        Collection<Map<WaterParameter, MonthValue>> values =
                until.stream().map(Month::values).toList();
        return Values.of(
                span.measurement() == Measurement.BASIN_YEAR
                        ? SectionValues.ofYear(values)
                        : SectionValues.toDate(values, span.month()),
                CumulativeValue::exact,
                CumulativeValue::status,
                until.stream().map(Month::inputs).reduce(SampleDay.Inputs.NONE, SampleDay.Inputs::plus));
    }
}
