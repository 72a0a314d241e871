package org.microgram.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;

/** What every store must do; its methods finish the sentence "A store …". */
public abstract class StoreContract {

    protected static final long MIDNIGHT = 1_549_900_800L; // 2019-02-12 00:00 in Beijing
    protected static final long HOUR = 3600;
    protected static final long DAY = 86_400;
    protected static final long FOREVER = Long.MAX_VALUE;

    protected static final Subject DONGSI = Subject.station("bj-dongsi");
    protected static final Subject DINGLING = Subject.station("bj-dingling");
    protected static final Subject DONGCHENG = Subject.area("dongcheng");

    @TempDir
    protected Path directory;

    protected Store store;

    /** Opens the store in a directory, with what was left there. */
    protected abstract Store open(Path directory);

    @BeforeEach
    void openStore() {
        store = open(directory);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void is_empty_at_first() {
        for (Measurement measurement : Measurement.stored()) {
            assertThat(all(measurement)).isEmpty();
            assertThat(store.latest(measurement, DONGSI)).isEmpty();
        }
    }

    @Test
    void is_told_from_others_by_its_identity_until_it_is_cleared() {
        String identity = store.identity();
        assertThat(identity).isNotBlank().isEqualTo(store.identity());
        store.clear();
        assertThat(store.identity()).isNotBlank().isNotEqualTo(identity);
    }

    @Test
    void shows_after_a_flush_what_was_written() {
        Row row = hour(DONGSI, 7, 42_500_000);
        written(row);

        assertThat(all(Measurement.AIR_HOUR)).containsExactly(row);
    }

    @Test
    void replaces_a_row_with_the_same_key() {
        written(hour(DONGSI, 7, 42_500_000));
        written(hour(DONGSI, 7, 43_000_000));

        assertThat(all(Measurement.AIR_HOUR)).containsExactly(hour(DONGSI, 7, 43_000_000));
    }

    @Test
    void keeps_the_later_of_two_rows_with_one_key_in_one_list() {
        written(hour(DONGSI, 7, 1), hour(DONGSI, 7, 2), hour(DINGLING, 7, 3), hour(DONGSI, 7, 4));

        assertThat(all(Measurement.AIR_HOUR)).containsExactly(hour(DINGLING, 7, 3), hour(DONGSI, 7, 4));
    }

    @Test
    void blanks_a_field_that_is_none_in_the_new_row() {
        RowKey key = hour(DONGSI, 7, 0).key();
        written(Row.builder(key)
                .number("pm25", 5)
                .number("aqi", 80)
                .text("primary", "PM2.5")
                .build());
        Row poorer = Row.builder(key).number("aqi", 80).build();
        written(poorer);

        assertThat(all(Measurement.AIR_HOUR)).containsExactly(poorer);
        assertThat(all(Measurement.AIR_HOUR).get(0).has("pm25")).isFalse();
    }

    @Test
    void tells_an_empty_text_from_none_and_zero_from_none() {
        RowKey key = hour(DONGSI, 7, 0).key();
        Row row = Row.builder(key).number("aqi", 0).text("primary", "").build();
        written(row);

        assertThat(all(Measurement.AIR_HOUR)).containsExactly(row);
    }

    @Test
    void tells_rows_of_one_interval_apart_by_their_variant() {
        Row first = reading("a.csv 1", 1);
        Row second = reading("a.csv 2", 2);
        Row third = reading("a.csv 1", 3);
        written(first, second);
        written(third);

        assertThat(all(Measurement.READING)).containsExactly(third, second);
    }

    @Test
    void tells_rows_apart_by_either_end_of_their_interval() {
        Row month = period(Measurement.AIR_TO_DATE, MIDNIGHT - 31 * DAY, MIDNIGHT + DAY);
        Row year = period(Measurement.AIR_TO_DATE, MIDNIGHT - 42 * DAY, MIDNIGHT + DAY);
        Row short1 = period(Measurement.AIR_DAY, MIDNIGHT, MIDNIGHT + HOUR);
        Row long1 = period(Measurement.AIR_DAY, MIDNIGHT, MIDNIGHT + DAY);
        written(month, year, short1, long1);

        assertThat(all(Measurement.AIR_TO_DATE)).containsExactly(year, month);
        assertThat(all(Measurement.AIR_DAY)).containsExactly(short1, long1);
    }

    @Test
    void scans_in_the_order_of_the_keys_whatever_the_order_of_writing() {
        List<Row> rows = new ArrayList<>();
        for (Subject subject : List.of(DONGCHENG, DINGLING, DONGSI)) {
            for (int hour = 0; hour < 100; hour++) {
                rows.add(hour(subject, hour, hour));
            }
        }
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(1));
        for (int i = 0; i < shuffled.size(); i += 50) {
            store.write(shuffled.subList(i, i + 50));
        }
        store.flush();

        assertThat(all(Measurement.AIR_HOUR)).isEqualTo(rows);
    }

    @Test
    void scans_from_the_first_second_to_before_the_last() {
        written(hour(DONGSI, 6, 6), hour(DONGSI, 7, 7), hour(DONGSI, 8, 8), hour(DINGLING, 7, 70));

        assertThat(scan(Measurement.AIR_HOUR, Set.of(DONGSI), MIDNIGHT + 7 * HOUR, MIDNIGHT + 8 * HOUR))
                .containsExactly(hour(DONGSI, 7, 7));
        assertThat(scan(Measurement.AIR_HOUR, Set.of(), MIDNIGHT + 7 * HOUR, MIDNIGHT + 8 * HOUR))
                .containsExactly(hour(DINGLING, 7, 70), hour(DONGSI, 7, 7));
        assertThat(scan(Measurement.AIR_HOUR, Set.of(DONGSI), MIDNIGHT + 8 * HOUR, MIDNIGHT))
                .isEmpty();
        assertThat(scan(Measurement.AIR_HOUR, Set.of(), Long.MIN_VALUE, Long.MAX_VALUE))
                .hasSize(4);
    }

    @Test
    void finds_a_year_to_date_by_its_last_day() {
        Row toDate = period(Measurement.AIR_TO_DATE, MIDNIGHT - 42 * DAY, MIDNIGHT + DAY);
        written(toDate);

        assertThat(scan(Measurement.AIR_TO_DATE, Set.of(DONGSI), MIDNIGHT, MIDNIGHT + 1))
                .containsExactly(toDate);
        assertThat(scan(Measurement.AIR_TO_DATE, Set.of(DONGSI), MIDNIGHT - 42 * DAY, MIDNIGHT))
                .isEmpty();
    }

    @Test
    void scans_the_subjects_asked_for_and_no_other_however_many() {
        List<Row> rows = new ArrayList<>();
        Set<Subject> odd = new HashSet<>();
        for (int i = 1000; i < 1200; i++) {
            Subject subject = Subject.station("s" + i);
            rows.add(hour(subject, 1, i));
            if (i % 2 == 1) {
                odd.add(subject);
            }
        }
        store.write(rows);
        store.flush();

        List<Row> expected =
                rows.stream().filter(row -> odd.contains(row.subject())).toList();
        assertThat(scan(Measurement.AIR_HOUR, odd, 0, FOREVER)).isEqualTo(expected);
        assertThat(scan(Measurement.AIR_HOUR, List.of(Subject.station("s1003"), Subject.station("s1001")), 0, FOREVER))
                .containsExactly(rows.get(1), rows.get(3));
        assertThat(scan(Measurement.AIR_HOUR, List.of(Subject.area("s1003")), 0, FOREVER))
                .isEmpty();
    }

    @Test
    void knows_the_latest_row_of_a_subject() {
        written(hour(DONGSI, 900, 1), hour(DONGSI, 8, 2), hour(DINGLING, 1000, 3));

        assertThat(store.latest(Measurement.AIR_HOUR, DONGSI)).hasValue(hour(DONGSI, 900, 1));
        assertThat(store.latest(Measurement.AIR_HOUR, DONGCHENG)).isEmpty();
        assertThat(store.latest(Measurement.AIR_DAY, DONGSI)).isEmpty();
    }

    @Test
    void takes_the_greatest_key_of_the_latest_rows() {
        Row last = reading("b", 2);
        written(reading("a", 1), last, reading("B", 3));

        assertThat(store.latest(Measurement.READING, DONGSI)).hasValue(last);
    }

    @Test
    void forgets_everything_when_cleared_and_can_be_filled_again() {
        written(hour(DONGSI, 7, 1), hour(DONGSI, 8, 1), reading("a", 1));
        store.clear();

        assertThat(all(Measurement.AIR_HOUR)).isEmpty();
        assertThat(all(Measurement.READING)).isEmpty();
        assertThat(store.latest(Measurement.AIR_HOUR, DONGSI)).isEmpty();

        written(hour(DONGSI, 7, 2));
        assertThat(all(Measurement.AIR_HOUR)).containsExactly(hour(DONGSI, 7, 2));
    }

    @Test
    void forgets_what_was_written_but_not_flushed_when_cleared() {
        store.write(List.of(hour(DONGSI, 7, 1)));
        store.clear();
        store.flush();

        assertThat(all(Measurement.AIR_HOUR)).isEmpty();
    }

    @Test
    void takes_names_with_quotes_newlines_and_statements_as_they_are() {
        List<Row> rows = new ArrayList<>();
        for (String name : List.of(
                "a'b",
                "a\"b",
                "a\nb",
                "'; DROP TABLE air_hour; --",
                ":kind",
                "$1",
                "%",
                "a\\'b",
                "昌平",
                "𝛼",
                "\uFF21")) {
            rows.add(hour(Subject.station(name), 7, name.length()));
        }
        store.write(rows);
        store.flush();

        for (Row row : rows) {
            assertThat(scan(Measurement.AIR_HOUR, Set.of(row.subject()), 0, FOREVER))
                    .containsExactly(row);
            assertThat(store.latest(Measurement.AIR_HOUR, row.subject())).hasValue(row);
        }
        assertThat(all(Measurement.AIR_HOUR))
                .isEqualTo(rows.stream()
                        .sorted(java.util.Comparator.comparing(Row::key))
                        .toList());
    }

    protected final void written(Row... rows) {
        store.write(List.of(rows));
        store.flush();
    }

    protected final List<Row> all(Measurement measurement) {
        return scan(measurement, Set.of(), 0, FOREVER);
    }

    protected final List<Row> scan(
            Measurement measurement, java.util.Collection<Subject> subjects, long from, long to) {
        List<Row> rows = new ArrayList<>();
        store.scan(measurement, subjects, from, to, rows::add);
        return rows;
    }

    protected static Row hour(Subject subject, int hour, long pm25) {
        long start = MIDNIGHT + hour * HOUR;
        return Row.builder(new RowKey(Measurement.AIR_HOUR, subject, start, start + HOUR, ""))
                .number("pm25", pm25)
                .number("revision", 0)
                .text("primary", "PM2.5 O3")
                .text("edition", "HJ 633-2012")
                .build();
    }

    protected static Row reading(String variant, long pm25) {
        return Row.builder(new RowKey(Measurement.READING, DONGSI, MIDNIGHT, MIDNIGHT + HOUR, variant))
                .number("pm25", pm25)
                .text("source", "a file's \"name\"\nin two lines")
                .build();
    }

    private static Row period(Measurement measurement, long start, long end) {
        return Row.builder(new RowKey(measurement, DONGSI, start, end, ""))
                .number("revision", end - start)
                .build();
    }
}
