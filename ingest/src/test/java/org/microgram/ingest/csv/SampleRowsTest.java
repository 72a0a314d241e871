package org.microgram.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microgram.ingest.Collected;
import org.microgram.ingest.Rights;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.SectionSample;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.samples.SectionDay;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterParameter;

@DisplayName("Water in a table of readings, one value a row")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SampleRowsTest {

    private static final Path GUIDE = Path.of("../docs/extend/readings-csv.md");
    private static final String HEAD =
            "station,parameter,start,length,value,unit,rank,state,received_at,seq,author,reason,flag,method,detection_limit\n";
    private static final String GOOD = "bj-gubeikou,NH3-N,2021-04-06T10:20:00+08:00,PT0S,0.19,mg/L,hour,raw,"
            + "2021-04-08T09:00:00+08:00,1,,,,HJ 535-2009,0.025\n";
    private static final String AUDITED = "北京市/古北口,氨氮,2021-04-06T10:20:00+08:00,PT0S,0.31,mg/L,audited,final,"
            + "2021-04-20T09:00:00+08:00,1,Li Wei,wrong dilution,,,\n";

    @TempDir
    Path dir;

    @Test
    void the_example_of_the_guide_becomes_what_the_guide_says() throws IOException {
        String text = Files.readString(GUIDE);
        String example = text.substring(text.indexOf("```\n", text.indexOf("## Water")) + 4);
        Collected read = read(example.substring(0, example.indexOf("```")));
        assertThat(read.refusals).isEmpty();
        assertThat(read.report.read()).isEqualTo(8);
        assertThat(read.report.used()).isEqualTo(7);
        assertThat(read.report.empty()).isEqualTo(1);
        List<SectionDay.Counting> counting = ledger(read.samples).counting();
        assertThat(counting).hasSize(2);
        assertThat(counting.get(0).sample().byHand()).isFalse();
        assertThat(counting.get(0).sample().values())
                .isEqualTo(Map.of(WaterParameter.CODMN, new Measured.Value(2_100_000)));
        assertThat(counting.get(1).sample().byHand()).isTrue();
        assertThat(counting.get(1).sample().second()).isEqualTo(second("2021-04-06T10:20:00+08:00"));
        assertThat(counting.get(1).sample().values())
                .isEqualTo(Map.of(
                        WaterParameter.PH, new Measured.Value(7_900_000),
                        WaterParameter.NH3N, new Measured.Value(310_000),
                        WaterParameter.HG, new Measured.BelowDetection(40),
                        WaterParameter.PHENOL, new Measured.BelowDetection(300),
                        WaterParameter.TP, new Measured.Absent(Measured.Absence.NO_VALUE)));
        assertThat(counting.get(1).revision()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"status,dry,DRY", "状态,断流,DRY", "status,frozen,FROZEN", "status,停站,STOPPED"})
    void says_how_a_section_was_without_any_value(String parameter, String said, StationStatus status)
            throws IOException {
        SectionSample sample = only(GOOD.replace("NH3-N", parameter).replace("0.19,mg/L", said + ","));
        assertThat(sample.values().codes()).isEmpty();
        assertThat(sample.values().status()).contains(status);
    }

    @Test
    void is_refused_when_it_says_of_a_section_what_nothing_is_known_of() throws IOException {
        Collected refused = Collected.read(
                new ReadingsCsvReader(),
                Rights.RAW,
                write(HEAD + GOOD.replace("NH3-N", "status").replace("0.19,mg/L", "wet,")));
        assertThat(refused.samples).isEmpty();
        assertThat(refused.refusal().reason()).isEqualTo(Reason.BAD_FIELD);
    }

    @Test
    void keeps_method_and_limit_beside_the_value() throws IOException {
        SectionSample sample = only(GOOD);
        assertThat(sample.values().codes()).isEqualTo(Map.of(WaterParameter.NH3N, code(new Measured.Value(190_000))));
        assertThat(sample.notes()).isEqualTo("nh3n:method=HJ_535-2009 nh3n:limit=0.025");
        assertThat(sample.byHand()).isTrue();
        assertThat(only(GOOD.replace("PT0S", "PT4H")).byHand()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"<0.025", "0.025L", "<DL", "<dl", "0.01", "0"})
    void takes_as_below_detection_what_says_so_or_is_less_than_its_limit(String sent) throws IOException {
        SectionSample sample = only(GOOD.replace("0.19", sent));
        assertThat(sample.values().codes())
                .isEqualTo(Map.of(WaterParameter.NH3N, code(new Measured.BelowDetection(25_000))));
        assertThat(sample.notes()).contains("nh3n:sent=" + sent + "mg/L");
    }

    @Test
    void converts_micrograms_once_and_keeps_what_was_sent() throws IOException {
        SectionSample sample = only(GOOD.replace("0.19,mg/L", "190.5,ug/L"));
        assertThat(sample.values().codes()).isEqualTo(Map.of(WaterParameter.NH3N, code(new Measured.Value(190_500))));
        assertThat(sample.notes()).contains("nh3n:sent=190.5ug/L");
    }

    @Test
    void an_audited_row_without_a_value_and_an_invalid_flag_withdraw_the_value() throws IOException {
        for (String row : List.of(
                AUDITED.replace(",0.31,", ",,"),
                AUDITED.replace(",0.31,", ",--,"),
                GOOD.replace(",,,,HJ", ",,,C,HJ").replace("2021-04-08", "2021-04-09"))) {
            Collected read = read(HEAD + GOOD + row);
            assertThat(read.report.used()).as(row).isEqualTo(2);
            SectionDay.Counting counting = ledger(read.samples).counting().get(0);
            assertThat(counting.sample().values())
                    .as(row)
                    .isEqualTo(Map.of(WaterParameter.NH3N, new Measured.Absent(Measured.Absence.NO_VALUE)));
        }
    }

    @Test
    void an_audited_value_needs_the_right_and_a_raw_one_does_not() throws IOException {
        Collected refused = Collected.read(new ReadingsCsvReader(), Rights.RAW, write(HEAD + GOOD + AUDITED));
        assertThat(refused.samples).hasSize(1);
        assertThat(refused.refusal().reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(refused.refusal().position()).isEqualTo(3);

        Collected reviewer = Collected.read(
                new ReadingsCsvReader(), new Rights(true, false), write(HEAD + AUDITED.replace("final", "second")));
        assertThat(reviewer.samples.get(0).version().state()).isEqualTo(ReviewState.SECOND);
        assertThat(reviewer.samples.get(0).author()).isEqualTo("Li Wei");
    }

    @Test
    void a_row_that_stands_twice_is_counted_once() throws IOException {
        Collected read = read(HEAD + GOOD + GOOD);
        assertThat(read.samples).hasSize(1);
        assertThat(read.report.duplicate()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "bj-gubeikou, 古北口, UNKNOWN_SECTION",
        "bj-gubeikou, 河北省/古北口, UNKNOWN_SECTION",
        "bj-gubeikou, 1003A, UNKNOWN_SECTION",
        "PT0S, PT1H, BAD_LENGTH",
        "PT0S, at once, BAD_LENGTH",
        "2021-04-06T10:20:00, 2021-04-06, BAD_TIME",
        "2021-04-06T10:20:00, 2021-04-06T10:20:00.5, BAD_TIME",
        "2021-04-06T10:20:00, 2021-04-09T10:20:00, IN_THE_FUTURE",
        "2021-04-08T09:00:00, yesterday, BAD_FIELD",
        "0.19, 0.1.9, NOT_A_NUMBER",
        "0.19, <0, BAD_FIELD",
        "0.19, 1.0L, BAD_FIELD",
        "0.19, -0.19, OUT_OF_RANGE",
        "mg/L, ppb, BAD_UNIT",
        "mg/L, '', BAD_UNIT",
        "hour, minutes, BAD_FIELD",
        "hour, audited, NO_AUTHOR",
        "raw, looked at, BAD_FIELD",
        "0.025, none, BAD_FIELD",
        "0.025, 0, BAD_FIELD"
    })
    void what_cannot_be_used_costs_its_row_alone(String good, String bad, Reason reason) throws IOException {
        String faulty = GOOD.replace(good, bad);
        assertThat(faulty).isNotEqualTo(GOOD);
        Collected read = read(HEAD + faulty + AUDITED);
        assertThat(read.refusal().reason()).isEqualTo(reason);
        assertThat(read.refusal().values()).isEqualTo(1);
        assertThat(read.refusal().position()).isEqualTo(2);
        assertThat(read.samples).hasSize(1);
    }

    private SectionSample only(String row) throws IOException {
        Collected read = read(HEAD + row);
        assertThat(read.refusals).isEmpty();
        assertThat(read.samples).hasSize(1);
        return read.samples.get(0);
    }

    /** The day of 古北口 as the job keeps it. */
    private static SectionDay ledger(List<SectionSample> samples) {
        SectionDay day = SectionDay.empty(ChinaTime.dayOf(samples.get(0).second()));
        for (SectionSample each : samples) {
            assertThat(each.section()).isEqualTo("bj-gubeikou");
            day = day.apply(each.second(), each.byHand(), each.version(), each.values())
                    .block();
        }
        return day;
    }

    private static long code(Measured measured) {
        return SampleValues.code(measured);
    }

    private static long second(String time) {
        return OffsetDateTime.parse(time).toEpochSecond();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(dir.resolve("samples.csv"), text);
    }

    private Collected read(String text) throws IOException {
        return Collected.read(new ReadingsCsvReader(), write(text));
    }
}
