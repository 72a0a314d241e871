package org.microgram.ingest.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.ingest.Decimals;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.standards.air.DataFlag;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.Measured.Absence;
import org.microgram.standards.water.WaterParameter;
import org.microgram.standards.water.WaterRange;

/**
 * What a row says of a parameter of water.
 *
 * <p><b>Below detection.</b> {@code <0.025}, {@code 0.025L} as laboratories write it, {@code <DL} beside a detection limit, and a number under
 * the detection limit beside it: each is <em>below the limit</em>, and half of the limit enters the figures (环办监测函〔2020〕82号). <b>Units</b>
 * are converted once, exactly, and rounded half-even to a millionth.
 *
 * @param code as {@link SampleValues} has it; empty when the row says nothing
 * @param notes what was sent besides, or is not what is kept; empty for nothing
 */
record SampleValue(Optional<Long> code, String notes) {

    /** It says nothing of any parameter. */
    static final SampleValue NOTHING = new SampleValue(Optional.empty(), "");

    private static final Fraction ONE = Fraction.of(1);
    private static final Fraction THOUSANDTH = Fraction.of(1, 1000);
    private static final int MOST_TEXT = 100;

    /** @param audited whether a person decided: then no value is a decision too, and withdraws the one there was */
    static SampleValue of(WaterParameter parameter, Columns columns, List<String> row, boolean audited) throws Refused {
        String sent = columns.get(row, "value");
        String unit = columns.get(row, "unit");
        String limitText = columns.get(row, "detection_limit");
        List<String> notes = new ArrayList<>();
        note(notes, parameter, "method", RowParser.words(columns.get(row, "method"), "method"));
        note(notes, parameter, "limit", limitText);
        String flag = columns.get(row, "flag");
        Optional<DataFlag> known = DataFlag.find(flag);
        if (known.isEmpty() && !flag.isEmpty()) {
            throw new Refused(Reason.BAD_FIELD, "flag \"" + cut(flag) + "\"");
        }
        note(notes, parameter, "flag", flag);
        Optional<Absence> absence = Absence.find(sent);
        boolean absent = sent.isEmpty() || absence.isPresent();
        boolean invalid = known.isPresent() && !known.get().valid();
        if (invalid || absent && audited) {
            note(notes, parameter, "sent", sent);
            return new SampleValue(Optional.of(SampleValues.WITHDRAWN), String.join(" ", notes));
        }
        if (absent) {
            return absence.map(why -> new SampleValue(Optional.of(SampleValues.code(new Measured.Absent(why))), ""))
                    .orElse(NOTHING);
        }
        Fraction factor = factor(parameter, unit);
        Measured measured = number(parameter, sent, limitText, factor, unit);
        boolean asSent = factor.equals(ONE) && measured instanceof Measured.Value;
        if (!asSent) {
            note(notes, parameter, "sent", sent + unit);
        }
        return new SampleValue(Optional.of(SampleValues.code(measured)), String.join(" ", notes));
    }

    /** Whether it is a value or withdraws one. */
    boolean isValue() {
        return code.isPresent() && !SampleValues.isAbsence(code.get());
    }

    private static Measured number(
            WaterParameter parameter, String sent, String limitText, Fraction factor, String unit) throws Refused {
        Optional<Fraction> limit = Decimals.exact(limitText);
        boolean limitIsBad =
                !limitText.isEmpty() && (limit.isEmpty() || limit.get().compareTo(Fraction.ZERO) <= 0);
        boolean namesTheLimit = sent.equalsIgnoreCase("<DL");
        boolean lessThan = sent.startsWith("<") || sent.endsWith("L");
        Optional<Fraction> number = namesTheLimit ? limit : Decimals.exact(bare(sent));
        if (limitIsBad || namesTheLimit && limit.isEmpty() || lessThan && differ(limit, number)) {
            throw new Refused(Reason.BAD_FIELD, "detection_limit \"" + cut(limitText) + "\" of \"" + cut(sent) + "\"");
        }
        String found = parameter.code() + " \"" + cut(sent) + "\" " + cut(unit);
        if (number.isEmpty() || lessThan && number.get().compareTo(Fraction.ZERO) <= 0) {
            throw new Refused(Reason.NOT_A_NUMBER, found);
        }
        WaterRange range = WaterRange.of(parameter);
        Fraction converted = number.get().times(factor);
        if (converted.compareTo(Fraction.of(range.from(), Scaled.ONE)) < 0
                || converted.compareTo(Fraction.of(range.to(), Scaled.ONE)) > 0) {
            throw new Refused(Reason.OUT_OF_RANGE, found);
        }
        boolean below = lessThan || limit.isPresent() && number.get().compareTo(limit.get()) < 0;
        Fraction kept = below && limit.isPresent() ? limit.get().times(factor) : converted;
        long scaled = kept.rounded(Scaled.DIGITS, Rounding.HALF_EVEN);
        if (below && (scaled == 0 || scaled > range.to())) {
            throw new Refused(Reason.OUT_OF_RANGE, found);
        }
        return below ? new Measured.BelowDetection(scaled) : new Measured.Value(scaled);
    }

    private static boolean differ(Optional<Fraction> limit, Optional<Fraction> number) {
        return limit.isPresent() && number.isPresent() && !limit.get().equals(number.get());
    }

    private static String bare(String sent) {
        return sent.startsWith("<")
                ? sent.substring(1).strip()
                : sent.replaceAll("L$", "").strip();
    }

    /** From the unit sent to the one that the parameter is kept in. */
    private static Fraction factor(WaterParameter parameter, String sent) throws Refused {
        String unit = sent.replace('μ', 'µ')
                .replaceFirst("^u(?=[gS])", "µ")
                .replace("℃", "°C")
                .replace("无量纲", "1");
        if (unit.equals(parameter.unit())) {
            return ONE;
        }
        if (unit.equals("µg/L") && parameter.unit().equals("mg/L")) {
            return THOUSANDTH;
        }
        throw new Refused(
                Reason.BAD_UNIT,
                "unit \"" + cut(sent) + "\" of " + parameter.code() + ", which is in " + parameter.unit());
    }

    private static void note(List<String> notes, WaterParameter parameter, String what, String text) {
        if (!text.isEmpty()) {
            notes.add(parameter.column() + ":" + what + "=" + cut(text.replaceAll("\\s+", "_")));
        }
    }

    private static String cut(String text) {
        return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
    }
}
