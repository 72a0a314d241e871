package org.microgram.dashboard.review;

import java.time.LocalDateTime;
import java.util.OptionalLong;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.WaterParameter;
import org.microgram.standards.water.WaterRange;

/**
 * One parameter of one sample at a section. Values are the codes of {@link SampleValues}.
 *
 * @param start when the water was taken, seconds since 1970 UTC
 * @param byHand whether a person took it
 */
public record SampleSlot(long start, boolean byHand, WaterParameter item) implements Slot {

    private static final String BELOW = "<";

    /** A sample has no length. */
    @Override
    public long end() {
        return start;
    }

    @Override
    public String parameter() {
        return item.code();
    }

    @Override
    public String unit() {
        return item.unit();
    }

    /** The moment, as receipts ask for it: {@code 2021-04-01T12:00}, with {@code /manual} behind it when a person took the sample. */
    @Override
    public String label() {
        return label(start, byHand);
    }

    static String label(long second, boolean byHand) {
        return LocalDateTime.ofEpochSecond(second, 0, ChinaTime.OFFSET) + (byHand ? "/manual" : "");
    }

    @Override
    public String name() {
        return label().replace('T', ' ') + " " + parameter();
    }

    @Override
    public long absent() {
        return SampleValues.NO_VALUE;
    }

    @Override
    public long withdrawn() {
        return SampleValues.WITHDRAWN;
    }

    @Override
    public boolean isValue(long code) {
        return code != SampleValues.WITHDRAWN && !SampleValues.isAbsence(code);
    }

    /** A decimal, or the detection limit that it is below: {@code <0.025}. */
    @Override
    public OptionalLong read(String text) {
        if (text.isEmpty()) {
            return OptionalLong.of(withdrawn());
        }
        boolean below = text.startsWith(BELOW);
        OptionalLong number = Written.number(below ? text.substring(1) : text);
        if (number.isEmpty() || !WaterRange.of(item).contains(number.getAsLong()) || below && number.getAsLong() <= 0) {
            return OptionalLong.empty();
        }
        Measured measured =
                below ? new Measured.BelowDetection(number.getAsLong()) : new Measured.Value(number.getAsLong());
        return OptionalLong.of(SampleValues.code(measured));
    }

    @Override
    public String print(long code) {
        Measured measured = SampleValues.measured(code);
        return measured instanceof Measured.BelowDetection below
                ? BELOW + Scaled.print(below.limit(), Scaled.DIGITS)
                : Scaled.print(((Measured.Value) measured).scaled(), Scaled.DIGITS);
    }
}
