package org.microgram.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.ingest.Collected;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.readings.ValueNote;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.number.Scaled;

@DisplayName("The example of docs/extend/readings-csv.md")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingsCsvGuideTest {

    private static final Path GUIDE = Path.of("../docs/extend/readings-csv.md");

    @TempDir
    Path dir;

    private Collected read;
    private List<String> table;

    @BeforeEach
    void read() throws IOException {
        String text = Files.readString(GUIDE);
        String example = text.substring(text.indexOf("```\n") + 4);
        example = example.substring(0, example.indexOf("```"));
        table = example.lines().toList();
        read = Collected.read(new ReadingsCsvReader(), Files.writeString(dir.resolve("example.csv"), example));
    }

    @Test
    void has_every_column() {
        assertThat(List.of(table.get(0).split(",")))
                .containsExactlyInAnyOrderElementsOf(
                        java.util.stream.Stream.of(ReadingsCsvReader.NEEDED, ReadingsCsvReader.OPTIONAL)
                                .flatMap(List::stream)
                                .toList());
    }

    @Test
    void is_accounted_for() {
        assertThat(read.refusals).isEmpty();
        assertThat(read.report.read()).isEqualTo(9);
        assertThat(read.report.used()).isEqualTo(8);
        assertThat(read.report.empty()).isEqualTo(1);
        assertThat(read.report.handedOn()).isEqualTo(7);
    }

    @Test
    void keeps_a_value_in_its_own_unit_as_it_is_and_notes_flag_and_method() {
        assertThat(value(0, Pollutant.PM25)).isEqualTo(42_500_000);
        assertThat(note(0, Pollutant.PM25)).isEqualTo(new ValueNote("N", "", "", "", "beta attenuation", "", "", 0));
    }

    @Test
    void converts_ppb_once_and_keeps_what_was_sent() {
        assertThat(value(1, Pollutant.O3)).isEqualTo(39_236_636);
        assertThat(note(1, Pollutant.O3)).isEqualTo(new ValueNote("N", "20", "ppb", "239985/122327", "", "", "", 0));
    }

    @Test
    void marks_what_is_below_the_detection_limit() {
        assertThat(value(2, Pollutant.SO2)).isEqualTo(1_200_000);
        assertThat(note(2, Pollutant.SO2).below()).isEqualTo(ValueNote.BELOW_KEPT);
        assertThat(note(2, Pollutant.SO2).detectionLimit()).isEqualTo("2");
        assertThat(value(3, Pollutant.SO2)).isEqualTo(Scaled.ONE);
        assertThat(note(3, Pollutant.SO2).below()).isEqualTo(ValueNote.BELOW_HALF);
        assertThat(note(3, Pollutant.SO2).sent()).isEqualTo("<2");
    }

    @Test
    void withdraws_an_hour_whose_flag_is_not_valid() {
        assertThat(value(4, Pollutant.NO2)).isEqualTo(HourValues.TOMBSTONE);
        assertThat(note(4, Pollutant.NO2)).isEqualTo(new ValueNote("C", "180", "ug/m3", "", "", "", "", 0));
    }

    @Test
    void forms_an_hour_of_45_minutes() {
        StationRecord hour = read.records.get(6);
        assertThat(hour.values()).isEqualTo(HourValues.only(Pollutant.CO, 1_100_000));
        assertThat(hour.version().rank()).isEqualTo(Rank.MINUTES);
        assertThat(hour.notes().get(Pollutant.CO).minutes()).isEqualTo(45);
    }

    @Test
    void lets_the_audited_value_count() {
        assertThat(value(5, Pollutant.PM25)).isEqualTo(41_000_000);
        assertThat(read.records.get(5).version())
                .isGreaterThan(read.records.get(0).version());
    }

    private long value(int record, Pollutant pollutant) {
        return read.records.get(record).values().get(pollutant);
    }

    private ValueNote note(int record, Pollutant pollutant) {
        return read.records.get(record).notes().get(pollutant);
    }
}
