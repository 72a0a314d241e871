package org.microgram.messages.readings;

/**
 * What was sent besides one value, or was done to it on the way in; kept so that the value as sent can always be shown.
 *
 * @param flag the logger's flag, HJ 212: N, M, D …
 * @param sent the value as it was sent, when it is not the value that is kept
 * @param unit its unit there
 * @param factor from this unit to the one it is kept in, exactly: {@code 479970/244654}
 * @param method how it was measured
 * @param detectionLimit of the method, with {@code unit}
 * @param below how a value below that limit is kept: {@code kept} as sent, {@code half} the limit; empty when it is not below
 * @param minutes minutes that an hour was formed of; 0 when it was sent as an hour
 */
public record ValueNote(
        String flag,
        String sent,
        String unit,
        String factor,
        String method,
        String detectionLimit,
        String below,
        int minutes) {

    public static final String BELOW_KEPT = "kept";
    public static final String BELOW_HALF = "half";

    /** Nothing is noted. */
    public static final ValueNote NONE = new ValueNote("", "", "", "", "", "", "", 0);

    /** Only the unit and factor that a value was converted by. */
    public static ValueNote converted(String sent, String unit, String factor) {
        return new ValueNote("", sent, unit, factor, "", "", "", 0);
    }

    /** With the minutes that an hour was formed of. */
    public ValueNote ofMinutes(int count) {
        return new ValueNote(flag, sent, unit, factor, method, detectionLimit, below, count);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
