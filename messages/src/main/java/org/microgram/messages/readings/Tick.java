package org.microgram.messages.readings;

/**
 * Time as an input (rule K3): written into every partition of {@code readings} once a second by one ticker.
 *
 * @param time max(previous + 1, wall milliseconds): strictly rising, the clock of every job
 * @param wall the wall milliseconds themselves, for information
 */
public record Tick(long time, long wall) implements ReadingsMessage {}
