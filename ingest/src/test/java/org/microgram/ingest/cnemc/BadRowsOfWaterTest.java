package org.microgram.ingest.cnemc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microgram.ingest.cnemc.WaterFiles.DAILY_HEAD;
import static org.microgram.ingest.cnemc.WaterFiles.GUANHE;
import static org.microgram.ingest.cnemc.WaterFiles.GUBEIKOU;
import static org.microgram.ingest.cnemc.WaterFiles.LOG_HEAD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.ingest.Collected;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.water.AffectedWaterRows;
import org.microgram.messages.water.WaterRows;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.samples.SectionDay;

/** The bad rows that public files have, each alone: what is refused of it and why, what is used, and what is flagged; nothing is lost. */
@DisplayName("A bad row of water")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadRowsOfWaterTest {

    /** As shown in a good row: nine values, two cells without one. */
    private static final int VALUES = 9;

    @TempDir
    Path dir;

    @Test
    void with_HTML_in_a_cell_loses_that_value() throws IOException {
        Read read = row("0.190", "<span title='原始值：0.1896'>0.190</span>");
        assertThat(read.refusals()).containsExactly("not_a_number 1");
        assertThat(read.used()).isEqualTo(VALUES - 1);
        assertThat(read.row().has("nh3n")).isFalse();
    }

    @Test
    void with_HTML_for_a_table_is_no_table() throws IOException {
        Read read = read("<!DOCTYPE html><html><body>404</body></html>\n");
        assertThat(read.refusals()).hasSize(1);
        assertThat(read.samples.samples).isEmpty();
    }

    @Test
    void with_a_star_as_time_is_refused_whole() throws IOException {
        Read read = row("04-01 04:00", "*");
        assertThat(read.refusals()).containsExactly("bad_time 9");
        assertThat(read.used()).isZero();
    }

    @Test
    void with_a_digit_as_class_is_a_good_one() throws IOException {
        Read read = row("Ⅱ", "2");
        assertThat(read.refusals()).isEmpty();
        assertThat(read.row().number("class_published")).isEqualTo(2);
    }

    @Test
    void with_minus_one_as_class_has_none() throws IOException {
        Read read = row("Ⅱ", "-1");
        assertThat(read.refusals()).isEmpty();
        assertThat(read.row().has("class_published")).isFalse();
    }

    @Test
    void with_another_digit_as_class_is_used_and_the_class_refused() throws IOException {
        Read read = row("Ⅱ", "7");
        assertThat(read.refusals()).containsExactly("bad_field 0");
        assertThat(read.used()).isEqualTo(VALUES);
    }

    @Test
    void of_an_unknown_section_is_refused_whole() throws IOException {
        assertThat(row("古北口", "古北囗").refusals()).containsExactly("unknown_section 9");
        assertThat(row("北京市", "天津市").refusals()).containsExactly("unknown_section 9");
    }

    @Test
    void with_a_negative_value_loses_that_value() throws IOException {
        Read read = row("0.190", "-0.190");
        assertThat(read.refusals()).containsExactly("out_of_range 1");
        assertThat(read.used()).isEqualTo(VALUES - 1);
    }

    @Test
    void with_pH_14_2_loses_the_pH() throws IOException {
        Read read = row("7.91", "14.2");
        assertThat(read.refusals()).containsExactly("out_of_range 1");
        assertThat(read.row().has("ph")).isFalse();
        assertThat(read.row().has("do")).isTrue();
    }

    @Test
    void with_CODMn_0_and_DO_21_4_is_used_and_both_are_flagged() throws IOException {
        Read read = read(DAILY_HEAD + GUANHE);
        assertThat(read.refusals()).isEmpty();
        assertThat(read.row().number("codmn")).isZero();
        assertThat(read.row().number("do")).isEqualTo(21_424_300);
        assertThat(read.row().text("flags")).isEqualTo("DO:saturation CODMn:zero");
    }

    @Test
    void beside_a_good_one_changes_nothing_of_it() throws IOException {
        Read good = read(LOG_HEAD + GUBEIKOU);
        Read both = read(LOG_HEAD + GUBEIKOU.replace("04-01 04:00", "*") + GUBEIKOU);
        assertThat(both.row()).isEqualTo(good.row());
        assertThat(good.row().has("flags")).isFalse();
    }

    /** A good row of the log with one cell of it replaced. */
    private Read row(String good, String bad) throws IOException {
        assertThat(GUBEIKOU).contains(good);
        return read(LOG_HEAD + GUBEIKOU.replace(good, bad));
    }

    private Read read(String text) throws IOException {
        Collected samples = Collected.read(new WaterCsvReader(), Files.writeString(dir.resolve("water.csv"), text));
        assertThat(samples.report.read())
                .as("nothing is lost")
                .isEqualTo(samples.report.used()
                        + samples.report.refusedValues()
                        + samples.report.duplicate()
                        + samples.report.empty());
        return new Read(samples);
    }

    private record Read(Collected samples) {

        /** Reason and how many values it cost. */
        List<String> refusals() {
            return samples.refusals.stream()
                    .map(each -> each.reason().code() + " " + each.values())
                    .toList();
        }

        long used() {
            return samples.report.used();
        }

        /** The row of the only sample, as the ledger makes it. */
        Row row() {
            assertThat(samples.samples).hasSize(1);
            SectionSample of = samples.samples.get(0);
            int day = ChinaTime.dayOf(of.second());
            SectionDay block = SectionDay.empty(day)
                    .apply(of.second(), of.byHand(), of.version(), of.values())
                    .block();
            List<Row> rows = new ArrayList<>();
            WaterRows maker = new WaterRows(
                    Collected.BEIJING.water().section(of.section()).orElseThrow(), Collected.BEIJING);
            new AffectedWaterRows(maker).of(each -> each == day ? block : null, new TreeSet<>(Set.of(day)), rows::add);
            return rows.stream()
                    .filter(row -> row.measurement() == Measurement.WATER_SAMPLE)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
