package org.microgram.ingest;

import java.util.EnumMap;
import java.util.Map;
import org.microgram.ingest.values.ReadValue;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.standards.air.Pollutant;

/** The values of a row that holds several: counts each, refuses those that cannot be used, keeps the others. */
public final class WideRow {

    private final ReadRun run;
    private final String source;
    private final long line;
    private final Map<Pollutant, ReadValue> values = new EnumMap<>(Pollutant.class);

    /**
     * @param source file the row is in
     * @param line its place there
     */
    public WideRow(ReadRun run, String source, long line) {
        this.run = run;
        this.source = source;
        this.line = line;
    }

    /** Takes a value that has been counted as read. */
    public void take(Pollutant pollutant, ReadValue value, String raw) {
        if (value.isRefused()) {
            run.refuse(value.reason(), source, line, value.found(), raw, 1);
        } else if (value.isAbsent()) {
            run.countEmpty(1);
        } else {
            values.put(pollutant, value);
        }
    }

    /** Refuses a row as a whole, before any of its values was taken. */
    public void refuse(Reason reason, String found, String raw, int lost) {
        run.refuse(reason, source, line, found, raw, lost);
    }

    /** Those that can be used. */
    public Map<Pollutant, ReadValue> values() {
        return values;
    }
}
