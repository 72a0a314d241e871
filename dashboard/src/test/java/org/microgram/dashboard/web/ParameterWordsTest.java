package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.microgram.standards.water.WaterParameter;

@DisplayName("The names of the parameters of water on the pages")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ParameterWordsTest {

    /** Any of them can decide a class or stand in a sample by hand, and a page without its name would not open. */
    @ParameterizedTest
    @EnumSource
    void are_those_that_receipts_have(WaterParameter parameter) throws IOException {
        String word = "  p_" + parameter.code().replaceAll("\\W", "") + ": ['" + parameter.nameZh() + "', '";
        assertThat(tables()).as(parameter.code()).contains(word);
    }

    private static String tables() throws IOException {
        StringBuilder all = new StringBuilder();
        List<String> modules = read("assets.txt")
                .lines()
                .filter(name -> name.startsWith("i18n"))
                .toList();
        for (String name : modules) {
            all.append(read(name));
        }
        return all.toString();
    }

    private static String read(String name) throws IOException {
        try (InputStream in = ParameterWordsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
