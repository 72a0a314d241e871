package org.microgram.standards.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.LockEvent;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.samples.SectionDay.Counting;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;

@DisplayName("A locked day of a section")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LockedSectionDayTest {

    private static final int DAY = 18_718;
    private static final long EIGHT = ChinaTime.startOf(DAY) + 8 * 3600;
    private static final WaterParameter TP = WaterParameter.TP;
    private static final LockEvent LOCK = new LockEvent(10, true);

    /** One message of the sample at eight: of TP a code, or nothing; a class, or none. */
    private record Said(Version version, Long code, Integer publishedClass) {

        boolean isValue() {
            return code != null && !SampleValues.isAbsence(code);
        }
    }

    @Test
    void counts_the_final_values_that_had_arrived_and_keeps_later_ones_as_proposals() {
        SectionDay day = given(said(ReviewState.RAW, 1, 37), said(ReviewState.FINAL, 5, 95), LOCK)
                .apply(EIGHT, false, at(ReviewState.FINAL, 11), tp(60))
                .block();
        assertThat(value(day)).contains(95L);
        assertThat(only(day).revision()).isEqualTo(1);
        assertThat(only(day).state()).contains(ReviewState.FINAL);
        assertThat(day.history(EIGHT, false, TP).orElseThrow().entries()).hasSize(3);
        assertThat(day.competing(EIGHT, false, TP).orElseThrow().value()).isEqualTo(60);
        SectionDay open = day.apply(new LockEvent(12, false));
        assertThat(value(open)).contains(60L);
        assertThat(only(open).revision()).isEqualTo(2);
        // Locked again later, what had arrived by then counts.
        assertThat(value(open.apply(new LockEvent(13, true)))).contains(60L);
    }

    @Test
    void has_a_sample_without_a_value_where_nothing_is_final_and_the_lock_is_its_newest_arrival() {
        SectionDay day = given(said(ReviewState.SECOND, 1, 37), LOCK);
        assertThat(only(day).sample().values()).isEmpty();
        assertThat(only(day).receivedAt()).isEqualTo(10);
        assertThat(only(day).revision()).isZero();
        assertThat(only(day).state()).isEmpty();
        assertThat(day.counting(EIGHT, false, TP)).isEmpty();
        assertThat(day.competing(EIGHT, false, TP).orElseThrow().value()).isEqualTo(37);
    }

    @Test
    void still_says_what_had_been_said_by_then_of_absences_class_and_status_and_nothing_newer() {
        SampleValues early = new SampleValues(
                Map.of(TP, SampleValues.NOT_MEASURED), Optional.of(WaterClass.II), Optional.of(StationStatus.DRY));
        SampleValues late = new SampleValues(
                Map.of(TP, SampleValues.NO_VALUE), Optional.of(WaterClass.V), Optional.of(StationStatus.NORMAL));
        SectionDay day = SectionDay.empty(DAY)
                .apply(EIGHT, false, at(ReviewState.RAW, 3), early)
                .block()
                .apply(EIGHT, false, at(ReviewState.RAW, 11), late)
                .block()
                .apply(LOCK);
        assertThat(only(day).sample().values()).containsEntry(TP, new Measured.Absent(Measured.Absence.NOT_MEASURED));
        assertThat(only(day).publishedClass()).contains(WaterClass.II);
        assertThat(only(day).status()).contains(StationStatus.DRY);
        assertThat(only(day).receivedAt()).isEqualTo(3);
        assertThat(only(day.apply(new LockEvent(12, false))).publishedClass()).contains(WaterClass.V);
    }

    @Test
    void is_locked_when_it_is_opened_at_the_same_moment_and_known_events_change_nothing() {
        SectionDay day = given(said(ReviewState.FINAL, 5, 95), LOCK);
        assertThat(day.apply(new LockEvent(10, false)).locks().holding()).isEqualTo(LOCK);
        assertThat(day.apply(LOCK)).isSameAs(day);
        assertThat(SectionDay.empty(DAY).apply(LOCK).counting()).isEmpty();
    }

    @RepeatedTest(300)
    void is_byte_for_byte_the_same_in_any_order_and_what_a_plain_look_at_everything_finds(RepetitionInfo repetition)
            throws IOException {
        Random random = new Random(repetition.getCurrentRepetition() * 0x9E3779B97F4A7C15L);
        List<Object> given = new ArrayList<>();
        for (int i = 1 + random.nextInt(10); i > 0; i--) {
            List<Long> codes = List.of(4L, 6L, 9L, SampleValues.NO_VALUE, SampleValues.WITHDRAWN);
            given.add(new Said(
                    at(ReviewState.values()[random.nextInt(4)], random.nextInt(8)),
                    random.nextInt(6) == 0 ? null : codes.get(random.nextInt(codes.size())),
                    random.nextInt(3) == 0 ? 1 + random.nextInt(6) : null));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            given.add(new LockEvent(random.nextInt(8), random.nextBoolean()));
        }
        byte[] expected = bytes(given(given.toArray()));
        for (int i = 0; i < 5; i++) {
            List<Object> again = new ArrayList<>(given);
            again.addAll(given.subList(0, random.nextInt(given.size())));
            Collections.shuffle(again, random);
            SectionDay day = given(again.toArray());
            assertThat(bytes(day)).isEqualTo(expected);
            assertIsWhatAPlainLookFinds(day, given);
        }
    }

    private static void assertIsWhatAPlainLookFinds(SectionDay day, List<Object> given) {
        List<Said> said = all(given, Said.class).toList();
        LockEvent lock = all(given, LockEvent.class)
                .max(Comparator.naturalOrder())
                .filter(LockEvent::locked)
                .orElse(null);
        Predicate<Said> here = each -> lock == null || each.version.receivedAt() <= lock.at();
        Predicate<Said> counts = each -> lock == null || each.version.state() == ReviewState.FINAL;
        Comparator<Said> order = Comparator.comparing(Said::version);
        List<Said> ofTp = said.stream().filter(each -> each.code != null).toList();
        Optional<Said> value =
                ofTp.stream().filter(Said::isValue).filter(here.and(counts)).max(order.thenComparing(Said::code));
        Optional<Said> winner = value.or(() ->
                ofTp.stream().filter(Predicate.not(Said::isValue)).filter(here).max(order.thenComparing(Said::code)));
        long values = ofTp.stream()
                .filter(Said::isValue)
                .filter(here)
                .map(Said::code)
                .distinct()
                .count();
        Optional<Said> published = said.stream()
                .filter(each -> each.publishedClass != null)
                .filter(here)
                .max(order.thenComparing(Said::publishedClass));

        assertThat(only(day).sample().values().get(TP))
                .isEqualTo(winner.map(each -> SampleValues.measured(each.code)).orElse(null));
        assertThat(only(day).revision()).isEqualTo(value.isEmpty() ? 0 : (int) values - 1);
        assertThat(only(day).state()).isEqualTo(value.map(each -> each.version.state()));
        assertThat(only(day).publishedClass())
                .isEqualTo(published.map(each -> WaterClass.ofNumber(each.publishedClass)));
    }

    private static <T> Stream<T> all(List<Object> given, Class<T> type) {
        return given.stream().filter(type::isInstance).map(type::cast);
    }

    private static SectionDay given(Object... given) {
        SectionDay day = SectionDay.empty(DAY);
        for (Object each : given) {
            if (each instanceof LockEvent event) {
                day = day.apply(event);
            } else {
                Said said = (Said) each;
                SampleValues values = new SampleValues(
                        said.code == null ? Map.of() : Map.of(TP, said.code),
                        Optional.ofNullable(said.publishedClass).map(WaterClass::ofNumber),
                        Optional.empty());
                day = day.apply(EIGHT, false, said.version, values).block();
            }
        }
        return day;
    }

    private static Said said(ReviewState state, long receivedAt, long code) {
        return new Said(at(state, receivedAt), code, null);
    }

    private static SampleValues tp(long code) {
        return new SampleValues(Map.of(TP, code), Optional.empty(), Optional.empty());
    }

    private static Optional<Long> value(SectionDay day) {
        return day.counting(EIGHT, false, TP).map(each -> each.value());
    }

    private static Counting only(SectionDay day) {
        assertThat(day.counting()).hasSize(1);
        return day.counting().get(0);
    }

    private static Version at(ReviewState state, long receivedAt) {
        return new Version(state, Rank.HOUR, receivedAt, "f", 0);
    }

    private static byte[] bytes(SectionDay day) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SectionDayCodec.write(day, new DataOutputStream(out));
        return out.toByteArray();
    }
}
