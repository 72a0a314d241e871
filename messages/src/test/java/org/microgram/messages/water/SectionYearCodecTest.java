package org.microgram.messages.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.messages.Golden;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.water.MonthValue;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterParameter;

@DisplayName("What a basin knows of its sections, as bytes,")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SectionYearCodecTest {

    @Test
    void is_read_as_the_first_release_wrote_it_and_written_so_again() throws IOException {
        byte[] golden = Golden.bytes("basin-year.v1");
        assertThat(read(golden)).isEqualTo(basin());
        assertThat(written(basin())).isEqualTo(golden);
    }

    @Test
    void is_refused_when_it_is_cut_off_or_of_a_layout_that_no_release_wrote() throws IOException {
        byte[] bytes = written(basin());
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class).hasMessageContaining("damaged");
        }
        bytes[0] = 9;
        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("layout 9");
    }

    private static BasinYear basin() {
        MonthValue ph = value(WaterParameter.PH, 7_936_512, 1_000_000, MonthValue.Source.AUTOMATIC, 30, 0);
        MonthValue tn = value(WaterParameter.TN, 2, 3, MonthValue.Source.AUTOMATIC_SHORT, 4, 0);
        MonthValue transparency = value(WaterParameter.TRANSPARENCY, 85, 1, MonthValue.Source.MANUAL, 0, 2);
        TreeMap<Integer, SectionYear.Month> months = new TreeMap<>();
        months.put(
                3,
                new SectionYear.Month(
                        Map.of(WaterParameter.PH, ph, WaterParameter.TN, tn),
                        new SampleDay.Inputs(
                                181,
                                2,
                                1_617_240_000_000L,
                                Optional.of(ReviewState.FIRST),
                                Optional.of(StationStatus.MAINTENANCE))));
        months.put(
                12,
                new SectionYear.Month(
                        Map.of(WaterParameter.TRANSPARENCY, transparency),
                        new SampleDay.Inputs(1, 0, Long.MIN_VALUE, Optional.empty(), Optional.empty())));
        return BasinYear.empty(2021)
                .with("bj-gubeikou", new SectionYear(2021, months))
                .with("bj-houcheng", new SectionYear(2021, new TreeMap<>()));
    }

    private static MonthValue value(
            WaterParameter p, long numerator, long denominator, MonthValue.Source source, int days, int manual) {
        return new MonthValue(p, Fraction.of(numerator, denominator), source, days, manual);
    }

    private static byte[] written(BasinYear basin) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SectionYearCodec.write(basin, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static BasinYear read(byte[] bytes) throws IOException {
        return SectionYearCodec.readBasin(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
