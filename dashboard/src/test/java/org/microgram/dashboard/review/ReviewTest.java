package org.microgram.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.microgram.standards.air.Pollutant.PM10;
import static org.microgram.standards.air.Pollutant.PM25;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.dashboard.explain.HistoryEntry;
import org.microgram.dashboard.explain.ReadingExplainer;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.dashboard.review.ReviewQueue.Task;
import org.microgram.dashboard.review.ReviewQueue.Why;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.Judges;
import org.microgram.messages.network.Membership;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.ReviewDeadlines;
import org.microgram.messages.network.Station;
import org.microgram.messages.oracle.NaiveOracle;
import org.microgram.messages.oracle.PlainJob;
import org.microgram.messages.oracle.RowsDiffer;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
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
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

@DisplayName("A review")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReviewTest {

    private static final LocalDate DAY = LocalDate.of(2019, 2, 12);
    private static final long FIRST = ChinaTime.startOf(DAY);
    private static final long EIGHT = FIRST + 7 * 3600;
    private static final Span WHOLE = Span.days("s1", DAY, DAY);
    private static final String HOUR = "s1 air_hour PM2.5 2019-02-12T08";
    private static final String MEAN = "s1 air_day PM2.5 2019-02-12";
    private static final Network NETWORK = network();

    @TempDir
    Path directory;

    private final List<StationMessage> sent = new ArrayList<>();
    private final PlainJob job = new PlainJob(NETWORK);
    private Store store;
    private Review review;
    private ReadingExplainer explainer;
    private long now = (FIRST + 2 * 86_400) * 1000;
    private int orders;

    @BeforeEach
    void a_day_of_one_station_with_a_clipped_hour_and_a_missing_one() {
        store = QuestDbStore.open(directory);
        review = new Review(store);
        explainer = new ReadingExplainer(store, NETWORK, "0");
        List<StationRecord> day = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            if (hour != 20) {
                long pm10 = hour == 9 ? 1000 : 50;
                day.add(raw(FIRST + hour * 3600L, hour == 7 ? 500 : 24, pm10, (FIRST + (hour + 1) * 3600L) * 1000));
            }
        }
        send(day);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void of_an_hour_found_invalid_then_passed_by_another_locked_and_opened_again_shows_at_every_step() {
        assertThat(row(Measurement.AIR_DAY).text("pm25_states")).isEqualTo("23/0/0/0");
        // (22 × 24 + 500) ÷ 23
        assertThat(explain(MEAN).exact()).isEqualTo("44.695652");

        // A reviewer finds 08 invalid.
        send(review.set(by("李工"), "s1", EIGHT, PM25, HourValues.TOMBSTONE, "B03 仪器故障"));
        assertThat(explain(HOUR).value()).isNull();
        assertThat(explain(HOUR).inputs()).last().satisfies(input -> assertThat(input.causeZh())
                .isEqualTo("被 李工 撤回: B03 仪器故障"));
        assertThat(explain(MEAN).exact()).isEqualTo("24");
        assertThat(row(Measurement.AIR_DAY).text("pm25_states")).isEqualTo("22/0/0/0");
        assertThat(row(Measurement.AIR_DAY).number("pm25_had")).isEqualTo(22);

        // The same person cannot pass it; another one can.
        Span hour = Span.hour("s1", EIGHT, PM25);
        assertThatThrownBy(() -> review.pass(by("李工"), hour))
                .isInstanceOf(ReviewRefused.class)
                .hasMessageContaining("same person, 李工");
        assertThatThrownBy(() -> review.lock(by("王工"), WHOLE, "终审")).hasMessageContaining("is not final (first)");
        send(review.pass(by("王工"), hour));
        assertThatThrownBy(() -> review.pass(by("王工"), hour)).hasMessageContaining("same person, 王工");
        assertThatThrownBy(() -> review.set(by("赵工"), "s1", EIGHT, PM25, 24, "x"))
                .hasMessageContaining("amend");

        // The rest, and the last step of all of it; then the day is final.
        send(review.pass(by("李工"), WHOLE));
        send(review.pass(by("王工"), WHOLE));
        send(review.pass(by("李工"), WHOLE));
        assertThat(row(Measurement.AIR_DAY).text("pm25_states")).isEqualTo("0/0/0/22");
        assertThat(row(Measurement.AIR_DAY).number("pm25_state")).isEqualTo(3);
        assertThat(explain(MEAN).state()).isEqualTo("final");
        assertThat(explain(MEAN).states()).isEqualTo("0/0/0/22");
        send(review.lock(by("张主任"), WHOLE, "终审入库"));
        long lockedAt = now;
        assertThat(explain(MEAN).lock()).endsWith("张主任: 终审入库");
        assertThat(row(Measurement.AIR_DAY).number("pm25_revision")).isEqualTo(1);

        // A later value is kept and changes nothing.
        Row before = row(Measurement.AIR_DAY);
        now += 3_600_000;
        Version late = new Version(ReviewState.FINAL, Rank.AUDITED, now, "late.csv", 1);
        List<Row> written = send(List.of(record(EIGHT, late, 96, HourValues.ABSENT, "赵工", "迟到的校准")));
        assertThat(written).extracting(Row::measurement).containsOnly(Measurement.READING);
        assertThat(row(Measurement.AIR_DAY)).isEqualTo(before);
        Receipt locked = explain(HOUR);
        assertThat(locked.value()).isNull();
        assertThat(locked.revision()).isEqualTo(1);
        assertThat(locked.inputs()).last().satisfies(input -> {
            assertThat(input.value()).isEqualTo("96");
            assertThat(input.use()).isEqualTo("excluded");
            assertThat(input.causeEn())
                    .startsWith("a proposal, left out: the day was locked at")
                    .endsWith("张主任");
        });
        assertThatThrownBy(() -> review.set(by("李工"), "s1", EIGHT, PM25, 24, "x"))
                .hasMessageContaining("reopen");

        // Opened again, it competes and counts.
        now += 3_600_000;
        send(review.reopen(by("张主任"), WHOLE, "采纳迟到的校准"));
        assertThat(explain(HOUR).value()).isEqualTo("96");
        // (22 × 24 + 96) ÷ 23
        assertThat(explain(MEAN).exact()).isEqualTo("27.130435");
        assertThat(explain(MEAN).lock()).isNull();
        assertThat(explain(MEAN).judgements()).noneMatch(j -> j.textEn().startsWith("!!"));

        // What it was at each moment, and through whom it changed.
        assertThat(explainer
                        .explain(MEAN, OptionalLong.of(lockedAt + 3_600_001))
                        .orElseThrow()
                        .exact())
                .isEqualTo("24");
        List<HistoryEntry> history = explainer.history(MEAN);
        assertThat(history).extracting(HistoryEntry::exact).containsExactly("44.695652", "24", "27.130435");
        assertThat(history).extracting(HistoryEntry::who).containsExactly("", "李工", "张主任");
        assertThat(history.get(2).why()).isEqualTo("采纳迟到的校准");
        RowsDiffer.assertEqual(job.rows(), NaiveOracle.rows(sent, NETWORK));
    }

    @Test
    void lists_what_is_suspect_and_what_is_missing_with_neighbours_and_deadline_until_somebody_decides() {
        ReviewQueue queue = new ReviewQueue(store, NETWORK, new ReviewDeadlines(24, 72, 240));
        Span span = new Span("s1", FIRST, FIRST + 86_400, Set.of(PM25, PM10));
        List<Task> tasks = queue.list(span, now);
        assertThat(tasks)
                .extracting(Task::start, Task::pollutant, Task::why)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(FIRST + 9 * 3600, PM10, Why.SUSPECT),
                        org.assertj.core.groups.Tuple.tuple(FIRST + 20 * 3600, PM25, Why.MISSING),
                        org.assertj.core.groups.Tuple.tuple(FIRST + 20 * 3600, PM10, Why.MISSING));
        Task clipped = tasks.get(0);
        assertThat(clipped.value()).isEqualTo(1000 * Scaled.ONE);
        assertThat(clipped.flags()).isEqualTo(Rule.CEILING.flag());
        assertThat(clipped.before()).isEqualTo(50 * Scaled.ONE);
        assertThat(clipped.after()).isEqualTo(50 * Scaled.ONE);
        assertThat(clipped.deadline()).isEqualTo((FIRST + 34 * 3600) * 1000);
        assertThat(clipped.isOverdue(clipped.deadline())).isFalse();
        assertThat(clipped.isOverdue(clipped.deadline() + 1)).isTrue();
        // An hour that is not over is not missing.
        assertThat(queue.list(span, (FIRST + 20 * 3600) * 1000)).hasSize(1);

        // What is left out is drawn hollow, with the rule and its reason; its own hour still shows it.
        Receipt mean = explain("s1 air_day PM10 2019-02-12");
        assertThat(mean.inputs().get(9).use()).isEqualTo("excluded");
        assertThat(mean.inputs().get(9).causeEn())
                .isEqualTo("where the instrument's scale ends; left out until reviewed"
                        + " [ceiling v1: at 1000; scale of 1000]");
        assertThat(mean.exact()).isEqualTo("50");
        Receipt hour = explain("s1 air_hour PM10 2019-02-12T10");
        assertThat(hour.value()).isEqualTo("1000");
        assertThat(hour.status()).isEqualTo("below_minimum");
        assertThat(hour.judgements()).noneMatch(j -> j.textEn().startsWith("!!"));

        // A clipped value that is passed counts from then on; a missing hour with a reason is no task any more.
        assertThat(row(Measurement.AIR_DAY).number("pm10_had")).isEqualTo(22);
        send(review.pass(by("李工"), Span.hour("s1", FIRST + 9 * 3600, PM10)));
        assertThat(row(Measurement.AIR_DAY).number("pm10_had")).isEqualTo(23);
        assertThat(explain("s1 air_day PM10 2019-02-12").inputs().get(9).use()).isEqualTo("flagged");
        send(review.set(by("李工"), "s1", FIRST + 20 * 3600, PM25, HourValues.TOMBSTONE, "B01 停电"));
        assertThat(queue.list(span, now))
                .extracting(Task::pollutant, Task::why)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(PM10, Why.MISSING));

        // Sent back, an hour is in the queue again, in the state it had, and no figure changes.
        Row before = row(Measurement.AIR_DAY);
        send(review.sendBack(by("王工"), Span.hour("s1", FIRST + 9 * 3600, PM10), "请核对量程"));
        Task returned = queue.list(span, now).get(0);
        assertThat(returned.why()).isEqualTo(Why.RETURNED);
        assertThat(returned.state()).isEqualTo(ReviewState.FIRST);
        assertThat(returned.note()).isEqualTo("请核对量程");
        Row after = row(Measurement.AIR_DAY);
        assertThat(after.number("pm10")).isEqualTo(before.number("pm10"));
        assertThat(after.number("pm10_revision")).isEqualTo(before.number("pm10_revision"));
        assertThat(after.text("pm10_states")).isEqualTo(before.text("pm10_states"));
    }

    @Test
    void replaces_a_final_value_only_by_two_people() {
        send(review.pass(by("李工"), WHOLE));
        send(review.pass(by("王工"), WHOLE));
        send(review.pass(by("李工"), WHOLE));
        assertThatThrownBy(() -> review.amend(by("王工"), "王工", "s1", EIGHT, PM25, 30 * Scaled.ONE, "复核"))
                .hasMessageContaining("who proposes cannot approve");
        send(review.amend(by("张主任"), "王工", "s1", EIGHT, PM25, 30 * Scaled.ONE, "复核"));
        assertThat(explain(HOUR).value()).isEqualTo("30");
        assertThat(explain(HOUR).state()).isEqualTo("final");
        assertThat(explain(HOUR).revision()).isEqualTo(1);
    }

    @Test
    void tells_everything_that_stands_against_a_decision_at_once() {
        send(review.pass(by("李工"), Span.hour("s1", EIGHT, PM25)));
        ReviewRefused refused = catchThrowableOfType(
                ReviewRefused.class, () -> review.lock(new Order("张主任", FIRST * 1000, "early"), WHOLE, " "));
        assertThat(refused.problems())
                .extracting(ReviewRefused.Problem::en)
                .anyMatch(p -> p.startsWith("there is no reason"))
                .anyMatch(p -> p.startsWith("the span is not over"))
                .anyMatch(p -> p.equals("2019-02-12 08时 PM2.5 is not final (first). -> pass it first."))
                .hasSize(2 + 2 * 23);
        assertThatThrownBy(() -> review.lock(by("张主任"), Span.hour("s1", EIGHT, PM25), "x"))
                .hasMessageContaining("only whole days");
        assertThatThrownBy(() -> review.reopen(by("张主任"), WHOLE, "x")).hasMessageContaining("is not locked");
        assertThatThrownBy(() -> review.pass(by("王工"), Span.hour("s1", FIRST + 20 * 3600, PM25)))
                .hasMessageContaining("no value to pass");
    }

    private Order by(String person) {
        return new Order(person, now += 60_000, "t" + orders++);
    }

    private List<Row> send(List<? extends StationMessage> messages) {
        sent.addAll(messages);
        List<Row> rows = job.apply(messages);
        store.write(rows);
        store.flush();
        return rows;
    }

    private Receipt explain(String key) {
        return explainer.explain(key, OptionalLong.empty()).orElseThrow();
    }

    private Row row(Measurement measurement) {
        return job.rows().get(new RowKey(measurement, Subject.station("s1"), FIRST, FIRST + 86_400, ""));
    }

    private static StationRecord raw(long start, long pm25, long pm10, long at) {
        return record(start, new Version(ReviewState.RAW, Rank.HOUR, at, "gateway", start / 3600), pm25, pm10, "", "");
    }

    private static StationRecord record(
            long start, Version version, long pm25, long pm10, String author, String reason) {
        long[] values = new long[Pollutant.COUNT];
        java.util.Arrays.fill(values, HourValues.ABSENT);
        values[PM25.ordinal()] = pm25 * Scaled.ONE;
        values[PM10.ordinal()] = pm10 == HourValues.ABSENT ? pm10 : pm10 * Scaled.ONE;
        return new StationRecord("s1", start, 3600, version, "", "t", author, reason, HourValues.of(values));
    }

    private static Network network() {
        Station station = new Station(
                "s1", "一站", "One", List.of(), "city", "national", 2, DAY, Optional.empty(), Double.NaN, Double.NaN);
        Criterion ceiling =
                new Criterion(Rule.CEILING, PM10, DAY, Criterion.OPEN, List.of(1000 * Scaled.ONE), "scale of 1000");
        return new Network(
                List.of(station),
                List.of(new Area("city", "市", "City", "city")),
                List.of(new Membership("city", "s1", DAY, Optional.empty())),
                "archive",
                new Screening(List.of(ceiling)),
                Judges.NATIONAL,
                "h");
    }
}
