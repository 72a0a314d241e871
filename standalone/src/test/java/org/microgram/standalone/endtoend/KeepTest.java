package org.microgram.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.standalone.Commands;
import org.microgram.standalone.Commands.Ran;

@DisplayName("Keep and move")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeepTest {

    private static final String CORRECTION = """
            station,parameter,start,length,value,unit,rank,state,received_at,seq,author,reason
            东四,PM2.5,2019-03-02T08:00:00+08:00,PT1H,95,ug/m3,audited,final,2019-03-20T10:00:00+08:00,1,Li Wei,zero drift
            东四,PM2.5,2019-03-02T09:00:00+08:00,PT1H,,ug/m3,audited,final,2019-03-20T10:00:00+08:00,2,Li Wei,zero drift
            东四,PM2.5,2019-03-02T10:00:00+08:00,PT1H,95,ug/m3,audited,final,2019-03-20T10:00:00+08:00,3,,
            """;

    @TempDir
    static Path dir;

    private static String figures;

    @BeforeAll
    static void fill() throws Exception {
        Path files = Piece.write(dir.resolve("files"), LocalDate.of(2019, 3, 1), LocalDate.of(2019, 3, 4));
        Files.writeString(dir.resolve("corrections.csv"), CORRECTION);
        done(Commands.run("backfill", "--data", path("data"), "--format", Piece.ARCHIVE, files.toString()));
        assertThat(Commands.run("backfill", "--data", path("data"), "--format", "readings-csv", path("corrections.csv"))
                        .code())
                .as("the row without an author is refused")
                .isEqualTo(3);
        figures = exported("data");
        done(Commands.run("backup", "--data", path("data"), "--out", path("kept.zip")));
    }

    @Test
    @Order(1)
    void a_backup_restored_into_an_empty_directory_gives_the_same_export_byte_for_byte() throws Exception {
        Ran restored = done(Commands.run("restore", "--data", path("restored"), path("kept.zip")));
        assertThat(restored.err()).contains("config-restored");
        assertThat(exported("restored")).isEqualTo(figures).contains("beijing");
        assertThat(history("restored")).isEqualTo(history("data")).contains("Li Wei");
        assertThat(refusals("restored")).isEqualTo(refusals("data"));
    }

    @Test
    @Order(2)
    void a_backup_of_what_was_restored_keeps_the_same_log() throws Exception {
        done(Commands.run("backup", "--data", path("restored"), "--out", path("again.zip")));
        for (String part : new String[] {"log/refusals/0", "data/batches.csv", "config/stations.csv"}) {
            assertThat(part("again.zip", part)).as(part).isEqualTo(part("kept.zip", part));
        }
    }

    @Test
    @Order(3)
    void a_backup_is_readable_by_its_owner_only() throws Exception {
        assertThat(Files.getPosixFilePermissions(dir.resolve("kept.zip")))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }

    @Test
    @Order(4)
    void a_backup_with_one_byte_changed_is_refused_and_the_part_is_named() throws Exception {
        Path damaged = Files.copy(dir.resolve("kept.zip"), dir.resolve("damaged.zip"));
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + damaged.toUri()), Map.of())) {
            Path part = zip.getPath("/log/readings/1");
            byte[] bytes = Files.readAllBytes(part);
            bytes[bytes.length / 2] ^= 1;
            Files.write(part, bytes);
        }
        Ran ran = Commands.run("restore", "--data", path("never"), damaged.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("log/readings/1", "nothing was changed", "->");
        assertThat(dir.resolve("never")).doesNotExist();
    }

    @Test
    @Order(5)
    void a_directory_that_is_not_empty_is_never_restored_into() throws Exception {
        Ran ran = Commands.run("restore", "--data", path("data"), path("kept.zip"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("is not empty", "->");
    }

    @Test
    @Order(6)
    void a_part_that_reaches_outside_the_directory_is_refused() throws Exception {
        Path evil = dir.resolve("evil.zip");
        String name = "data/../../outside.txt";
        byte[] content = "gotcha".getBytes(StandardCharsets.UTF_8);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(evil))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write("""
                    {"format": 1, "program": "x", "layout": 2, "config": "", "upTo": 0,
                     "parts": [{"name": "%s", "messages": 0, "sha256": "%s"}]}""".formatted(name, hash).getBytes(StandardCharsets.UTF_8));
        }
        Ran ran = Commands.run("restore", "--data", path("never"), evil.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("reaches outside", "nothing was changed");
        assertThat(dir.resolve("never")).doesNotExist();
        assertThat(dir.resolve("outside.txt")).doesNotExist();
    }

    @Test
    @Order(7)
    void a_directory_of_an_older_layout_is_refused_with_the_command_that_upgrades_it() throws Exception {
        Files.writeString(dir.resolve("data").resolve("VERSION"), "1\n");
        Ran refused = Commands.run("query", "--data", path("data"), "--measurement", "air_day");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("layout 1", "./microgram upgrade --data");

        Ran rehearsed = done(Commands.run("upgrade", "--data", path("data"), "--dry-run"));
        assertThat(rehearsed.out()).contains("layout 1 → 2", "nothing was changed");
        assertThat(Files.readString(dir.resolve("data").resolve("VERSION"))).isEqualTo("1\n");

        done(Commands.run("upgrade", "--data", path("data")));
        done(Commands.run("run", "--data", path("data"), "--port", "0", "--until-done"));
        assertThat(exported("data")).isEqualTo(figures);
        assertThat(Commands.run("upgrade", "--data", path("data")).out()).contains("nothing to do");
    }

    private static String path(String name) {
        return dir.resolve(name).toString();
    }

    private static Ran done(Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    private static String exported(String data) throws IOException {
        Path out = dir.resolve("exported");
        done(Commands.run("export", "--data", path(data), "--month", "2019-03", "--out", out.toString()));
        return Files.readString(out.resolve("figures.csv"));
    }

    private static String history(String data) {
        return done(Commands.run("history", "--data", path(data), "东四 air_day PM2.5 2019-03-02"))
                .out();
    }

    private static byte[] refusals(String data) throws IOException {
        Path file = dir.resolve(data + "-refusals.zip");
        done(Commands.run("backup", "--data", path(data), "--out", file.toString()));
        return part(file.getFileName().toString(), "log/refusals/0");
    }

    private static byte[] part(String file, String part) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(dir.resolve(file))) {
            byte[] bytes = Files.readAllBytes(zip.getPath(part));
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isNotEmpty();
            return bytes;
        }
    }
}
