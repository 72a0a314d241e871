package org.microgram.standalone.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standalone.terminal.Tables.Format;

@DisplayName("A table")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TablesTest {

    @Test
    void is_aligned_for_a_person_also_where_characters_are_two_columns_wide() {
        assertThat(printed(Format.ALIGNED)).isEqualTo("""
                        station  name  value
                        -------  ----  -----
                        bj-1     东四     42
                        bj-22    万柳    1.3
                        bj-3     x
                        """);
    }

    @Test
    void is_csv_for_a_program_with_an_empty_cell_for_none() {
        assertThat(printed(Format.CSV)).isEqualTo("station,name,value\nbj-1,东四,42\nbj-22,万柳,1.3\nbj-3,x,\n");
    }

    @Test
    void is_json_when_asked_for_with_null_for_none() {
        assertThat(printed(Format.JSON)).isEqualTo("""
                        [
                          {"station": "bj-1", "name": "东四", "value": 42},
                          {"station": "bj-22", "name": "万柳", "value": 1.3},
                          {"station": "bj-3", "name": "x", "value": null}
                        ]
                        """);
    }

    @Test
    void quotes_what_csv_and_json_would_misread() {
        assertThat(printed(Format.CSV, List.of("a"), List.of("x,\"y\""))).isEqualTo("a\n\"x,\"\"y\"\"\"\n");
        assertThat(printed(Format.JSON, List.of("a"), List.of("\"\n\u0001"))).contains("\"\\\"\\n\\u0001\"");
        assertThat(printed(Format.JSON, List.of("a"), List.of("007"))).contains("\"007\"");
        assertThat(printed(Format.JSON, List.of("a"))).isEqualTo("[]\n");
    }

    private static String printed(Format format) {
        return printed(
                format,
                List.of("station", "name", "value"),
                List.of("bj-1", "东四", "42"),
                List.of("bj-22", "万柳", "1.3"),
                List.of("bj-3", "x", ""));
    }

    @SafeVarargs
    private static String printed(Format format, List<String> header, List<String>... rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Tables table = new Tables(new PrintStream(bytes, true, StandardCharsets.UTF_8), format, header)) {
            for (List<String> row : rows) {
                table.row(row);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
