package org.microgram.messages.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.screening.Criterion;
import org.microgram.standards.screening.Rule;
import org.microgram.standards.screening.Screening;
import org.microgram.standards.screening.WaterCriterion;
import org.microgram.standards.screening.WaterRule;
import org.microgram.standards.screening.WaterScreening;

@DisplayName("The rules of screening")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScreeningFileTest {

    @TempDir
    Path config;

    @BeforeEach
    void start_from_the_configuration_of_Beijing() throws IOException {
        for (String name : List.of("stations.csv", "areas.csv", "members.csv", "evaluation.yaml", "screening.yaml")) {
            Files.copy(Path.of("../config").resolve(name), config.resolve(name));
        }
    }

    @Test
    void of_Beijing_know_the_four_ceilings_and_give_a_reason_for_every_number() {
        Screening screening = NetworkLoader.load(config).screening();
        assertThat(screening.criteria()).allMatch(c -> c.reason().length() > 5);
        assertThat(screening.criteria().stream()
                        .filter(c -> c.rule() == Rule.CEILING)
                        .map(c -> c.pollutant().code() + " " + c.print()))
                .containsExactly("PM10 at 1000", "SO2 at 500", "NO2 at 500", "CO at 20");
        assertThat(screening.criteria().stream().filter(c -> c.rule() == Rule.LOW))
                .as("no substitution unless somebody asks for it")
                .allMatch(c -> c.numbers().get(1) == Criterion.NONE);
        assertThat(screening.criterion(Rule.STUCK, Pollutant.CO, 17_000)).isEmpty();
    }

    @Test
    void do_not_exist_without_the_file_and_when_it_is_empty() throws IOException {
        Files.writeString(config.resolve("screening.yaml"), "# nothing\n");
        assertThat(NetworkLoader.load(config).screening()).isEqualTo(Screening.NONE);
        String empty = NetworkLoader.load(config).hash();
        Files.delete(config.resolve("screening.yaml"));
        assertThat(NetworkLoader.load(config).screening()).isEqualTo(Screening.NONE);
        assertThat(NetworkLoader.load(config).hash()).isEqualTo(empty);
    }

    @Test
    void are_in_the_hash_number_by_number_and_comments_are_not() throws IOException {
        String before = NetworkLoader.load(config).hash();
        edit("# config/screening.yaml", "# another comment");
        assertThat(NetworkLoader.load(config).hash()).isEqualTo(before);
        edit("at: 1000", "at: 1001");
        assertThat(NetworkLoader.load(config).hash()).isNotEqualTo(before);
    }

    @Test
    void are_told_with_all_their_mistakes_at_once_each_with_its_line_and_what_to_type() throws IOException {
        Files.writeString(config.resolve("screening.yaml"), """
                PM1O:
                  range: []
                PM10:
                  celing: []
                  ceiling:
                    - {from: 2013-01-01, att: 1000, reason: scale}
                    - {from: 2013-1-1, at: 1000 µg, reason: scale}
                    - {from: 2015-01-01, at: 1000}
                    - {from: 2016-01-01, at: 1000, reason: scale}
                    - {from: 2017-01-01, at: 900, reason: scale}
                CO:
                  stuck:
                    - {from: 2013-01-01, hours: 6, above: 1, reason: no}
                O3:
                  range: {from: 2013-01-01, least: 1, most: 400, reason: a map}
                  stuck:
                    - {from: 2013-01-01, hours: 25, above: 1e999999999, reason: long}
                  jump:
                    - {from: 2014-01-01, to: 2013-01-01, by: 1, times: 2, reason: turned}
                SO2:
                  pm25_over_pm10: []
                  range:
                    - {from: 2013-01-01, least: 9, most: 8, reason: turned}
                """);
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> NetworkLoader.load(config));
        assertThat(e.problems().stream().map(p -> p.line() + " " + p.found()))
                .containsExactly(
                        "1 PM1O is not a pollutant we know; did you mean PM10?",
                        "4 celing is not a rule we know; did you mean ceiling?",
                        "6 att is not a key of ceiling we know; did you mean at?",
                        "6 PM10 ceiling has no at.",
                        "7 from = \"2013-1-1\" is not a day from 1900 to 2199.",
                        "7 at = \"1000 µg\" is not a number from -1000 to 10000.",
                        "8 PM10 ceiling has no reason.",
                        "10 PM10 ceiling holds from 2017-01-01, and another one from 2016-01-01 has not ended.",
                        "12 stuck is no rule for CO.",
                        "15 a list is expected here.",
                        "17 hours = \"25\" is not a whole number from 2 to 24.",
                        "17 above = \"1e999999999\" is not a number from -1000 to 10000.",
                        "19 O3 jump ends on 2013-01-01, before it begins.",
                        "21 pm25_over_pm10 is no rule for SO2.",
                        "23 SO2 range has a least over its most.");
        assertThat(e.problems()).allMatch(p -> !p.remedy().isBlank() && p.file().endsWith("screening.yaml"));
        assertThat(e.problems().get(7).remedy()).contains("to: 2016-12-31");
    }

    @Test
    void of_water_stand_under_a_key_of_their_own_and_have_a_reason_too() throws IOException {
        WaterScreening water = NetworkLoader.load(config).screening().water();
        assertThat(water.criteria()).allMatch(c -> c.reason().length() > 5);
        assertThat(water.criteria().stream()
                        .filter(c -> c.rule() == WaterRule.ZERO)
                        .map(c -> c.parameter().code()))
                .containsExactly("CODMn", "NH3-N", "TP", "TN");
        assertThat(water.criteria().stream()
                        .filter(c -> c.rule() == WaterRule.SATURATION)
                        .map(WaterCriterion::print))
                .containsExactly("percent 200");
        assertThat(water.reachDays()).isEqualTo(2);
        String before = NetworkLoader.load(config).hash();
        edit("percent: 200", "percent: 201");
        assertThat(NetworkLoader.load(config).hash()).isNotEqualTo(before);
    }

    @Test
    void of_water_are_told_with_all_their_mistakes_at_once_beside_those_of_the_air() throws IOException {
        Files.writeString(config.resolve("screening.yaml"), """
                watre: {}
                water:
                  CODmn: {}
                  DO:
                    ceiling: []
                    saturation:
                      - {from: 2012-01-01, percent: 90, reason: under saturation}
                    nh3n_over_tn: []
                  temperature:
                    zero: []
                  TP:
                    saturation: []
                    zero:
                      - {from: 2012-01-01, reason: always}
                      - {from: 2015-01-01, at: 0, reason: again}
                    range:
                      - {from: 2012-01-01, least: 2, most: 1, reason: turned}
                  pH:
                    stuck:
                      - {from: 2012-01-01, samples: 8, above: 0, hours: 7, reason: too far}
                    jump:
                      - {from: 2012-01-01, by: 1, times: 0, hours: 49}
                """);
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> NetworkLoader.load(config));
        assertThat(e.problems().stream().map(p -> p.line() + " " + p.found()))
                .containsExactly(
                        "1 watre is not a pollutant we know; did you mean water?",
                        "3 CODmn is not a parameter of water we know; did you mean CODMn?",
                        "5 ceiling is not a rule of water we know",
                        "7 percent = \"90\" is not a number from 100 to 1000.",
                        "8 nh3n_over_tn is no rule for DO.",
                        "10 zero is no rule for temperature.",
                        "12 saturation is no rule for TP.",
                        "15 at is not a key of zero we know",
                        "15 water TP zero holds from 2015-01-01, and another one from 2012-01-01 has not ended.",
                        "17 water TP range has a least over its most.",
                        "20 water pH stuck looks 49 hours before and after a sample; 48 are accepted.",
                        "22 water pH jump has no reason.",
                        "22 times = \"0\" is not a number from 1 to 100.",
                        "22 hours = \"49\" is not a whole number from 1 to 48.");
        assertThat(e.problems()).allMatch(p -> !p.remedy().isBlank() && p.file().endsWith("screening.yaml"));
    }

    private void edit(String from, String to) throws IOException {
        Path file = config.resolve("screening.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
