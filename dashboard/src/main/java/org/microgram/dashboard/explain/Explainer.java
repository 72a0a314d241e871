package org.microgram.dashboard.explain;

import java.util.Optional;
import java.util.OptionalLong;

/** Answers where a figure comes from. */
@FunctionalInterface
public interface Explainer {

    /**
     * The receipt of a figure.
     *
     * @param key subject, measurement, parameter and interval: {@code beijing air_day PM2.5 2020-02-12}
     * @param asOfMillis as it was at this moment, milliseconds since 1970 UTC; empty for the newest
     * @return empty when no such figure is known
     * @throws IllegalArgumentException when the key cannot be read; the message says what is accepted
     */
    Optional<Receipt> explain(String key, OptionalLong asOfMillis);
}
