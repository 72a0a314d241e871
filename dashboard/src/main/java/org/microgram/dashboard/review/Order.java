package org.microgram.dashboard.review;

/**
 * Who decides, and when.
 *
 * @param person name as it stands in records; whether they may is asked before
 * @param at the moment, milliseconds since 1970 UTC
 * @param trace made when it was ordered; no two orders share one
 */
public record Order(String person, long at, String trace) {

    public Order {
        if (person.isBlank() || trace.isBlank()) {
            throw new IllegalArgumentException("an order needs a person and a trace");
        }
    }
}
