package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayName("The words of the page")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WordsTest {

    private static final Pattern PAIR = Pattern.compile("^  (\\w+): \\['(.*)', '(.*)'\\],$", Pattern.MULTILINE);
    private static final Pattern BEGINS = Pattern.compile("words(?: =|,) \\{\n");
    private static final Pattern BLANK = Pattern.compile("\\{\\w+}");

    @Test
    void every_word_is_there_in_both_languages_with_the_same_blanks() throws IOException {
        String table = tables();
        Map<String, String[]> words = new LinkedHashMap<>();
        for (Matcher pair = PAIR.matcher(table); pair.find(); ) {
            words.put(pair.group(1), new String[] {pair.group(2), pair.group(3)});
        }
        assertThat(words).as("no line is anything else, no word is there twice").hasSize((int)
                table.lines().filter(line -> !line.isBlank()).count());
        words.forEach((key, pair) -> {
            assertThat(pair[0]).as(key + " in Chinese").isNotBlank();
            assertThat(pair[1]).as(key + " in English").isNotBlank();
            assertThat(blanks(pair[1])).as(key).isEqualTo(blanks(pair[0]));
        });
    }

    @Test
    void every_word_that_a_module_asks_for_exists() throws IOException {
        String table = "\n" + tables();
        for (String name : modules("")) {
            for (Matcher use = Pattern.compile("\\bt\\('(\\w+)'[,)]").matcher(read(name)); use.find(); ) {
                assertThat(table).as(name).contains("\n  " + use.group(1) + ": [");
            }
        }
    }

    /** The lines of words of all modules that have some. */
    private static String tables() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : modules("i18n")) {
            String file = read(name);
            Matcher begins = BEGINS.matcher(file);
            assertThat(begins.find()).as(name).isTrue();
            all.append(file, begins.end(), file.indexOf("\n}", begins.end())).append('\n');
        }
        return all.toString();
    }

    private static List<String> modules(String begin) throws IOException {
        return read("assets.txt")
                .lines()
                .filter(name -> name.startsWith(begin) && name.endsWith(".js"))
                .toList();
    }

    private static TreeSet<String> blanks(String text) {
        TreeSet<String> found = new TreeSet<>();
        for (Matcher blank = BLANK.matcher(text); blank.find(); ) {
            // an English hour is told by its span
            found.add(blank.group().replace("{span}", "{hour}"));
        }
        return found;
    }

    private static String read(String name) throws IOException {
        try (InputStream in = WordsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
