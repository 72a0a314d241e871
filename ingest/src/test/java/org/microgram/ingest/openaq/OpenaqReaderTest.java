package org.microgram.ingest.openaq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microgram.ingest.openaq.OpenaqContractTest.HEAD;
import static org.microgram.ingest.openaq.OpenaqContractTest.RESULT;
import static org.microgram.ingest.openaq.OpenaqContractTest.ROW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.ingest.Archives;
import org.microgram.ingest.Collected;
import org.microgram.ingest.Foreign;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.readings.ValueNote;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

@DisplayName("Pages and files of OpenAQ")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OpenaqReaderTest {

    @TempDir
    Path dir;

    @Test
    void form_24_hours_of_48_half_hours() throws IOException {
        Collected read = read(sample("sensor-3-measurements.json"));
        assertThat(read.report.used()).isEqualTo(48);
        assertThat(read.records).hasSize(24).allMatch(r -> r.version().rank() == Rank.MINUTES);
        assertThat(read.at("t-3", "2023-03-07T05:00:00Z").values()).isEqualTo(pm25(7_000_000));
        assertThat(read.at("t-3", "2023-03-07T06:00:00Z").values()).isEqualTo(pm25(7_010_000));
        assertThat(read.refusals).isEmpty();
    }

    @Test
    void begin_an_hour_where_its_period_begins_not_where_its_label_stands() throws IOException {
        Collected read = read(sample("sensor-5077-measurements.json"));
        StationRecord record = read.at("t-4", "2023-10-16T12:00:00Z");
        assertThat(record.values()).isEqualTo(pm25(6_000_000));
        long end = record.startSecond() + 3600;
        assertThat(record.version()).isEqualTo(new Version(ReviewState.RAW, Rank.HOUR, end * 1000, "openaq", 5077));
        assertThat(read.at("t-4", "2023-10-16T13:00:00Z").values()).isEqualTo(pm25(7_500_000));
    }

    @Test
    void label_an_hour_of_the_archive_by_its_end_and_give_ppm_at_298_K() throws IOException {
        Collected read = read(sample("location-2178-20230222.csv"));
        assertThat(read.at("t-1", "2023-02-22T00:00:00-07:00").values())
                .isEqualTo(HourValues.only(Pollutant.PM10, 14_000_000));
        StationRecord ozone = read.at("t-1", "2023-01-01T00:00:00-07:00");
        // 0.04 ppm × 1000 × 47.997 / 24.4654
        assertThat(ozone.values()).isEqualTo(HourValues.only(Pollutant.O3, 78_473_272));
        assertThat(ozone.notes().get(Pollutant.O3)).isEqualTo(ValueNote.converted("0.04", "ppm", "239985000/122327"));
    }

    @Test
    void are_refused_when_a_sensor_of_the_archive_is_not_hourly() throws IOException {
        Collected read = read(sample("location-4946811-20250703.csv"));
        assertThat(read.refusal().reason()).isEqualTo(Reason.BAD_LENGTH);
        Path mixed = write("location-2178-20230222.csv", HEAD + ROW + ROW.replace("01:00:00-07", "01:15:00-07"));
        assertThat(read(mixed).refusals)
                .extracting(Refusal::reason)
                .containsExactly(Reason.BAD_LENGTH, Reason.BAD_LENGTH);
    }

    @Test
    void miss_a_value_where_they_say_minus_999_or_null() throws IOException {
        Path rows = write(
                "location-2178-20230222.csv",
                HEAD + ROW.replace("14.0", "-999.0") + ROW.replace("14.0", "-9999") + ROW.replace("14.0", ""));
        Path page = write(
                "sensor-5077.json",
                OpenaqContractTest.page(
                        RESULT.replace("\"value\": 6", "\"value\": null"), RESULT.replace(": 6", ": -999")));
        assertThat(read(rows).report.empty()).isEqualTo(3);
        assertThat(read(page).report.empty()).isEqualTo(2);
    }

    @Test
    void round_a_mean_in_binary_floating_point_to_a_millionth_and_keep_it_as_sent() throws IOException {
        Path page = write(
                "location-2178-a.json",
                OpenaqContractTest.page(
                        RESULT.replace(": 6,", ": 6.333333333333333,"), RESULT.replace(": 6,", ": 1e-05,")));
        Collected read = read(page);
        assertThat(read.records.get(0).values()).isEqualTo(pm25(6_333_333));
        assertThat(read.records.get(0).notes().get(Pollutant.PM25).sent()).isEqualTo("6.333333333333333");
        assertThat(read.records.get(1).values()).isEqualTo(pm25(10));
    }

    @Test
    void do_not_nest_or_grow_without_bound() throws IOException {
        Path deep = write("sensor-5077.json", "{\"results\": [" + "{\"a\":".repeat(5_000));
        assertThat(read(deep).refusal().reason()).isEqualTo(Reason.TOO_LARGE);
        Path wide = write("sensor-5077.json", "{\"results\": [{\"value\": " + "9".repeat(100_000) + "}]}");
        assertThat(read(wide).refusals).hasSize(1);
    }

    private static HourValues pm25(long scaled) {
        return HourValues.only(Pollutant.PM25, scaled);
    }

    private static Path sample(String name) {
        return Foreign.FOLDER.resolve("openaq").resolve(name);
    }

    private static Collected read(Path file) throws IOException {
        return Foreign.read(new OpenaqReader(), file);
    }

    private Path write(String name, String text) throws IOException {
        return Files.write(dir.resolve(name), Archives.bytes(text));
    }
}
