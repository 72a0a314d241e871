package org.microgram.standards.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.microgram.standards.Faults;

@DisplayName("An edition is a folder of tables that")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EditionFoldersTest {

    private final List<String> told = new ArrayList<>();
    private final Faults faults =
            (file, line, found, remedy) -> told.add(file + ":" + line + " " + found + " " + remedy);

    static Stream<String> folders() {
        return Editions.folders().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void gives_what_its_own_examples_say(String folder) {
        Map<String, String> texts = Editions.texts(folder);
        Edition edition = new EditionReader(folder, texts, faults).read().orElseThrow();
        SubIndex index = Editions.shipped().indexOf(edition).orElse(null);
        int examples = EditionVectors.check(edition, index, folder, texts.get(EditionReader.VECTORS), faults);
        assertThat(told).isEmpty();
        assertThat(examples).isGreaterThan(12);
    }

    @ParameterizedTest(name = "{0}: {2} in {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gb3095-2026-transition | limits.csv | 'PM2.5,day,35,60' to 'PM2.5,day,35,75'",
                "gb3095-2012 | reference-states.csv | '2018-09-01' to '2018-09-02'",
                "hj633-2026 | breakpoints.csv | '35 60 115' to '35 75 115'",
                "hj633-2026 | rules.csv | 'incomplete,over 100' to 'incomplete,profile'",
                "hj633-2026 | rules.csv | 'rounding,half_even' to 'rounding,half_up'",
                "hj633-2026 | rules.csv | 'primary_over,50' to 'primary_over,49'",
                "hj633-2026 | breakpoints.csv | '800,300,table' to '800,500,table'",
                "hj633-2026 | breakpoints.csv | '800,200,table' to '800,300,table'",
                "who-2021 | limits.csv | '37.5' to '37'"
            })
    void is_found_out_by_its_examples_when_a_digit_slips(String folder, String file, String change) {
        Map<String, String> texts = new LinkedHashMap<>(Editions.texts(folder));
        String[] fromTo = change.replaceAll("^'|'$", "").split("' to '");
        assertThat(texts.get(file)).contains(fromTo[0]);
        texts.compute(file, (name, text) -> text.replace(fromTo[0], fromTo[1]));
        Edition edition = new EditionReader(folder, texts, faults).read().orElseThrow();
        SubIndex index = edition.index() != null
                ? edition.index()
                : Editions.shipped().indexOf(edition).orElse(null);
        EditionVectors.check(edition, index, folder, texts.get(EditionReader.VECTORS), faults);
        assertThat(told).isNotEmpty();
    }

    @Test
    void tells_every_mistake_at_once_with_file_line_and_remedy() {
        Map<String, String> texts = Map.of(
                "edition.csv",
                """
                key,value,clause,confidence
                name,Ours,,
                kind,local,,
                from,2026-13-01,,
                grade,grade3,,
                colour,green,,
                """,
                "limits.csv",
                """
                pollutant,averaging,grade1,grade2,clause,confidence
                PM2.5,day,25,fifty,art. 3,high
                PM3,day,25,50,art. 3,high
                PM10,week,25,50,art. 3,sure
                PM10,day,25
                """,
                "statistics.csv",
                "pollutant,statistic,percent,averaging,clause,confidence\nO3,percentile,900,mda8,art. 4,high\n",
                "notes.txt",
                "hello");
        assertThat(new EditionReader("config/editions/ours", texts, faults).read())
                .isEmpty();
        assertThat(told)
                .anySatisfy(t -> assertThat(t).contains("notes.txt:0", "is not a table of an edition"))
                .anySatisfy(t -> assertThat(t).contains("edition.csv:4", "2026-13-01", "2026-03-01"))
                .anySatisfy(t -> assertThat(t).contains("edition.csv:5", "grade3", "grade1, grade2"))
                .anySatisfy(t -> assertThat(t).contains("edition.csv:6", "colour is not a key"))
                .anySatisfy(t -> assertThat(t).contains("limits.csv:2", "fifty", "37.5"))
                .anySatisfy(t -> assertThat(t).contains("limits.csv:3", "PM3", "PM2.5"))
                .anySatisfy(t -> assertThat(t).contains("limits.csv:4", "week", "mda8"))
                .anySatisfy(t -> assertThat(t).contains("limits.csv:4", "sure", "house rule"))
                .anySatisfy(t -> assertThat(t).contains("limits.csv:5", "3 cells"))
                .anySatisfy(t -> assertThat(t).contains("statistics.csv:2", "900", "1 to 100"));
    }

    @Test
    void without_examples_is_refused_because_nobody_could_tell_a_slip_of_a_digit() {
        Edition edition = Editions.shipped().get("WHO 2021");
        EditionVectors.check(edition, null, "vectors.csv", null, faults);
        assertThat(told).singleElement().asString().contains("there is no such file", "what,input,expected,source");
    }

    @Test
    void is_found_by_its_name_in_any_case_its_folder_and_with_a_colon_at_another_of_its_columns() {
        Editions all = Editions.shipped();
        assertThat(all.get("gb 3095-2026 FINAL").name()).isEqualTo("GB 3095-2026 final");
        assertThat(all.get("gb3095-2012").name()).isEqualTo("GB 3095-2012");
        assertThat(all.get("WHO 2021").grade()).isEqualTo("AQG");
        assertThat(all.get("WHO 2021:it-3").grade()).isEqualTo("IT-3");
        assertThat(all.get("WHO 2021:it-3").name()).isEqualTo("WHO 2021:IT-3");
        assertThatThrownBy(() -> all.get("GB 3095-2025"))
                .hasMessageContaining("GB 3095-2025")
                .hasMessageContaining("GB 3095-2026 transition");
        assertThatThrownBy(() -> all.get("WHO 2021:IT-5")).hasMessageContaining("IT-1, IT-2, IT-3, IT-4, AQG");
    }

    @Test
    void has_the_index_of_its_years_or_none() {
        Editions all = Editions.shipped();
        assertThat(all.indexOf(all.get("GB 3095-2012")).orElseThrow().edition()).isEqualTo("HJ 633-2012");
        assertThat(all.indexOf(all.get("GB 3095-2026 final")).orElseThrow().edition())
                .isEqualTo("HJ 633-2026");
        assertThat(all.indexOf(all.get("WHO 2021"))).isEmpty();
    }

    @Test
    void names_the_statistics_of_a_year_by_the_percentile_that_the_rows_are_named_by() {
        for (Edition edition : Editions.ofLimits()) {
            for (Edition.Statistic each : edition.statistics()) {
                if (each.isPercentile()) {
                    assertThat(each.percent())
                            .as("%s %s", edition, each.pollutant())
                            .isEqualTo(each.pollutant().percentile());
                }
            }
        }
    }
}
