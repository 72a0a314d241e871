package org.microgram.ingest;

import java.time.Instant;
import org.microgram.messages.network.Network;

/**
 * What a reader needs besides its inputs.
 *
 * @param network the stations that names and ids are looked up in
 * @param batch id of the backfill, carried by every record and refusal; empty when it is none
 * @param progress told after every file
 * @param knownDefects refusals that are no news
 * @param rights what whoever reads them in may bring
 * @param latest what is said to have arrived after it has not arrived yet: it would outrank every correction until then
 */
public record ReadContext(
        Network network, String batch, Progress progress, KnownDefects knownDefects, Rights rights, Instant latest) {

    /** At any time. */
    public ReadContext(Network network, String batch, Progress progress, KnownDefects knownDefects, Rights rights) {
        this(network, batch, progress, knownDefects, rights, Instant.MAX);
    }

    /** For whoever may bring everything. */
    public ReadContext(Network network, String batch, Progress progress, KnownDefects knownDefects) {
        this(network, batch, progress, knownDefects, Rights.ALL);
    }

    /** Told how far the reading is. */
    @FunctionalInterface
    public interface Progress {

        /** For callers who do not want to know. */
        Progress SILENT = (done, total, records) -> {};

        /**
         * @param filesDone files read so far
         * @param filesTotal files found
         * @param records records handed on so far
         */
        void at(int filesDone, int filesTotal, long records);
    }

    /** Without progress and without known defects. */
    public static ReadContext of(Network network, String batch) {
        return new ReadContext(network, batch, Progress.SILENT, KnownDefects.NONE);
    }
}
