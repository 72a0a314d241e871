package org.microgram.ingest;

import java.util.LinkedHashSet;

/** A set that holds the last so many things that were added, and forgets the oldest. */
public final class Recent<T> {

    private final int most;
    private final LinkedHashSet<T> held = new LinkedHashSet<>();

    public Recent(int most) {
        this.most = most;
    }

    /** False when it is held already. */
    public boolean add(T thing) {
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
