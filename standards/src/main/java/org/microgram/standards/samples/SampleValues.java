package org.microgram.standards.samples;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.Measured.Absence;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;

/**
 * What one message says of one water sample. Immutable.
 *
 * <p>What it says of a parameter is held as one {@code long}, a code, so that a slot's history can order it: twice the value in millionths, or
 * twice the detection limit and one; a withdrawal; or one of two absences. A parameter that it does not speak of has no code.
 *
 * @param codes by parameter
 * @param publishedClass the class that its publisher gave; empty where there was none
 * @param status of the station then; empty when nothing was said
 */
public record SampleValues(
        Map<WaterParameter, Long> codes, Optional<WaterClass> publishedClass, Optional<StationStatus> status) {

    /** A person decided that there is no valid value: it counts like a value. */
    public static final long WITHDRAWN = Long.MIN_VALUE;

    /** {@code *}: the section does not measure it. Counts only where there is nothing else. */
    public static final long NOT_MEASURED = Long.MIN_VALUE + 1;

    /** {@code --}: measured there, but no value this time. Counts only where there is nothing else. */
    public static final long NO_VALUE = Long.MIN_VALUE + 2;

    /** Values of at most this size, millionths, fit in a code. */
    public static final long MOST = Long.MAX_VALUE / 4;

    public SampleValues {
        Map<WaterParameter, Long> sorted = new EnumMap<>(WaterParameter.class);
        sorted.putAll(codes);
        codes = Collections.unmodifiableMap(sorted);
    }

    /** @throws ArithmeticException for a size that no measurement has */
    public static long code(Measured measured) {
        if (measured instanceof Measured.Value value) {
            return Math.multiplyExact(value.scaled(), 2);
        }
        if (measured instanceof Measured.BelowDetection below) {
            return Math.addExact(Math.multiplyExact(below.limit(), 2), 1);
        }
        return ((Measured.Absent) measured).why() == Absence.NOT_MEASURED ? NOT_MEASURED : NO_VALUE;
    }

    /** What enters the figures; a withdrawn value is one that there is none of. */
    public static Measured measured(long code) {
        if (code == NOT_MEASURED) {
            return new Measured.Absent(Absence.NOT_MEASURED);
        }
        if (code == NO_VALUE || code == WITHDRAWN) {
            return new Measured.Absent(Absence.NO_VALUE);
        }
        long scaled = Math.floorDiv(code, 2L);
        return (code & 1) == 0 ? new Measured.Value(scaled) : new Measured.BelowDetection(scaled);
    }

    /** Whether it says that there is nothing, which supersedes no value. */
    public static boolean isAbsence(long code) {
        return code == NOT_MEASURED || code == NO_VALUE;
    }

    /** How many values it has, withdrawals included: what the law of conservation counts. */
    public int count() {
        return (int) codes.values().stream().filter(code -> !isAbsence(code)).count();
    }

    /** The same with other codes. */
    public SampleValues with(Map<WaterParameter, Long> others) {
        return new SampleValues(others, publishedClass, status);
    }
}
