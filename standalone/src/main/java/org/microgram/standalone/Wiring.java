package org.microgram.standalone;

import java.util.Optional;

/** The one place that knows which implementation stands behind the commands. */
final class Wiring {

    private Wiring() {}

    /** Empty as long as none is there: then only those commands exist that need none. */
    static Optional<Services> services() {
        return Optional.empty();
    }
}
