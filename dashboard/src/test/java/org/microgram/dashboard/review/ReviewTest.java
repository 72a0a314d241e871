package org.microgram.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.microgram.standards.air.Pollutant.PM10;
import static org.microgram.standards.air.Pollutant.PM25;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.dashboard.explain.HistoryEntry;
import org.microgram.dashboard.explain.ReadingExplainer;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.dashboard.review.ReviewTask.Why;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.ReviewDeadlines;
import org.microgram.messages.oracle.NaiveOracle;
import org.microgram.messages.oracle.RowsDiffer;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.screening.Rule;
import org.microgram.store.MemoryStore;
import org.microgram.store.Store;

@DisplayName("A review")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReviewTest {

    private static final LocalDate DAY = OneStation.DAY;
    private static final long FIRST = OneStation.FIRST;
    private static final long EIGHT = FIRST + 7 * 3600;
    private static final Span WHOLE = Span.days("s1", DAY, DAY);
    private static final String HOUR = "s1 air_hour PM2.5 2019-02-12T08";
    private static final String MEAN = "s1 air_day PM2.5 2019-02-12";
    private static final Network NETWORK = OneStation.network();

    private Store store;
    private OneStation station;
    private Review review;
    private ReviewQueue queue;
    private ReadingExplainer explainer;
    private int orders;

    @BeforeEach
    void a_day_of_one_station_with_a_clipped_hour_and_a_missing_one() {
        store = new MemoryStore(); // the stores' contract holds them equal to it; the page's test has the real one
        station = new OneStation(store);
        review = new Review(store);
        queue = new ReviewQueue(store, NETWORK, new ReviewDeadlines(24, 72, 240));
        explainer = new ReadingExplainer(store, NETWORK, "0");
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
        send(review.set(by("李工"), Span.hour("s1", EIGHT, PM25), HourValues.TOMBSTONE, "B03 仪器故障"));
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
        assertThatThrownBy(() -> review.set(by("赵工"), Span.hour("s1", EIGHT, PM25), 24, "x"))
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
        long lockedAt = station.now;
        assertThat(explain(MEAN).lock()).endsWith("张主任: 终审入库");
        assertThat(row(Measurement.AIR_DAY).number("pm25_revision")).isEqualTo(1);

        // A later value is kept and changes nothing.
        Row before = row(Measurement.AIR_DAY);
        station.now += 3_600_000;
        Version late = new Version(ReviewState.FINAL, Rank.AUDITED, station.now, "late.csv", 1);
        List<Row> written = send(List.of(OneStation.record(EIGHT, late, 96, HourValues.ABSENT, "赵工", "迟到的校准")));
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
        assertThatThrownBy(() -> review.set(by("李工"), Span.hour("s1", EIGHT, PM25), 24, "x"))
                .hasMessageContaining("reopen");

        // Opened again, it competes and counts.
        station.now += 3_600_000;
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
        RowsDiffer.assertEqual(station.job.rows(), NaiveOracle.rows(station.sent, NETWORK));
    }

    @Test
    void lists_what_is_suspect_and_what_is_missing_with_neighbours_and_deadline_until_somebody_decides() {
        Span span = new Span("s1", FIRST, FIRST + 86_400, Set.of(PM25, PM10));
        List<ReviewTask> tasks = queue.list(span, station.now);
        assertThat(tasks)
                .extracting(task -> task.slot(), ReviewTask::why)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(new HourSlot(FIRST + 9 * 3600, PM10), Why.SUSPECT),
                        org.assertj.core.groups.Tuple.tuple(new HourSlot(FIRST + 20 * 3600, PM25), Why.MISSING),
                        org.assertj.core.groups.Tuple.tuple(new HourSlot(FIRST + 20 * 3600, PM10), Why.MISSING));
        ReviewTask clipped = tasks.get(0);
        assertThat(clipped.value()).isEqualTo(1000 * Scaled.ONE);
        assertThat(clipped.flags()).containsExactly(Rule.CEILING.code());
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
        send(review.set(by("李工"), Span.hour("s1", FIRST + 20 * 3600, PM25), HourValues.TOMBSTONE, "B01 停电"));
        assertThat(queue.list(span, station.now))
                .extracting(ReviewTask::parameter, ReviewTask::why)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("PM10", Why.MISSING));

        // Sent back, an hour is in the queue again, in the state it had, and no figure changes.
        Row before = row(Measurement.AIR_DAY);
        send(review.sendBack(by("王工"), Span.hour("s1", FIRST + 9 * 3600, PM10), "请核对量程"));
        ReviewTask returned = queue.list(span, station.now).get(0);
        assertThat(returned.why()).isEqualTo(Why.RETURNED);
        assertThat(returned.state()).isEqualTo(ReviewState.FIRST);
        assertThat(returned.note()).isEqualTo("请核对量程");
        Row after = row(Measurement.AIR_DAY);
        assertThat(after.number("pm10")).isEqualTo(before.number("pm10"));
        assertThat(after.number("pm10_revision")).isEqualTo(before.number("pm10_revision"));
        assertThat(after.text("pm10_states")).isEqualTo(before.text("pm10_states"));
    }

    @Test
    void replaces_a_final_value_only_when_two_people_give_the_same_one() {
        assertThatThrownBy(() -> review.amend(by("王工"), Span.hour("s1", EIGHT, PM25), 30 * Scaled.ONE, "复核"))
                .hasMessageContaining("has not passed its second review");
        send(review.pass(by("李工"), WHOLE));
        send(review.pass(by("王工"), WHOLE));
        send(review.pass(by("李工"), WHOLE));
        Span hour = Span.hour("s1", EIGHT, PM25);

        // Proposed: kept and shown, and no figure follows it.
        send(review.amend(by("王工"), Span.hour("s1", EIGHT, PM25), 30 * Scaled.ONE, "量程核对"));
        assertThat(explain(HOUR).value()).isEqualTo("500");
        assertThat(queue.list(hour, station.now)).singleElement().satisfies(task -> {
            assertThat(task.why()).isEqualTo(Why.PROPOSED);
            assertThat(task.value()).isEqualTo(500 * Scaled.ONE);
            assertThat(task.by()).isEqualTo("李工");
            assertThat(task.proposal())
                    .isEqualTo(new ReviewTask.Proposal(30 * Scaled.ONE, "王工", "量程核对", station.now, false));
        });
        assertThat(explain(HOUR).inputs()).anySatisfy(input -> assertThat(input.causeEn())
                .isEqualTo("proposed by 王工, waits for another person: 量程核对"));

        // Not by the same person again, and another value is another proposal.
        assertThatThrownBy(() -> review.amend(by("王工"), Span.hour("s1", EIGHT, PM25), 30 * Scaled.ONE, "量程核对"))
                .hasMessageContaining("who proposes cannot approve");
        send(review.amend(by("张主任"), Span.hour("s1", EIGHT, PM25), 31 * Scaled.ONE, "另一读数"));
        assertThat(explain(HOUR).value()).isEqualTo("500");

        send(review.amend(by("张主任"), Span.hour("s1", EIGHT, PM25), 30 * Scaled.ONE, "量程核对"));
        assertThat(explain(HOUR).value()).isEqualTo("30");
        assertThat(explain(HOUR).state()).isEqualTo("final");
        assertThat(queue.list(hour, station.now)).isEmpty();
        RowsDiffer.assertEqual(station.job.rows(), NaiveOracle.rows(station.sent, NETWORK));
    }

    @Test
    void sent_back_lets_proposals_lapse_and_does_not_make_the_first_person_another_one() {
        Span hour = Span.hour("s1", EIGHT, PM25);
        send(review.set(by("李工"), Span.hour("s1", EIGHT, PM25), 40 * Scaled.ONE, "量程"));
        send(review.sendBack(by("王工"), hour, "看看"));
        assertThatThrownBy(() -> review.pass(by("李工"), hour)).hasMessageContaining("same person, 李工");
        send(review.pass(by("王工"), hour));
        send(review.amend(by("李工"), Span.hour("s1", EIGHT, PM25), 41 * Scaled.ONE, "再算"));
        send(review.sendBack(by("王工"), hour, "不改"));
        assertThat(queue.list(hour, station.now)).extracting(ReviewTask::why).containsExactly(Why.RETURNED);
        send(review.amend(by("王工"), Span.hour("s1", EIGHT, PM25), 41 * Scaled.ONE, "再算"));
        assertThat(explain(HOUR).value()).isEqualTo("40");
    }

    @Test
    void sent_back_raw_leaves_the_way_open_for_what_the_logger_sends_again() {
        Span hour = Span.hour("s1", EIGHT, PM25);
        send(review.sendBack(by("王工"), hour, "请核对量程"));
        assertThat(queue.list(hour, station.now)).extracting(ReviewTask::why).containsExactly(Why.RETURNED);
        assertThat(explain(HOUR).value()).isEqualTo("500");
        station.now += 60_000;
        Version again = new Version(ReviewState.RAW, Rank.HOUR, station.now, "gateway", 99);
        send(List.of(OneStation.record(EIGHT, again, 50, HourValues.ABSENT, "", "")));
        assertThat(explain(HOUR).value()).isEqualTo("50");
        assertThat(queue.list(hour, station.now)).isEmpty();
        // And a return that could not count is not taken for one.
        assertThatThrownBy(() -> review.sendBack(new Order("王工", station.now, "early"), hour, "x"))
                .hasMessageContaining("arrived after this moment");
        RowsDiffer.assertEqual(station.job.rows(), NaiveOracle.rows(station.sent, NETWORK));
    }

    @Test
    void amended_cannot_be_passed_by_either_of_the_two() {
        Span hour = Span.hour("s1", EIGHT, PM25);
        send(review.pass(by("李工"), hour));
        send(review.pass(by("王工"), hour));
        send(review.amend(by("李工"), Span.hour("s1", EIGHT, PM25), 30 * Scaled.ONE, "核对"));
        send(review.amend(by("张主任"), Span.hour("s1", EIGHT, PM25), 30 * Scaled.ONE, "核对"));
        assertThat(explain(HOUR).state()).isEqualTo("second");
        assertThatThrownBy(() -> review.pass(by("李工"), hour)).hasMessageContaining("same person");
        assertThatThrownBy(() -> review.pass(by("张主任"), hour)).hasMessageContaining("same person");
        send(review.pass(by("王工"), hour));
        assertThat(explain(HOUR).state()).isEqualTo("final");
    }

    @Test
    void shows_what_came_after_a_lock_as_a_proposal_and_how_far_the_day_is() {
        assertThat(queue.look(WHOLE, station.now).days()).singleElement().satisfies(day -> {
            assertThat(day.states()).containsExactly(46, 0, 0, 0);
            assertThat(day.by()).isEmpty();
            assertThat(day.deadline()).isEqualTo((FIRST + 48 * 3600) * 1000);
        });
        send(review.pass(by("李工"), WHOLE));
        send(review.pass(by("王工"), WHOLE));
        assertThat(queue.look(WHOLE, station.now).days().get(0).by()).containsExactly("王工");
        send(review.pass(by("李工"), WHOLE));
        send(review.lock(by("张主任"), WHOLE, "终审入库"));
        assertThat(queue.list(WHOLE, station.now)).isEmpty();
        station.now += 3_600_000;
        Version raw = new Version(ReviewState.RAW, Rank.HOUR, station.now, "gateway", 1);
        Version late = new Version(ReviewState.FINAL, Rank.AUDITED, station.now, "late.csv", 1);
        send(List.of(
                OneStation.record(FIRST, raw, 77, HourValues.ABSENT, "", ""),
                OneStation.record(EIGHT, late, 96, HourValues.ABSENT, "赵工", "迟到的校准")));
        ReviewQueue.Waiting waiting = queue.look(WHOLE, station.now);
        assertThat(waiting.days().get(0).lock().author()).isEqualTo("张主任");
        assertThat(waiting.tasks()).singleElement().satisfies(task -> {
            assertThat(task.slot().start()).isEqualTo(EIGHT);
            assertThat(task.proposal())
                    .isEqualTo(new ReviewTask.Proposal(96 * Scaled.ONE, "赵工", "迟到的校准", station.now, true));
        });
    }

    @Test
    void lists_an_hour_that_only_stands_far_from_the_other_stations() {
        Row hour = station.job.rows().values().stream()
                .filter(row -> row.measurement() == Measurement.AIR_HOUR
                        && row.subject().kind().equals(Subject.AREA)
                        && row.key().startSecond() == FIRST)
                .findFirst()
                .orElseThrow();
        Row.Builder far = Row.builder(hour.key());
        store.write(List.of(far.text("outliers", "s10:PM10 s1:PM2.5").build()));
        store.flush();
        assertThat(queue.list(new Span("s1", FIRST, FIRST + 3600, Set.of(PM25, PM10)), station.now))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.why()).isEqualTo(Why.OUTLIER);
                    assertThat(task.parameter()).isEqualTo("PM2.5");
                    assertThat(task.flags()).containsExactly(Rule.NEIGHBOURS.code());
                });
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
        return new Order(person, station.now(), "t" + orders++);
    }

    private List<Row> send(List<? extends ReadingsMessage> messages) {
        return station.enter(messages);
    }

    private Receipt explain(String key) {
        return explainer.explain(key, OptionalLong.empty()).orElseThrow();
    }

    private Row row(Measurement measurement) {
        return station.job.rows().get(new RowKey(measurement, Subject.station("s1"), FIRST, FIRST + 86_400, ""));
    }
}
