package org.microgram.dashboard.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.Version;
import org.microgram.store.Store;

/** The values that somebody looks at or decides on: of one subject, from one moment to another. */
public sealed interface Scope<S extends Slot> permits Span, SampleSpan {

    Subject subject();

    /** Seconds since 1970 UTC. */
    long from();

    /** The end of it. */
    long to();

    /** Codes of its parameters, in their order. */
    List<String> codes();

    /** Its only slot; empty when it has room for more. */
    Optional<S> one();

    /** Its first hour or moment, as people write it. */
    String first();

    /** Its last one. */
    String last();

    /** All parameters of a whole day, days since 1970-01-01. */
    Scope<S> day(int day);

    /** Whether it is whole days, with all parameters. */
    boolean isOfWholeDays();

    /** All that is under one lock when its days are locked. */
    default List<Scope<S>> underOneLock() {
        return List.of(this);
    }

    /** Whether each value waits for its next review by itself; else a day waits as a whole. */
    default boolean everyValueWaits() {
        return false;
    }

    /** What is kept of it, as it was before an order; empty for no order. */
    ReviewDays<S> load(Store store, String except);

    /**
     * What a decision says of values that were taken together.
     *
     * @param start that all of them have
     */
    ReadingsMessage message(
            Order order, long start, String author, Version version, String reason, Map<S, Long> values);

    default ReviewDays<S> load(Store store) {
        return load(store, "");
    }

    default int firstDay() {
        return ChinaTime.dayOf(from());
    }

    default int lastDay() {
        return ChinaTime.dayOf(to() - 1);
    }

    /** The days it touches, days since 1970-01-01. */
    default List<Integer> days() {
        return IntStream.rangeClosed(firstDay(), lastDay()).boxed().toList();
    }
}
