package org.microgram.ingest;

import java.util.List;
import java.util.Optional;
import org.microgram.ingest.airnow.AirnowReader;
import org.microgram.ingest.beijing.BeijingArchiveReader;
import org.microgram.ingest.cnemc.WaterCsvReader;
import org.microgram.ingest.cnemc.WaterPageReader;
import org.microgram.ingest.csv.ReadingsCsvReader;
import org.microgram.ingest.openaq.OpenaqReader;
import org.microgram.ingest.prsa.PrsaReader;

/** The readers there are, by the name of their format. */
public final class Readers {

    private static final List<Reader> ALL = List.of(
            new BeijingArchiveReader(),
            new ReadingsCsvReader(),
            new PrsaReader(),
            new OpenaqReader(),
            new AirnowReader(),
            new WaterCsvReader(),
            new WaterPageReader());

    private Readers() {}

    public static List<String> formats() {
        return ALL.stream().map(Reader::format).toList();
    }

    public static Optional<Reader> find(String format) {
        return ALL.stream().filter(reader -> reader.format().equals(format)).findFirst();
    }
}
