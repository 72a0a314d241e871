package org.microgram.messages.readings;

/** What ledgers are made of: what {@code readings} carries, but for ticks. */
public sealed interface LedgerMessage extends ReadingsMessage permits StationMessage, SectionMessage {

    /** Id of the backfill that brought it; empty when it came live. */
    String batch();

    /** The natural day that it speaks of, days since 1970-01-01. */
    int day();

    /** When it first reached us or its publisher, and a lock was ordered, milliseconds since 1970 UTC. */
    long arrival();

    default boolean isBatch() {
        return !batch().isEmpty();
    }
}
