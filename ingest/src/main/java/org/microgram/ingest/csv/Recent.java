package org.microgram.ingest.csv;

import java.util.LinkedHashSet;

/** A set that holds the last so many things that were added, and forgets the oldest. */
final class Recent<T> {

    private final int most;
    private final LinkedHashSet<T> held = new LinkedHashSet<>();

    Recent(int most) {
        this.most = most;
    }

    /** False when it is held already. */
    boolean add(T thing) {
        if (!held.add(thing)) {
            return false;
        }
        if (held.size() > most) {
            var oldest = held.iterator();
            oldest.next();
            oldest.remove();
        }
        return true;
    }
}
