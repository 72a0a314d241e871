package org.microgram.dashboard.review;

import static org.microgram.standards.air.Pollutant.PM10;
import static org.microgram.standards.air.Pollutant.PM25;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.Judges;
import org.microgram.messages.network.Membership;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.River;
import org.microgram.messages.network.Station;
import org.microgram.messages.network.WaterNetwork;
import org.microgram.messages.oracle.PlainJob;
import org.microgram.messages.oracle.RandomSamples;
import org.microgram.messages.oracle.WaterOracle;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Row;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.screening.Criterion;
import org.microgram.standards.screening.Rule;
import org.microgram.standards.screening.Screening;
import org.microgram.standards.screening.WaterCriterion;
import org.microgram.standards.screening.WaterRule;
import org.microgram.standards.screening.WaterScreening;
import org.microgram.standards.water.WaterParameter;
import org.microgram.store.Store;

/** One station's day, with an hour of PM10 that its instrument clipped and an hour without a value, on its way through a plain job into a store; samples of sections by their oracle. */
public final class OneStation implements ReviewLog {

    public static final LocalDate DAY = LocalDate.of(2019, 2, 12);
    public static final long FIRST = ChinaTime.startOf(DAY);

    /** The samples that were sent of water; of none until a test does. */
    public final List<SectionSample> samples = new ArrayList<>();

    /** Everything that was sent of water. */
    private final List<SectionMessage> ofSections = new ArrayList<>();

    /** Everything that was sent of air. */
    public final List<StationMessage> sent = new ArrayList<>();

    public final PlainJob job = new PlainJob(network());
    private final Store store;

    /** The platform's time, ms. */
    public long now = (FIRST + 2 * 86_400) * 1000;

    /** Sends the day: 24 µg/m³ of PM2.5 but for 500 in the hour 08, 50 of PM10 but for 1000 in the hour 10, nothing in the hour 21. */
    public OneStation(Store store) {
        this.store = store;
        List<StationRecord> day = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            if (hour != 20) {
                long pm10 = hour == 9 ? 1000 : 50;
                day.add(raw(FIRST + hour * 3600L, hour == 7 ? 500 : 24, pm10, (FIRST + (hour + 1) * 3600L) * 1000));
            }
        }
        enter(day);
    }

    /** Sends messages and gives the rows that follow. */
    public List<Row> enter(List<? extends ReadingsMessage> messages) {
        List<StationMessage> ofStation = new ArrayList<>();
        for (ReadingsMessage each : messages) {
            if (each instanceof SectionSample sample) {
                samples.add(sample);
                ofSections.add(sample);
            } else if (each instanceof DayLock lock && lock.isOfSection()) {
                ofSections.add(lock);
            } else {
                ofStation.add((StationMessage) each);
            }
        }
        sent.addAll(ofStation);
        List<Row> rows = new ArrayList<>(job.apply(ofStation));
        if (ofStation.size() < messages.size()) {
            rows.addAll(WaterOracle.rows(ofSections, network()).values());
        }
        store.write(rows);
        store.flush();
        return rows;
    }

    @Override
    public long now() {
        return now += 60_000;
    }

    @Override
    public void send(List<ReadingsMessage> messages) {
        enter(messages);
    }

    @Override
    public boolean shown(Duration atMost) {
        return true;
    }

    private static StationRecord raw(long start, long pm25, long pm10, long at) {
        return record(start, new Version(ReviewState.RAW, Rank.HOUR, at, "gateway", start / 3600), pm25, pm10, "", "");
    }

    /** A record of µg/m³. */
    public static StationRecord record(
            long start, Version version, long pm25, long pm10, String author, String reason) {
        long[] values = new long[Pollutant.COUNT];
        java.util.Arrays.fill(values, HourValues.ABSENT);
        values[PM25.ordinal()] = pm25 == HourValues.ABSENT ? pm25 : pm25 * Scaled.ONE;
        values[PM10.ordinal()] = pm10 == HourValues.ABSENT ? pm10 : pm10 * Scaled.ONE;
        return new StationRecord("s1", start, 3600, version, "", "t", author, reason, HourValues.of(values));
    }

    public static Network network() {
        Station station = new Station(
                "s1", "一站", "One", List.of(), "city", "national", 2, DAY, Optional.empty(), Double.NaN, Double.NaN);
        Criterion ceiling =
                new Criterion(Rule.CEILING, PM10, DAY, Criterion.OPEN, List.of(1000 * Scaled.ONE), "scale of 1000");
        WaterCriterion nitrogen = new WaterCriterion(
                WaterRule.RANGE,
                WaterParameter.TN,
                LocalDate.MIN,
                Criterion.OPEN,
                List.of(0L, 50 * Scaled.ONE),
                "more than any river has");
        WaterNetwork water = RandomSamples.network().water();
        River river = new River("main", "干流", "Main River", "hai", List.of("s-plain", "s-river"), "");
        return new Network(
                List.of(station),
                List.of(new Area("city", "市", "City", "city")),
                List.of(new Membership("city", "s1", DAY, Optional.empty())),
                "archive",
                new Screening(List.of(ceiling), new WaterScreening(List.of(nitrogen))),
                List.of(),
                Judges.NATIONAL,
                new WaterNetwork(water.sections(), List.of(), List.of(), List.of(river), List.of()),
                "h");
    }
}
