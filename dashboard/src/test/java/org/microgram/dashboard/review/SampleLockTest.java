package org.microgram.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.microgram.dashboard.review.OneSection.DAY;
import static org.microgram.dashboard.review.OneSection.ID;
import static org.microgram.dashboard.review.OneSection.NOON;
import static org.microgram.dashboard.review.OneSection.milligrams;
import static org.microgram.standards.water.WaterParameter.CODMN;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
import org.microgram.messages.readings.DayLock;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.store.MemoryStore;
import org.microgram.store.Store;

@DisplayName("A section's day that is locked")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SampleLockTest {

    private static final SampleSpan WHOLE = SampleSpan.days(ID, false, DAY, DAY);
    private static final SampleSpan BY_HAND = SampleSpan.days(ID, true, DAY, DAY);
    private static final SampleSpan CODMN_AT_NOON = SampleSpan.sample(ID, false, NOON, CODMN);
    private static final String SAMPLE = ID + " water_sample CODMn 2021-04-01T12:00";
    private static final String MEAN = ID + " water_day CODMn 2021-04-01";

    private final Store store = new MemoryStore();
    private final OneStation station = new OneStation(store);
    private final Review review = new Review(store);
    private final ReviewQueue queue = new ReviewQueue(store, OneStation.network(), new ReviewDeadlines(24, 72, 240));
    private final WaterExplainer explainer = new WaterExplainer(store, OneStation.network(), "0");
    private int orders;

    @BeforeEach
    void two_samples_of_a_station_and_one_by_hand() {
        station.now = (NOON + 2 * 86_400) * 1000;
        station.enter(OneSection.samples());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void has_nothing_in_it_that_is_not_final_not_even_by_hand() {
        assertThatThrownBy(() -> review.lock(by("张主任"), CODMN_AT_NOON, "终审")).hasMessageContaining("only whole days");
        pass(WHOLE);
        assertThatThrownBy(() -> review.lock(by("张主任"), WHOLE, "终审"))
                .hasMessageContaining("2021-04-01 10:00/manual CODMn is not final (raw)")
                .hasMessageNotContaining("12:00");
        pass(BY_HAND);
        assertThat(review.lock(by("张主任"), WHOLE, "终审")).hasSize(1);
        assertThatThrownBy(() -> review.reopen(by("张主任"), WHOLE, "x")).hasMessageContaining("is not locked");
    }

    @Test
    void keeps_a_later_value_as_a_proposal_until_it_is_opened_again_and_shows_it_at_every_step() {
        lock();
        long lockedAt = station.now;
        assertThat(explain(SAMPLE).lock()).endsWith("张主任: 终审入库");
        assertThat(explain(MEAN).lock()).endsWith("张主任: 终审入库");
        assertThat(explain(ID + " water_month CODMn 2021-04").lock()).isNull();
        assertThatThrownBy(() -> review.set(by("赵工"), CODMN_AT_NOON, milligrams(6), "复测"))
                .hasMessageContaining("is locked by 张主任");

        late(ReviewState.FINAL, 6);
        Receipt locked = explain(SAMPLE);
        assertThat(locked.value()).isEqualTo("40");
        assertThat(locked.revision()).isZero();
        assertThat(locked.inputs()).last().satisfies(input -> {
            assertThat(input.use()).isEqualTo("excluded");
            assertThat(input.causeEn())
                    .startsWith("a proposal, left out: the day was locked at")
                    .endsWith("by 张主任");
        });
        assertThat(explain(MEAN).exact()).isEqualTo("22");
        ReviewQueue.Waiting waiting = queue.look(WHOLE, station.now);
        assertThat(waiting.tasks()).singleElement().satisfies(task -> {
            assertThat(task.why()).isEqualTo(Why.PROPOSED);
            assertThat(task.proposal().pastLock()).isTrue();
            assertThat(task.proposal().value()).isEqualTo(milligrams(6));
        });
        assertThat(waiting.days().get(0).lock().author()).isEqualTo("张主任");
        assertThat(queue.look(BY_HAND, station.now).days().get(0).lock().author())
                .isEqualTo("张主任");

        station.enter(review.reopen(by("王工"), WHOLE, "迟到的终审值"));
        assertThat(explain(SAMPLE).value()).isEqualTo("6");
        assertThat(explain(SAMPLE).lock()).isNull();
        assertThat(explain(SAMPLE).revision()).isEqualTo(1);
        assertThat(explainer.history(MEAN))
                .extracting(HistoryEntry::exact, HistoryEntry::who, HistoryEntry::why)
                .containsExactly(tuple("22", "", ""), tuple("5", "王工", "迟到的终审值"));
        Receipt then = explainer.explain(MEAN, OptionalLong.of(lockedAt)).orElseThrow();
        assertThat(then.exact()).isEqualTo("22");
        assertThat(then.lock()).endsWith("张主任: 终审入库");
    }

    @Test
    void has_no_value_where_none_was_final_when_a_lock_comes_from_elsewhere() {
        station.enter(review.pass(by("李工"), WHOLE));
        Order order = by("张主任");
        pass(WHOLE, 2);
        late(ReviewState.RAW, 7);
        assertThat(explain(SAMPLE).value()).isEqualTo("40");
        // Ordered before the values became final.
        station.enter(List.of(
                new DayLock(WHOLE.subject(), (int) DAY.toEpochDay(), true, order.at(), "张主任", "误锁", "", "elsewhere")));
        assertThat(explain(SAMPLE).value()).isNull();
        assertThat(explain(SAMPLE).inputs())
                .allSatisfy(input -> assertThat(input.causeEn()).startsWith("a proposal, left out"));
        assertThat(explain(MEAN).inputs())
                .allSatisfy(input -> assertThat(input.causeEn()).startsWith("a proposal, left out"));
        assertThat(explain(ID + " water_sample TN 2021-04-01T12:00").inputs())
                .allSatisfy(input -> assertThat(input.causeEn()).isEqualTo("not measured at this section (*)"));
        assertThat(explainer.history(MEAN)).last().satisfies(entry -> {
            assertThat(entry.exact()).isNull();
            assertThat(entry.who()).isEqualTo("张主任");
        });
    }

    /** Three people pass everything, and an approver locks. */
    private void lock() {
        pass(WHOLE);
        pass(BY_HAND);
        station.enter(review.lock(by("张主任"), WHOLE, "终审入库"));
    }

    private void pass(SampleSpan span) {
        pass(span, 3);
    }

    private void pass(SampleSpan span, int times) {
        for (int i = 3 - times; i < 3; i++) {
            station.enter(review.pass(by(List.of("李工", "王工", "赵工").get(i)), span));
        }
    }

    private void late(ReviewState state, long value) {
        Version version = new Version(state, Rank.AUDITED, station.now(), "page", 9);
        station.enter(List.of(OneSection.sample(NOON, false, version, Map.of(CODMN, milligrams(value)))));
    }

    private Order by(String person) {
        return new Order(person, station.now(), "t" + orders++);
    }

    /** What the receipt counts again is what the oracle's row says. */
    private Receipt explain(String key) {
        Receipt receipt = explainer.explain(key, OptionalLong.empty()).orElseThrow();
        assertThat(receipt.judgements()).noneMatch(each -> each.toString().contains("!!"));
        return receipt;
    }
}
