package org.microgram.ingest.beijing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;

/**
 * The values of one daily date: hour label × station × pollutant. Joins the two files of a day, and says of a value whether it is new.
 *
 * <p>When two files of one date say different things of one slot, both values are kept, the greatest in the first layer: the layers do not
 * depend on which file came first. Both are handed on with one version, and the ledger decides by the value (rule K1).
 */
final class DayGrid {

    static final int HOURS = 24;

    private final int stations;
    private final List<long[]> layers = new ArrayList<>();

    DayGrid(int stations) {
        this.stations = stations;
    }

    /** Puts a value; false when the slot held the same already. */
    boolean put(int hour, int station, int pollutant, long scaled) {
        int slot = (hour * stations + station) * Pollutant.COUNT + pollutant;
        for (long[] layer : layers) {
            if (layer[slot] == scaled) {
                return false;
            }
        }
        long carried = scaled;
        for (long[] layer : layers) {
            long there = layer[slot];
            if (there == HourValues.ABSENT) {
                layer[slot] = carried;
                return true;
            }
            if (carried > there) {
                layer[slot] = carried;
                carried = there;
            }
        }
        long[] layer = new long[HOURS * stations * Pollutant.COUNT];
        Arrays.fill(layer, HourValues.ABSENT);
        layer[slot] = carried;
        layers.add(layer);
        return true;
    }

    /** One where no two files disagree; none when there is no value at all. */
    int layers() {
        return layers.size();
    }

    /** What a layer holds of a station in an hour, in the order of {@link Pollutant}; null when nothing. */
    long[] values(int layer, int hour, int station) {
        int from = (hour * stations + station) * Pollutant.COUNT;
        long[] values = Arrays.copyOfRange(layers.get(layer), from, from + Pollutant.COUNT);
        for (long value : values) {
            if (value != HourValues.ABSENT) {
                return values;
            }
        }
        return null;
    }
}
