package org.microgram.messages.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.messages.network.ExceptionalEvent;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.oracle.NaiveOracle;
import org.microgram.messages.oracle.PlainJob;
import org.microgram.messages.oracle.RandomReadings;
import org.microgram.messages.oracle.RowsDiffer;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;

@DisplayName("Definitions §10 — exceptional events")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventsGateTest {

    private static final int DAYS = 5;
    private static final List<String> MEANS = List.of("pm25", "pm10");

    @RepeatedTest(6)
    void of_any_kind_give_the_rows_of_the_naive_oracle(RepetitionInfo repetition) {
        Random random = RandomReadings.seeded(repetition.getCurrentRepetition());
        Network network = new RandomReadings(random, DAYS).network();
        List<StationRecord> records = wholeDays(network, random);
        PlainJob job = new PlainJob(network);
        job.apply(records);
        RowsDiffer.assertEqual(job.rows(), NaiveOracle.rows(records, network));
    }

    @Test
    void change_means_and_leave_hours_AQI_and_every_count_of_days_as_they_are() {
        int changedMeans = 0;
        int lostDays = 0;
        for (int seed = 1; seed <= 4; seed++) {
            Random random = RandomReadings.seeded(seed);
            Network with = new RandomReadings(random, DAYS).network();
            List<StationRecord> records = wholeDays(with, random);
            SortedMap<RowKey, Row> touched = NaiveOracle.rows(records, with);
            SortedMap<RowKey, Row> plain = NaiveOracle.rows(records, with.with(List.of(), with.hash()));
            assertThat(touched.keySet()).isEqualTo(plain.keySet());
            for (Map.Entry<RowKey, Row> each : touched.entrySet()) {
                Row is = each.getValue();
                Row was = plain.get(each.getKey());
                if (is.measurement() == Measurement.AIR_ACCOUNT) {
                    continue; // the account of PM2.5 is one of means
                }
                boolean ofPeriod = is.measurement().hasField("good_days");
                for (Field field : is.measurement().fields()) {
                    String name = field.name();
                    boolean beside = name.contains("_events") || name.equals("events") || name.equals("unconfirmed");
                    boolean mean = ofPeriod && MEANS.stream().anyMatch(name::startsWith) && !isOfInputs(name);
                    if (!beside && !mean && !Objects.equals(value(is, name), value(was, name))) {
                        fail(each.getKey() + " " + name + ": " + value(is, name) + ", not " + value(was, name));
                    }
                }
                if (ofPeriod) {
                    for (String name : MEANS) {
                        boolean differs = !Objects.equals(is.text(name + "_exact"), was.text(name + "_exact"));
                        changedMeans += differs ? 1 : 0;
                        lostDays += is.number(name + "_had") < was.number(name + "_had") ? 1 : 0;
                        if (is.has(name + "_with_events_had")) {
                            assertThat(is.text(name + "_with_events_exact")).isEqualTo(was.text(name + "_exact"));
                            assertThat(is.number(name + "_with_events_had")).isEqualTo(was.number(name + "_had"));
                        } else {
                            assertThat(differs).isFalse();
                        }
                    }
                }
            }
        }
        assertThat(changedMeans).isGreaterThan(20);
        assertThat(lostDays).isGreaterThan(20);
    }

    @Test
    void that_are_proposed_or_rejected_change_no_row() {
        for (int seed = 1; seed <= 4; seed++) {
            Random random = RandomReadings.seeded(seed);
            Network network = new RandomReadings(random, DAYS).network();
            List<StationRecord> records = wholeDays(network, random);
            List<ExceptionalEvent> undecided = network.events().all().stream()
                    .filter(event -> !event.isConfirmed())
                    .toList();
            RowsDiffer.assertEqual(
                    NaiveOracle.rows(records, network.with(undecided, "h")),
                    NaiveOracle.rows(records, network.with(List.of(), "h")));
        }
    }

    @Test
    void are_written_on_days_only_that_one_touches() {
        int[] touched = {0, 0};
        for (int seed = 1; seed <= 4; seed++) {
            Random random = RandomReadings.seeded(seed);
            Network network = new RandomReadings(random, DAYS).network();
            NaiveOracle.each(wholeDays(network, random), network, row -> {
                if (row.measurement() == Measurement.AIR_DAY) {
                    boolean less = row.has("pm25_less_events_had") || row.has("pm10_less_events_had");
                    assertThat(less).isEqualTo(row.text("events") != null);
                    touched[less ? 1 : 0]++;
                }
            });
        }
        assertThat(touched[0]).isGreaterThan(20);
        assertThat(touched[1]).isGreaterThan(20);
    }

    /** Days of which few hours are missing, so that an hour less often makes a day invalid. */
    private static List<StationRecord> wholeDays(Network network, Random random) {
        List<StationRecord> records = new ArrayList<>();
        for (Station station : network.stations()) {
            for (int hour = 0; hour < DAYS * 24; hour++) {
                if (random.nextInt(20) > 0) {
                    long start = ChinaTime.startOf(station.from()) + hour * 3600L;
                    long[] values = new long[Pollutant.COUNT];
                    Arrays.setAll(values, p -> (10 + random.nextInt(190)) * Scaled.ONE);
                    Version version =
                            new Version(ReviewState.RAW, Rank.HOUR, (start + 3600) * 1000, "f", records.size());
                    records.add(new StationRecord(
                            station.id(), start, 3600, version, "", "t", "", "", HourValues.of(values)));
                }
            }
        }
        return records;
    }

    /** Of the values that came in, those of events among them. */
    private static boolean isOfInputs(String name) {
        return name.endsWith("_revision")
                || name.endsWith("_state")
                || name.endsWith("_states")
                || name.endsWith("_attaining")
                || name.endsWith("_needed");
    }

    private static Object value(Row row, String field) {
        int index = row.measurement().index(field);
        return row.measurement().fields().get(index).isText() ? row.text(index) : (Object) row.number(index);
    }
}
