package org.microgram.standards.figures;

import java.time.LocalDate;
import java.util.Arrays;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.DayBlock;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;

/** Station days for tests, by the labels 1 to 24 of their hours. */
final class Days {

    private DayBlock block;

    private Days(LocalDate date) {
        block = DayBlock.empty((int) date.toEpochDay());
    }

    static Days on(String date) {
        return new Days(LocalDate.parse(date));
    }

    /** The same value at the labels from … to. */
    Days with(Pollutant p, int from, int to, double value) {
        for (int label = from; label <= to; label++) {
            put(label, HourValues.only(p, Math.round(value * Scaled.ONE)), 0);
        }
        return this;
    }

    /** A second version of one hour, with another value. */
    Days corrected(Pollutant p, int label, double value) {
        put(label, HourValues.only(p, Math.round(value * Scaled.ONE)), 1);
        return this;
    }

    Days withdrawn(Pollutant p, int from, int to) {
        for (int label = from; label <= to; label++) {
            put(label, HourValues.only(p, HourValues.TOMBSTONE), 2);
        }
        return this;
    }

    /** All six at all 24 hours, the five others harmless. */
    static StationDay full(String date, Pollutant p, double value) {
        Days days = on(date);
        Arrays.stream(Pollutant.values()).forEach(each -> days.with(each, 1, 24, each == p ? value : 1));
        return days.values();
    }

    StationDay values() {
        return block.values();
    }

    private void put(int label, HourValues values, long seq) {
        Version version = new Version(ReviewState.RAW, Rank.HOUR, 1000L * label, "f", seq);
        block = block.apply(label - 1, version, values).block();
    }
}
