package org.microgram.flink.state;

import org.microgram.messages.rows.Subject;
import org.microgram.messages.water.SectionYear;

/**
 * A section's year as a river, basin, lake or area should know it from now on (rule K4: an upsert, never a difference).
 *
 * @param live whether its rows are to be sent at once; else with the next tick
 */
public record BasinUpdate(Subject subject, String section, boolean live, SectionYear year) {

    /** The key of its ledger. */
    public String key() {
        return key(subject);
    }

    static String key(Subject subject) {
        return subject.kind() + ":" + subject.id();
    }

    /** The subject of a ledger's key. */
    public static Subject subject(String key) {
        int colon = key.indexOf(':');
        return new Subject(key.substring(0, colon), key.substring(colon + 1));
    }
}
