package org.microgram.messages.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The network of stations and areas")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NetworkLoaderTest {

    static final Path BEIJING = Path.of("../config");
    static final LocalDate DAY = LocalDate.of(2019, 2, 12);

    @TempDir
    Path config;

    @BeforeEach
    void start_from_the_configuration_of_Beijing() throws IOException {
        for (String name : List.of("stations.csv", "areas.csv", "members.csv", "evaluation.yaml")) {
            Files.copy(BEIJING.resolve(name), config.resolve(name));
        }
    }

    @Test
    void of_Beijing_has_35_stations_one_city_and_17_units() {
        Network network = NetworkLoader.load(config);

        assertThat(network.stations()).hasSize(35);
        assertThat(network.areas()).hasSize(18);
        assertThat(network.dailyProfile()).isEqualTo("archive");
        assertThat(network.hash()).matches("[0-9a-f]{12}");
    }

    @Test
    void gives_the_city_its_eleven_national_stations_without_the_control_point() {
        assertThat(NetworkLoader.load(config).members("beijing", DAY))
                .hasSize(11)
                .doesNotContain("1002A");
    }

    @Test
    void gives_a_unit_its_national_and_municipal_stations_and_no_others() {
        Network network = NetworkLoader.load(config);
        for (Area unit : network.areas()) {
            Set<String> standing = network.stations().stream()
                    .filter(s -> s.district().equals(unit.id()))
                    .filter(s -> Set.of("national", "municipal").contains(s.role()))
                    .filter(s -> s.to().isEmpty())
                    .map(Station::id)
                    .collect(Collectors.toSet());
            if (unit.kind().equals("unit")) {
                assertThat(network.members(unit.id(), DAY)).isNotEmpty().hasSameElementsAs(standing);
            }
        }
    }

    @Test
    void counts_a_station_until_its_last_day() {
        Network network = NetworkLoader.load(config);
        assertThat(network.members("haidian", LocalDate.of(2017, 12, 31))).contains("bj-zhiwuyuan");
        assertThat(network.members("haidian", LocalDate.of(2018, 1, 1))).doesNotContain("bj-zhiwuyuan");
    }

    @Test
    void finds_a_station_by_its_name_before_and_after_the_renaming() {
        Network network = NetworkLoader.load(config);
        assertThat(network.findStation("怀柔").orElseThrow().id()).isEqualTo("1009A");
        assertThat(network.findStation("怀柔镇").orElseThrow().id()).isEqualTo("1009A");
        assertThat(network.stationIdsByName()).containsEntry("怀柔镇", "1009A").containsEntry("Dongsi", "1003A");
    }

    @Test
    void has_a_hash_that_does_not_depend_on_the_order_of_rows_but_on_what_they_say() throws IOException {
        String before = NetworkLoader.load(config).hash();
        for (String name : List.of("stations.csv", "areas.csv", "members.csv")) {
            List<String> lines = new ArrayList<>(Files.readAllLines(config.resolve(name)));
            lines.removeIf(line -> line.startsWith("#"));
            Collections.reverse(lines.subList(1, lines.size()));
            Files.write(config.resolve(name), lines);
        }
        assertThat(NetworkLoader.load(config).hash()).isEqualTo(before);

        edit("members.csv", "beijing,1012A,2013-01-01,", "beijing,1012A,2013-01-02,");
        assertThat(NetworkLoader.load(config).hash()).isNotEqualTo(before);
    }

    @Test
    void has_another_hash_under_another_daily_profile() throws IOException {
        String archive = NetworkLoader.load(config).hash();
        edit("evaluation.yaml", "daily_profile: archive", "daily_profile: strict");
        assertThat(NetworkLoader.load(config).hash()).isNotEqualTo(archive);
    }

    @Test
    void takes_the_strict_profile_when_evaluation_yaml_is_empty() throws IOException {
        Files.writeString(config.resolve("evaluation.yaml"), "");
        assertThat(NetworkLoader.load(config).dailyProfile()).isEqualTo("strict");
    }

    @Test
    void tells_all_problems_of_all_files_at_once() throws IOException {
        edit("stations.csv", "东城东四,dongcheng,", "东城东四,dongchen,");
        edit("stations.csv", "东城天坛", "东城东四");
        edit("members.csv", "beijing,1012A,2013-01-01,", "beijing,1012A,2013-01-01,2012-01-01");
        edit("evaluation.yaml", "daily_profile: archive", "daily_profil: archive");

        assertThat(problems())
                .anySatisfy(p -> assertThat(p.found()).contains("\"dongchen\"", "did you mean dongcheng?"))
                .anySatisfy(p -> assertThat(p.found()).contains("\"东城东四\"", "of 1003A already"))
                .anySatisfy(p -> assertThat(p.found()).contains("2013-01-01 to 2012-01-01 ends before it begins"))
                .anySatisfy(p -> assertThat(p.found()).contains("daily_profil ", "did you mean daily_profile?"))
                .hasSize(4);
    }

    @Test
    void names_file_line_and_remedy_of_a_problem() throws IOException {
        edit("members.csv", "beijing,1012A,2013-01-01,", "beijing,1021A,2013-01-01,");
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> NetworkLoader.load(config));
        assertThat(e.getMessage()).isEqualTo(config + """
                        : 1 problem; nothing was started.
                          1. %s, line 17: station "1021A" is not in stations.csv; did you mean 1001A?
                             -> write an id from there.""".formatted(config.resolve("members.csv")));
    }

    @Test
    void refuses_a_repeated_id() throws IOException {
        edit("stations.csv", "1004A,天坛,Tiantan,东城天坛", "1003A,天坛,Tiantan,东城天坛");
        edit("members.csv", "beijing,1004A,2013-01-01,\n", "");
        edit("members.csv", "dongcheng,1004A,2013-01-01,\n", "");
        assertThat(problems()).singleElement().satisfies(p -> assertThat(p.found())
                .isEqualTo("\"1003A\" is the id, a name or an alias of 1003A already."));
    }

    @Test
    void refuses_overlapping_memberships() throws IOException {
        edit("members.csv", "beijing,1012A,2013-01-01,", "beijing,1012A,2013-01-01,\nbeijing,1012A,2018-01-01,");
        assertThat(problems()).singleElement().satisfies(p -> assertThat(p.found())
                .contains("the periods overlap"));
    }

    @Test
    void refuses_a_membership_longer_than_the_service_of_the_station() throws IOException {
        edit("members.csv", "bj-zhiwuyuan,2013-01-01,2017-12-31", "bj-zhiwuyuan,2013-01-01,");
        assertThat(problems()).singleElement().satisfies(p -> assertThat(p.found())
                .contains("longer than its service"));
    }

    @Test
    void refuses_an_unknown_a_repeated_and_a_missing_column() throws IOException {
        edit("areas.csv", "id,name_zh,name_en,kind", "id,name_zhh,name_en,id");
        assertThat(problems())
                .anySatisfy(p -> assertThat(p.found()).contains("\"name_zhh\"", "did you mean name_zh?"))
                .anySatisfy(p -> assertThat(p.found()).isEqualTo("column id stands twice."))
                .anySatisfy(p -> assertThat(p.found()).isEqualTo("column kind is missing."))
                .hasSize(4);
    }

    @Test
    void refuses_ids_and_names_that_would_need_escaping_further_on() throws IOException {
        edit("areas.csv", "dongcheng,东城区", "dong cheng,东城区");
        edit("areas.csv", "Xicheng", "\"Xi\ncheng\"");
        assertThat(problems())
                .anySatisfy(p -> assertThat(p.found()).contains("id \"dong cheng\""))
                .anySatisfy(p -> assertThat(p.found()).contains("of xicheng is empty, too long, or holds"));
    }

    @Test
    void refuses_days_grades_and_degrees_that_are_none() throws IOException {
        edit("stations.csv", "national,2,2013-01-01,,116.4174,39.9289", "national,3,2013/1/1,31.12.2017,east,99");
        assertThat(problems().stream()
                        .filter(p -> p.file().endsWith("stations.csv"))
                        .map(ConfigurationException.Problem::found))
                .hasSize(5)
                .allSatisfy(found -> assertThat(found).contains(" = \""));
    }

    @Test
    void refuses_a_file_that_a_spreadsheet_saved_as_GBK() throws IOException {
        String text = Files.readString(config.resolve("areas.csv"));
        Files.write(config.resolve("areas.csv"), text.getBytes(Charset.forName("GBK")));
        assertThat(problems()).anySatisfy(p -> assertThat(p.found()).isEqualTo("is not UTF-8."));
    }

    @Test
    void refuses_a_folder_without_the_files() throws IOException {
        Files.delete(config.resolve("stations.csv"));
        assertThat(problems()).anySatisfy(p -> assertThat(p.found()).isEqualTo("there is no such file."));
    }

    @Test
    void does_not_unfold_a_billion_laughs() throws IOException {
        StringBuilder yaml = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int i = 1; i < 10; i++) {
            yaml.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ", ").repeat(10))
                    .append("]\n");
        }
        Files.writeString(config.resolve("evaluation.yaml"), yaml);
        assertThat(problems()).singleElement().satisfies(p -> assertThat(p.found())
                .startsWith("is not accepted")
                .contains("aliases"));
    }

    @Test
    void does_not_build_objects_named_in_yaml() throws IOException {
        Files.writeString(
                config.resolve("evaluation.yaml"),
                "daily_profile: !!javax.script.ScriptEngineManager [ !!java.net.URL ['http://localhost/'] ]\n");
        assertThat(problems()).isNotEmpty();
    }

    @Test
    void refuses_yaml_that_is_none_a_list_and_a_key_given_twice() throws IOException {
        Files.writeString(config.resolve("evaluation.yaml"), "daily_profile: [archive\n");
        assertThat(problems()).singleElement().satisfies(p -> assertThat(p.found())
                .startsWith("is no YAML"));
        Files.writeString(config.resolve("evaluation.yaml"), "- archive\n");
        assertThat(problems()).singleElement().satisfies(p -> assertThat(p.found())
                .isEqualTo("holds no keys."));
        Files.writeString(config.resolve("evaluation.yaml"), "daily_profile: archive\ndaily_profile: strict\n");
        assertThat(problems()).singleElement().satisfies(p -> {
            assertThat(p.found()).isEqualTo("daily_profile stands twice.");
            assertThat(p.line()).isEqualTo(2);
        });
    }

    private List<ConfigurationException.Problem> problems() {
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> NetworkLoader.load(config));
        assertThat(e).as("a configuration with faults must not load").isNotNull();
        return e.problems();
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(config.resolve(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        Files.writeString(config.resolve(file), text.replace(from, to), StandardCharsets.UTF_8);
    }
}
