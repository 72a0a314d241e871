package org.microgram.messages.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.Judges;
import org.microgram.messages.network.Membership;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.NotMonitored;
import org.microgram.messages.network.Station;
import org.microgram.messages.oracle.NaiveOracle;
import org.microgram.messages.oracle.PlainJob;
import org.microgram.messages.oracle.RowsDiffer;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Table;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.MonitoringPlan;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.screening.Screening;

@DisplayName(
        "HJ 633-2026, missing pollutants — the ledgers' days of stations and areas with plans that leave something out")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NotMonitoredGateTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 27);
    private static final List<String> STATIONS = List.of("s1", "s2");

    @Test
    void are_those_of_the_naive_oracle_and_often_have_an_AQI_that_they_would_not_have_without_the_plans() {
        int published = 0;
        for (int seed = 1; seed <= 25; seed++) {
            Random random = new Random(seed);
            Network with = network(random);
            List<StationRecord> records = records(random);
            PlainJob job = new PlainJob(with);
            job.apply(records);
            var expected = NaiveOracle.rows(records, with);
            RowsDiffer.assertEqual(job.rows(), expected);

            var without = NaiveOracle.rows(records, allSix(with));
            published += (int) expected.entrySet().stream()
                    .filter(row -> row.getKey().measurement() == Measurement.AIR_DAY)
                    .filter(row -> !Objects.equals(
                            row.getValue().text("status"),
                            without.get(row.getKey()).text("status")))
                    .count();
        }
        assertThat(published).isGreaterThan(20);
    }

    private static Network network(Random random) {
        List<Station> stations = STATIONS.stream()
                .map(id -> new Station(
                        id,
                        "站" + id,
                        id,
                        List.of(),
                        "u",
                        "national",
                        2,
                        FIRST,
                        Optional.empty(),
                        Double.NaN,
                        Double.NaN))
                .toList();
        List<Subject> subjects = List.of(Subject.station("s1"), Subject.station("s2"), Subject.area("city"));
        List<NotMonitored> plans = new ArrayList<>();
        for (Subject subject : subjects) {
            for (Pollutant p : Pollutant.ALL) {
                if (random.nextInt(2) == 0) {
                    LocalDate to = random.nextInt(3) == 0 ? FIRST.plusDays(random.nextInt(5)) : Table.NO_END;
                    plans.add(new NotMonitored(subject, new MonitoringPlan.Exemption(p, FIRST, to, "no. 7")));
                }
            }
        }
        return new Network(
                stations,
                List.of(new Area("city", "市", "City", "city")),
                STATIONS.stream()
                        .map(id -> new Membership("city", id, FIRST, Optional.empty()))
                        .toList(),
                random.nextBoolean() ? "archive" : "strict",
                Screening.NONE,
                plans,
                Judges.NATIONAL,
                "h");
    }

    private static Network allSix(Network with) {
        return new Network(
                with.stations(),
                with.areas(),
                with.memberships(),
                with.dailyProfile(),
                with.screening(),
                with.judges(),
                with.hash());
    }

    /** Five days across the switch, whole ones, of which each lacks a pollutant here and there. */
    private static List<StationRecord> records(Random random) {
        List<StationRecord> records = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            for (String station : STATIONS) {
                long[] values = new long[Pollutant.COUNT];
                Arrays.setAll(
                        values,
                        p -> random.nextInt(4) == 0 ? HourValues.ABSENT : (1 + random.nextInt(40)) * Scaled.ONE / 10);
                for (int hour = 0; hour < 24; hour++) {
                    long start = ChinaTime.startOf(FIRST.plusDays(day)) + hour * 3600L;
                    Version version =
                            new Version(ReviewState.RAW, Rank.HOUR, (start + 3600) * 1000, "f", records.size());
                    records.add(
                            new StationRecord(station, start, 3600, version, "", "t", "", "", HourValues.of(values)));
                }
            }
        }
        return records;
    }
}
