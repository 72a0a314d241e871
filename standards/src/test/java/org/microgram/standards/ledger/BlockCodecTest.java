package org.microgram.standards.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Scaled;

@DisplayName("A day block as bytes")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BlockCodecTest {

    private static final String GOLDEN_BLOCK =
            "02a6980200018006540300008085000100da0a00010006040001800080cda42381cda423000180050e04000180"
                    + "06780302070180b098b39c5a0e0100186265696a696e675f616c6c5f32303139303231322e6373760002620401"
                    + "000200000b8084af5f0d01000c7375626d697373696f6e2d31fdffffffffffffffff0104010a0012";
    /** The layout before days could be locked. */
    private static final String GOLDEN_BLOCK_1 =
            "01a6980200018006540300008085000100da0a00010006040001800080cda42381cda423000180050e04000180"
                    + "06780302070180b098b39c5a0e0100186265696a696e675f616c6c5f32303139303231322e6373760002620401"
                    + "000200000b8084af5f0d01000c7375626d697373696f6e2d31fdffffffffffffffff01";

    private static final String GOLDEN_DAY =
            "02a6980200018006540300008085000100da0a00010006040001800080cda42381cda423000180050e04000180"
                    + "06780300018080b098b39c5a8084af5f026201310001035e00";
    private static final String GOLDEN_AREA =
            "01a69802020005313030314102a6980200018006540300008085000100da0a00010006040001800080cda42381"
                    + "cda423000180050e0400018006780300018080b098b39c5a8084af5f026201310001035e00";
    /** The layout before review states were sent to areas. */
    private static final String GOLDEN_DAY_1 =
            "01a6980200018006540300008085000100da0a00010006040001800080cda42381cda423000180050e04000180"
                    + "06780300018080b098b39c5a8084af5f026201";

    private static final String GOLDEN_AREA_1 =
            "01a69802020005313030314101a6980200018006540300008085000100da0a00010006040001800080cda42381"
                    + "cda423000180050e0400018006780300018080b098b39c5a8084af5f026201";

    private static final int DAY = 17_939;
    private static final int AIM_BYTES_PER_STATION_YEAR = 180_000;

    @RepeatedTest(200)
    void comes_back_as_it_was_whatever_the_types_allow(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition() * 0x9E3779B97F4A7C15L);
        DayBlock block = random(random);
        DayBlock back = BlockCodec.readBlock(in(bytes(block)));
        assertThat(back).isEqualTo(block);
        assertThat(bytes(back)).isEqualTo(bytes(block));

        StationDay day = block.values();
        assertThat(BlockCodec.readDay(in(bytes(day)))).isEqualTo(day).isEqualTo(back.values());
        AreaDay area = AreaDay.empty(day.day()).with("1001A", day).with("bj-dongsi", day);
        assertThat(bytes(AreaDay.read(in(bytes(area))))).isEqualTo(bytes(area));
    }

    @Test
    void is_read_for_ever_once_it_was_released() throws IOException {
        DayBlock block = golden();
        AreaDay area = AreaDay.empty(DAY).with("1001A", block.values());
        HexFormat hex = HexFormat.of();
        assertThat(List.of(
                        hex.formatHex(bytes(block)), hex.formatHex(bytes(block.values())), hex.formatHex(bytes(area))))
                .isEqualTo(List.of(GOLDEN_BLOCK, GOLDEN_DAY, GOLDEN_AREA));
        assertThat(BlockCodec.readBlock(in(hex.parseHex(GOLDEN_BLOCK)))).isEqualTo(block);
    }

    @Test
    void of_a_block_of_layout_1_is_read_as_a_day_that_was_never_locked() throws IOException {
        DayBlock block = BlockCodec.readBlock(in(HexFormat.of().parseHex(GOLDEN_BLOCK_1)));
        assertThat(block.locks().events()).isEmpty();
        assertThat(block.apply(new LockEvent(5, true)).apply(new LockEvent(9, false)))
                .isEqualTo(golden());
    }

    @Test
    void of_a_station_s_day_of_layout_1_is_read_as_a_day_that_nobody_reviewed() throws IOException {
        StationDay day = BlockCodec.readDay(in(HexFormat.of().parseHex(GOLDEN_DAY_1)));
        StationDay now = golden().values();
        assertThat(day.value(8, 1)).isEqualTo(HourValues.TOMBSTONE);
        assertThat(day.revision(8, 1)).isEqualTo(1);
        assertThat(now.state(8, 1)).isEqualTo(ReviewState.FINAL);
        assertThat(day.state(8, 1)).isEqualTo(ReviewState.RAW);
        assertThat(day.receivedAt(8)).isEqualTo(now.receivedAt(8));
        AreaDay area = AreaDay.read(in(HexFormat.of().parseHex(GOLDEN_AREA_1)));
        assertThat(area.station("1001A")).isEqualTo(day);
    }

    @Test
    void of_a_later_layout_is_refused_with_what_to_do() {
        byte[] later = {9, 1, 2, 3};
        assertThatThrownBy(() -> BlockCodec.readBlock(in(later)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("layout 9")
                .hasMessageContaining("reads layout 1 to 2")
                .hasMessageContaining("rebuild");
        assertThatThrownBy(() -> AreaDay.read(in(later))).hasMessageContaining("layout 9");
    }

    @RepeatedTest(400)
    void when_damaged_gives_a_message_or_another_block_and_never_anything_else(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition() * 0x9E3779B97F4A7C15L);
        DayBlock block = random(random);
        damaged(bytes(block), random, bytes -> BlockCodec.readBlock(in(bytes)).values());
        damaged(bytes(block.values()), random, bytes -> BlockCodec.readDay(in(bytes))
                .revision(0));
    }

    @Test
    void of_a_full_year_of_one_station_takes_no_more_than_the_aim() {
        Random random = new Random(2019);
        long[] level = {42, 68, 4, 37, 7, 60};
        int year = 0;
        int days = 0;
        for (int day = 0; day < 365; day++) {
            DayBlock block = DayBlock.empty(DAY + day);
            for (int hour = 0; hour < 24; hour++) {
                long[] values = new long[Pollutant.COUNT];
                for (int p = 0; p < values.length; p++) {
                    level[p] = Math.max(2, Math.min(400, level[p] + random.nextInt(21) - 10));
                    values[p] = level[p] * (p == 4 ? Scaled.ONE / 10 : Scaled.ONE);
                }
                Version version = new Version(
                        ReviewState.RAW,
                        Rank.HOUR,
                        1_550_000_000_000L + (day * 24L + hour) * 3_600_000,
                        "1001A@10.12.0.17:49152",
                        day * 24L + hour);
                block = block.apply(hour, version, HourValues.of(values)).block();
                if (random.nextInt(100) == 0) {
                    Version later = new Version(ReviewState.FINAL, Rank.AUDITED, version.receivedAt() + 1, "audit", 1);
                    block = block.apply(hour, later, HourValues.only(Pollutant.PM25, Scaled.ONE))
                            .block();
                }
            }
            year += bytes(block).length;
            days += bytes(block.values()).length;
        }
        System.out.println("bytes per station-year, live, 1 % corrected: " + year + " with versions, " + days
                + " as sent to areas (aim " + AIM_BYTES_PER_STATION_YEAR + ")");
        assertThat(year).isLessThan(AIM_BYTES_PER_STATION_YEAR);
    }

    private interface Read {
        void of(byte[] bytes) throws IOException;
    }

    private static void damaged(byte[] bytes, Random random, Read read) {
        byte[] damaged = random.nextBoolean() ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
        for (int i = random.nextInt(4); i > 0 && damaged.length > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        try {
            read.of(damaged);
        } catch (IOException e) {
            assertThat(e).hasMessageMatching("(?s).{10,}");
        }
    }

    private static DayBlock golden() {
        Version file = new Version(ReviewState.RAW, Rank.HOUR, 1_550_000_000_000L, "beijing_all_20190212.csv", 7);
        Version next = new Version(ReviewState.RAW, Rank.HOUR, 1_550_000_000_000L, "beijing_all_20190212.csv", 8);
        Version audit = new Version(ReviewState.FINAL, Rank.AUDITED, 1_550_100_000_000L, "submission-1", 1);
        HourValues first = HourValues.of(
                42 * Scaled.ONE, 68_500_000, HourValues.ABSENT, 37 * Scaled.ONE, 700_000, 60 * Scaled.ONE);
        HourValues second = HourValues.of(40 * Scaled.ONE, 0, 2 * Scaled.ONE, -1, 900_000, 58 * Scaled.ONE);
        return DayBlock.empty(DAY)
                .apply(7, file, first)
                .block()
                .apply(8, next, second)
                .block()
                .apply(8, audit, HourValues.only(Pollutant.PM10, HourValues.TOMBSTONE))
                .block()
                .apply(new LockEvent(9, false))
                .apply(new LockEvent(5, true));
    }

    /** Any block that the types allow; concentrations of any size. */
    private static DayBlock random(Random random) {
        DayBlock block = DayBlock.empty(random.nextInt());
        List<String> sources = List.of("", "f.csv", "一", "x".repeat(40));
        for (int i = random.nextInt(60); i > 0; i--) {
            long[] values = new long[Pollutant.COUNT];
            for (int p = 0; p < values.length; p++) {
                values[p] = switch (random.nextInt(6)) {
                    case 0 -> HourValues.ABSENT;
                    case 1 -> HourValues.TOMBSTONE;
                    case 2 -> Math.max(HourValues.TOMBSTONE, random.nextLong());
                    default -> random.nextInt(500) * Scaled.ONE;
                };
            }
            Version version = new Version(
                    ReviewState.values()[random.nextInt(4)],
                    Rank.values()[random.nextInt(3)],
                    random.nextInt(3) == 0 ? Math.max(Long.MIN_VALUE + 1, random.nextLong()) : 1_550_000_000_000L,
                    sources.get(random.nextInt(sources.size())),
                    random.nextInt(4));
            block = block.apply(random.nextInt(24), version, HourValues.of(values))
                    .block();
        }
        for (int i = random.nextInt(8) - 4; i > 0; i--) {
            block = block.apply(
                    new LockEvent(random.nextBoolean() ? random.nextLong() : 1_550_000_000_000L, random.nextBoolean()));
        }
        return block;
    }

    private interface Write {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(DayBlock block) {
        return bytes(out -> BlockCodec.write(block, out));
    }

    private static byte[] bytes(StationDay day) {
        return bytes(out -> BlockCodec.write(day, out));
    }

    private static byte[] bytes(AreaDay day) {
        return bytes(day::write);
    }

    private static byte[] bytes(Write write) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
