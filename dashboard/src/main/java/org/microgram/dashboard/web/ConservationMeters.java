package org.microgram.dashboard.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.microgram.dashboard.web.PlatformState.Conservation;

/** Every term of read = used + refused + duplicate + empty, and the age of the newest value, as meters. */
final class ConservationMeters {

    private ConservationMeters() {}

    static void bind(MeterRegistry registry, Supplier<PlatformState> state) {
        Map<String, ToLongFunction<Conservation>> terms = Map.of(
                "used", Conservation::used,
                "refused", Conservation::refused,
                "duplicate", Conservation::duplicate,
                "empty", Conservation::empty);
        FunctionCounter.builder("microgram.values.read", state, s -> s.get()
                        .conservation()
                        .read())
                .description("Values read from stations and files")
                .register(registry);
        terms.forEach((outcome, term) -> FunctionCounter.builder(
                        "microgram.values", state, s -> term.applyAsLong(s.get().conservation()))
                .tag("outcome", outcome)
                .description("What became of the values read; the outcomes add up to microgram_values_read")
                .register(registry));
        Gauge.builder("microgram.newest.age.seconds", state, s -> s.get()
                        .age()
                        .map(Duration::toSeconds)
                        .map(Long::doubleValue)
                        .orElse(Double.NaN))
                .description("Age of the newest hour received, in the platform's time")
                .register(registry);
    }
}
