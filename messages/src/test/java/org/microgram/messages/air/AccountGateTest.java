package org.microgram.messages.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.Membership;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.network.Target;
import org.microgram.messages.network.Targets;
import org.microgram.messages.oracle.NaiveOracle;
import org.microgram.messages.oracle.PlainJob;
import org.microgram.messages.oracle.RowsDiffer;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.JudgedAt;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.views.Span;

/** The first halves of four years of two stations of a city: 2019 and 2020 are known years, 2018 lacks days; targets are of 2021. */
@DisplayName("The rows of accounts over years")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class AccountGateTest {

    private static final LocalDate FIRST = LocalDate.of(2018, 5, 20);
    private static final LocalDate LAST = LocalDate.of(2021, 6, 24);
    private static final LocalDate LOST = LocalDate.of(2021, 4, 10);
    private static final LocalDate FEBRUARY_12 = LocalDate.of(2021, 2, 12);

    private long seq;

    @RepeatedTest(2)
    void are_those_of_the_naive_oracle_whatever_the_order_and_the_batches(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Network network = network();
        List<StationRecord> records = records(random);
        SortedMap<RowKey, Row> expected = NaiveOracle.accounts(records, network);

        Collections.shuffle(records.subList(0, records.size() / 2), random);
        PlainJob job = new PlainJob(network);
        for (int at = 0; at < records.size(); ) {
            int to = Math.min(records.size(), at + 1 + random.nextInt(12_000));
            job.apply(records.subList(at, to));
            at = to;
        }
        RowsDiffer.assertEqual(accounts(job.rows()), expected);
        assertThat(expected.values())
                .anyMatch(row -> row.number("known_years") == 2 && row.has("path") && row.has("matched_days"))
                .anyMatch(row -> row.has("episode"))
                .anyMatch(row -> row.has("each_may"))
                .anyMatch(row -> row.number("missing") > 0 && row.has("allowed_had_missing"));
        assertThat(expected.values().stream().map(row -> row.text("status")).distinct())
                .contains("too_early", "on_course", "out_of_reach");
    }

    @Test
    void change_with_a_day_of_February_corrected_in_July_from_that_day_on_and_not_before() {
        Network network = network();
        List<StationRecord> records = records(new Random(7));
        PlainJob job = new PlainJob(network);
        job.apply(records);
        SortedMap<RowKey, Row> before = accounts(job.rows());

        StationRecord correction = record("s1", FEBRUARY_12, 9, 400, ReviewState.FINAL, LAST);
        records.add(correction);
        List<Row> written = job.apply(List.of(correction)).stream()
                .filter(row -> row.measurement() == Measurement.AIR_ACCOUNT)
                .toList();

        SortedMap<RowKey, Row> after = NaiveOracle.accounts(records, network);
        RowsDiffer.assertEqual(byKey(written), RowsDiffer.difference(before, after));
        assertThat(written).allMatch(row -> !dayOf(row).isBefore(FEBRUARY_12));
        for (String id : List.of("city-pm25", "station-pm25")) {
            assertThat(written.stream()
                            .filter(row -> row.key().variant().equals(id))
                            .map(AccountGateTest::dayOf))
                    .as("every later row of " + id)
                    .containsExactlyElementsOf(
                            FEBRUARY_12.datesUntil(LAST.plusDays(1)).toList());
        }
    }

    @Test
    void change_all_when_a_day_is_corrected_in_a_year_that_they_are_held_against() {
        Network network = network();
        List<StationRecord> records = records(new Random(8));
        PlainJob job = new PlainJob(network);
        job.apply(records);
        SortedMap<RowKey, Row> before = accounts(job.rows());

        StationRecord correction = record("s1", LocalDate.of(2019, 6, 27), 9, 400, ReviewState.FINAL, LAST);
        records.add(correction);
        List<Row> written = job.apply(List.of(correction)).stream()
                .filter(row -> row.measurement() == Measurement.AIR_ACCOUNT)
                .toList();
        RowsDiffer.assertEqual(byKey(written), RowsDiffer.difference(before, NaiveOracle.accounts(records, network)));
        assertThat(written.stream()
                        .filter(row -> row.key().variant().equals("city-pm25"))
                        .count())
                .isEqualTo(LocalDate.of(2021, 1, 1).datesUntil(LAST.plusDays(1)).count());
    }

    @Test
    void restate_what_past_days_cost_when_a_day_stays_missing_for_N_is_one_less() {
        Network network = network();
        PlainJob job = new PlainJob(network);
        job.apply(records(new Random(9)));
        Map<LocalDate, Row> rows = new HashMap<>();
        accounts(job.rows()).values().stream()
                .filter(row -> row.key().variant().equals("city-pm25"))
                .forEach(row -> rows.put(dayOf(row), row));
        Row eve = rows.get(LOST.minusDays(1));
        Row lost = rows.get(LOST);
        assertThat(lost.number("n")).isEqualTo(eve.number("n"));
        assertThat(lost.number("whole")).isEqualTo(eve.number("whole") - 1);
        assertThat(lost.number("missing")).isEqualTo(eve.number("missing") + 1);
        assertThat(lost.has("cost")).isFalse();
        assertThat(cost(lost).times(lost.number("whole"))).isEqualTo(cost(eve).times(eve.number("whole")));
        assertThat(cost(lost)).isNotEqualTo(cost(eve));
    }

    @Test
    void are_made_of_sums_that_add_up_to_the_last_digit() {
        PlainJob job = new PlainJob(network());
        job.apply(records(new Random(10)));
        accounts(job.rows()).values().stream()
                .filter(row -> row.text("indicator").equals("pm25_mean") && row.has("so_far"))
                .forEach(row -> {
                    Fraction mean = Fraction.parse(row.text("so_far_exact"));
                    Fraction target = Fraction.of(row.number("target"), 100);
                    Fraction total = mean.minus(target).times(row.number("n")).dividedBy(row.number("whole"));
                    assertThat(Fraction.parse(row.text("cost_total_exact"))).isEqualTo(total);
                    assertThat(added(row.text("cost_months"))).isEqualTo(total);
                    assertThat(added(row.text("cost_levels"))).isEqualTo(total);
                });
    }

    private static Fraction cost(Row row) {
        return Fraction.parse(row.text("cost_total_exact"));
    }

    private static Fraction added(String sums) {
        Fraction sum = Fraction.ZERO;
        for (String each : sums.split(" ")) {
            sum = sum.plus(Fraction.parse(each.substring(each.indexOf(':') + 1)));
        }
        return sum;
    }

    private static LocalDate dayOf(Row row) {
        return ChinaTime.date(ChinaTime.dayOf(row.key().startSecond()));
    }

    private static SortedMap<RowKey, Row> accounts(SortedMap<RowKey, Row> all) {
        SortedMap<RowKey, Row> accounts = new TreeMap<>();
        all.forEach((key, row) -> {
            if (key.measurement() == Measurement.AIR_ACCOUNT) {
                accounts.put(key, row);
            }
        });
        return accounts;
    }

    private static SortedMap<RowKey, Row> byKey(List<Row> rows) {
        SortedMap<RowKey, Row> byKey = new TreeMap<>();
        rows.forEach(row -> byKey.put(row.key(), row));
        return byKey;
    }

    /** At least twenty hours of each day; one day of forty has but twelve, and one has none. */
    private List<StationRecord> records(Random random) {
        List<StationRecord> records = new ArrayList<>();
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            if (day.getMonthValue() > 6) {
                continue;
            }
            long level = 10 + random.nextInt(90) + (day.getMonthValue() < 3 ? 30 : 0);
            for (String station : List.of("s1", "s2")) {
                int hours = random.nextInt(40) == 0 ? 12 : 20 + random.nextInt(5);
                for (int hour = 0; hour < hours && !day.equals(LOST); hour++) {
                    records.add(record(station, day, hour, level + hour, ReviewState.RAW, day));
                }
            }
        }
        return records;
    }

    private StationRecord record(
            String station, LocalDate day, int hour, long value, ReviewState state, LocalDate arrival) {
        long[] values = new long[Pollutant.COUNT];
        Arrays.fill(values, HourValues.ABSENT);
        values[Pollutant.PM25.ordinal()] = value * Scaled.ONE;
        values[Pollutant.O3.ordinal()] = (value + 60) * Scaled.ONE;
        long start = ChinaTime.startOf(day) + hour * (long) ChinaTime.SECONDS_OF_HOUR;
        long arrived = (ChinaTime.startOf(arrival) + ChinaTime.SECONDS_OF_DAY) * 1000 + seq;
        return new StationRecord(
                station,
                start,
                ChinaTime.SECONDS_OF_HOUR,
                new Version(state, Rank.HOUR, arrived, "test", seq++),
                "batch",
                "",
                "",
                "",
                HourValues.of(values));
    }

    private static Network network() {
        List<Station> stations = List.of(station("s1"), station("s2"));
        Subject city = Subject.area("city");
        return new Network(
                        stations,
                        List.of(new Area("city", "市", "City", "city")),
                        List.of(
                                new Membership("city", "s1", FIRST, Optional.empty()),
                                new Membership("city", "s2", FIRST.plusDays(40), Optional.empty())),
                        "archive",
                        "h")
                .with(new Targets(
                        30,
                        List.of(
                                target("city-pm25", city, Indicator.PM25_MEAN, 62),
                                target("city-o3", city, Indicator.O3_P90, 170),
                                target("city-good", city, Indicator.GOOD_DAYS, 120),
                                target("city-heavy", city, Indicator.HEAVY_DAYS, 3),
                                target("station-pm25", Subject.station("s1"), Indicator.PM25_MEAN, 35))));
    }

    private static Station station(String id) {
        return new Station(
                id, id, id, List.of(), "unit", "national", 2, FIRST, Optional.empty(), Double.NaN, Double.NaN);
    }

    private static Target target(String id, Subject subject, Indicator indicator, long value) {
        return new Target(
                id,
                subject,
                Span.parse("2021-H1"),
                indicator,
                Fraction.of(value),
                "",
                JudgedAt.halfEven(0),
                List.of(),
                "test",
                true);
    }
}
