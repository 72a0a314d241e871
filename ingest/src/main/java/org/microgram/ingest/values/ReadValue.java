package org.microgram.ingest.values;

import java.time.LocalDate;
import java.util.Optional;
import org.microgram.ingest.Decimals;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.ValueNote;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.BelowDetection;
import org.microgram.standards.air.DataFlag;
import org.microgram.standards.air.PhysicalRange;
import org.microgram.standards.air.Units;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/**
 * What became of one value that was sent: a concentration in the unit it is kept in, a withdrawal, nothing, or a refusal.
 *
 * <p><b>Flags</b> (HJ 212): N and S count. Any other withdraws the interval, as a logger that says "fault" says that there is no valid value;
 * what it sent stays in the note. <b>Units</b> are converted once, exactly, and rounded half-even to a millionth of the unit kept in; value,
 * unit and factor stay in the note. <b>Below detection</b>: a number is kept as it is; "&lt;0.5" becomes what {@link BelowDetection} says;
 * both are marked.
 *
 * @param scaled the concentration, {@link HourValues#TOMBSTONE} or {@link HourValues#ABSENT}
 * @param note what is worth keeping besides
 * @param reason why it is refused; null when it is not
 * @param found what was found then
 */
public record ReadValue(long scaled, ValueNote note, Reason reason, String found) {

    private static final int MOST_TEXT = 100;
    private static final Fraction ONE = Fraction.of(1);

    private static final ReadValue NOTHING = new ReadValue(HourValues.ABSENT, ValueNote.NONE, null, "");

    public boolean isRefused() {
        return reason != null;
    }

    public boolean isAbsent() {
        return reason == null && scaled == HourValues.ABSENT;
    }

    /** Of a value whose decimals are all meant: one with more than six is refused. */
    public static ReadValue of(SentValue sent) {
        return read(sent, Decimals::exact);
    }

    /** Of a value that its publisher computed in binary floating point, such as 6.333333333333333: it is rounded to a millionth. */
    public static ReadValue ofFloating(SentValue sent) {
        return read(sent, Decimals::floating);
    }

    /** How the text of a number is read; nothing when it is none. */
    private interface Numbers {
        Optional<Fraction> parse(String text);
    }

    private static ReadValue read(SentValue sent, Numbers numbers) {
        Optional<DataFlag> flag = DataFlag.find(sent.flag());
        if (flag.isEmpty() && !sent.flag().isEmpty()) {
            return refused(Reason.BAD_FIELD, "flag \"" + sent.flag() + "\"");
        }
        String code = flag.map(DataFlag::code).orElse("");
        if (flag.isPresent() && !flag.get().valid()) {
            return new ReadValue(HourValues.TOMBSTONE, withdrawn(sent, code), null, "");
        }
        if (sent.value().isEmpty()) {
            return NOTHING;
        }
        LocalDate day = ChinaTime.date(ChinaTime.dayOf(sent.startSecond()));
        Optional<Fraction> factor = Units.factor(sent.pollutant(), sent.unit(), day);
        if (factor.isEmpty()) {
            return refused(
                    Reason.BAD_UNIT,
                    "unit \"" + sent.unit() + "\" of " + sent.pollutant().code());
        }
        return number(sent, code, factor.get(), numbers);
    }

    private static ReadValue number(SentValue sent, String flag, Fraction factor, Numbers numbers) {
        boolean lessThan = sent.value().startsWith("<");
        Optional<Fraction> number =
                numbers.parse(lessThan ? sent.value().substring(1).strip() : sent.value());
        if (number.isEmpty() || (lessThan && number.get().compareTo(Fraction.ZERO) <= 0)) {
            return refused(Reason.NOT_A_NUMBER, describe(sent));
        }
        Optional<Fraction> limit = numbers.parse(sent.detectionLimit());
        boolean limitIsBad = !sent.detectionLimit().isEmpty()
                && (limit.isEmpty() || limit.get().compareTo(Fraction.ZERO) <= 0);
        boolean limitsDiffer = lessThan && limit.isPresent() && !limit.get().equals(number.get());
        if (limitIsBad || limitsDiffer) {
            return refused(
                    Reason.BAD_FIELD, "detection_limit \"" + sent.detectionLimit() + "\" of \"" + sent.value() + "\"");
        }
        String below = "";
        if (lessThan) {
            below = ValueNote.BELOW_HALF;
        } else if (limit.isPresent() && number.get().compareTo(limit.get()) < 0) {
            below = ValueNote.BELOW_KEPT;
        }
        Fraction meant = lessThan ? BelowDetection.ofLessThan(number.get()) : number.get();
        Fraction converted = meant.times(factor);
        PhysicalRange range = PhysicalRange.of(sent.pollutant());
        if (converted.compareTo(Fraction.of(range.from(), Scaled.ONE)) < 0
                || converted.compareTo(Fraction.of(range.to(), Scaled.ONE)) > 0) {
            return refused(Reason.OUT_OF_RANGE, describe(sent));
        }
        long scaled = converted.rounded(Scaled.DIGITS, Rounding.HALF_EVEN);
        boolean changed = lessThan
                || !factor.equals(ONE)
                || !Fraction.of(scaled, Scaled.ONE).equals(meant);
        ValueNote note = new ValueNote(
                flag,
                changed ? cut(sent.value()) : "",
                changed || limit.isPresent() ? sent.unit() : "",
                factor.equals(ONE) ? "" : factor.toString(),
                sent.method(),
                sent.detectionLimit(),
                below,
                0);
        return new ReadValue(scaled, note, null, "");
    }

    private static ValueNote withdrawn(SentValue sent, String flag) {
        String unit = sent.value().isEmpty() ? "" : cut(sent.unit());
        return new ValueNote(flag, cut(sent.value()), unit, "", sent.method(), cut(sent.detectionLimit()), "", 0);
    }

    private static ReadValue refused(Reason reason, String found) {
        return new ReadValue(HourValues.ABSENT, ValueNote.NONE, reason, found);
    }

    private static String describe(SentValue sent) {
        return sent.pollutant().code() + " \"" + cut(sent.value()) + "\" " + cut(sent.unit());
    }

    private static String cut(String text) {
        return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
    }
}
