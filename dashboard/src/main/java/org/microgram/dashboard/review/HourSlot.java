package org.microgram.dashboard.review;

import java.util.OptionalLong;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.PhysicalRange;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.number.Scaled;

/**
 * One hour of one pollutant. Values are scaled, or those of {@link HourValues}.
 *
 * @param start seconds since 1970 UTC
 */
public record HourSlot(long start, Pollutant pollutant) implements Slot {

    @Override
    public long end() {
        return start + ChinaTime.SECONDS_OF_HOUR;
    }

    @Override
    public String parameter() {
        return pollutant.code();
    }

    @Override
    public String unit() {
        return pollutant.unit();
    }

    /** By the label of its end. */
    @Override
    public String label() {
        return Span.label(start);
    }

    @Override
    public String name() {
        return label().replace('T', ' ') + "时 " + parameter();
    }

    @Override
    public long absent() {
        return HourValues.ABSENT;
    }

    @Override
    public long withdrawn() {
        return HourValues.TOMBSTONE;
    }

    @Override
    public boolean isValue(long value) {
        return HourValues.isValue(value);
    }

    @Override
    public OptionalLong read(String text) {
        if (text.isEmpty()) {
            return OptionalLong.of(withdrawn());
        }
        OptionalLong scaled = Written.number(text);
        return scaled.isPresent() && PhysicalRange.of(pollutant).contains(scaled.getAsLong())
                ? scaled
                : OptionalLong.empty();
    }

    @Override
    public String print(long value) {
        return Scaled.print(value, Scaled.DIGITS);
    }
}
