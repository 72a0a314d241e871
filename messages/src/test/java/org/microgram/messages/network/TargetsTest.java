package org.microgram.messages.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.JudgedAt;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.views.Span;

@DisplayName("config/targets.yaml")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TargetsTest {

    private static final Path CONFIG = Path.of("../config");
    private static final String ONE =
            "subject: beijing, period: 2025, indicator: pm25_mean, value: 35 µg/m³, source: bulletin";

    @TempDir
    Path folder;

    private final Network network = NetworkLoader.load(CONFIG);

    @Test
    void has_the_goals_that_Beijing_published_and_examples_that_say_so_each_with_its_source() {
        Targets targets = Targets.load(CONFIG, network);
        assertThat(targets.tooEarlyDays()).isEqualTo(30);
        assertThat(targets.all()).allMatch(target -> target.source().length() > 10);
        assertThat(targets.find("beijing-pm25-2025").orElseThrow().value()).isEqualTo(Fraction.of(35));
        assertThat(targets.all()).allSatisfy(target -> assertThat(target.example())
                .isEqualTo(target.id().startsWith("example-")));
        assertThat(targets.of(Subject.area("beijing"), Span.year(2020)).stream()
                        .filter(target -> target.indicator() == Indicator.PM25_MEAN))
                .extracting(Target::id)
                .containsExactly("beijing-pm25-2020", "example-2020");
    }

    @Test
    void turns_a_share_of_good_days_into_the_days_that_it_is_at_least() {
        Target good =
                Targets.load(CONFIG, network).find("beijing-good-days-2020").orElseThrow();
        assertThat(good.value()).isEqualTo(Fraction.of(205));
        assertThat(good.written()).isEqualTo("56 %");
    }

    @Test
    void measures_the_change_against_a_published_figure_where_it_names_one_for_these_months() {
        Target target = Targets.load(CONFIG, network).find("example-2020").orElseThrow();
        assertThat(target.base(Span.parse("2019-H1")).orElseThrow().value()).hasToString("47");
        assertThat(target.base(Span.parse("2019-Q1"))).isEmpty();
    }

    @Test
    void is_judged_by_the_rule_in_force_on_the_last_day_and_without_one_as_such_figures_are_published()
            throws IOException {
        write("""
                targets:
                  a: {%s, judged_at: [{from: 2013-01-01, decimals: 0, rounding: half_even}, {from: 2025-12-31, decimals: 2, rounding: half_up}]}
                  b: {%s, judged_at: [{from: 2026-01-01, decimals: 0, rounding: ceiling}], example: true}
                  c: {%s}
                """.formatted(ONE, ONE, ONE.replace("2025", "2023")));
        assertThat(Targets.load(folder, network).all())
                .extracting(Target::judgedAt)
                .containsExactly(new JudgedAt(2, Rounding.HALF_UP), JudgedAt.halfEven(1), JudgedAt.halfEven(0));
    }

    @Test
    void may_be_absent_and_is_in_the_hash_with_what_figures_rest_on() throws IOException {
        for (String name : List.of("stations.csv", "areas.csv", "members.csv", "evaluation.yaml")) {
            Files.copy(CONFIG.resolve(name), folder.resolve(name));
        }
        String without = NetworkLoader.load(folder).hash();
        assertThat(NetworkLoader.load(folder).targets()).isEqualTo(Targets.NONE);

        write("targets:\n  a: {" + ONE + "}\n");
        String with = NetworkLoader.load(folder).hash();
        assertThat(with).isNotEqualTo(without);
        assertThat(NetworkLoader.load(folder).targets().all())
                .extracting(Target::id)
                .containsExactly("a");

        write("# who set it makes no figure another\ntargets:\n  a: {" + ONE.replace("bulletin", "plan") + "}\n");
        assertThat(NetworkLoader.load(folder).hash()).isEqualTo(with);
        write("targets:\n  a: {" + ONE.replace("35 µg", "35.5 µg") + "}\n");
        assertThat(NetworkLoader.load(folder).hash()).isNotIn(with, without);
        write("thresholds: {too_early_days: 10}\ntargets:\n  a: {" + ONE + "}\n");
        assertThat(NetworkLoader.load(folder).hash()).isNotIn(with, without);
    }

    @Test
    void is_refused_with_the_other_files_of_the_folder_when_it_is_wrong() throws IOException {
        for (String name : List.of("stations.csv", "areas.csv", "members.csv", "evaluation.yaml")) {
            Files.copy(CONFIG.resolve(name), folder.resolve(name));
        }
        write("targets:\n  a: {" + ONE.replace("period: 2025", "period: 2023-01..2025-12") + "}\n");
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> NetworkLoader.load(folder)))
                .hasMessageContaining("targets.yaml")
                .hasMessageContaining("is longer than a year.");
    }

    @Test
    void names_every_mistake_at_once_with_its_line_and_what_to_write() throws IOException {
        write("""
                thresholds: {too_early_days: soon}
                targets:
                  a: {%s}
                  b: {%s}
                  c: {subject: beijng, period: 2025, indicator: pm25_mean, value: 35 µg/m³, source: bulletin}
                  d: {subject: dongcheng, period: 2025, indicator: pm25_mean, value: -8.5 %%, source: bulletin}
                  e: {subject: dongcheng, period: 2024, indicator: pm25_mean, value: 8.5 %%, source: bulletin}
                  f: {subject: xicheng, period: 2025, indicator: pm25_mean, vale: 35 µg/m³, source: bulletin}
                  g: {subject: xicheng, period: 25, indicator: pm25, value: 35 µg/m³}
                  h: {subject: xicheng, period: 2025, indicator: heavy_days, value: 56 %%, source: bulletin}
                  i: {subject: xicheng, period: 2025, indicator: good_days, value: 366 d, source: bulletin, example: perhaps}
                  j: {%s, judged_at: [{from: 2025, decimals: 9, rounding: up}]}
                  k: {%s, base: [{period: 2024, value: 3 %%, source: bulletin}]}
                target: {}
                """.formatted(ONE, ONE, ONE.replace("beijing", "1001A"), ONE.replace("beijing", "haidian")));
        ConfigurationException e =
                catchThrowableOfType(ConfigurationException.class, () -> Targets.load(folder, network));
        assertThat(e.problems())
                .extracting(ConfigurationException.Problem::line)
                .containsExactly(1L, 4L, 5L, 6L, 7L, 8L, 8L, 9L, 9L, 9L, 10L, 11L, 11L, 12L, 12L, 12L, 13L, 14L);
        assertThat(e)
                .hasMessageContaining("beijing has the goal a for pm25_mean of 2025 already.")
                .hasMessageContaining("or mark one with example: true.")
                .hasMessageContaining("subject \"beijng\" is not in areas.csv or stations.csv; did you mean beijing?")
                .hasMessageContaining("value = \"8.5 %\" is not a number of µg/m³, which pm25_mean is in.")
                .hasMessageContaining("write the concentration itself, such as 35 µg/m³.")
                .hasMessageContaining("vale is not a key we know; did you mean value?")
                .hasMessageContaining("f has no value.")
                .hasMessageContaining("write days, such as 4 d.")
                .hasMessageContaining("target is not a key we know; did you mean targets?");
    }

    @Test
    void keeps_the_schema_that_comes_with_it() throws IOException {
        assertThat(schema().validate(Files.readString(CONFIG.resolve("targets.yaml")), InputFormat.YAML))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{subject: beijing, period: 2025, indicator: pm25_mean, value: 8.5 %, source: bulletin}",
                "{subject: beijing, period: 2025, indicator: pm25_mean, vale: 35 µg/m³, source: bulletin}",
                "{subject: beijing, period: 2025-Q5, indicator: pm25_mean, value: 35 µg/m³, source: bulletin}",
                "{subject: beijing, period: 2025, indicator: pm25, value: 35 µg/m³, source: bulletin}",
                "{subject: beijing, period: 2025, indicator: heavy_days, value: 56 %, source: bulletin}",
                "{subject: beijing, period: 2025, indicator: pm25_mean, value: 35 µg/m³}"
            })
    void is_refused_by_the_schema_where_the_loader_refuses_it(String target) throws IOException {
        String file = "targets:\n  a: " + target + "\n";
        write(file);
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> Targets.load(folder, network)))
                .isNotNull();
        assertThat(schema().validate(file, InputFormat.YAML)).isNotEmpty();
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONFIG.resolve("schema/targets.schema.json")));
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("targets.yaml"), text);
    }
}
