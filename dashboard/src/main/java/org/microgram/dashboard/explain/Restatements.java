package org.microgram.dashboard.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the histories of all figures have in common, whether of air or of water. */
public final class Restatements {

    /** More causes than these are counted, not named. */
    private static final int NAMED = 3;

    private Restatements() {}

    /** Appends what a figure was next, unless it stayed what it was; before its first value there is nothing to list. */
    public static void add(List<HistoryEntry> entries, HistoryEntry next) {
        if (entries.isEmpty()) {
            if (next.value() != null || next.restated()) {
                entries.add(next);
            }
            return;
        }
        HistoryEntry last = entries.get(entries.size() - 1);
        if (!Objects.equals(last.value(), next.value())
                || !Objects.equals(last.exact(), next.exact())
                || !last.status().equals(next.status())) {
            entries.add(next);
        }
    }

    /** @param more what follows the first few when there are others, with their number: {@code " and others, %d in all"} */
    public static String named(List<String> changed, String more) {
        String named = String.join("; ", changed.subList(0, Math.min(NAMED, changed.size())));
        return changed.size() <= NAMED ? named : named + more.formatted(changed.size());
    }

    /** The restatements of a history as a receipt lists them; the exact value where the published one stayed. */
    public static List<Receipt.Revision> revisions(List<HistoryEntry> history) {
        List<Receipt.Revision> revisions = new ArrayList<>();
        for (int i = 1; i < history.size(); i++) {
            HistoryEntry before = history.get(i - 1);
            HistoryEntry after = history.get(i);
            if (after.restated()) {
                boolean shows = !Objects.equals(before.value(), after.value());
                revisions.add(new Receipt.Revision(
                        shows ? before.value() : before.exact(),
                        shows ? after.value() : after.exact(),
                        after.asOf(),
                        after.why(),
                        after.who()));
            }
        }
        return revisions;
    }
}
