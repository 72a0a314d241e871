package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.microgram.standards.Faults;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

@DisplayName("GB 3838-2002, table 1 and 2")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Gb3838Test {

    private static final String FOLDER = "water/gb3838-2002/";

    @Test
    void gives_what_its_own_examples_say() {
        assertThat(misses(Waters.GB3838)).isEmpty();
        assertThat(Table.read(FOLDER + "vectors.csv")).hasSizeGreaterThan(50);
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "limits.csv | DO,any,at_least,7.5 | DO,any,at_most,7.5",
                "limits.csv | 7.5,6,5,3,2 | 7.5,6,5,3,1.9",
                "limits.csv | COD,any,at_most,15,15 | COD,any,at_most,15,16",
                "limits.csv | TP,lake,at_most,0.01 | TP,lake,at_most,0.02",
                "limits.csv | TN,lake,at_most | TN,any,at_most",
                "limits.csv | 0.00005,0.00005,0.0001 | 0.0005,0.0005,0.0001",
                "limits.csv | 6 9,6 9 | 6 8.5,6 9",
                "limits.csv | 0.001,0.005,0.005,0.005,0.01 | 0.001,0.005,0.005,0.01,0.01",
                "drinking-source.csv | Fe,0.3 | Fe,3"
            })
    void is_found_out_by_its_examples_when_a_digit_slips(String file, String from, String to) {
        Function<String, List<Table.Row>> tables = name -> {
            String text = Table.text(FOLDER + name);
            if (name.equals(file)) {
                assertThat(text).contains(from);
                text = text.replace(from, to);
            }
            return Table.parse(name, text, Faults.FATAL);
        };
        assertThat(misses(new WaterEdition("slipped", tables))).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(WaterParameter.class)
    void has_a_row_for_each_of_the_24_basic_items(WaterParameter parameter) {
        boolean isBasic = parameter.ordinal() <= WaterParameter.FECAL_COLIFORM.ordinal();
        assertThat(Waters.GB3838.clause(SectionType.LAKE, parameter).isPresent())
                .isEqualTo(isBasic);
        assertThat(Waters.GB3838.clause(SectionType.RIVER, parameter).isPresent())
                .isEqualTo(isBasic && parameter != WaterParameter.TN);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(SectionType.class)
    void never_gives_a_better_class_to_worse_water(SectionType type) {
        for (WaterParameter parameter : WaterParameter.ALL) {
            boolean reversed = parameter == WaterParameter.DO;
            List<Fraction> limits = WaterClass.ALL.stream()
                    .flatMap(each -> Waters.GB3838.limit(type, parameter, each).stream())
                    .toList();
            for (int i = 1; i < limits.size(); i++) {
                int order = limits.get(i - 1).compareTo(limits.get(i));
                assertThat(reversed ? -order : order).as(parameter.code()).isLessThanOrEqualTo(0);
            }
        }
    }

    @Test
    void lets_man_warm_the_water_by_one_degree_and_cool_it_by_two() {
        assertThat(Waters.GB3838.keepsTemperature(Fraction.of(1))).isTrue();
        assertThat(Waters.GB3838.keepsTemperature(Fraction.of(11, 10))).isFalse();
        assertThat(Waters.GB3838.keepsTemperature(Fraction.of(-2))).isTrue();
        assertThat(Waters.GB3838.keepsTemperature(Fraction.of(-21, 10))).isFalse();
    }

    @Test
    void is_in_force_from_the_first_of_June_2002() {
        assertThat(WaterEdition.on(LocalDate.of(2002, 5, 31))).isEmpty();
        assertThat(WaterEdition.on(LocalDate.of(2002, 6, 1)))
                .map(WaterEdition::name)
                .hasValue("GB 3838-2002");
        assertThat(WaterEdition.on(LocalDate.of(2026, 11, 25))).isPresent();
    }

    @Test
    void judges_a_river_type_reservoir_as_a_river_and_any_other_as_a_lake() {
        assertThat(SectionType.RIVER_RESERVOIR.isLake()).isFalse();
        assertThat(SectionType.RESERVOIR.isLake()).isTrue();
        assertThat(SectionType.find("river_reservoir")).hasValue(SectionType.RIVER_RESERVOIR);
        assertThat(SectionType.find("pond")).isEmpty();
    }

    @Test
    void knows_the_classes_however_public_files_write_them_and_takes_nothing_else_for_one() {
        assertThat(List.of("Ⅰ", "II", "3", "Ⅳ", "V", "劣Ⅴ").stream()
                        .map(each -> WaterClass.find(each).orElseThrow().number()))
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(WaterClass.find("劣V")).hasValue(WaterClass.WORSE_THAN_V);
        assertThat(List.of("-1", "-", "*", "", "0", "7", "WORSE_THAN_V").stream()
                        .flatMap(each -> WaterClass.find(each).stream()))
                .isEmpty();
    }

    /** The examples that do not come out, in words. */
    private static List<String> misses(WaterEdition edition) {
        List<String> misses = new ArrayList<>();
        for (Table.Row row : Table.read(FOLDER + "vectors.csv")) {
            String found = result(edition, row.get("what"), row.get("input").split(" "));
            if (!found.equals(row.get("expected"))) {
                misses.add(row.get("input") + " is " + found + ", not " + row.get("expected"));
            }
        }
        return misses;
    }

    private static String result(WaterEdition edition, String what, String[] words) {
        if (what.equals("drinking")) {
            Fraction limit = edition.drinkingLimit(WaterParameter.of(words[0])).orElseThrow();
            return Waters.exact(words[1]).compareTo(limit) <= 0 ? "within" : "exceeds";
        }
        SectionType type = SectionType.find(words[0]).orElseThrow();
        WaterParameter parameter = WaterParameter.of(words[1]);
        return what.equals("class")
                ? edition.classOf(type, parameter, Waters.exact(words[2]))
                        .map(each -> Integer.toString(each.number()))
                        .orElse("none")
                : edition.limit(type, parameter, WaterClass.find(words[2]).orElseThrow())
                        .map(Fraction::toSixDecimals)
                        .orElse("none");
    }
}
