package org.microgram.messages.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Limits;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.figures.Period;

@DisplayName("Which edition judges, and a bureau's own edition beside it")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LocalEditionsTest {

    private static final Path EXAMPLE = Path.of("../config/examples/editions/example-city-2026");

    @TempDir
    Path config;

    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (String name : List.of("stations.csv", "areas.csv", "members.csv", "evaluation.yaml")) {
            Files.copy(Path.of("../config", name), config.resolve(name));
        }
    }

    @Test
    void the_example_is_loaded_and_stands_beside_the_national_ones_without_touching_them() throws IOException {
        addExample();
        Network network = NetworkLoader.load(config);
        Edition ours = network.judges().editions().get("Example city 2026");
        assertThat(ours.limit(Pollutant.PM25, "day", ours.grade())).contains(50_000_000L);
        assertThat(network.judges().editions().indexOf(ours)).contains(SubIndex.edition("HJ 633-2026"));
        assertThat(Limits.daily(LocalDate.of(2026, 3, 1), Pollutant.PM25).grade2())
                .isEqualTo(60_000_000L);
        assertThat(network.judges().periods().edition(Period.year(2027))).contains("GB 3095-2026 transition");
        assertThat(NetworkLoader.load(Path.of("../config")).judges().local()).isEmpty();
    }

    @Test
    void its_content_is_in_the_hash_and_comments_are_not() throws IOException {
        String without = NetworkLoader.load(config).hash();
        addExample();
        String with = NetworkLoader.load(config).hash();
        edit("limits.csv", "# Only", "# Just");
        assertThat(NetworkLoader.load(config).hash()).isEqualTo(with).isNotEqualTo(without);
        edit("limits.csv", "O3,mda8,150", "O3,mda8,149");
        edit("vectors.csv", "O3 mda8 150,yes", "O3 mda8 150,no");
        assertThat(NetworkLoader.load(config).hash()).isNotEqualTo(with);
    }

    @Test
    void a_looser_limit_is_refused_with_the_national_one_and_what_to_write() throws IOException {
        addExample();
        edit("limits.csv", "PM2.5,day,50", "PM2.5,day,75");
        edit("vectors.csv", "PM2.5 day grade2,50", "PM2.5 day grade2,75");
        edit("vectors.csv", "PM2.5 day 51,no", "PM2.5 day 51,yes");
        assertThat(problems())
                .hasSize(2)
                .allSatisfy(p -> assertThat(p.place()).endsWith("limits.csv, line 4"))
                .anySatisfy(p -> {
                    assertThat(p.found())
                            .isEqualTo("PM2.5, day, grade2: 75 is looser than the 60 of GB 3095-2026 transition"
                                    + " (2026-03-01 to 2030-12-31).");
                    assertThat(p.remedy()).startsWith("write at most 60").contains("may only be stricter");
                })
                .anySatisfy(p -> assertThat(p.remedy()).contains("at most 50", "end on 2030-12-31"));
    }

    @Test
    void a_looser_breakpoint_is_refused_too() throws IOException {
        addExample();
        edit("edition.csv", "index,HJ 633-2026,art. 4: the national index,high\n", "");
        Path national = Path.of("../standards/src/main/resources/org/microgram/standards/editions/hj633-2026");
        for (String table : List.of("breakpoints.csv", "indicators.csv", "rules.csv")) {
            Files.copy(national.resolve(table), folder.resolve(table));
        }
        assertThat(NetworkLoader.load(config).judges().local().get(0).index().edition())
                .isEqualTo("Example city 2026");
        edit("breakpoints.csv", "35 60 115", "35 60 120");
        assertThat(problems()).singleElement().satisfies(p -> assertThat(p.found())
                .isEqualTo("PM2.5_day: 120 at the sub-index 150 is looser than the 115 of HJ 633-2026."));
    }

    @Test
    void all_mistakes_are_told_at_once_each_with_its_line() throws IOException {
        addExample();
        edit("edition.csv", "name,Example city 2026", "name,GB 3095-2012");
        edit("edition.csv", "kind,local", "kind,national");
        edit("vectors.csv", "PM2.5 day grade2,50", "PM2.5 day grade2,55");
        edit("vectors.csv", "O3 mda8 151", "O3 mda8 high");
        Files.writeString(config.resolve("evaluation.yaml"), """
                daily_profile: archiv
                judge:
                  "2026": GB 3095-2013
                  spring: GB 3095-2012
                colour: green
                """);
        assertThat(problems().stream().map(p -> p.place().replaceAll(".*/", "") + ": " + p.found()))
                .anySatisfy(t -> assertThat(t).startsWith("evaluation.yaml, line 1: daily_profile"))
                .anySatisfy(
                        t -> assertThat(t).startsWith("evaluation.yaml, line 3").contains("did you mean GB 3095-2012"))
                .anySatisfy(
                        t -> assertThat(t).startsWith("evaluation.yaml, line 4").contains("spring"))
                .anySatisfy(
                        t -> assertThat(t).startsWith("evaluation.yaml, line 5").contains("colour"))
                .anySatisfy(t -> assertThat(t).startsWith("edition.csv, line 4").contains("is taken"))
                .anySatisfy(t -> assertThat(t).startsWith("edition.csv, line 6").contains("not local"))
                .anySatisfy(
                        t -> assertThat(t).startsWith("vectors.csv, line 4").contains("is 50 by the tables, not 55"))
                .anySatisfy(
                        t -> assertThat(t).startsWith("vectors.csv, line 10").contains("cannot be read"))
                .hasSize(8);
    }

    @Test
    void a_local_edition_cannot_judge_what_is_published() throws IOException {
        addExample();
        Files.writeString(config.resolve("evaluation.yaml"), "judge:\n  2026: Example city 2026\n");
        assertThat(problems()).singleElement().satisfies(p -> assertThat(p.remedy())
                .contains("compare --editions"));
    }

    @Test
    void evaluation_yaml_may_name_the_edition_that_judges_a_year_or_a_month() throws IOException {
        String before = NetworkLoader.load(config).hash();
        Files.writeString(
                config.resolve("evaluation.yaml"),
                "daily_profile: archive\njudge:\n  2026: GB 3095-2012\n  2026-12: GB 3095-2026 transition\n");
        Network network = NetworkLoader.load(config);
        assertThat(network.hash()).isNotEqualTo(before);
        assertThat(network.judges().periods().edition(Period.year(2026))).contains("GB 3095-2026 transition");
        assertThat(network.judges().periods().edition(Period.month(LocalDate.of(2026, 6, 1))))
                .contains("GB 3095-2012");
        assertThat(network.judges().periods().edition(Period.year(2019))).contains("GB 3095-2012");
    }

    @Test
    void a_network_with_it_can_be_sent_to_a_job() throws IOException {
        addExample();
        Files.copy(
                Path.of(
                        "../standards/src/main/resources/org/microgram/standards/editions/gb3095-2026-transition",
                        "reference-states.csv"),
                folder.resolve("reference-states.csv"));
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            out.writeObject(NetworkLoader.load(config));
        }
    }

    private void addExample() throws IOException {
        folder = Files.createDirectories(config.resolve("editions").resolve("ours"));
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    private List<ConfigurationException.Problem> problems() {
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> NetworkLoader.load(config));
        assertThat(e).as("a configuration with faults must not load").isNotNull();
        return e.problems();
    }
}
