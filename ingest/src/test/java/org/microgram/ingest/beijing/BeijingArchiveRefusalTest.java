package org.microgram.ingest.beijing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microgram.ingest.Archives.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microgram.ingest.Archives;
import org.microgram.ingest.Collected;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.files.Limits;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.Refusal.Reason;

@DisplayName("What the archive of Beijing holds that cannot be used")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BeijingArchiveRefusalTest {

    static final Path GENUINE = BeijingArchiveReaderTest.GENUINE;
    static final String ALL = BeijingArchiveReaderTest.ALL;
    static final String HEAD = BeijingArchiveReaderTest.HEAD;

    @TempDir
    Path dir;

    @Test
    void a_file_without_a_byte_as_of_30_December_2016() throws IOException {
        Refusal refusal = read(GENUINE.resolve("beijing_all_20161230.csv")).refusal();
        assertThat(refusal.reason()).isEqualTo(Reason.EMPTY_FILE);
        assertThat(refusal.position()).isZero();
    }

    @Test
    void an_error_page_and_a_compressed_body_under_the_name_of_a_table() throws IOException {
        Refusal notFound = read(GENUINE.resolve("beijing_all_20170519.csv")).refusal();
        assertThat(notFound.reason()).isEqualTo(Reason.NOT_A_TABLE);
        assertThat(notFound.found()).isEqualTo("an HTML page");
        assertThat(notFound.raw()).contains("The resource could not be found.");
        assertThat(read(GENUINE.resolve("beijing_all_20170702.csv")).refusal().reason())
                .isEqualTo(Reason.NOT_A_TABLE);
        assertThat(read(GENUINE.resolve("beijing_all_20141231.csv")).refusal().found())
                .isEqualTo("a gzip body");
    }

    @Test
    void a_header_in_broken_GBK_with_commas_swallowed_and_with_it_the_whole_file() throws IOException {
        String genuine = Files.readString(GENUINE.resolve("beijing_extra_20160724.csv"));
        int end = genuine.indexOf('\n');
        // GBK read as UTF-8, and a lost byte that makes the next comma the second half of a character.
        byte[] gbk = genuine.substring(0, end).getBytes(Charset.forName("GBK"));
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        for (int i = 0; i < gbk.length; i++) {
            if (i != 18 && i != 40) {
                damaged.write(gbk[i]);
            }
        }
        String mojibake = new String(damaged.toByteArray(), Charset.forName("GBK"));
        Path file = dir.resolve("beijing_extra_20160724.csv");
        Files.write(file, bytes(mojibake + genuine.substring(end)));
        Collected whole = read(GENUINE.resolve("beijing_extra_20160724.csv"));

        Collected read = read(file);

        assertThat(read.records).isEmpty();
        assertThat(read.refusal().reason()).isEqualTo(Reason.BAD_HEADER);
        assertThat(read.refusal().values()).isEqualTo((int) whole.report.used());
        assertThat(read.report.read()).isEqualTo(whole.report.read());

        Files.write(file, gbk);
        assertThat(read(file).refusal().reason()).isEqualTo(Reason.BAD_HEADER);
    }

    @Test
    void a_header_with_unknown_empty_or_repeated_names() throws IOException {
        assertThat(refusal("date,hour,type,东四,火星\n20190212,7,PM2.5,1,2\n").found())
                .isEqualTo("unknown: 火星");
        assertThat(refusal("date,hour,type,东四,\n20190212,7,PM2.5,1,2\n").found())
                .isEqualTo("1 columns without a name");
        Refusal twice = refusal("date,hour,type,东四,东城东四\n20190212,7,PM2.5,1,2\n20190212,7,AQI,1,2\n");
        assertThat(twice.reason()).isEqualTo(Reason.BAD_HEADER);
        assertThat(twice.found()).isEqualTo("repeated: 东城东四");
        assertThat(twice.values()).isEqualTo(2);
        assertThat(refusal("date,hour,type\n").found()).isEqualTo("no station columns");
    }

    @Test
    void a_row_with_a_cell_too_many_or_too_few_but_not_its_neighbours() throws IOException {
        write(ALL, HEAD + "20190212,7,PM2.5,1\n20190212,8,PM2.5,1,2,3\n20190212,9,PM2.5,1,2\n20190212\n");
        Collected read = read(dir);
        assertThat(read.records).hasSize(2);
        assertThat(read.refusals).extracting(Refusal::reason).containsOnly(Reason.CUT_ROW);
        assertThat(read.refusals).extracting(Refusal::position).containsExactly(2L, 3L, 5L);
        assertThat(read.report.refusedValues()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20190212,24", "20190212,-1", "20190212,", "20190212,x", "20190213,7", "2019-02-12,7"})
    void a_row_of_another_day_or_of_no_hour(String when) throws IOException {
        Refusal refusal = refusal(HEAD + when + ",PM2.5,1,2\n");
        assertThat(refusal.reason()).isEqualTo(Reason.BAD_TIME);
        assertThat(refusal.values()).isEqualTo(2);
        assertThat(refusal.position()).isEqualTo(2);
    }

    @Test
    void a_file_of_a_day_that_does_not_exist() throws IOException {
        write("beijing_all_20190230.csv", HEAD + "20190230,7,PM2.5,1,2\n");
        Refusal refusal = read(dir).refusal();
        assertThat(refusal.reason()).isEqualTo(Reason.BAD_TIME);
        assertThat(refusal.values()).isEqualTo(2);
    }

    @Test
    void a_row_of_a_parameter_that_is_not_known() throws IOException {
        Refusal refusal = refusal(HEAD + "20190212,7,PM1,1,\n");
        assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_PARAMETER);
        assertThat(refusal.found()).isEqualTo("PM1");
        assertThat(refusal.values()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "1e5",
                "1e400",
                "9e18",
                "Infinity",
                "0x10",
                "１２",
                "1.2.3",
                "+5",
                ".5",
                "5.",
                "-",
                " ",
                "—",
                "1.0000001"
            })
    void a_cell_that_is_no_plain_decimal_but_not_its_neighbours(String cell) throws IOException {
        write(ALL, HEAD + "20190212,7,PM2.5," + cell + ",42\n");
        Collected read = read(dir);
        assertThat(read.refusal().reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(read.refusal().raw()).isEqualTo(cell);
        assertThat(read.refusal().values()).isEqualTo(1);
        assertThat(read.records).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "553405",
                "-1",
                "10000.000001",
                "9000000000000000000",
                "9223372036854775808",
                "99999999999999999999999999"
            })
    void a_value_that_no_instrument_can_have_measured_such_as_the_spike_of_2014(String cell) throws IOException {
        write(ALL, HEAD + "20190212,7,PM2.5,42," + cell + "\n");
        Collected read = read(dir);
        assertThat(read.refusal().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(read.refusal().found()).isEqualTo("PM2.5 at label 7, column 5");
        assertThat(read.records).hasSize(1);
    }

    @Test
    void bytes_that_are_not_UTF8_in_a_row() throws IOException {
        byte[] file = (HEAD + "20190212,7,PM2.5,4?,42\n").getBytes(StandardCharsets.UTF_8);
        file[file.length - 5] = (byte) 0xff;
        Files.write(dir.resolve(ALL), file);
        assertThat(read(dir).refusal().reason()).isEqualTo(Reason.NOT_A_NUMBER);
    }

    @Test
    void a_file_or_an_archive_over_the_limits_of_size() throws IOException {
        BeijingArchiveReader narrow = new BeijingArchiveReader(new Limits(100, 10_000, 250, 200, 3));
        write("a/" + ALL, "x".repeat(101));
        assertThat(Collected.read(narrow, dir.resolve("a")).refusal().reason()).isEqualTo(Reason.TOO_LARGE);

        Path entry = Archives.tarXz(dir.resolve("entry.tar.xz"), Map.of(ALL, new byte[101]));
        assertThat(Collected.read(narrow, entry).refusal().reason()).isEqualTo(Reason.TOO_LARGE);

        Path total = Archives.tarXz(dir.resolve("total.tar.xz"), Map.of("other.bin", new byte[20_000]));
        assertThat(Collected.read(narrow, total).refusal().reason()).isEqualTo(Reason.TOO_LARGE);

        Path held = Archives.tarXz(dir.resolve("held.tar.xz"), many(3));
        assertThat(Collected.read(narrow, held).refusal().reason()).isEqualTo(Reason.TOO_LARGE);

        Path count = Archives.tarXz(dir.resolve("count.tar.xz"), many(4));
        assertThat(Collected.read(narrow, count).refusal().reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void an_archive_with_a_path_out_of_its_folder_and_all_that_is_in_it() throws IOException {
        byte[] good = bytes(HEAD + "20190212,7,PM2.5,1,2\n");
        for (String name : new String[] {"../" + ALL, "/etc/" + ALL, "a/../../" + ALL, "..\\" + ALL, "C:\\" + ALL}) {
            Map<String, byte[]> files = new java.util.LinkedHashMap<>();
            files.put("beijing_all_20190101.csv", bytes(HEAD + "20190101,7,PM2.5,1,2\n"));
            files.put(name, good);
            Collected read = read(Archives.tarXz(dir.resolve("x.tar.xz"), files));
            assertThat(read.refusal().reason()).as(name).isEqualTo(Reason.UNREADABLE_ARCHIVE);
            assertThat(read.refusal().found()).contains("a path out of its folder");
            assertThat(read.records).isEmpty();
        }
    }

    @Test
    void an_archive_with_a_link_and_a_folder_with_one() throws IOException {
        Path archive = Archives.tarXzWithLink(dir.resolve("x.tar.xz"), ALL, "/etc/passwd");
        assertThat(read(archive).refusal().found()).contains("a link");

        Path folder = Files.createDirectory(dir.resolve("folder"));
        Files.createSymbolicLink(folder.resolve(ALL), dir.resolve("elsewhere"));
        Refusal refusal = read(folder).refusal();
        assertThat(refusal.reason()).isEqualTo(Reason.UNREADABLE_ARCHIVE);
        assertThat(refusal.raw()).isEmpty();
    }

    @Test
    void an_archive_that_unfolds_a_thousandfold() throws IOException {
        Path bomb = Archives.bomb(dir.resolve("bomb.tar.xz"), ALL, 48L << 20);
        assertThat(Files.size(bomb)).isLessThan(50_000);
        Refusal refusal = read(bomb).refusal();
        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal.found()).contains("200 times its size");
    }

    @Test
    void an_archive_that_is_damaged_cut_off_or_none() throws IOException {
        Path whole = Archives.tarXz(dir.resolve("whole.tar.xz"), many(20));
        byte[] content = Files.readAllBytes(whole);
        Path cut = Files.write(dir.resolve("cut.tar.xz"), java.util.Arrays.copyOf(content, content.length / 2));
        Path none = Files.write(dir.resolve("none.tar.xz"), bytes("<html>404</html>"));
        Path empty = Files.write(dir.resolve("empty.tar.xz"), new byte[0]);
        for (Path archive : new Path[] {cut, none, empty}) {
            assertThat(read(archive).refusal().reason()).isEqualTo(Reason.UNREADABLE_ARCHIVE);
        }
    }

    @Test
    void a_single_file_that_is_named_like_none_of_the_archive() throws IOException {
        assertThat(read(write("values.csv", HEAD)).refusal().reason()).isEqualTo(Reason.NOT_A_TABLE);
    }

    @Test
    void keeps_at_most_4096_characters_of_it() throws IOException {
        assertThat(refusal("x".repeat(10_000)).raw()).hasSize(ReadRun.RAW_CHARS);
        assertThat(refusal(HEAD + "20190212,7,PM2.5," + "9".repeat(10_000) + ",\n")
                        .raw())
                .hasSize(ReadRun.RAW_CHARS);
    }

    private static Map<String, byte[]> many(int files) {
        return IntStream.range(0, files)
                .boxed()
                .collect(Collectors.toMap(i -> "beijing_all_201901%02d.csv".formatted(i + 1), i -> {
                    byte[] content = new byte[100];
                    new java.util.Random(i).nextBytes(content);
                    return content;
                }));
    }

    private Refusal refusal(String content) throws IOException {
        write(ALL, content);
        return read(dir).refusal();
    }

    private Path write(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes(text));
    }

    private static Collected read(Path... inputs) throws IOException {
        return BeijingArchiveReaderTest.read(inputs);
    }
}
