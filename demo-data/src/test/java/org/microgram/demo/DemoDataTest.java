package org.microgram.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The demo data")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemoDataTest {

    private static final byte[] XZ = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};

    @TempDir
    Path dir;

    @Test
    void has_three_years_that_are_less_than_8_MB_together() throws IOException {
        long sum = 0;
        for (int year : List.of(DemoData.YEAR_WITH_DEFECTS, 2019, 2020)) {
            try (InputStream in = DemoData.open(year)) {
                byte[] bytes = in.readAllBytes();
                assertThat(bytes).startsWith(XZ);
                sum += bytes.length;
            }
        }
        assertThat(sum).isBetween(5L << 20, 8L << 20);
    }

    @Test
    void are_copied_out_for_the_years_of_the_demo_again_and_again() throws IOException {
        Path folder = dir.resolve("new/folder");
        DemoData.unpackTo(folder);
        DemoData.unpackTo(folder);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("beijing-2019.tar.xz", "beijing-2020.tar.xz");
        }
    }

    @Test
    void say_which_years_there_are_when_asked_for_another() {
        assertThatThrownBy(() -> DemoData.open(2018))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("2016 (proofs) and [2019, 2020]");
    }

    @Test
    void hold_the_published_figures_each_with_a_source() throws IOException {
        try (InputStream in = DemoData.openPublished()) {
            List<String> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            assertThat(rows.get(0)).isEqualTo("subject,figure,period,parameter,value,unit,source");
            assertThat(rows)
                    .anyMatch(row -> row.startsWith("beijing,mean,2020-01..2020-06,PM2.5,43,µg/m³,"))
                    .anyMatch(row -> row.startsWith("yizhuang,mean,2019-01..2019-06,PM2.5,48,µg/m³,"))
                    .noneMatch(row -> row.endsWith(","));
        }
    }
}
