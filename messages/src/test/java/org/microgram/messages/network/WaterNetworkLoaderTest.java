package org.microgram.messages.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.water.Assessed;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.SectionType;
import org.microgram.standards.water.SingleFactor;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterEdition;
import org.microgram.standards.water.WaterParameter;

@DisplayName("The configuration of sections, lakes, rivers and basins")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaterNetworkLoaderTest {

    static final Path SHIPPED = Path.of("../config");
    static final LocalDate DAY = LocalDate.of(2021, 4, 1);

    @TempDir
    Path config;

    @BeforeEach
    void start_from_two_rivers_and_a_lake() throws IOException {
        write("basins.yaml", "hai: {name_zh: 海河流域, name_en: Hai River basin}\n");
        write("rivers.yaml", """
                big: {name_zh: 大河, name_en: Big River, basin: hai, sections: [bj-up, bj-down]}
                small: {name_zh: 小河, name_en: Small River, basin: hai, joins: big}
                """);
        write("water-bodies.csv", """
                id,name_zh,name_en,type,source
                lake,湖,Lake,lake,a map
                """);
        write("sections.csv", """
                section_id,province,basin,river,name,name_en,aliases,type,water_body,target,network,responsible,from,to,lon,lat,source
                bj-up,北京市,hai,big,上桥,Upper Bridge,上桥（老）|上大桥,river,,IV,national,东区,2020-01-01,2020-12-31,116.1,40.1,plan
                bj-up,北京市,hai,big,上桥,Upper Bridge,上桥（老）|上大桥,river,,III,national,西区,2021-01-01,,116.1,40.1,plan
                bj-down,北京市,hai,big,下桥,Lower Bridge,,river,,none,municipal,,2020-01-01,,,,list
                he-down,河北省,hai,small,下桥,Lower Bridge in Hebei,,river,,none,provincial,,2020-01-01,,,,list
                bj-lake-1,北京市,hai,,湖心,Lake centre,,lake,lake,III,national,,2020-01-01,,,,list
                bj-lake-2,北京市,hai,,湖边,Lake shore,,lake,lake,III,national,,2021-04-02,,,,list
                """);
        write("reaches.csv", """
                river,section,km,from,to,source
                big,bj-up,12.5,2020-01-01,2020-12-31,document 1
                big,bj-up,13.125,2021-01-01,,document 2
                small,he-down,4,2020-01-01,,document 1
                """);
    }

    @Test
    void that_is_shipped_has_the_173_sections_of_the_Hai_basin_none_with_a_target() {
        WaterNetwork water = WaterNetworkLoader.load(SHIPPED);
        assertThat(water.sections()).hasSize(173).allSatisfy(section -> {
            assertThat(section.basin()).isEqualTo("hai");
            assertThat(section.on(DAY).orElseThrow().target()).isEmpty();
        });
        assertThat(water.basins()).containsExactly(new Basin("hai", "海河流域", "Hai River basin"));
        assertThat(water.points("baiyangdian", DAY))
                .extracting(Section::nameZh)
                .containsExactlyInAnyOrder("光淀张庄", "南刘庄", "圈头", "烧车淀", "采蒲台");
        assertThat(water.reaches()).isEmpty();
        assertThat(water.metres("bj-gubeikou", DAY)).isEmpty();
    }

    @Test
    void that_is_shipped_finds_each_section_of_the_published_record_and_reproduces_its_class_with_its_type()
            throws IOException {
        WaterNetwork water = WaterNetworkLoader.load(SHIPPED);
        SingleFactor realtime = new SingleFactor(WaterEdition.on(DAY).orElseThrow(), Profile.REALTIME);
        int agree = 0;
        int rows = 0;
        for (Map<String, String> row : published()) {
            rows++;
            Section section =
                    water.findSection(row.get("province"), row.get("section")).orElseThrow();
            SectionType type = section.on(LocalDate.parse(row.get("mon_time").substring(0, 10)))
                    .orElseThrow()
                    .type();
            Assessed ours = (Assessed) realtime.assess(type, values(row), Optional.empty());
            agree += ours.waterClass()
                            == WaterClass.find(row.get("official_class")).orElseThrow()
                    ? 1
                    : 0;
        }
        assertThat(agree + " of " + rows).isEqualTo("1679 of 1681");
    }

    @Test
    void knows_a_section_by_province_and_name_or_alias() {
        WaterNetwork water = WaterNetworkLoader.load(config);
        assertThat(water.findSection("北京市", "下桥")).map(Section::id).hasValue("bj-down");
        assertThat(water.findSection("河北省", "下桥")).map(Section::id).hasValue("he-down");
        assertThat(water.findSection("北京市", "上桥（老）")).map(Section::id).hasValue("bj-up");
        assertThat(water.findSection("山西省", "下桥")).isEmpty();
    }

    @Test
    void gives_the_target_of_the_day_and_none_is_a_state() {
        WaterNetwork water = WaterNetworkLoader.load(config);
        Section up = water.section("bj-up").orElseThrow();
        assertThat(up.on(LocalDate.of(2020, 12, 31)).orElseThrow().target()).hasValue(WaterClass.IV);
        assertThat(up.on(LocalDate.of(2021, 1, 1)).orElseThrow().target()).hasValue(WaterClass.III);
        assertThat(up.on(LocalDate.of(2021, 1, 1)).orElseThrow().responsible()).isEqualTo("西区");
        assertThat(up.on(LocalDate.of(2019, 12, 31))).isEmpty();
        assertThat(water.section("bj-down").orElseThrow().on(DAY).orElseThrow().target())
                .isEmpty();
    }

    @Test
    void gives_the_points_of_a_lake_and_the_length_of_a_reach_by_the_day() {
        WaterNetwork water = WaterNetworkLoader.load(config);
        assertThat(water.points("lake", DAY)).extracting(Section::id).containsExactly("bj-lake-1");
        assertThat(water.points("lake", DAY.plusDays(1))).hasSize(2);
        assertThat(water.metres("bj-up", LocalDate.of(2020, 6, 1))).hasValue(12_500L);
        assertThat(water.metres("bj-up", DAY)).hasValue(13_125L);
        assertThat(water.metres("bj-down", DAY)).isEmpty();
    }

    @Test
    void travels_into_a_job() throws Exception {
        WaterNetwork water = WaterNetworkLoader.load(config);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(water);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(water);
        }
    }

    @Test
    void is_none_without_sections_whatever_else_there_is() throws IOException {
        Files.delete(config.resolve("sections.csv"));
        write("rivers.yaml", "- nonsense");
        assertThat(WaterNetworkLoader.load(config)).isEqualTo(WaterNetwork.NONE);
    }

    @Test
    void is_part_of_the_configuration_s_hash_where_it_is_there() throws IOException {
        for (String name : List.of("stations.csv", "areas.csv", "members.csv", "evaluation.yaml")) {
            Files.copy(SHIPPED.resolve(name), config.resolve(name));
        }
        Network with = NetworkLoader.load(config);
        assertThat(with.water()).isEqualTo(WaterNetworkLoader.load(config));
        assertThat(NetworkLoader.load(config).hash()).isEqualTo(with.hash());
        edit("sections.csv", ",none,municipal,", ",III,municipal,");
        assertThat(NetworkLoader.load(config).hash()).as("another target").isNotEqualTo(with.hash());
        Files.delete(config.resolve("sections.csv"));
        String without = NetworkLoader.load(config).hash();
        assertThat(without).isNotEqualTo(with.hash());
        Files.delete(config.resolve("basins.yaml"));
        assertThat(NetworkLoader.load(config).hash())
                .as("what is beside sections that are not there")
                .isEqualTo(without);
    }

    @Test
    void tells_every_problem_of_all_files_at_once_with_line_and_remedy() throws IOException {
        edit("sections.csv", "bj-down,北京市,hai,big,下桥", "bj-down,北京市,hay,bigg,上大桥");
        edit("sections.csv", ",none,municipal,,2020-01-01", ",VI,city,,2020/1/1");
        edit("sections.csv", "湖心,Lake centre,,lake,lake", "湖心,Lake centre,,reservoir,lake");
        edit("sections.csv", "湖边,Lake shore,,lake,lake", "湖边,Lake shore,,lake,");
        edit("water-bodies.csv", "a map", "");
        edit("reaches.csv", "4,2020", "4 km,2020");
        edit("rivers.yaml", "joins: big", "joins: bigg");
        assertThat(problems())
                .anySatisfy(p -> assertThat(p)
                        .startsWith("sections.csv 4 basin = \"hay\"")
                        .contains("did you mean hai?"))
                .anySatisfy(p -> assertThat(p).startsWith("sections.csv 4 river = \"bigg\""))
                .anySatisfy(p -> assertThat(p).startsWith("sections.csv 4 \"上大桥\" is the name or an alias of bj-up"))
                .anySatisfy(p -> assertThat(p)
                        .startsWith("sections.csv 4 target = \"VI\"")
                        .contains("or none"))
                .anySatisfy(p -> assertThat(p).startsWith("sections.csv 4 network = \"city\""))
                .anySatisfy(p -> assertThat(p).startsWith("sections.csv 4 from = \"2020/1/1\" is not a day"))
                .anySatisfy(p -> assertThat(p).startsWith("sections.csv 6 type = \"reservoir\", but lake is a lake"))
                .anySatisfy(p -> assertThat(p).startsWith("sections.csv 7 a section of type lake names no water_body"))
                .anySatisfy(p -> assertThat(p).startsWith("water-bodies.csv 2 source is empty"))
                .anySatisfy(p -> assertThat(p).startsWith("reaches.csv 4 km = \"4 km\""))
                .anySatisfy(p -> assertThat(p).startsWith("rivers.yaml 2 small joins \"bigg\""))
                .anySatisfy(p -> assertThat(p).startsWith("rivers.yaml 1 section bj-down stands on \"bigg\""))
                .hasSize(12);
    }

    @Test
    void refuses_rows_of_one_section_that_overlap_or_contradict_each_other() throws IOException {
        edit("sections.csv", "西区,2021-01-01,,116.1,40.1", "西区,2020-12-31,,116.2,40.1");
        assertThat(problems())
                .anySatisfy(p -> assertThat(p).contains("bj-up has a row from 2020-01-01 already; the periods overlap"))
                .anySatisfy(p -> assertThat(p).contains("this row of bj-up says", "116.2", "116.1"))
                .hasSize(2);
    }

    @Test
    void refuses_a_period_that_ends_before_it_begins_and_reaches_that_overlap() throws IOException {
        edit("sections.csv", "2021-04-02,,,,list", "2021-04-02,2021-04-01,,,list");
        edit("reaches.csv", "13.125,2021-01-01", "13.125,2020-12-31");
        edit("reaches.csv", "small,he-down,4", "big,he-down,0");
        assertThat(problems())
                .anySatisfy(p -> assertThat(p).contains("2021-04-02 to 2021-04-01 ends before it begins"))
                .anySatisfy(p -> assertThat(p).contains("has a length since 2020-01-01 already"))
                .anySatisfy(p -> assertThat(p).contains("km = \"0\" is not a length"))
                .hasSize(3);
    }

    @Test
    void refuses_rivers_that_flow_in_a_circle_and_sections_that_do_not_exist() throws IOException {
        write("rivers.yaml", """
                big: {name_zh: 大河, name_en: Big River, basin: hai, sections: [bj-up, bj-dwon, bj-up], joins: small}
                small: {name_zh: 小河, name_en: Small River, basin: hei, join: big, joins: big}
                """);
        assertThat(problems())
                .anySatisfy(p -> assertThat(p).contains("big flows in a circle: big -> small -> big"))
                .anySatisfy(p -> assertThat(p).contains("section \"bj-dwon\" of big", "did you mean bj-down?"))
                .anySatisfy(p -> assertThat(p).contains("section bj-up is listed twice"))
                .anySatisfy(
                        p -> assertThat(p).contains("basin \"hei\" of small is not in basins.yaml; did you mean hai?"))
                .anySatisfy(p -> assertThat(p).contains("join is not a key we know; did you mean joins?"));
    }

    @Test
    void asks_for_basins_once_and_not_for_each_section() throws IOException {
        Files.delete(config.resolve("basins.yaml"));
        assertThat(problems().stream().filter(p -> p.startsWith("basins.yaml"))).hasSize(1);
        assertThat(problems().stream().filter(p -> p.startsWith("sections.csv")))
                .isEmpty();
    }

    @Test
    void refuses_ids_and_names_that_would_need_escaping_further_on() throws IOException {
        edit("sections.csv", "bj-lake-1", "BJ lake");
        edit("sections.csv", "Lake shore", "\"Lake\nshore\"");
        edit("water-bodies.csv", "lake,湖,Lake", "lake,\"湖,\",Lake");
        assertThat(problems())
                .anySatisfy(p -> assertThat(p).contains("section_id = \"BJ lake\" is not made of small letters"))
                .anySatisfy(p -> assertThat(p).contains("name_en = \"Lake\nshore\" is empty, too long, or holds"))
                .anySatisfy(p -> assertThat(p).contains("name_zh = \"湖,\" is empty, too long, or holds"));
    }

    /** File, line, what was found and what to do, of each problem. */
    private List<String> problems() {
        ConfigurationException e =
                catchThrowableOfType(ConfigurationException.class, () -> WaterNetworkLoader.load(config));
        assertThat(e).as("a configuration with faults must not load").isNotNull();
        return e.problems().stream()
                .map(p -> Path.of(p.file()).getFileName() + " " + p.line() + " " + p.found() + " " + p.remedy())
                .toList();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(config.resolve(file), text);
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(config.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(config.resolve(file), text.replace(from, to));
    }

    private static Map<WaterParameter, Fraction> values(Map<String, String> row) {
        Map<WaterParameter, Fraction> values = new EnumMap<>(WaterParameter.class);
        for (WaterParameter parameter : Profile.five()) {
            String[] parts = row.get(parameter.column()).split("\\.");
            String decimals = parts.length > 1 ? parts[1] : "";
            Fraction exact = Fraction.of(new BigInteger(parts[0] + decimals), BigInteger.TEN.pow(decimals.length()));
            values.put(parameter, Fraction.ofScaled(exact.rounded(6, Rounding.HALF_EVEN), 1));
        }
        return values;
    }

    private static List<Map<String, String>> published() throws IOException {
        Path file = Path.of("../standards/src/test/resources/water/published-class-raw.csv.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> header = Arrays.asList(lines.readLine().split(","));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = Arrays.asList(line.split(",", -1));
                Map<String, String> row = new HashMap<>();
                header.forEach(name -> row.put(name, cells.get(header.indexOf(name))));
                rows.add(row);
            }
            return rows;
        }
    }
}
