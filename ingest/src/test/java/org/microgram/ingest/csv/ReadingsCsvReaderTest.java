package org.microgram.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microgram.ingest.Archives;
import org.microgram.ingest.Collected;
import org.microgram.ingest.Recent;
import org.microgram.ingest.Rights;
import org.microgram.ingest.files.Limits;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;

@DisplayName("A table of readings, one value a row")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingsCsvReaderTest {

    static final String HEAD = "station,parameter,start,length,value,unit,rank,state,received_at,seq,author,reason\n";
    static final String GOOD =
            "1003A,PM2.5,2019-02-12T07:00:00+08:00,3600,42.5,µg/m3,hour,raw,2019-02-12T08:05:00+08:00,17,,\n";
    static final String AUDITED = "东四,pm25,2019-02-12T07:00:00+08:00,PT1H,41,ug/m3,audited,final,"
            + "2019-03-01T09:00:00+08:00,1,Li Wei,\"zero drift, checked\"\n";

    @TempDir
    Path dir;

    @Test
    void becomes_one_record_a_row() throws IOException {
        StationRecord record = read(HEAD + GOOD).records.get(0);

        assertThat(record.station()).isEqualTo("1003A");
        assertThat(Instant.ofEpochSecond(record.startSecond())).isEqualTo("2019-02-11T23:00:00Z");
        assertThat(record.values()).isEqualTo(HourValues.only(Pollutant.PM25, 42_500_000));
        assertThat(record.version())
                .isEqualTo(new Version(
                        ReviewState.RAW,
                        Rank.HOUR,
                        Instant.parse("2019-02-12T00:05:00Z").toEpochMilli(),
                        "readings-csv",
                        17));
        assertThat(record.batch()).isEqualTo("b1");
        assertThat(record.trace()).matches("[0-9a-f]{16}");
    }

    @Test
    void carries_author_and_reason_of_an_audited_value_and_outranks_the_raw_one() throws IOException {
        Collected read = read(HEAD + GOOD + AUDITED);
        StationRecord audited = read.records.get(1);
        assertThat(audited.author()).isEqualTo("Li Wei");
        assertThat(audited.reason()).isEqualTo("zero drift, checked");
        assertThat(audited.version()).isGreaterThan(read.records.get(0).version());
        assertThat(audited.trace()).isEqualTo(read.records.get(0).trace());
    }

    @Test
    void withdraws_an_hour_by_an_audited_row_without_a_value() throws IOException {
        Collected read = read(HEAD + AUDITED.replace(",41,ug/m3,", ",,,"));
        assertThat(read.records.get(0).values().get(Pollutant.PM25)).isEqualTo(HourValues.TOMBSTONE);
        assertThat(read.report.used()).isEqualTo(1);
    }

    @Test
    void does_not_withdraw_an_hour_by_a_row_of_an_instrument_without_a_value() throws IOException {
        Collected read = read(HEAD + GOOD.replace("42.5", ""));
        assertThat(read.records).isEmpty();
        assertThat(read.report.empty()).isEqualTo(1);
    }

    @Test
    void may_have_its_columns_in_any_order_and_a_byte_order_mark_and_no_author() throws IOException {
        String table = """
                seq,received_at,state,rank,unit,value,length,start,parameter,station
                1,2019-02-12T00:05:00Z,RAW,Hour,mg/m³,1.3,3600,2019-02-11T23:00:00Z,CO,Dongsi
                """;
        Collected read = read("\uFEFF" + table.replace("\n", "\r\n"));
        assertThat(read.records.get(0).values()).isEqualTo(HourValues.only(Pollutant.CO, 13 * Scaled.ONE / 10));
    }

    @Test
    void counts_a_row_that_says_the_same_again_as_duplicate_also_in_another_file() throws IOException {
        write("a.csv", HEAD + GOOD + GOOD);
        write("b.csv", HEAD + GOOD + GOOD.replace("42.5", "43"));
        Collected read = Collected.read(new ReadingsCsvReader(), dir);
        assertThat(read.records).hasSize(2);
        assertThat(read.report.duplicate()).isEqualTo(2);
        assertThat(read.report.files()).isEqualTo(2);
    }

    /** Raw and audited, of each state, and an audited row that says nothing of a value: who may bring what. */
    @Test
    void brings_a_decision_only_for_somebody_who_may_take_it_and_the_other_rows_for_everybody() throws IOException {
        String first = AUDITED.replace("audited,final", "audited,first");
        String second = AUDITED.replace("audited,final", "hour,second");
        String unreviewed = AUDITED.replace("audited,final", "audited,raw");
        String minutes = GOOD.replace("3600", "PT45M").replace("hour,raw", "minutes,final");
        String withdrawn = first.replace(",41,ug/m3,", ",,,").replace(",1,Li", ",2,Li");
        write("a.csv", HEAD + GOOD + AUDITED + first + second + unreviewed + minutes + withdrawn);

        Collected operator = readBy(Rights.RAW);
        assertThat(operator.records).hasSize(1);
        assertThat(operator.refusals)
                .extracting(Refusal::reason, Refusal::position, Refusal::found)
                .containsExactly(
                        tuple(Reason.NOT_ALLOWED, 3L, "rank audited, state final"),
                        tuple(Reason.NOT_ALLOWED, 4L, "rank audited, state first"),
                        tuple(Reason.NOT_ALLOWED, 5L, "rank hour, state second"),
                        tuple(Reason.NOT_ALLOWED, 6L, "rank audited, state raw"),
                        tuple(Reason.NOT_ALLOWED, 7L, "rank minutes, state final"),
                        tuple(Reason.NOT_ALLOWED, 8L, "rank audited, state first"));
        assertThat(operator.refusals.get(0).raw()).contains("zero drift, checked");
        assertThat(operator.report.refused()).containsEntry(Reason.NOT_ALLOWED, 6L);

        assertThat(readBy(new Rights(true, false)).refusals)
                .extracting(Refusal::position)
                .containsExactly(3L, 7L);
        assertThat(readBy(Rights.ALL).refusals).isEmpty();
    }

    private Collected readBy(Rights rights) throws IOException {
        return Collected.read(new ReadingsCsvReader(), rights, dir);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_STATION,   1003A,                      9999A",
        "UNKNOWN_STATION,   1003A,                      ''",
        "UNKNOWN_PARAMETER, PM2.5,                      PM1",
        "BAD_TIME,          2019-02-12T07:00:00+08:00,  2019-02-12 07:00",
        "BAD_TIME,          2019-02-12T07:00:00+08:00,  2019-02-12T07:00:00",
        "BAD_TIME,          2019-02-12T07:00:00+08:00,  2019-02-12T07:30:00+08:00",
        "BAD_TIME,          2019-02-12T07:00:00+08:00,  +999999999-02-12T07:00:00+08:00",
        "BAD_LENGTH,        3600,                       60",
        "BAD_LENGTH,        3600,                       PT24H",
        "BAD_LENGTH,        3600,                       ''",
        "NOT_A_NUMBER,      42.5,                       4 2",
        "NOT_A_NUMBER,      42.5,                       1e400",
        "OUT_OF_RANGE,      42.5,                       -0.1",
        "OUT_OF_RANGE,      42.5,                       9223372036854775808",
        "OUT_OF_RANGE,      µg/m3,                      mg/m3",
        "BAD_UNIT,          µg/m3,                      ppb",
        "BAD_UNIT,          µg/m3,                      ''",
        "BAD_FIELD,         'hour',                     daily",
        "BAD_FIELD,         'raw',                      unchecked",
        "BAD_FIELD,         '17',                       1.5",
        "BAD_FIELD,         2019-02-12T08:05:00+08:00,  yesterday",
        "IN_THE_FUTURE,     2019-02-12T08:05:00+08:00,  2019-02-12T07:59:59+08:00",
        "NO_AUTHOR,         'hour',                     audited",
        "CUT_ROW,           ',17,,',                    ',17,'",
        "CUT_ROW,           ',17,,',                    ',17,,,'",
    })
    void refuses_a_row_with_its_reason_and_keeps_its_neighbours(Reason reason, String good, String bad)
            throws IOException {
        assertThat(GOOD).contains(good);
        Collected read = read(HEAD + GOOD.replace(good, bad) + GOOD);
        assertThat(read.refusal().reason()).isEqualTo(reason);
        assertThat(read.refusal().position()).isEqualTo(2);
        assertThat(read.refusal().values()).isEqualTo(1);
        assertThat(read.records).hasSize(1);
    }

    @Test
    void takes_an_hour_that_ends_when_it_is_received() throws IOException {
        assertThat(read(HEAD + GOOD.replace("T08:05:00", "T08:00:00")).records).hasSize(1);
    }

    @Test
    void refuses_an_audited_row_without_reason_and_an_author_of_a_novel() throws IOException {
        assertThat(read(HEAD + AUDITED.replace("\"zero drift, checked\"", ""))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.NO_AUTHOR);
        assertThat(read(HEAD + AUDITED.replace("Li Wei", "x".repeat(1_001)))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.BAD_FIELD);
    }

    @Test
    void refuses_a_file_with_unknown_repeated_or_missing_columns_and_counts_what_is_lost() throws IOException {
        Collected read = read(HEAD.replace("value", "valeu").replace(",seq,", ",rank,") + GOOD + GOOD);
        assertThat(read.refusal().reason()).isEqualTo(Reason.BAD_HEADER);
        assertThat(read.refusal().found())
                .contains("\"valeu\" is not known; did you mean value?", "rank stands twice", "seq is missing");
        assertThat(read.refusal().values()).isEqualTo(2);
        assertThat(read.report.read()).isEqualTo(2);
    }

    @Test
    void refuses_what_is_no_table() throws IOException {
        assertThat(read("").refusal().reason()).isEqualTo(Reason.EMPTY_FILE);
        assertThat(read("<html></html>").refusal().reason()).isEqualTo(Reason.NOT_A_TABLE);
        assertThat(read("\u001f\u008b\b\0").refusal().reason()).isEqualTo(Reason.NOT_A_TABLE);
    }

    @Test
    void refuses_a_file_over_the_limit() throws IOException {
        Path file = write("a.csv", HEAD + GOOD);
        Limits narrow = new Limits(50, 50, 50, 200, 10);
        assertThat(Collected.read(new ReadingsCsvReader(narrow), file).refusal().reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"never closed\n", "a,b,\"c\"d\n"})
    void keeps_the_rows_before_a_quote_that_is_out_of_place(String broken) throws IOException {
        Collected read = read(HEAD + GOOD + broken + ("x".repeat(1000) + "\n").repeat(20));
        assertThat(read.records).hasSize(1);
        assertThat(read.refusals).isNotEmpty().allMatch(refusal -> refusal.reason() == Reason.CUT_ROW);
    }

    @Test
    void does_not_fail_on_bytes_that_are_not_UTF8() throws IOException {
        Path file = dir.resolve("a.csv");
        byte[] bytes = Archives.bytes(HEAD + GOOD.replace("1003A", "?003A"));
        bytes[HEAD.length()] = (byte) 0xff;
        Files.write(file, bytes);
        assertThat(Collected.read(new ReadingsCsvReader(), file).refusal().reason())
                .isEqualTo(Reason.UNKNOWN_STATION);
    }

    @Test
    void is_looked_back_over_so_many_rows_and_no_more() {
        Recent<Integer> recent = new Recent<>(2);
        assertThat(recent.add(1)).isTrue();
        assertThat(recent.add(2)).isTrue();
        assertThat(recent.add(1)).isFalse();
        assertThat(recent.add(3)).as("forgets 1").isTrue();
        assertThat(recent.add(2)).isFalse();
        assertThat(recent.add(1)).isTrue();
    }

    private Collected read(String text) throws IOException {
        return Collected.read(new ReadingsCsvReader(), write("readings.csv", text));
    }

    private Path write(String name, String text) throws IOException {
        return Files.write(dir.resolve(name), Archives.bytes(text));
    }
}
