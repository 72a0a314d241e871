package org.microgram.messages.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.messages.rows.Subject;

@DisplayName("Sections of an area")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SectionAreasTest {

    private static final Path SHIPPED = Path.of("../config");
    private static final String HEADER = "area,section,from,to,source\n";

    @TempDir
    Path config;

    @BeforeEach
    void start_from_what_is_shipped() throws IOException {
        for (String name : List.of(
                "stations.csv",
                "areas.csv",
                "members.csv",
                "evaluation.yaml",
                "sections.csv",
                "water-bodies.csv",
                "basins.yaml",
                "rivers.yaml")) {
            Files.copy(SHIPPED.resolve(name), config.resolve(name));
        }
    }

    @Test
    void are_in_what_is_shipped_those_of_the_province_Beijing_in_the_city_alone() {
        WaterNetwork water = NetworkLoader.load(SHIPPED).water();
        assertThat(water.areas())
                .extracting(SectionArea::section)
                .containsExactlyElementsOf(water.sections().stream()
                        .filter(each -> each.province().equals("北京市"))
                        .map(Section::id)
                        .toList());
        assertThat(water.areas()).extracting(SectionArea::area).containsOnly("beijing");
    }

    @Test
    void are_none_without_the_file_and_the_hash_is_what_it_was_before_there_was_such_a_file() throws IOException {
        Network without = NetworkLoader.load(config);
        assertThat(without.water().areas()).isEmpty();
        write("beijing,bj-gubeikou,2020-01-01,,map");
        Network with = NetworkLoader.load(config);
        assertThat(with.hash()).isNotEqualTo(without.hash());
        Files.writeString(config.resolve("section-areas.csv"), HEADER);
        assertThat(NetworkLoader.load(config).hash()).isEqualTo(without.hash());
    }

    @Test
    void count_from_day_to_day_by_the_last_day_in_service() throws Exception {
        write("beijing,bj-gubeikou,2020-01-01,2020-12-30,map\nmiyun,bj-gubeikou,2020-12-31,,map");
        WaterNetwork water = travelled(NetworkLoader.load(config).water());
        SectionGroups groups = new SectionGroups(water);
        assertThat(groups.of("bj-gubeikou"))
                .containsExactly(
                        Subject.area("beijing"), Subject.area("miyun"), Subject.basin("hai"), Subject.river("chao"));
        Section section = water.section("bj-gubeikou").orElseThrow();
        SectionPeriod held = section.periods().get(0);
        LocalDate last = LocalDate.of(2020, 12, 31);
        assertThat(groups.counts(Subject.area("beijing"), section, held, last)).isFalse();
        assertThat(groups.counts(Subject.area("beijing"), section, held, last.minusDays(1)))
                .isTrue();
        assertThat(groups.counts(Subject.area("miyun"), section, held, last)).isTrue();
        assertThat(groups.counts(Subject.river("chao"), section, held, last)).isTrue();
    }

    @Test
    void are_refused_all_at_once_where_area_section_day_or_source_is_none_or_periods_overlap() throws IOException {
        write(String.join(
                "\n",
                "bejing,bj-gubeikou,2020-01-01,,map",
                "beijing,bj-gubeiko,2020-01-01,,map",
                "beijing,bj-houcheng,,,",
                "beijing,bj-shawo,2020-02-01,2020-01-01,map",
                "beijing,bj-matou,2020-01-01,,map",
                "beijing,bj-matou,2021-01-01,,map"));
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> NetworkLoader.load(config));
        assertThat(e.problems().stream()
                        .map(p ->
                                Path.of(p.file()).getFileName() + " " + p.line() + " " + p.found() + " " + p.remedy()))
                .anySatisfy(p -> assertThat(p)
                        .startsWith("section-areas.csv 2 area = \"bejing\"")
                        .contains("beijing?"))
                .anySatisfy(p -> assertThat(p)
                        .startsWith("section-areas.csv 3 section = \"bj-gubeiko\"")
                        .contains("did you mean bj-gubeikou?"))
                .anySatisfy(p -> assertThat(p).startsWith("section-areas.csv 4 from is empty"))
                .anySatisfy(p -> assertThat(p).startsWith("section-areas.csv 4 source is empty"))
                .anySatisfy(p -> assertThat(p).startsWith("section-areas.csv 5 the period 2020-02-01 to 2020-01-01"))
                .anySatisfy(p -> assertThat(p).startsWith("section-areas.csv 7 bj-matou counts in beijing since"))
                .hasSize(6);
    }

    @Test
    void are_judged_by_what_held_on_the_last_day_in_service_of_a_period() {
        Section section =
                NetworkLoader.load(config).water().section("bj-gubeikou").orElseThrow();
        assertThat(section.inService(LocalDate.of(2019, 1, 1), LocalDate.of(2019, 12, 31)))
                .isEqualTo(Optional.empty());
        assertThat(section.inService(LocalDate.of(2019, 1, 1), LocalDate.of(2020, 1, 1)))
                .isPresent();
    }

    private static WaterNetwork travelled(WaterNetwork water) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(water);
        WaterNetwork read =
                (WaterNetwork) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(read).isEqualTo(water);
        return read;
    }

    private void write(String rows) throws IOException {
        Files.writeString(config.resolve("section-areas.csv"), HEADER + rows + "\n");
    }
}
