package org.microgram.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.NetworkLoader;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.readings.StationRecord;

/** What a reader handed on, kept in order. Its report has checked the law of conservation already. */
public final class Collected implements ReadingSink {

    public static final Path CONFIG = Path.of("../config");
    public static final Network BEIJING = NetworkLoader.load(CONFIG);

    public final List<StationRecord> records = new ArrayList<>();
    public final List<SectionSample> samples = new ArrayList<>();
    public final List<Refusal> refusals = new ArrayList<>();
    public ReadReport report;

    public static Collected read(Reader reader, Path... inputs) throws IOException {
        return read(reader, Rights.ALL, inputs);
    }

    /** By somebody who may bring this much. */
    public static Collected read(Reader reader, Rights rights, Path... inputs) throws IOException {
        return read(reader, rights, Instant.MAX, inputs);
    }

    /** At a time when nothing later can have arrived. */
    static Collected read(Reader reader, Rights rights, Instant latest, Path... inputs) throws IOException {
        Collected collected = new Collected();
        ReadContext context =
                new ReadContext(BEIJING, "b1", ReadContext.Progress.SILENT, KnownDefects.load(CONFIG), rights, latest);
        collected.report = reader.read(List.of(inputs), context, collected);
        return collected;
    }

    @Override
    public void accept(StationRecord record) {
        records.add(record);
    }

    @Override
    public void accept(SectionSample sample) {
        samples.add(sample);
    }

    @Override
    public void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    /** The only refusal. */
    public Refusal refusal() {
        if (refusals.size() != 1) {
            throw new AssertionError("one refusal expected, found " + refusals);
        }
        return refusals.get(0);
    }

    /** The record of a station at a start, as yyyy-mm-ddThh:mm:ss+hh:mm; must be there once. */
    public StationRecord at(String station, String start) {
        long second = java.time.OffsetDateTime.parse(start).toEpochSecond();
        List<StationRecord> found = records.stream()
                .filter(r -> r.station().equals(station) && r.startSecond() == second)
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("one record expected, found " + found);
        }
        return found.get(0);
    }
}
