package org.microgram.ingest;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.microgram.ingest.values.ReadValue;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.readings.ValueNote;
import org.microgram.messages.readings.ValueNotes;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Version;

/** Makes the hourly records of one format and hands each on once. */
public final class Records {

    /**
     * A record that repeats one of this many before it is counted as duplicate. One further back is handed on again, which changes nothing (its
     * version is the same); the bound keeps files of any length from filling memory.
     */
    private static final int LOOKED_BACK = 250_000;

    private final ReadRun run;
    private final String format;
    private final Recent<StationRecord> seen = new Recent<>(LOOKED_BACK);
    private final Map<String, Trace> traces = new HashMap<>();

    public Records(ReadRun run, String format) {
        this.run = run;
        this.format = format;
    }

    /**
     * Hands on what a station says of an hour.
     *
     * @param values those that are neither absent nor refused; nothing is done when there is none
     */
    public void hour(String station, long startSecond, Version version, Map<Pollutant, ReadValue> values) {
        hour(station, startSecond, version, "", "", values);
    }

    /** The same, with the person who decided it and why. */
    public void hour(
            String station,
            long startSecond,
            Version version,
            String author,
            String reason,
            Map<Pollutant, ReadValue> values) {
        if (values.isEmpty()) {
            return;
        }
        long[] scaled = new long[Pollutant.COUNT];
        java.util.Arrays.fill(scaled, HourValues.ABSENT);
        Map<Pollutant, ValueNote> notes = new EnumMap<>(Pollutant.class);
        values.forEach((pollutant, value) -> {
            scaled[pollutant.ordinal()] = value.scaled();
            notes.put(pollutant, value.note());
        });
        StationRecord record = new StationRecord(
                station,
                startSecond,
                StationRecord.HOUR,
                version,
                run.context().batch(),
                traces.computeIfAbsent(station, id -> Trace.of(format, id)).at(startSecond),
                author,
                reason,
                HourValues.of(scaled),
                ValueNotes.of(notes));
        if (seen.add(record)) {
            run.accept(record);
        } else {
            run.countDuplicate(record.values().count());
        }
    }
}
