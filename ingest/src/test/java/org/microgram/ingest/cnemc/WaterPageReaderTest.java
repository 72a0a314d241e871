package org.microgram.ingest.cnemc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microgram.ingest.cnemc.WaterPages.GULOU;
import static org.microgram.ingest.cnemc.WaterPages.SHAWO;
import static org.microgram.ingest.cnemc.WaterPages.XINBALI;
import static org.microgram.ingest.cnemc.WaterPages.page;

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
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.SectionSample;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;

@DisplayName("The reader of the national site's page of 2026")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaterPageReaderTest {

    @TempDir
    Path dir;

    @Test
    void takes_the_unrounded_value_out_of_the_cell() throws IOException {
        SectionSample sample = read(page(GULOU)).samples.get(0);
        assertThat(sample.section()).isEqualTo("bj-gulou-outer-street");
        assertThat(sample.second()).isEqualTo(second("2026-08-21T20:00:00+08:00"));
        assertThat(sample.version().receivedAt()).isEqualTo(second("2026-08-22T00:00:00+08:00") * 1000);
        assertThat(sample.values().codes())
                .containsEntry(WaterParameter.TURBIDITY, value(21_268_000))
                .containsEntry(WaterParameter.TN, value(5_751_000))
                .containsEntry(WaterParameter.CHLA, SampleValues.NO_VALUE);
        assertThat(sample.values().publishedClass()).contains(WaterClass.II);
        assertThat(sample.values().status()).isEmpty();
        assertThat(sample.values().count()).isEqualTo(9);
    }

    @Test
    void takes_the_displayed_value_where_the_cell_says_no_other() throws IOException {
        String bare = GULOU.replace("<span title='原始值：0.077'>0.077</span>", "<b>0.077</b>")
                .replace("<span title='原始值：0.035'>0.035</span>", "&lt;0.01")
                .replace("\"--\", \"--\"]", "\"*\", null]");
        SectionSample sample = read(page(bare)).samples.get(0);
        assertThat(sample.values().codes())
                .containsEntry(WaterParameter.NH3N, value(77_000))
                .containsEntry(WaterParameter.TP, SampleValues.code(new Measured.BelowDetection(10_000)))
                .containsEntry(WaterParameter.CHLA, SampleValues.NOT_MEASURED)
                .doesNotContainKey(WaterParameter.ALGAE);
    }

    @Test
    void keeps_why_a_value_is_not_shown() throws IOException {
        SectionSample sample = read(page(XINBALI)).samples.get(0);
        assertThat(sample.values().codes()).containsEntry(WaterParameter.TN, SampleValues.NO_VALUE);
        assertThat(sample.notes()).isEqualTo("tn:remark=当天质控不合格");
    }

    @Test
    void reads_digits_as_classes_and_minus_one_as_none() throws IOException {
        Collected read = read(page(SHAWO, GULOU.replace("\"2\"", "\"-1\""), XINBALI.replace("\"3\"", "3")));
        assertThat(read.samples)
                .extracting(each ->
                        each.values().publishedClass().map(WaterClass::number).orElse(0))
                .containsExactly(6, 0, 3);
        assertThat(read.refusals).isEmpty();
    }

    @Test
    void knows_the_year_by_when_the_page_was_fetched() throws IOException {
        String old = page(GULOU.replace("08-21 20:00", "12-31 20:00"));
        SectionSample sample = read("page-2026-01-01T0005.json", old).samples.get(0);
        assertThat(sample.second()).isEqualTo(second("2025-12-31T20:00:00+08:00"));
        assertThat(sample.version().receivedAt()).isEqualTo(second("2026-01-01T00:05:00+08:00") * 1000);
        assertThat(read("page-2026-12-31T1959.json", old).refusal().reason()).isEqualTo(Reason.IN_THE_FUTURE);
        assertThat(read("page.json", old).refusal().found()).contains("page-2026-08-21T2130.json");
    }

    @Test
    void reads_the_body_before_the_head_and_over_what_it_does_not_know() throws IOException {
        String turned = page(GULOU)
                .replaceFirst("\\{(.*)(\"thead\": .*\\]), (\"tbody\": .*\\])\\}", "{$3, \"x\": {\"y\": [1]}, $2}");
        assertThat(turned).startsWith("{\"tbody\"");
        assertThat(read(turned).samples).hasSize(1);
    }

    @Test
    void refuses_a_page_of_more_rows_than_the_country_has_sections() throws IOException {
        Collected read = read(page(GULOU, "[],".repeat(30_000) + "[]"));
        assertThat(read.refusals)
                .filteredOn(each -> each.reason() == Reason.TOO_LARGE)
                .hasSize(1);
        assertThat(read.samples).hasSize(1);
        assertThat(read.refusals).hasSizeLessThan(20_001);
    }

    private static long second(String time) {
        return OffsetDateTime.parse(time).toEpochSecond();
    }

    private static long value(long scaled) {
        return SampleValues.code(new Measured.Value(scaled));
    }

    private Collected read(String text) throws IOException {
        return read("page-2026-08-21.json", text);
    }

    private Collected read(String name, String text) throws IOException {
        return Collected.read(new WaterPageReader(), Files.writeString(dir.resolve(name), text));
    }
}
