package org.microgram.standards.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.LockEvent;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.Measured.Absence;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;
import org.microgram.standards.water.WaterRange;

@DisplayName("A section's ledger of a day")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SectionDayTest {

    private static final int DAY = 18_718;
    private static final long EIGHT = ChinaTime.startOf(DAY) + 8 * 3600;
    private static final String GOLDEN_1 =
            "01bca4020280840705060201020001000f636e656d632d77617465722d637376a28d06070401000000d4d6"
                    + "2c01020000ffffffffffffffffff011f0201010000fdffffffffffffffff013e02010000000c3f020100000006";
    private static final String GOLDEN = "02" + GOLDEN_1.substring(2) + "04010a0012";
    private static final WaterParameter TP = WaterParameter.TP;

    @Test
    void keeps_what_is_not_measured_and_what_has_no_value_apart() {
        SectionDay day = with(SectionDay.empty(DAY), 1, Map.of(TP, SampleValues.NOT_MEASURED));
        day = with(day, 2, Map.of(WaterParameter.DO, SampleValues.NO_VALUE));
        assertThat(only(day).sample().values())
                .containsEntry(TP, new Measured.Absent(Absence.NOT_MEASURED))
                .containsEntry(WaterParameter.DO, new Measured.Absent(Absence.NO_VALUE));
        assertThat(only(day).revision()).isZero();
        assertThat(only(day).state()).isEmpty();
    }

    @Test
    void lets_no_absence_supersede_a_value_whenever_it_was_said() {
        SectionDay early = with(SectionDay.empty(DAY), 1, Map.of(TP, value(50_000)));
        SectionDay late = with(early, 2, Map.of(TP, SampleValues.NO_VALUE));
        assertThat(only(late).sample().values()).containsEntry(TP, new Measured.Value(50_000));
        assertThat(only(late).revision()).isZero();
    }

    @Test
    void lets_a_withdrawal_supersede_a_value_and_counts_it() {
        SectionDay day = with(SectionDay.empty(DAY), 1, Map.of(TP, value(50_000)));
        SectionDay.Applied applied = day.apply(
                EIGHT, false, version(2), new SampleValues(Map.of(TP, SampleValues.WITHDRAWN), none(), none()));
        assertThat(applied.used()).isEqualTo(1);
        assertThat(only(applied.block()).sample().values()).containsEntry(TP, new Measured.Absent(Absence.NO_VALUE));
        assertThat(only(applied.block()).revision()).isEqualTo(1);
    }

    @Test
    void counts_values_that_enter_and_those_that_were_there_and_no_absences() {
        SampleValues said = new SampleValues(
                Map.of(TP, value(1), WaterParameter.PH, value(7_000_000), WaterParameter.TN, SampleValues.NO_VALUE),
                Optional.of(WaterClass.II),
                none());
        SectionDay.Applied first = SectionDay.empty(DAY).apply(EIGHT, false, version(1), said);
        SectionDay.Applied again = first.block().apply(EIGHT, false, version(1), said);
        assertThat(said.count()).isEqualTo(2);
        assertThat(first.used()).isEqualTo(2);
        assertThat(again.used()).isZero();
        assertThat(again.duplicate()).isEqualTo(2);
        assertThat(again.block()).isSameAs(first.block());
    }

    @Test
    void keeps_a_sample_by_hand_beside_the_automatic_one_of_the_same_second() {
        SectionDay day = with(SectionDay.empty(DAY), 1, Map.of(TP, value(1)));
        day = day.apply(EIGHT, true, version(1), new SampleValues(Map.of(TP, value(2)), none(), none()))
                .block();
        assertThat(day.counting()).extracting(each -> each.sample().byHand()).containsExactly(false, true);
    }

    @Test
    void is_read_for_ever_once_its_layout_was_released() throws IOException {
        SectionDay day = SectionDay.empty(DAY)
                .apply(
                        EIGHT,
                        false,
                        version(1),
                        new SampleValues(
                                Map.of(
                                        TP,
                                        value(182_997),
                                        WaterParameter.NH3N,
                                        SampleValues.code(new Measured.BelowDetection(25_000)),
                                        WaterParameter.CHLA,
                                        SampleValues.NOT_MEASURED),
                                Optional.of(WaterClass.WORSE_THAN_V),
                                Optional.of(StationStatus.NO_CONDITIONS)))
                .block();
        day = with(day, 2, Map.of(TP, SampleValues.WITHDRAWN));
        assertThat(read(HexFormat.of().parseHex(GOLDEN_1))).isEqualTo(day);
        SectionDay locked = day.apply(new LockEvent(5, true)).apply(new LockEvent(9, false));
        assertThat(HexFormat.of().formatHex(bytes(locked))).isEqualTo(GOLDEN);
        assertThat(read(HexFormat.of().parseHex(GOLDEN))).isEqualTo(locked).isNotEqualTo(day);
    }

    @Test
    void knows_every_resend_of_a_value_when_it_comes_again() {
        SectionDay day = SectionDay.empty(DAY);
        for (int at : List.of(1, 9, 4, 7, 3)) {
            day = with(day, at, Map.of(TP, value(5), WaterParameter.TN, SampleValues.NO_VALUE));
        }
        for (int at : List.of(7, 1, 3, 9, 4)) {
            SampleValues said =
                    new SampleValues(Map.of(TP, value(5), WaterParameter.TN, SampleValues.NO_VALUE), none(), none());
            SectionDay.Applied again = day.apply(EIGHT, false, version(at), said);
            assertThat(again.block()).isSameAs(day);
            assertThat(again.duplicate()).isEqualTo(1);
        }
        assertThat(only(day).revision()).isZero();
        assertThat(only(day).receivedAt()).isEqualTo(9);
    }

    @RepeatedTest(20)
    void keeps_of_a_logger_gone_wild_the_first_and_the_last_32_resends_and_the_earliest_in_any_order(
            RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Version> resends = new ArrayList<>();
        for (int i = 0; i < 66 + random.nextInt(100); i++) {
            Rank rank = random.nextInt(3) == 0 ? Rank.AUDITED : Rank.HOUR;
            resends.add(new Version(ReviewState.RAW, rank, random.nextInt(1_000), "a", i));
        }
        byte[] expected = null;
        for (int order = 0; order < 4; order++) {
            SectionDay day = SectionDay.empty(DAY);
            for (Version each : resends) {
                day = day.apply(EIGHT, false, each, new SampleValues(Map.of(TP, value(5)), none(), none()))
                        .block();
            }
            List<Version> sorted = resends.stream().sorted().toList();
            Version earliest = Collections.min(
                    resends, Comparator.comparingLong(Version::receivedAt).thenComparing(v -> v));
            assertThat(day.history(EIGHT, false, TP).orElseThrow().entries())
                    .extracting(SlotHistory.Entry::version)
                    .isSorted()
                    .containsAll(sorted.subList(0, 32))
                    .containsAll(sorted.subList(sorted.size() - 32, sorted.size()))
                    .contains(earliest)
                    .hasSizeBetween(64, 65);
            expected = expected == null ? bytes(day) : expected;
            assertThat(bytes(day)).isEqualTo(expected);
            Collections.shuffle(resends, random);
        }
    }

    @RepeatedTest(30)
    void comes_back_from_bytes_as_it_went_and_from_damaged_ones_with_a_reason(RepetitionInfo repetition)
            throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        SectionDay day = SectionDay.empty(DAY);
        for (int i = 0; i < 30; i++) {
            long code = random.nextInt(4) == 0 ? SampleValues.NO_VALUE : value(random.nextInt(3));
            WaterParameter p = WaterParameter.ALL.get(random.nextInt(WaterParameter.ALL.size()));
            SampleValues said =
                    new SampleValues(Map.of(p, code), Optional.of(WaterClass.ofNumber(1 + random.nextInt(6))), none());
            day = day.apply(EIGHT + random.nextInt(3), random.nextBoolean(), version(random.nextInt(9)), said)
                    .block();
            day = random.nextInt(9) == 0 ? day.apply(new LockEvent(random.nextInt(9), random.nextBoolean())) : day;
        }
        byte[] whole = bytes(day);
        assertThat(read(whole)).isEqualTo(day).hasSameHashCodeAs(day);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class).hasMessageContaining("damaged");
        }
        byte[] newer = whole.clone();
        newer[0] = 9;
        assertThatThrownBy(() -> read(newer)).isInstanceOf(IOException.class).hasMessageContaining("newer release");
    }

    @Test
    void has_a_range_for_every_parameter_that_its_codes_can_hold() {
        for (WaterParameter p : WaterParameter.ALL) {
            assertThat(WaterRange.of(p).from()).isLessThan(WaterRange.of(p).to());
            assertThat(WaterRange.of(p).to()).isLessThanOrEqualTo(SampleValues.MOST);
        }
        assertThat(WaterRange.of(WaterParameter.PH).contains(14_200_000)).isFalse();
    }

    private static SectionDay with(SectionDay day, int receivedAt, Map<WaterParameter, Long> codes) {
        return day.apply(EIGHT, false, version(receivedAt), new SampleValues(codes, none(), none()))
                .block();
    }

    private static SectionDay.Counting only(SectionDay day) {
        assertThat(day.counting()).hasSize(1);
        return day.counting().get(0);
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    private static long value(long scaled) {
        return SampleValues.code(new Measured.Value(scaled));
    }

    private static Version version(long receivedAt) {
        return new Version(ReviewState.RAW, Rank.HOUR, receivedAt, "cnemc-water-csv", 0);
    }

    private static byte[] bytes(SectionDay day) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SectionDayCodec.write(day, new DataOutputStream(out));
        return out.toByteArray();
    }

    private static SectionDay read(byte[] bytes) throws IOException {
        return SectionDayCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
