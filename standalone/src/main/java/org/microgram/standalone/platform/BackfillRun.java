package org.microgram.standalone.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.microgram.ingest.KnownDefects;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.ReadReport;
import org.microgram.ingest.Reader;
import org.microgram.ingest.ReadingSink;
import org.microgram.ingest.Rights;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Measurement;
import org.microgram.store.Store;

/**
 * One backfill: files → reader → log → job → store, and the law of conservation over the whole way.
 *
 * <p>It may be broken off anywhere and given again: a record that is there already counts as a duplicate and changes nothing.
 */
public final class BackfillRun {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Platform platform;
    private final KnownDefects knownDefects;
    private final Rights rights;

    /** By the owner of the data directory, who may bring everything. */
    public BackfillRun(Platform platform, KnownDefects knownDefects) {
        this(platform, knownDefects, Rights.ALL);
    }

    /** @param rights of whoever reads the files in */
    public BackfillRun(Platform platform, KnownDefects knownDefects, Rights rights) {
        this.platform = platform;
        this.knownDefects = knownDefects;
        this.rights = rights;
    }

    /**
     * What became of everything.
     *
     * @param batch its id
     * @param reader what the reader made of the files
     * @param ledger what the ledgers made of what the reader handed on, in values
     * @param reading until the last record was acknowledged
     * @param whole until everything could be read in the store and was kept
     */
    public record Report(String batch, ReadReport reader, Ledger ledger, Duration reading, Duration whole) {

        /** Values of the batch as the ledgers counted them. */
        public record Ledger(long records, long used, long duplicate, long refused) {}

        public long duplicate() {
            return reader.duplicate() + ledger.duplicate;
        }

        public long refused() {
            return reader.refusedValues() + ledger.refused;
        }

        /** Values used: those the ledgers entered, with the minute values behind an hour that a reader formed of them. */
        public long used() {
            return ledger.used + reader.used() - reader.handedOn();
        }

        /** One line: read = used + refused + duplicate + empty, in values. */
        public String law() {
            return "%,d = %,d + %,d + %,d + %,d"
                    .formatted(reader.read(), used(), refused(), duplicate(), reader.empty());
        }

        /** Whether all that was read is accounted for. */
        public boolean holds() {
            return reader.read() == used() + refused() + duplicate() + reader.empty();
        }
    }

    /**
     * Reads the inputs and returns when all that follows from them can be read in the store and is in a checkpoint.
     *
     * @throws IllegalStateException when the law of conservation does not hold
     */
    public Report run(Reader reader, List<Path> inputs, ReadContext.Progress progress) throws Exception {
        long began = System.nanoTime();
        String batch = "batch-" + platform.ticker().tickNow();
        ReadReport read = read(reader, inputs, batch, progress);
        platform.producer().flushAll();
        Duration reading = Duration.ofNanos(System.nanoTime() - began);
        platform.settle(PATIENCE);
        Report report = new Report(batch, read, counted(batch), reading, Duration.ofNanos(System.nanoTime() - began));
        if (!report.holds()) {
            throw new IllegalStateException(
                    "Of %,d values read, %,d are accounted for: %s. This is a fault of Microgram; please report it with DATA/logs."
                            .formatted(
                                    read.read(),
                                    report.used() + report.refused() + report.duplicate() + read.empty(),
                                    report.law()));
        }
        return report;
    }

    private ReadReport read(Reader reader, List<Path> inputs, String batch, ReadContext.Progress progress)
            throws IOException {
        // A day more: a file of today counts as arrived at its end, and clocks are set to other zones.
        Instant latest = Instant.now().plus(Duration.ofDays(1));
        ReadContext context = new ReadContext(platform.network(), batch, progress, knownDefects, rights, latest);
        return reader.read(inputs, context, new ReadingSink() {
            @Override
            public void accept(StationRecord record) {
                platform.producer().send(record);
            }

            @Override
            public void accept(SectionSample sample) {
                platform.producer().send(sample);
            }

            @Override
            public void refuse(Refusal refusal) {
                platform.producer().send(refusal);
            }
        });
    }

    private Report.Ledger counted(String batch) throws InterruptedException {
        return platform.fromStore(store -> counted(store, batch));
    }

    private static Report.Ledger counted(Store store, String batch) {
        long[] sums = new long[4];
        store.scan(Measurement.DELIVERY, List.of(), 0, 1, row -> {
            if (row.key().variant().equals(batch)) {
                sums[0] += row.number("records");
                sums[1] += row.number("used");
                sums[2] += row.number("duplicate");
                sums[3] += row.number("refused");
            }
        });
        return new Report.Ledger(sums[0], sums[1], sums[2], sums[3]);
    }
}
