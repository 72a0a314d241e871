package org.microgram.standalone.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;

/** Holds the rows of a store against expected ones that come one by one; keeps 128 bits of each, so that two years fit. */
final class Referee {

    private static final int SHOWN = 10;

    private final Map<Long, Long> stored = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private long equal;
    private long different;

    Referee(Running running) {
        running.eachStored(row -> {
            if (stored.put(digest(row.key().toString()), digest(row.toString())) != null) {
                throw new AssertionError("twice in the store, or two keys with one digest: " + row.key());
            }
        });
    }

    /** A row that must be there as it is; each key once. */
    void expect(Row row) {
        Long found = stored.remove(digest(row.key().toString()));
        if (found != null && found == digest(row.toString())) {
            equal++;
            return;
        }
        different++;
        if (problems.size() < SHOWN) {
            RowKey key = row.key();
            problems.add((found == null ? "missing: " : "different: ") + key + " shall be " + row);
        }
    }

    /** Fails unless every row was expected, and was as expected. */
    void assertNothingElse() {
        if (different > 0 || !stored.isEmpty()) {
            throw new AssertionError(different + " rows are missing or different, " + stored.size()
                    + " were not expected, " + equal + " are equal\n" + String.join("\n", problems));
        }
    }

    long equal() {
        return equal;
    }

    private static long digest(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ each) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
