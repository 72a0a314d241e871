package org.microgram.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microgram.ingest.Archives.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microgram.ingest.Archives;
import org.microgram.ingest.Collected;
import org.microgram.ingest.Reader;
import org.microgram.ingest.Readers;
import org.microgram.ingest.beijing.BeijingArchiveReader;
import org.microgram.ingest.csv.ReadingsCsvReader;
import org.microgram.messages.readings.ReadingsCodec;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.RefusalCodec;

/** What a giver of files may try; every reader runs against the gzip bomb and the link in ReaderContract as well. */
@DisplayName("A hostile file")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HostileFilesTest {

    private static final String DAY = "beijing_all_20190212.csv";
    private static final String GOOD_DAY = "date,hour,type,东四\n20190212,7,PM2.5,42\n";
    private static final String HEAD =
            "station,parameter,start,length,value,unit,rank,state,received_at,seq,author,reason\n";
    private static final String ROW =
            "1003A,PM2.5,2019-02-12T07:00:00+08:00,3600,42.5,ug/m3,audited,final,2019-02-12T08:05:00+08:00,17,a,b\n";

    @TempDir
    Path dir;

    @Test
    void that_is_an_xz_bomb_is_refused() throws IOException {
        Path bomb = Archives.bomb(dir.resolve("bomb.tar.xz"), DAY, 48L << 20);
        assertThat(Files.size(bomb)).isLessThan(50_000);
        Refusal refusal = Collected.read(new BeijingArchiveReader(), bomb).refusal();
        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"readings-csv", "prsa", "openaq", "airnow"})
    void that_is_a_gzip_bomb_or_a_gzip_within_a_gzip_is_refused(String format) throws IOException {
        Reader reader = Readers.find(format).orElseThrow();
        Path bomb = gzip(dir.resolve("bomb.csv.gz"), new byte[48 << 20]);
        assertThat(Files.size(bomb)).isLessThan(100_000);
        assertThat(Collected.read(reader, bomb).refusal().reason()).isEqualTo(Reason.TOO_LARGE);

        Path nested = gzip(dir.resolve("nested.csv.gz"), Files.readAllBytes(bomb));
        assertThat(Collected.read(reader, nested).refusal().reason()).isEqualTo(Reason.NOT_A_TABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../" + DAY, "/etc/" + DAY, "a/../../" + DAY, "..\\" + DAY, "C:\\" + DAY})
    void that_is_a_tar_with_a_path_out_of_its_folder_is_refused_whole_and_writes_nothing(String name)
            throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("beijing_all_20190101.csv", bytes(GOOD_DAY.replace("0212", "0101")));
        files.put(name, bytes(GOOD_DAY));
        Path folder = Files.createDirectory(dir.resolve("in"));
        Collected read = Collected.read(new BeijingArchiveReader(), Archives.tarXz(folder.resolve("x.tar.xz"), files));
        assertThat(read.refusal().reason()).isEqualTo(Reason.UNREADABLE_ARCHIVE);
        assertThat(read.records).isEmpty();
        try (var there = Files.walk(dir)) {
            assertThat(there.filter(Files::isRegularFile)).containsExactly(folder.resolve("x.tar.xz"));
        }
    }

    @Test
    void with_quotes_and_newlines_in_its_name_brings_no_lines_into_messages() throws IOException {
        Path file = Files.write(dir.resolve("a\"b'\n\u001b[31mc.csv"), bytes(HEAD + "x\n"));
        Refusal refusal = Collected.read(new ReadingsCsvReader(), file).refusal();
        assertThat(refusal.source()).endsWith("a\"b'??[31mc.csv");

        Path archive = Archives.tarXz(dir.resolve("x.tar.xz"), Map.of("a\"\n/" + DAY, bytes(GOOD_DAY + "cut")));
        Collected read = Collected.read(new BeijingArchiveReader(), archive);
        assertThat(read.records).hasSize(1);
        assertThat(read.refusal().source()).endsWith("x.tar.xz!/a\"?/" + DAY);
    }

    @Test
    void with_quotes_and_newlines_in_names_of_stations_and_persons_is_refused_or_kept_to_the_letter()
            throws IOException {
        String station = ROW.replace("1003A", "\"10\"\"03\nA'; DROP TABLE air_hour,pm25=0 1\"");
        Refusal refusal =
                Collected.read(new ReadingsCsvReader(), write(HEAD + station)).refusal();
        assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_STATION);
        assertThat(refusal.found()).isEqualTo("station \"10\"03?A'; DROP TABLE air_hour,pm25=0 1\"");
        assertThat(RefusalCodec.decode(RefusalCodec.encode(refusal))).isEqualTo(refusal);

        String person = ROW.replace(",a,b", ",\"Li \"\"Wei\"\"\n=cmd|x\",\"checked, \"\"twice\"\"\"");
        Collected read = Collected.read(new ReadingsCsvReader(), write(HEAD + person));
        assertThat(read.records.get(0).author()).isEqualTo("Li \"Wei\"\n=cmd|x");
        assertThat(read.records.get(0).reason()).isEqualTo("checked, \"twice\"");
        assertThat(ReadingsCodec.decode(ReadingsCodec.encode(read.records.get(0))))
                .isEqualTo(read.records.get(0));
    }

    private Path write(String text) throws IOException {
        return Files.write(dir.resolve("a.csv"), bytes(text));
    }

    private static Path gzip(Path file, byte[] content) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
        return file;
    }
}
