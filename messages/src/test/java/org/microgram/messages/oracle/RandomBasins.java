package org.microgram.messages.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.microgram.messages.network.Basin;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Reach;
import org.microgram.messages.network.River;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionArea;
import org.microgram.messages.network.SectionPeriod;
import org.microgram.messages.network.WaterBody;
import org.microgram.messages.network.WaterNetwork;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.SectionSample;
import org.microgram.standards.water.SectionType;
import org.microgram.standards.water.WaterClass;

/**
 * Samples of two rivers and three lakes in two basins, and of a city that counts some of their sections for some time: what changes of them,
 * and sections that send nothing.
 */
public final class RandomBasins {

    /** In service, and never sampled. */
    public static final String SILENT = "w-7";

    private final RandomSamples made;

    public RandomBasins(Random random, int days) {
        made = new RandomSamples(random, days, network());
    }

    /** In any order, some of them several times. */
    public List<SectionSample> samples() {
        List<SectionSample> all = made.samples();
        all.removeIf(each -> each.section().equals(SILENT));
        return all;
    }

    /** The same, some days of it passed, locked and opened again. */
    public List<SectionMessage> reviewed() {
        List<SectionMessage> all = made.reviewed();
        all.removeIf(each -> each.section().equals(SILENT));
        return all;
    }

    public SectionSample correctionOf(SectionSample of) {
        return made.correctionOf(of);
    }

    public static Network network() {
        List<Section> sections = List.of(
                river("l-1", "long", period("2020-01-01", null, "", WaterClass.IV)),
                river("l-2", "long", period("2020-12-25", "2021-01-10", "", WaterClass.II)),
                section("p-1", "", SectionType.LAKE, period("2020-01-01", null, "pond", WaterClass.III)),
                section(
                        "p-2",
                        "",
                        SectionType.LAKE,
                        period("2020-01-01", "2020-12-20", "pond", null),
                        period("2021-01-05", null, "pool", null)),
                section("p-3", "long", SectionType.LAKE, period("2020-01-01", null, "pool", WaterClass.IV)),
                section("q-1", "", SectionType.RIVER_RESERVOIR, period("2020-01-01", null, "dam", WaterClass.III)),
                river("w-1", "wide", period("2020-01-01", null, "", WaterClass.III)),
                river(
                        "w-2",
                        "wide",
                        period("2020-01-01", "2020-12-31", "", WaterClass.V),
                        period("2021-01-01", null, "", WaterClass.II)),
                river("w-3", "wide", period("2020-01-01", "2020-11-30", "", null)),
                river("w-4", "wide", period("2020-01-01", null, "", null)),
                river("w-5", "wide", period("2020-12-01", null, "", WaterClass.III)),
                river("w-6", "wide", period("2020-01-01", null, "", WaterClass.V)),
                river(SILENT, "wide", period("2020-01-01", null, "", WaterClass.V)));
        Network air = new RandomReadings(new Random(1), 1).network();
        String city = air.areas().get(0).id();
        String unit = air.areas().get(1).id();
        WaterNetwork water = new WaterNetwork(
                sections,
                List.of(
                        new WaterBody("pond", "塘", "Pond", SectionType.LAKE),
                        new WaterBody("pool", "池", "Pool", SectionType.LAKE),
                        new WaterBody("dam", "坝", "Dam", SectionType.RIVER_RESERVOIR)),
                List.of(new Basin("hai", "海河流域", "Hai River basin"), new Basin("lakes", "湖", "Lakes")),
                List.of(
                        new River("long", "长河", "Long River", "hai", List.of(), ""),
                        new River("wide", "宽河", "Wide River", "hai", List.of(), "")),
                List.of(
                        reach("long", "l-1", 4_125, "2020-01-01", null),
                        reach("wide", "w-1", 12_500, "2020-01-01", "2020-12-15"),
                        reach("wide", "w-1", 13_000, "2020-12-16", null),
                        reach("wide", "w-2", 700, "2021-01-01", null),
                        reach("wide", "w-4", 33_333, "2020-01-01", null)),
                List.of(
                        new SectionArea(unit, SILENT, LocalDate.of(2020, 1, 1), Optional.empty()),
                        new SectionArea(unit, "w-6", LocalDate.of(2020, 1, 1), Optional.empty()),
                        new SectionArea(city, "l-1", LocalDate.of(2020, 1, 1), Optional.empty()),
                        new SectionArea(city, "w-1", LocalDate.of(2020, 1, 1), Optional.of(LocalDate.of(2020, 12, 20))),
                        new SectionArea(city, "w-4", LocalDate.of(2021, 1, 1), Optional.empty()),
                        new SectionArea(city, "p-1", LocalDate.of(2021, 2, 1), Optional.empty())));
        return new Network(
                air.stations(),
                air.areas(),
                air.memberships(),
                air.dailyProfile(),
                air.screening(),
                air.notMonitored(),
                air.judges(),
                water,
                "basins");
    }

    private record Held(String from, String to, String body, WaterClass target) {}

    private static Held period(String from, String to, String body, WaterClass target) {
        return new Held(from, to, body, target);
    }

    private static Section river(String id, String river, Held... periods) {
        return section(id, river, SectionType.RIVER, periods);
    }

    private static Section section(String id, String river, SectionType type, Held... periods) {
        return new Section(
                id,
                "北京市",
                id.startsWith("p") ? "lakes" : "hai",
                river,
                id,
                id,
                List.of(),
                Double.NaN,
                Double.NaN,
                List.of(periods).stream()
                        .map(each -> new SectionPeriod(
                                LocalDate.parse(each.from),
                                Optional.ofNullable(each.to).map(LocalDate::parse),
                                type,
                                each.body,
                                Optional.ofNullable(each.target),
                                "national",
                                ""))
                        .toList());
    }

    private static Reach reach(String river, String section, long metres, String from, String to) {
        return new Reach(
                river,
                section,
                metres,
                LocalDate.parse(from),
                Optional.ofNullable(to).map(LocalDate::parse));
    }
}
