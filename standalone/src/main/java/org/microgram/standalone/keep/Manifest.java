package org.microgram.standalone.keep;

import java.util.List;

/**
 * What a backup holds; its component names are the keys of {@code manifest.json}.
 *
 * @param format number of the backup's own layout
 * @param program version that made it
 * @param layout number of the data directory's layout
 * @param config hash of the configuration that the figures were made with; empty when there were none
 * @param upTo the last tick in the log, ms since 1970 UTC: everything before it is in the backup; 0 when there is none
 * @param parts everything else in the file, in its order
 */
public record Manifest(int format, String program, int layout, String config, long upTo, List<Part> parts) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    public Manifest {
        parts = List.copyOf(parts);
    }

    /**
     * @param name {@code log/readings/0}, {@code config/stations.csv}, {@code data/batches.csv}
     * @param messages of a part of the log, ticks that nothing depends on left out; else 0
     * @param sha256 of its bytes before compression, hexadecimal
     */
    public record Part(String name, long messages, String sha256) {}

    /** Readings and refusals, ticks included. */
    public long messages() {
        return parts.stream().mapToLong(Part::messages).sum();
    }
}
