package org.microgram.ingest.cnemc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.microgram.ingest.cnemc.WaterFiles.DAILY_HEAD;
import static org.microgram.ingest.cnemc.WaterFiles.GUBEIKOU;
import static org.microgram.ingest.cnemc.WaterFiles.LOG_HEAD;
import static org.microgram.ingest.cnemc.WaterFiles.NANDAHUANG;
import static org.microgram.ingest.cnemc.WaterFiles.QINYING;
import static org.microgram.ingest.cnemc.WaterFiles.STOPPED;
import static org.microgram.ingest.cnemc.WaterFiles.TUANPIAO;
import static org.microgram.ingest.cnemc.WaterFiles.TUMENLOU;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.ingest.Collected;
import org.microgram.ingest.csv.Refused;
import org.microgram.messages.readings.SectionSample;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;

@DisplayName("The reader of the national site's water tables")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaterCsvReaderTest {

    @TempDir
    Path dir;

    @Test
    void keeps_what_is_not_measured_apart_from_what_has_no_value() throws IOException {
        SectionSample sample = read(LOG_HEAD + NANDAHUANG).samples.get(0);
        assertThat(sample.section()).isEqualTo("bj-nandahuang-bridge");
        assertThat(sample.values().codes())
                .containsEntry(WaterParameter.CODMN, SampleValues.NO_VALUE)
                .containsEntry(WaterParameter.CHLA, SampleValues.NOT_MEASURED);
        assertThat(sample.values().publishedClass()).isEmpty();
        assertThat(sample.values().status()).contains(StationStatus.MAINTENANCE);
        assertThat(sample.values().count()).isEqualTo(8);
    }

    @Test
    void hands_a_correction_on_with_both_values_and_arrivals() throws IOException {
        Collected read = read(LOG_HEAD + TUMENLOU);
        assertThat(read.samples)
                .extracting(each -> each.values().codes().get(WaterParameter.CODMN))
                .containsExactly(value(5_840_000), value(5_380_000));
        assertThat(read.samples.get(1).version().receivedAt())
                .isEqualTo(OffsetDateTime.parse("2021-04-01T16:35:02+08:00").toEpochSecond() * 1000);
        assertThat(read.report.duplicate()).isZero();
    }

    @Test
    void counts_a_row_that_is_sent_again_as_a_duplicate() throws IOException {
        Collected read = read(LOG_HEAD + GUBEIKOU + GUBEIKOU);
        assertThat(read.samples).hasSize(1);
        assertThat(read.report.duplicate()).isEqualTo(9);
        assertThat(read.report.empty()).isEqualTo(4);
        assertThat(read.report.read()).isEqualTo(22);
    }

    @Test
    void takes_the_unrounded_value_and_notes_what_was_sent_where_it_has_more_than_six_decimals() throws IOException {
        SectionSample sample = read(DAILY_HEAD + TUANPIAO).samples.get(0);
        assertThat(sample.values().codes())
                .containsEntry(WaterParameter.PH, value(8_230_000))
                .containsEntry(WaterParameter.CODMN, value(17_655_010))
                .containsEntry(WaterParameter.TP, value(182_997));
        assertThat(sample.notes()).isEqualTo("tp:sent=0.1829971");
        assertThat(sample.values().publishedClass()).contains(WaterClass.WORSE_THAN_V);
    }

    @Test
    void puts_no_sample_into_the_future_of_its_file() throws IOException {
        SectionSample sample = read(DAILY_HEAD + QINYING).samples.get(0);
        assertThat(sample.second())
                .isEqualTo(OffsetDateTime.parse("2019-09-09T09:00:00+08:00").toEpochSecond());
        assertThat(sample.version().receivedAt())
                .isEqualTo(OffsetDateTime.parse("2020-05-09T00:00:00+08:00").toEpochSecond() * 1000);
    }

    @Test
    void loses_nothing_of_a_stopped_station_that_says_neither_time_nor_value() throws IOException {
        Collected read = read(DAILY_HEAD + STOPPED);
        assertThat(read.samples).isEmpty();
        assertThat(read.refusals).isEmpty();
        assertThat(read.report.empty()).isEqualTo(read.report.read()).isEqualTo(11);
    }

    @Test
    void reads_classes_as_digits_and_minus_one_as_none() throws IOException {
        Collected read = read(LOG_HEAD + GUBEIKOU.replace("Ⅱ", "6") + GUBEIKOU.replace("Ⅱ", "-1"));
        assertThat(read.samples)
                .extracting(each ->
                        each.values().publishedClass().map(WaterClass::number).orElse(0))
                .containsExactly(6, 0);
        assertThat(read.refusals).isEmpty();
    }

    @Test
    void reads_names_with_brackets_of_either_width_and_headers_with_html() throws IOException {
        String head = LOG_HEAD.replace("水温(℃)", "水温<br/>（℃）").replace("断面名称", "<b>断面名称</b>");
        Collected read = read(head + GUBEIKOU.replace("古北口", "广北滨河路（桥)"));
        assertThat(read.samples).extracting(SectionSample::section).containsExactly("bj-guangbei-binhe-road-bridge");
    }

    @Test
    void takes_less_than_a_limit_as_below_detection() throws IOException {
        SectionSample sample =
                read(LOG_HEAD + GUBEIKOU.replace("0.190", "<0.025")).samples.get(0);
        assertThat(sample.values().codes())
                .containsEntry(WaterParameter.NH3N, SampleValues.code(new Measured.BelowDetection(25_000)));
    }

    @Test
    void knows_the_turn_of_the_year_and_a_leap_day() throws Refused {
        assertThat(time("12-31 20:00", "2021-01-01T01:10:00+08:00")).isEqualTo("2020-12-31T20:00+08:00");
        assertThat(time("02-29 08:00", "2021-01-15T00:00:00+08:00")).isEqualTo("2020-02-29T08:00+08:00");
        assertThat(time("02-29 08:00", "2020-02-29T08:00:00+08:00")).isEqualTo("2020-02-29T08:00+08:00");
        assertThatThrownBy(() -> time("02-29 08:00", "2022-03-01T00:00:00+08:00"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> time("01-01 00:30", "2021-01-01T00:00:00+08:00"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("behind its arrival");
    }

    private static String time(String text, String arrival) throws Refused {
        long second = SampleTime.resolve(text, OffsetDateTime.parse(arrival).toEpochSecond());
        return java.time.Instant.ofEpochSecond(second)
                .atOffset(org.microgram.standards.ChinaTime.OFFSET)
                .toString();
    }

    private static long value(long scaled) {
        return SampleValues.code(new Measured.Value(scaled));
    }

    private Collected read(String text) throws IOException {
        return Collected.read(new WaterCsvReader(), Files.writeString(dir.resolve("water.csv"), text));
    }
}
