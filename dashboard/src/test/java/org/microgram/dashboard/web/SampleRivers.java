package org.microgram.dashboard.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.messages.network.Basin;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.River;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionPeriod;
import org.microgram.messages.network.WaterNetwork;
import org.microgram.messages.oracle.WaterOracle;
import org.microgram.messages.readings.SectionSample;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.SectionType;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;
import org.microgram.store.Store;

/**
 * Two rivers that join and three sections whose river is not known, from January to 20 April 2021, made up: one that drifts out of its target,
 * one that is worse than V, one of few days and odd values, one that was closed, one that was never heard of. Rows are those of the naive oracle.
 */
final class SampleRivers {

    static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    static final LocalDate LAST = LocalDate.of(2021, 4, 20);

    /** At noon of this day a person took a sample at {@code s-closed}. */
    static final LocalDate BY_HAND = LocalDate.of(2021, 1, 15);

    private SampleRivers() {}

    static Network network() {
        Network air = SampleCity.network();
        WaterNetwork water = new WaterNetwork(
                List.of(
                        section("s-closed", "闭站", null, "2021-01-31"),
                        section("s-few", "少日桥", WaterClass.III, null),
                        section("s-lower", "下游桥", WaterClass.III, null),
                        section("s-mute", "无声闸", null, null),
                        section("s-side", "支流口", WaterClass.IV, null),
                        section("s-upper", "上游桥", WaterClass.II, null)),
                List.of(),
                List.of(new Basin("hai", "海河流域", "Hai basin")),
                List.of(
                        new River("main", "干流", "Main River", "hai", List.of("s-upper", "s-lower"), ""),
                        new River("side", "支流", "Side River", "hai", List.of("s-side"), "main")),
                List.of());
        return new Network(
                air.stations(),
                air.areas(),
                air.memberships(),
                air.dailyProfile(),
                air.screening(),
                air.notMonitored(),
                air.judges(),
                water,
                air.hash());
    }

    static void fill(Store store) {
        store.write(List.copyOf(WaterOracle.rows(samples(), network()).values()));
        store.flush();
    }

    private static List<SectionSample> samples() {
        List<SectionSample> samples = new ArrayList<>();
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            int n = (int) (day.toEpochDay() - FIRST.toEpochDay());
            samples.add(sample("s-upper", day, 8_000, 1_500 + n % 5 * 100, 90, 50));
            samples.add(sample("s-lower", day, 6_000, 5_500 + n * 30L, 700, 120));
            samples.add(sample("s-side", day, 1_500, 9_000, 2_600, 600 - n));
            if (day.getDayOfMonth() <= 4) {
                samples.add(odd(sample("s-few", day, 9_000, 1_000, 100, 20)));
            }
            if (day.equals(BY_HAND)) {
                samples.add(byHand(sample("s-closed", day, 9_000, 1_000, 100, 20)));
            }
            if (day.getMonthValue() == 1) {
                samples.add(sample("s-closed", day, 9_000, 1_000, 100, 20));
            }
        }
        return samples;
    }

    /** Values in thousandths of mg/L. */
    private static SectionSample sample(
            String section, LocalDate day, long oxygen, long codmn, long ammonia, long phosphorus) {
        Map<WaterParameter, Long> codes = new EnumMap<>(WaterParameter.class);
        codes.put(WaterParameter.PH, SampleValues.code(new Measured.Value(7_800_000)));
        codes.put(WaterParameter.DO, SampleValues.code(new Measured.Value(oxygen * 1000)));
        codes.put(WaterParameter.CODMN, SampleValues.code(new Measured.Value(codmn * 1000)));
        codes.put(WaterParameter.NH3N, SampleValues.code(new Measured.Value(ammonia * 1000)));
        codes.put(WaterParameter.TP, SampleValues.code(new Measured.Value(phosphorus * 1000)));
        long second = ChinaTime.startOf(day) + 8 * Hours.HOUR;
        return new SectionSample(
                section,
                second,
                false,
                new Version(ReviewState.RAW, Rank.HOUR, second * 1000, "sample", 1),
                "",
                "t",
                "",
                "",
                new SampleValues(codes, Optional.empty(), Optional.empty()),
                "");
    }

    /** pH that only the profile realtime finds worse than V; on the 2nd ammonia below detection, on the 3rd no phosphorus; never total nitrogen. */
    private static SectionSample odd(SectionSample plain) {
        Map<WaterParameter, Long> codes = new EnumMap<>(plain.values().codes());
        codes.put(WaterParameter.PH, SampleValues.code(new Measured.Value(9_120_000)));
        codes.put(WaterParameter.TN, SampleValues.NOT_MEASURED);
        int day = ChinaTime.date(ChinaTime.dayOf(plain.second())).getDayOfMonth();
        if (day == 2) {
            codes.put(WaterParameter.NH3N, SampleValues.code(new Measured.BelowDetection(25_000)));
        }
        if (day == 3) {
            codes.put(WaterParameter.TP, SampleValues.NO_VALUE);
        }
        SampleValues values =
                new SampleValues(codes, Optional.of(WaterClass.II), Optional.of(StationStatus.MAINTENANCE));
        return new SectionSample(plain.section(), plain.second(), false, plain.version(), "", "t", "", "", values, "");
    }

    private static SectionSample byHand(SectionSample automatic) {
        return new SectionSample(
                automatic.section(),
                automatic.second() + 4 * Hours.HOUR,
                true,
                automatic.version(),
                "",
                "t",
                "",
                "",
                automatic.values(),
                "");
    }

    private static Section section(String id, String name, WaterClass target, String closed) {
        SectionPeriod period = new SectionPeriod(
                LocalDate.of(2020, 1, 1),
                Optional.ofNullable(closed).map(LocalDate::parse),
                SectionType.RIVER,
                "",
                Optional.ofNullable(target),
                "national",
                "");
        return new Section(id, "北京市", "hai", "", name, id, List.of(), Double.NaN, Double.NaN, List.of(period));
    }
}
