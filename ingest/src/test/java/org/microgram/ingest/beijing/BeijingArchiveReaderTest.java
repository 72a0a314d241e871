package org.microgram.ingest.beijing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.microgram.ingest.Archives.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.ingest.Archives;
import org.microgram.ingest.Collected;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;

@DisplayName("The public archive of Beijing")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BeijingArchiveReaderTest {

    static final Path GENUINE = Path.of("src/test/resources/archive");
    static final String ALL = "beijing_all_20190212.csv";
    static final String EXTRA = "beijing_extra_20190212.csv";
    static final String HEAD = "date,hour,type,东四,天坛\n";

    @TempDir
    Path dir;

    @Test
    void labels_hours_by_their_end_so_label_16_starts_at_15() throws IOException {
        write(ALL, HEAD + "20190212,16,PM2.5,42,43\n");
        StationRecord record = read(dir).at("1003A", "2019-02-12T15:00:00+08:00");
        assertThat(record.lengthSeconds()).isEqualTo(3600);
        assertThat(record.values()).isEqualTo(HourValues.only(Pollutant.PM25, 42 * Scaled.ONE));
    }

    @Test
    void gives_label_0_to_the_day_before() throws IOException {
        write(ALL, HEAD + "20190212,0,PM2.5,42,43\n");
        read(dir).at("1003A", "2019-02-11T23:00:00+08:00");
    }

    @Test
    void joins_the_two_files_of_a_day_into_one_record_a_station_and_hour() throws IOException {
        write(ALL, HEAD + "20190212,7,PM2.5,42,\n20190212,7,PM10,80,81\n");
        write(EXTRA, HEAD + "20190212,7,CO,1.3,1.4\n20190212,7,O3,,2\n");

        Collected read = read(dir);

        assertThat(read.records).hasSize(2);
        assertThat(read.at("1003A", "2019-02-12T06:00:00+08:00").values()).hasToString("PM2.5=42 PM10=80 CO=1.3");
        assertThat(read.at("1004A", "2019-02-12T06:00:00+08:00").values()).hasToString("PM10=81 CO=1.4 O3=2");
        assertThat(read.report.read()).isEqualTo(8);
        assertThat(read.report.used()).isEqualTo(6);
        assertThat(read.report.empty()).isEqualTo(2);
    }

    @Test
    void gives_the_nominal_time_of_the_file_as_version_so_a_second_reading_is_the_same() throws IOException {
        write(ALL, HEAD + "20190212,7,PM2.5,42,43\n");
        long midnight = java.time.OffsetDateTime.parse("2019-02-13T00:00:00+08:00")
                .toInstant()
                .toEpochMilli();

        StationRecord record = read(dir).at("1003A", "2019-02-12T06:00:00+08:00");

        assertThat(record.version())
                .isEqualTo(new Version(ReviewState.RAW, Rank.HOUR, midnight, "beijing-archive", 2019021207L));
        assertThat(record.trace()).matches("[0-9a-f]{16}");
        assertThat(record.batch()).isEqualTo("b1");
        assertThat(read(dir).records).isEqualTo(read(dir).records);
    }

    @Test
    void does_not_take_published_figures_for_readings() throws IOException {
        write(ALL, HEAD + "20190212,7,PM2.5_24h,42,43\n20190212,7,AQI,58,\n20190212,7,PM2.5,42,43\n");
        Collected read = read(dir);
        assertThat(read.report.published()).isEqualTo(3);
        assertThat(read.report.read()).isEqualTo(2);
        assertThat(read.records).hasSize(2);
    }

    @Test
    void finds_stations_by_their_names_after_the_renaming_and_in_any_order() throws IOException {
        write(ALL, "date,hour,type,定陵(对照点),东城东四\r\n20190212,7,PM2.5,9,42\r\n");
        Collected read = read(dir);
        assertThat(read.at("1003A", "2019-02-12T06:00:00+08:00").values()).hasToString("PM2.5=42");
        assertThat(read.at("1002A", "2019-02-12T06:00:00+08:00").values()).hasToString("PM2.5=9");
    }

    @Test
    void reads_a_genuine_day_and_loses_only_the_row_that_is_cut() throws IOException {
        Collected read =
                read(GENUINE.resolve("beijing_all_20160724.csv"), GENUINE.resolve("beijing_extra_20160724.csv"));

        assertThat(read.refusal().reason()).isEqualTo(Reason.CUT_ROW);
        assertThat(read.refusal().position()).isEqualTo(92);
        assertThat(read.refusal().raw()).startsWith("20160724,18,PM2.5,,121,132");
        assertThat(read.report.refusedValues())
                .isEqualTo(read.refusal().values())
                .isEqualTo(26);
        assertThat(read.report.hasNewRefusals()).as("the defect is known").isFalse();
        assertThat(read.at("1004A", "2016-07-24T17:00:00+08:00").values().get(Pollutant.PM25))
                .isEqualTo(HourValues.ABSENT);
        assertThat(read.at("1004A", "2016-07-24T16:00:00+08:00").values().count())
                .isGreaterThan(4);
    }

    @Test
    void gives_the_same_records_from_a_folder_from_files_and_from_an_archive() throws IOException {
        write("a/" + ALL, HEAD + "20190212,7,PM2.5,42,43\n20190212,8,PM2.5,44,\n");
        write("b/" + EXTRA, HEAD + "20190212,7,CO,1.3,1.4\n");
        write("b/beijing_all_20190211.csv", HEAD + "20190211,7,PM2.5,1,2\n");
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (String name : List.of("b/" + EXTRA, "a/" + ALL, "b/beijing_all_20190211.csv")) {
            entries.put(name, Files.readAllBytes(dir.resolve(name)));
        }
        Path archive = Archives.tarXz(Files.createDirectory(dir.resolve("c")).resolve("x.tar.xz"), entries);

        List<StationRecord> fromFolder = read(dir.resolve("b"), dir.resolve("a")).records;

        assertThat(fromFolder).hasSize(5);
        assertThat(read(archive).records).isEqualTo(fromFolder);
        assertThat(read(dir.resolve("a/" + ALL), dir.resolve("b")).records).isEqualTo(fromFolder);
    }

    @Test
    void counts_a_file_given_twice_as_duplicate() throws IOException {
        write("a/" + ALL, HEAD + "20190212,7,PM2.5,42,\n20190212,8,PM2.5,-1,44\n");
        write("b/" + ALL, Files.readString(dir.resolve("a/" + ALL)));
        Collected read = read(dir);
        assertThat(read.report.duplicateFiles()).isEqualTo(1);
        assertThat(read.report.used()).isEqualTo(2);
        assertThat(read.report.duplicate()).isEqualTo(3);
        assertThat(read.report.empty()).isEqualTo(2);
        assertThat(read.refusal().reason()).isEqualTo(Reason.OUT_OF_RANGE);
    }

    @Test
    void completes_a_file_that_was_cut_by_a_whole_one_of_the_same_date() throws IOException {
        write("a/" + ALL, HEAD + "20190212,7,PM2.5,42,43\n20190212,8,PM2.5,4");
        write("b/" + ALL, HEAD + "20190212,7,PM2.5,42,43\n20190212,8,PM2.5,45,46\n");
        Collected read = read(dir);
        assertThat(read.at("1003A", "2019-02-12T07:00:00+08:00").values()).hasToString("PM2.5=45");
        assertThat(read.report.duplicate()).isEqualTo(2);
        assertThat(read.report.used()).isEqualTo(4);
        assertThat(read.refusal().reason()).isEqualTo(Reason.CUT_ROW);
    }

    @Test
    void hands_on_both_values_when_two_files_of_a_date_disagree_whatever_their_order() throws IOException {
        write("a/" + ALL, HEAD + "20190212,7,PM2.5,42,43\n");
        write("b/" + ALL, HEAD + "20190212,7,PM2.5,41,43\n");
        Collected one = read(dir.resolve("a"), dir.resolve("b"));
        Collected other = read(dir.resolve("b"), dir.resolve("a"));
        assertThat(one.records).hasSize(3).isEqualTo(other.records);
        assertThat(one.records.get(0).version()).isEqualTo(one.records.get(2).version());
        assertThat(one.report.duplicate()).isEqualTo(1);

        Files.move(dir.resolve("a"), dir.resolve("z"));
        assertThat(read(dir).records).as("other names of folders").isEqualTo(one.records);
    }

    @Test
    void tells_an_input_that_does_not_exist_before_reading_any() throws IOException {
        write(ALL, HEAD + "20190212,7,PM2.5,42,43\n");
        assertThatThrownBy(() -> read(dir, dir.resolve("missing"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void leaves_other_files_beside_alone_and_counts_them() throws IOException {
        write("README.txt", "notes");
        write(ALL, HEAD + "20190212,7,PM2.5,42,43\n");
        Collected read = read(dir);
        assertThat(read.refusals).isEmpty();
        assertThat(read.report.otherFiles()).isEqualTo(1);
        assertThat(read.report.files()).isEqualTo(1);
    }

    private Path write(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes(text));
    }

    static Collected read(Path... inputs) throws IOException {
        return Collected.read(new BeijingArchiveReader(), inputs);
    }
}
