package org.microgram.dashboard.explain;

import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.microgram.dashboard.explain.Words.Both;
import org.microgram.messages.rows.Measurement;
import org.microgram.standards.Status;
import org.microgram.standards.air.Aqi;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.figures.AirDay;
import org.microgram.standards.figures.AirHour;
import org.microgram.standards.figures.MonitoringPlan;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/** Sub-indices and the index: HJ 633, formulas 1 and 2. */
final class SubIndexFigure {

    private static final String CEILING = "HJ 633 formula 1";

    private SubIndexFigure() {}

    /** @param hour null when it has no record */
    static void ofHour(Draft draft, FigureKey key, AirHour hour) {
        Pollutant p = key.parameter().pollutant();
        draft.inputsTitle = new Both("进入分指数的浓度", "concentration that enters");
        draft.counts(0, 1, Status.NONE);
        boolean byRolling = hour != null && p.isParticulate() && hour.profile().particulatesByRollingMean();
        int index = byRolling ? Pollutant.COUNT + p.ordinal() : p.ordinal();
        Fraction mean = hour == null || !hour.has(index)
                ? null
                : Fraction.ofScaled(hour.numerator(index), hour.denominator(index));
        Parameter of = new Parameter(byRolling ? Parameter.Kind.ROLLING : Parameter.Kind.VALUE, p);
        String inputKey = FigureKey.hour(key.subject(), of, key.start()).text();
        if (mean == null || hour.subIndex(p.ordinal()) == SubIndex.NONE) {
            missing(draft, inputKey, of.code(), mean);
            return;
        }
        Rounding rule = byRolling ? hour.profile().rolling() : Rounding.HALF_EVEN;
        long value = input(draft, inputKey, of.code(), mean, p.decimals(), rule);
        String indicator = p.code() + (p.isParticulate() ? "_day" : "_hour");
        if (Breakpoints.takesOver(hour.edition(), indicator, value) != null
                && hour.isValid(Pollutant.COUNT + p.ordinal())) {
            int rolling = Pollutant.COUNT + p.ordinal();
            Parameter other = new Parameter(Parameter.Kind.ROLLING, p);
            value = input(
                    draft,
                    FigureKey.hour(key.subject(), other, key.start()).text(),
                    other.code(),
                    Fraction.ofScaled(hour.numerator(rolling), hour.denominator(rolling)),
                    p.decimals(),
                    hour.profile().rolling());
            indicator = p.code() + "_day";
        }
        finish(draft, hour.edition(), indicator, value, hour.profile().index());
        if (hour.profile().index() == Rounding.HALF_UP) {
            draft.rounding = new Receipt.RoundedBy(
                    0, "half-up", hour.profile().name() + ": " + hour.profile().source());
        }
    }

    /**
     * @param day null when nothing was received
     * @param greatestO3Hour scaled, or {@link Long#MIN_VALUE}
     */
    static void ofDay(Draft draft, FigureKey key, AirDay day, long greatestO3Hour) {
        Pollutant p = key.parameter().pollutant();
        draft.inputsTitle = new Both("进入分指数的浓度", "concentration that enters");
        draft.counts(0, 1, Status.NONE);
        Parameter of = new Parameter(Parameter.Kind.VALUE, p);
        String inputKey = FigureKey.day(key.subject(), of, key.firstDay()).text();
        Fraction mean = day == null ? null : day.exact(p);
        if (mean == null || day.subIndex(p) == SubIndex.NONE) {
            missing(draft, inputKey, of.code(), mean);
            return;
        }
        long value = input(draft, inputKey, of.code(), mean, p.decimals(), Rounding.HALF_EVEN);
        String indicator = p == Pollutant.O3 ? "O3_8h" : p.code() + "_day";
        if (Breakpoints.takesOver(day.edition(), indicator, value) != null && greatestO3Hour != Long.MIN_VALUE) {
            Fraction greatest = Fraction.ofScaled(greatestO3Hour, 1);
            value = input(draft, null, "O3_1h max", greatest, 0, Rounding.HALF_EVEN);
            indicator = "O3_hour";
        }
        finish(draft, day.edition(), indicator, value, Rounding.CEILING);
    }

    private static void missing(Draft draft, String inputKey, String code, Fraction mean) {
        String exact = mean == null ? null : mean.toSixDecimals();
        draft.inputs.add(Draft.unused(
                inputKey,
                new Both(code, code),
                exact,
                exact,
                mean == null ? "missing" : "excluded",
                null,
                null,
                "",
                Causes.NO_CONCENTRATION));
    }

    private static long input(Draft draft, String key, String code, Fraction mean, int digits, Rounding rule) {
        long units = mean.rounded(digits, rule);
        draft.inputs.add(Draft.used(
                key, new Both(code, code), Scaled.printFixed(units, digits), mean.toSixDecimals(), null, null, ""));
        return units * Scaled.powerOfTen(Scaled.DIGITS - digits);
    }

    private static void finish(Draft draft, String edition, String indicator, long value, Rounding rule) {
        Breakpoints.Line line = Breakpoints.line(edition, indicator, value);
        draft.rounded(line.exact(), 0, rule, CEILING);
        draft.counts(1, 1, Status.OK);
        draft.formula = Draft.formula("sub_index", line.text());
    }

    /**
     * The AQI: the greatest of the sub-indices that there are.
     *
     * @param leftOut why a pollutant without one is not asked for; null when it is
     */
    static void worst(
            Draft draft, FigureKey key, Aqi aqi, IntUnaryOperator subIndex, Function<Pollutant, Both> leftOut) {
        boolean hourly = key.measurement() == Measurement.AIR_HOUR;
        draft.inputsTitle = new Both("分指数", "sub-indices");
        int had = 0;
        for (Pollutant p : Pollutant.ALL) {
            Parameter of = new Parameter(Parameter.Kind.IAQI, p);
            String inputKey = hourly
                    ? FigureKey.hour(key.subject(), of, key.start()).text()
                    : FigureKey.day(key.subject(), of, key.firstDay()).text();
            Both name = new Both(p.code(), p.code());
            int index = aqi == null ? SubIndex.NONE : subIndex.applyAsInt(p.ordinal());
            if (index == SubIndex.NONE && leftOut.apply(p) != null) {
                draft.inputs.add(Draft.unused(
                        inputKey, name, MonitoringPlan.MARK, null, "excluded", null, null, "", leftOut.apply(p)));
            } else if (index == SubIndex.NONE) {
                draft.inputs.add(
                        Draft.unused(inputKey, name, null, null, "missing", null, null, "", Causes.NO_CONCENTRATION));
            } else {
                had++;
                String value = Integer.toString(index);
                draft.inputs.add(Draft.used(inputKey, name, value, value, null, null, ""));
            }
        }
        draft.counts(had, 1, had == 0 ? Status.NONE : Status.OK);
        if (aqi != null && aqi.exists()) {
            draft.value = Integer.toString(aqi.value());
            String primary = aqi.primary() == null ? "" : " (" + aqi.primary() + ")";
            draft.formula = Draft.formula("worst", "max = " + aqi.value() + primary);
        }
    }
}
