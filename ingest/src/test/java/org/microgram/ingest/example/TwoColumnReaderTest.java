package org.microgram.ingest.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microgram.ingest.Archives.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.microgram.ingest.Reader;
import org.microgram.ingest.ReaderContract;
import org.microgram.ingest.files.Limits;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.readings.Refusal.Reason;

@DisplayName("What a reader promises: the example of docs/extend/reader.md")
class TwoColumnReaderTest extends ReaderContract {

    private static final String HEAD = "site,hour,ozone_ppb\n";
    private static final String GOOD = "7,2026-03-01T10:00,43\n";

    @Override
    protected Reader reader(Limits limits) {
        return new TwoColumnReader(limits);
    }

    @Override
    protected Network network() {
        Station station = new Station(
                "t-1",
                "甲",
                "One",
                List.of("two-column:7"),
                "here",
                "national",
                2,
                LocalDate.of(2013, 1, 1),
                Optional.empty(),
                Double.NaN,
                Double.NaN);
        return new Network(List.of(station), List.of(), List.of(), "archive", "test");
    }

    @Override
    protected Map<String, byte[]> files() {
        return Map.of(
                "a.csv", bytes(HEAD + GOOD),
                "b.csv", bytes(HEAD + GOOD.replace("T10", "T11")),
                "c.csv", bytes(HEAD + GOOD.replace("T10", "T12") + GOOD.replace("T10:00,43", "T13:00,")));
    }

    @Override
    protected List<Fault> faults() {
        return List.of(
                new Fault("x.csv", bytes(HEAD + "8,2026-03-01T10:00,43\n"), Reason.UNKNOWN_STATION, 2),
                new Fault("x.csv", bytes(HEAD + "7,2026-03-01T10:30,43\n"), Reason.BAD_TIME, 2),
                new Fault("x.csv", bytes(HEAD + "7,2026-03-01T10:00,n/a\n"), Reason.NOT_A_NUMBER, 2),
                new Fault("x.csv", bytes(HEAD + "7,2026-03-01T10:00\n"), Reason.CUT_ROW, 2));
    }

    @Test
    void stands_in_the_guide_as_it_is_compiled() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/microgram/ingest/example/TwoColumnReader.java"));
        String example = source.substring(
                source.indexOf("    // begin of the example\n") + "    // begin of the example\n".length(),
                source.indexOf("    // end of the example"));
        assertThat(Files.readString(Path.of("../docs/extend/reader.md")))
                .as("docs/extend/reader.md: copy the example from TwoColumnReader again")
                .contains(example.lines()
                        .map(line -> line.replaceFirst("^ {4}", ""))
                        .collect(Collectors.joining("\n")));
    }
}
