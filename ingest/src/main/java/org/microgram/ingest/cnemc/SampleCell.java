package org.microgram.ingest.cnemc;

import java.util.Optional;
import org.microgram.ingest.Decimals;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.Measured.Absence;
import org.microgram.standards.water.WaterParameter;
import org.microgram.standards.water.WaterRange;

/**
 * What one cell says of a parameter.
 *
 * @param code as {@link SampleValues} has it; empty when the cell says nothing, or is refused
 * @param note of what was sent, when it is not what is kept; else empty
 * @param reason why it is refused; null when it is not
 * @param found what was found then
 */
record SampleCell(Optional<Long> code, String note, Reason reason, String found) {

    private static final int MOST_TEXT = 100;

    /**
     * @param unrounded the value as it was before it was displayed; empty when the table has none
     * @param displayed the value as it was shown, {@code *} or {@code --}
     */
    static SampleCell of(WaterParameter parameter, String unrounded, String displayed) {
        String text = unrounded.isBlank() ? displayed.strip() : unrounded.strip();
        if (text.isEmpty()) {
            return new SampleCell(Optional.empty(), "", null, "");
        }
        Optional<Absence> absence = Absence.find(text);
        if (absence.isPresent()) {
            return kept(SampleValues.code(new Measured.Absent(absence.get())), "");
        }
        boolean below = text.startsWith("<");
        Optional<Fraction> number = Decimals.floating(below ? text.substring(1).strip() : text);
        if (number.isEmpty() || below && number.get().compareTo(Fraction.ZERO) <= 0) {
            return refused(Reason.NOT_A_NUMBER, parameter, text);
        }
        WaterRange range = WaterRange.of(parameter);
        if (number.get().compareTo(Fraction.of(range.from(), Scaled.ONE)) < 0
                || number.get().compareTo(Fraction.of(range.to(), Scaled.ONE)) > 0) {
            return refused(Reason.OUT_OF_RANGE, parameter, text);
        }
        long scaled = number.get().rounded(Scaled.DIGITS, Rounding.HALF_EVEN);
        boolean exact = Fraction.of(scaled, Scaled.ONE).equals(number.get());
        if (below && scaled == 0) {
            return refused(Reason.NOT_A_NUMBER, parameter, text);
        }
        Measured measured = below ? new Measured.BelowDetection(scaled) : new Measured.Value(scaled);
        return kept(SampleValues.code(measured), exact ? "" : parameter.column() + ":sent=" + cut(text));
    }

    /** With something more that the table says of the cell; empty for nothing. */
    SampleCell withNote(WaterParameter parameter, String remark) {
        if (remark.isEmpty()) {
            return this;
        }
        String more = parameter.column() + ":remark=" + cut(Cells.plain(remark));
        return new SampleCell(code, note.isEmpty() ? more : note + " " + more, reason, found);
    }

    boolean isRefused() {
        return reason != null;
    }

    /** Whether it has a value, one below detection included. */
    boolean hasValue() {
        return code.isPresent() && !SampleValues.isAbsence(code.get());
    }

    private static SampleCell kept(long code, String note) {
        return new SampleCell(Optional.of(code), note, null, "");
    }

    private static SampleCell refused(Reason reason, WaterParameter parameter, String text) {
        return new SampleCell(
                Optional.empty(), "", reason, parameter.code() + " \"" + cut(text) + "\" " + parameter.unit());
    }

    private static String cut(String text) {
        return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
    }
}
