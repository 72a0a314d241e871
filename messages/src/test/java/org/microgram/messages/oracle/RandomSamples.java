package org.microgram.messages.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionPeriod;
import org.microgram.messages.network.WaterNetwork;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.Subject;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.screening.Screening;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.SectionType;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;

/** Samples of three sections over a few months with everything that happens to them: resends, corrections, absences, tombstones, samples by hand. */
public final class RandomSamples {

    private static final LocalDate FIRST = LocalDate.of(2020, 11, 20);
    private static final List<Long> SECONDS = List.of(0L, 14_400L, 28_800L, 40_260L, 86_399L);

    private final Random random;
    private final int days;
    private final Network network;

    public RandomSamples(Random random, int days) {
        this(random, days, network());
    }

    /** Of the sections of another network. */
    RandomSamples(Random random, int days, Network network) {
        this.random = random;
        this.days = days;
        this.network = network;
    }

    /** A river with a target that changes, a lake that is out of service for a while, a river without a target. */
    public static Network network() {
        SectionPeriod third = period("2020-01-01", "2020-12-15", SectionType.RIVER, WaterClass.III);
        SectionPeriod fourth = period("2020-12-16", null, SectionType.RIVER, WaterClass.IV);
        SectionPeriod lake = period("2020-12-01", "2020-12-20", SectionType.LAKE, WaterClass.II);
        SectionPeriod again = period("2021-02-01", null, SectionType.LAKE, WaterClass.III);
        WaterNetwork water = new WaterNetwork(
                List.of(
                        section("s-lake", List.of(lake, again)),
                        section("s-plain", List.of(period("2020-01-01", null, SectionType.RIVER, null))),
                        section("s-river", List.of(third, fourth))),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Network air = new RandomReadings(new Random(1), 1).network();
        return new Network(
                air.stations(),
                air.areas(),
                air.memberships(),
                air.dailyProfile(),
                new Screening(air.screening().criteria(), RandomSamplesRules.rules()),
                air.notMonitored(),
                air.judges(),
                water,
                "water");
    }

    private static Section section(String id, List<SectionPeriod> periods) {
        return new Section(id, "北京市", "hai", "", id, id, List.of(), Double.NaN, Double.NaN, periods);
    }

    private static SectionPeriod period(String from, String to, SectionType type, WaterClass target) {
        return new SectionPeriod(
                LocalDate.parse(from),
                Optional.ofNullable(to).map(LocalDate::parse),
                type,
                "",
                Optional.ofNullable(target),
                "national",
                "");
    }

    /** In any order, some of them several times. */
    public List<SectionSample> samples() {
        List<SectionSample> all = new ArrayList<>();
        for (Section section : network.water().sections()) {
            for (int day = 0; day < days; day++) {
                for (long second : SECONDS) {
                    if (random.nextInt(4) > 0) {
                        all.add(sample(section.id(), FIRST.plusDays(day), second, false));
                    }
                }
                if (random.nextInt(12) == 0) {
                    all.add(sample(section.id(), FIRST.plusDays(day), 36_000, true));
                }
            }
        }
        int once = all.size();
        for (int i = 0; i < once / 4; i++) {
            SectionSample of = all.get(random.nextInt(once));
            all.add(random.nextInt(3) == 0 ? of : correctionOf(of));
        }
        Collections.shuffle(all, random);
        return all;
    }

    /** The same, some days of it passed to the end by people, locked and opened again, in any order, with values that come too late. */
    public List<SectionMessage> reviewed() {
        List<SectionSample> samples = samples();
        List<SectionMessage> all = new ArrayList<>(samples);
        for (Section section : network.water().sections()) {
            for (int day = random.nextInt(4); day < days; day += 1 + random.nextInt(7)) {
                review(samples, section.id(), FIRST.plusDays(day), all);
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    private void review(List<SectionSample> samples, String section, LocalDate day, List<SectionMessage> out) {
        int day1970 = Math.toIntExact(day.toEpochDay());
        long lockedAt = (ChinaTime.startOf(day1970 + 1) + random.nextInt(5) * 3600L) * 1000;
        for (SectionSample each : samples) {
            boolean within = each.section().equals(section) && ChinaTime.dayOf(each.second()) == day1970;
            if (within && random.nextInt(6) > 0) {
                long at = lockedAt + (random.nextInt(8) - 5) * 3_600_000L;
                SampleValues values = random.nextInt(8) == 0 ? values() : each.values();
                Version version = new Version(ReviewState.FINAL, Rank.AUDITED, at, "review", random.nextInt(100));
                out.add(new SectionSample(
                        section, each.second(), each.byHand(), version, "", "r", "a", "passed", values, ""));
            }
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            long at = lockedAt + random.nextInt(3) * 7_200_000L;
            boolean locked = i == 0 || random.nextBoolean();
            String author = "a" + random.nextInt(2);
            out.add(new DayLock(Subject.section(section), day1970, locked, at, author, "r", "", ""));
        }
    }

    /** Other values, versions, or both, of the same sample. */
    public SectionSample correctionOf(SectionSample of) {
        boolean same = random.nextInt(4) == 0;
        return new SectionSample(
                of.section(),
                of.second(),
                of.byHand(),
                random.nextInt(5) == 0 ? of.version() : version(of.second()),
                of.batch(),
                of.trace(),
                of.author(),
                of.reason(),
                same ? of.values() : values(),
                of.notes());
    }

    private SectionSample sample(String section, LocalDate day, long secondOfDay, boolean byHand) {
        long second = ChinaTime.startOf(day) + secondOfDay;
        SampleValues values = values();
        Random ofHand = new Random(second);
        if (byHand && ofHand.nextInt(4) > 0) { // no instrument measures transparency
            Map<WaterParameter, Long> codes = new EnumMap<>(values.codes());
            codes.put(
                    WaterParameter.TRANSPARENCY,
                    SampleValues.code(new Measured.Value(ofHand.nextInt(300) * 1_000_000L)));
            values = values.with(codes);
        }
        return new SectionSample(section, second, byHand, version(second), "", "t", "", "", values, "");
    }

    private Version version(long second) {
        return new Version(
                random.nextInt(6) == 0 ? ReviewState.values()[random.nextInt(4)] : ReviewState.RAW,
                random.nextInt(10) == 0 ? Rank.AUDITED : Rank.HOUR,
                second * 1000 + random.nextInt(5) * 3_600_000L,
                random.nextBoolean() ? "a" : "b",
                random.nextInt(3));
    }

    private SampleValues values() {
        Map<WaterParameter, Long> codes = new EnumMap<>(WaterParameter.class);
        for (WaterParameter p : WaterFields.COLUMNS) {
            switch (random.nextInt(16)) {
                case 0 -> codes.put(p, SampleValues.NOT_MEASURED);
                case 1 -> codes.put(p, SampleValues.NO_VALUE);
                case 2 -> codes.put(p, random.nextInt(4) == 0 ? SampleValues.WITHDRAWN : SampleValues.NO_VALUE);
                case 3 -> codes.put(p, SampleValues.code(belowDetection(p)));
                case 4 -> {} // it says nothing of it
                default -> codes.put(p, SampleValues.code(new Measured.Value(scaled(p))));
            }
        }
        if (random.nextInt(40) == 0) { // a station out of order: nothing to assess
            Profile.five().forEach(p -> codes.put(p, SampleValues.NO_VALUE));
        }
        if (random.nextInt(40) == 0) {
            codes.put(WaterParameter.COD, SampleValues.code(new Measured.Value(random.nextInt(50_000_000))));
        }
        Optional<WaterClass> published =
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(WaterClass.ofNumber(1 + random.nextInt(6)));
        Optional<StationStatus> status = random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(StationStatus.ALL.get(random.nextInt(StationStatus.ALL.size())));
        return new SampleValues(codes, published, status);
    }

    /** pH has no detection limit that could be met. */
    private Measured belowDetection(WaterParameter p) {
        return p == WaterParameter.PH
                ? new Measured.Value(scaled(p))
                : new Measured.BelowDetection(1 + random.nextInt(50_000));
    }

    private long scaled(WaterParameter p) {
        return switch (p) {
            case PH -> random.nextInt(30) == 0 ? 9_120_000 : 5_900_000 + random.nextInt(32) * 100_000L;
            case TEMPERATURE -> random.nextInt(300) * 100_000L - 500_000;
            case DO -> random.nextInt(120) * 100_000L;
            case CODMN -> random.nextInt(2_000) * 10_000L;
            case NH3N -> random.nextInt(2_500_000);
            case TP, CHLA -> random.nextInt(10) == 0 ? random.nextInt(3) : random.nextInt(450_000);
            case TN -> random.nextInt(3_000_000);
            case ALGAE -> random.nextInt(140_000_000) * 1_000_000L;
            default -> random.nextInt(1_000) * 1_000_000L;
        };
    }
}
