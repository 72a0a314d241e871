package org.microgram.flink.ledger;

import java.time.LocalDate;
import org.microgram.standards.ChinaTime;

/** Which moments a reading and an arrival can have; readers keep to the same years. */
public final class Moments {

    /** How far a station's clock may run ahead, ms. */
    public static final long TOLERANCE = 5 * 60 * 1000L;

    private static final long EARLIEST = ChinaTime.startOf(LocalDate.of(1900, 1, 1));
    private static final long LATEST = ChinaTime.startOf(LocalDate.of(2200, 1, 1));

    private Moments() {}

    /** @param second seconds since 1970 UTC */
    public static boolean isNone(long second) {
        return second < EARLIEST || second >= LATEST;
    }
}
