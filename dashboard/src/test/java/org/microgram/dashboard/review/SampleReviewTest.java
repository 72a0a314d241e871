package org.microgram.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.microgram.dashboard.review.OneSection.DAY;
import static org.microgram.dashboard.review.OneSection.EIGHT;
import static org.microgram.dashboard.review.OneSection.ID;
import static org.microgram.dashboard.review.OneSection.NOON;
import static org.microgram.dashboard.review.OneSection.milligrams;
import static org.microgram.standards.water.WaterParameter.CODMN;
import static org.microgram.standards.water.WaterParameter.NH3N;
import static org.microgram.standards.water.WaterParameter.TP;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.dashboard.explain.HistoryEntry;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.dashboard.explain.water.WaterExplainer;
import org.microgram.dashboard.review.ReviewTask.Why;
import org.microgram.messages.network.ReviewDeadlines;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.SectionSample;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.WaterParameter;
import org.microgram.store.MemoryStore;
import org.microgram.store.Store;

@DisplayName("A review of samples")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SampleReviewTest {

    private static final SampleSpan WHOLE = SampleSpan.days(ID, false, DAY, DAY);
    private static final SampleSpan CODMN_AT_NOON = SampleSpan.sample(ID, false, NOON, CODMN);
    private static final String SAMPLE = ID + " water_sample CODMn 2021-04-01T12:00";
    private static final String MEAN = ID + " water_day CODMn 2021-04-01";

    private Store store;
    private OneStation station;
    private Review review;
    private ReviewQueue queue;
    private WaterExplainer explainer;
    private int orders;

    @BeforeEach
    void a_day_of_one_section_with_two_samples_of_its_station_and_one_by_hand() {
        store = new MemoryStore();
        station = new OneStation(store);
        station.now = (NOON + 2 * 86_400) * 1000;
        station.enter(OneSection.samples());
        review = new Review(store);
        queue = new ReviewQueue(store, OneStation.network(), new ReviewDeadlines(24, 72, 240));
        explainer = new WaterExplainer(store, OneStation.network(), "0");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void withdraws_a_value_and_says_in_receipt_and_history_who_why_and_how_far_it_got() {
        assertThat(explain(MEAN).exact()).isEqualTo("22"); // (4 + 40) ÷ 2
        send(review.set(by("李工"), CODMN_AT_NOON, SampleValues.WITHDRAWN, "D 试剂失效"));

        Receipt sample = explain(SAMPLE);
        assertThat(sample.value()).isNull();
        assertThat(sample.inputs()).hasSize(2);
        assertThat(sample.inputs()).last().satisfies(input -> {
            assertThat(input.value()).isEqualTo("×");
            assertThat(input.causeZh()).startsWith("被 review:").endsWith("李工 撤回");
            assertThat(input.noteZh()).endsWith("D 试剂失效");
        });
        assertThat(explain(MEAN).exact()).isEqualTo("4");
        List<HistoryEntry> history = explainer.history(MEAN);
        assertThat(history)
                .extracting(HistoryEntry::exact, HistoryEntry::who, HistoryEntry::why)
                .containsExactly(tuple("22", "", ""), tuple("4", "李工", "D 试剂失效"));

        // Another person takes it further; the figure stays, and its state rises.
        assertThatThrownBy(() -> review.pass(by("李工"), CODMN_AT_NOON)).hasMessageContaining("same person, 李工");
        send(review.pass(by("王工"), CODMN_AT_NOON));
        send(review.pass(by("李工"), WHOLE));
        assertThat(explainer.history(MEAN)).isEqualTo(history);
        assertThat(explain(ID + " water_sample CODMn 2021-04-01T08:00").state()).isEqualTo("first");
        assertThat(explain(ID + " water_sample NH3-N 2021-04-01T12:00").state()).isEqualTo("first");
        assertThat(explain(ID + " water_sample NH3-N 2021-04-01T12:00").value()).isEqualTo("<0.025");
        assertThat(explain(SAMPLE).inputs()).hasSize(4);
    }

    @Test
    void writes_each_decision_as_an_audited_version_beside_what_was_received() {
        int before = station.samples.size();
        send(review.set(by("李工"), CODMN_AT_NOON, milligrams(6), "复测"));
        SectionSample set = station.samples.get(before);
        assertThat(set.version().rank()).isEqualTo(Rank.AUDITED);
        assertThat(set.version().state()).isEqualTo(ReviewState.FIRST);
        assertThat(set.version().source()).startsWith("review:");
        assertThat(set.author()).isEqualTo("李工");
        assertThat(set.values().codes()).containsExactly(Map.entry(CODMN, milligrams(6)));
        // A sample's values in one state travel in one message, in the state above.
        send(review.pass(by("王工"), WHOLE));
        assertThat(station.samples.subList(before + 1, station.samples.size()))
                .extracting(SectionSample::second, each -> each.version().state(), each -> each.values()
                        .codes()
                        .keySet())
                .containsExactlyInAnyOrder(
                        tuple(EIGHT, ReviewState.FIRST, Set.of(CODMN)),
                        tuple(NOON, ReviewState.SECOND, Set.of(CODMN)),
                        tuple(NOON, ReviewState.FIRST, Set.of(NH3N)));
        assertThat(explain(SAMPLE).value()).isEqualTo("6");
    }

    @Test
    void lists_what_is_due_with_the_samples_beside_and_what_is_missing_until_somebody_says_why() {
        List<ReviewTask> tasks = queue.list(WHOLE, station.now);
        assertThat(tasks)
                .extracting(task -> task.slot().label(), ReviewTask::parameter, ReviewTask::why)
                .containsExactly(
                        tuple("2021-04-01T08:00", "CODMn", Why.DUE),
                        tuple("2021-04-01T12:00", "CODMn", Why.DUE),
                        tuple("2021-04-01T12:00", "NH3-N", Why.DUE),
                        tuple("2021-04-01T12:00", "TP", Why.MISSING)); // and not TN, which is not measured there
        ReviewTask noon = tasks.get(1);
        assertThat(noon.before()).isEqualTo(milligrams(4));
        assertThat(noon.slot().isValue(noon.after())).isFalse();
        assertThat(noon.deadline()).isEqualTo((NOON + 24 * 3600) * 1000);
        assertThat(noon.by()).isEmpty();
        assertThat(queue.list(SampleSpan.days(ID, true, DAY, DAY), station.now))
                .singleElement()
                .satisfies(task -> assertThat(task.slot().label()).isEqualTo("2021-04-01T10:00/manual"));

        send(review.set(by("李工"), SampleSpan.sample(ID, false, NOON, TP), SampleValues.WITHDRAWN, "B 停电"));
        assertThat(queue.list(WHOLE, station.now)).extracting(ReviewTask::why).doesNotContain(Why.MISSING);
        send(review.pass(by("王工"), CODMN_AT_NOON));
        ReviewTask passed = queue.list(CODMN_AT_NOON, station.now).get(0);
        assertThat(passed.state()).isEqualTo(ReviewState.FIRST);
        assertThat(passed.by()).isEqualTo("王工");
        assertThat(passed.deadline()).isEqualTo((NOON + 72 * 3600) * 1000);
        assertThat(queue.look(WHOLE, station.now).days()).singleElement().satisfies(day -> {
            assertThat(day.states()).containsExactly(2, 1, 0, 0);
            assertThat(day.lowest()).isEqualTo(ReviewState.RAW);
            assertThat(day.lock()).isNull();
        });
    }

    @Test
    void ends_with_the_third_person_and_final_values_wait_for_nobody() {
        send(review.pass(by("李工"), WHOLE));
        send(review.pass(by("王工"), WHOLE));
        assertThatThrownBy(() -> review.pass(by("王工"), WHOLE)).hasMessageContaining("same person, 王工");
        send(review.pass(by("张主任"), WHOLE));
        assertThat(queue.list(WHOLE, station.now)).extracting(ReviewTask::why).containsExactly(Why.MISSING);
        assertThatThrownBy(() -> review.pass(by("李工"), WHOLE)).hasMessageContaining("no value to pass");
        assertThat(explain(SAMPLE).state()).isEqualTo("final");
        // What its station sends again does not count any more.
        Version again = new Version(ReviewState.RAW, Rank.HOUR, station.now(), "page", 9);
        station.enter(List.of(OneSection.sample(NOON, false, again, Map.of(CODMN, milligrams(7)))));
        assertThat(explain(SAMPLE).value()).isEqualTo("40");
    }

    @Test
    void replaces_a_value_past_its_second_review_only_when_two_people_give_the_same_one() {
        assertThatThrownBy(() -> review.amend(by("王工"), CODMN_AT_NOON, milligrams(6), "复测"))
                .hasMessageContaining("has not passed its second review");
        send(review.pass(by("李工"), CODMN_AT_NOON));
        send(review.pass(by("王工"), CODMN_AT_NOON));
        assertThatThrownBy(() -> review.set(by("赵工"), CODMN_AT_NOON, milligrams(6), "复测"))
                .hasMessageContaining("amend it, by two people");

        send(review.amend(by("李工"), CODMN_AT_NOON, milligrams(6), "复测"));
        assertThat(explain(SAMPLE).value()).isEqualTo("40");
        assertThat(explain(SAMPLE).inputs()).anySatisfy(input -> assertThat(input.causeEn())
                .isEqualTo("proposed by 李工, waits for another person: 复测"));
        assertThat(queue.list(CODMN_AT_NOON, station.now)).singleElement().satisfies(task -> {
            assertThat(task.why()).isEqualTo(Why.PROPOSED);
            assertThat(task.proposal())
                    .isEqualTo(new ReviewTask.Proposal(milligrams(6), "李工", "复测", station.now, false));
        });
        assertThatThrownBy(() -> review.amend(by("李工"), CODMN_AT_NOON, milligrams(6), "复测"))
                .hasMessageContaining("who proposes cannot approve");
        send(review.amend(by("张主任"), CODMN_AT_NOON, milligrams(6), "复测"));
        assertThat(explain(SAMPLE).value()).isEqualTo("6");
        assertThat(explain(SAMPLE).state()).isEqualTo("second");
        assertThatThrownBy(() -> review.pass(by("李工"), CODMN_AT_NOON)).hasMessageContaining("same person");
    }

    @Test
    void sent_back_is_in_the_queue_again_and_raw_leaves_the_way_open_for_its_station() {
        send(review.sendBack(by("王工"), CODMN_AT_NOON, "请核对量程"));
        assertThat(queue.list(CODMN_AT_NOON, station.now)).singleElement().satisfies(task -> {
            assertThat(task.why()).isEqualTo(Why.RETURNED);
            assertThat(task.note()).isEqualTo("请核对量程");
        });
        assertThat(explain(SAMPLE).value()).isEqualTo("40");
        Version again = new Version(ReviewState.RAW, Rank.HOUR, station.now(), "page", 9);
        station.enter(List.of(OneSection.sample(NOON, false, again, Map.of(CODMN, milligrams(7)))));
        assertThat(explain(SAMPLE).value()).isEqualTo("7");
        assertThat(queue.list(CODMN_AT_NOON, station.now))
                .extracting(ReviewTask::why)
                .containsExactly(Why.DUE);
    }

    @Test
    void keeps_samples_by_hand_and_of_the_station_apart() {
        SampleSpan byHand = SampleSpan.sample(ID, true, EIGHT + 7200, CODMN);
        send(review.set(by("李工"), byHand, milligrams(9), "复核实验室报告"));
        assertThat(explain(ID + " water_sample CODMn 2021-04-01T10:00/manual").value())
                .isEqualTo("9");
        assertThat(explain(SAMPLE).inputs()).hasSize(1);
    }

    @Test
    void makes_no_sample_that_was_never_taken_and_tells_all_that_stands_against_it_at_once() {
        SampleSpan never = SampleSpan.sample(ID, false, EIGHT + 1800, CODMN);
        ReviewRefused refused = catchThrowableOfType(
                ReviewRefused.class,
                () -> review.set(new Order("李工", EIGHT * 1000, "early"), never, milligrams(5), " "));
        assertThat(refused.problems())
                .extracting(ReviewRefused.Problem::code)
                .containsExactlyInAnyOrder(
                        ReviewRefused.Code.NO_REASON, ReviewRefused.Code.NOT_OVER, ReviewRefused.Code.NO_SAMPLE);
        assertThat(refused.isRequest()).isFalse();
    }

    @Test
    void differs_in_what_was_seen_as_soon_as_something_is_decided() {
        String before = Seen.of(WHOLE.load(store));
        String other = Seen.of(SampleSpan.sample(ID, false, EIGHT, CODMN).load(store));
        send(review.pass(by("李工"), CODMN_AT_NOON));
        assertThat(Seen.of(WHOLE.load(store))).isNotEqualTo(before);
        assertThat(Seen.of(SampleSpan.sample(ID, false, EIGHT, CODMN).load(store)))
                .isEqualTo(other);
    }

    @Test
    void reads_moments_and_detection_limits_and_refuses_what_no_instrument_measures() {
        assertThat(SampleSpan.bound("2021-04-01T12:00", true)).hasValue(NOON);
        assertThat(SampleSpan.bound("2021-04-01T12:00", false)).hasValue(NOON + 1);
        assertThat(SampleSpan.bound("2021-04-01T12:00:30", true)).hasValue(NOON + 30);
        assertThat(SampleSpan.bound("2021-04-01", false)).hasValue(NOON + 12 * 3600);
        for (String wrong : List.of("2021-04-01T12", "2021-04-01T25:00", "1899-04-01T12:00", "T12:00", "noon")) {
            assertThat(SampleSpan.bound(wrong, true)).as(wrong).isEmpty();
        }
        SampleSlot ammonia = new SampleSlot(NOON, false, NH3N);
        assertThat(ammonia.print(ammonia.read("<0.025").orElseThrow())).isEqualTo("<0.025");
        assertThat(ammonia.print(ammonia.read("0.34").orElseThrow())).isEqualTo("0.34");
        assertThat(ammonia.read("")).hasValue(SampleValues.WITHDRAWN);
        for (String wrong : List.of("<0", "-1", "1e3", "*", "--", "999999999999")) {
            assertThat(ammonia.read(wrong)).as(wrong).isEqualTo(OptionalLong.empty());
        }
        assertThat(new SampleSlot(NOON, false, WaterParameter.PH).read("14.2")).isEmpty();
    }

    private Order by(String person) {
        return new Order(person, station.now(), "t" + orders++);
    }

    private void send(List<ReadingsMessage> messages) {
        station.enter(messages);
    }

    private Receipt explain(String key) {
        return explainer.explain(key, OptionalLong.empty()).orElseThrow();
    }
}
