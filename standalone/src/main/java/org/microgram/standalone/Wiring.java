package org.microgram.standalone;

import java.util.Optional;

/** The one place that knows which implementation stands behind the commands. */
final class Wiring {

    private Wiring() {}

    static Optional<Services> services() {
        return Optional.of(StandaloneServices.ofProcess());
    }
}
