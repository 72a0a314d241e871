package org.microgram.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.microgram.messages.rows.Marker;

/**
 * How far each subtask of each job has come in each partition, by the markers stored; all rows before {@link #tick} have been read and
 * stored. For one thread.
 */
final class MarkerBoard {

    /** No marker yet of some subtask in some partition. */
    static final long NONE = Long.MIN_VALUE;

    private final Set<String> jobs;
    private final Map<Integer, Map<String, Progress>> partitions = new TreeMap<>();

    /**
     * @param partitions all of the topic's
     * @param jobs whose markers are waited for; empty for every job that ever shows
     */
    MarkerBoard(Set<Integer> partitions, Set<String> jobs) {
        this.jobs = Set.copyOf(jobs);
        partitions.forEach(partition -> this.partitions.put(partition, new HashMap<>()));
    }

    void stored(int partition, Marker marker) {
        partitions
                .get(partition)
                .computeIfAbsent(marker.job(), job -> new Progress())
                .stored(marker);
    }

    /** The highest tick that every subtask of every job has passed in every partition, or {@link #NONE}. */
    long tick() {
        long lowest = Long.MAX_VALUE;
        for (Map<String, Progress> progress : partitions.values()) {
            Set<String> expected = jobs.isEmpty() ? progress.keySet() : jobs;
            if (expected.isEmpty()) {
                return NONE;
            }
            for (String job : expected) {
                Progress own = progress.get(job);
                lowest = Math.min(lowest, own == null ? NONE : own.tick());
            }
        }
        return partitions.isEmpty() ? NONE : lowest;
    }

    /** One job in one partition. */
    private static final class Progress {

        private final Map<Integer, Long> ticks = new HashMap<>();
        private int parallelism;
        private long newest = NONE;

        void stored(Marker marker) {
            // A job that goes back to a checkpoint repeats lower ticks; what it had written before is stored already.
            ticks.merge(marker.subtask(), marker.tick(), Math::max);
            if (marker.tick() >= newest) {
                newest = marker.tick();
                parallelism = marker.parallelism(); // it may have been restarted with more or fewer subtasks
            }
        }

        long tick() {
            long lowest = Long.MAX_VALUE;
            for (int subtask = 0; subtask < parallelism; subtask++) {
                lowest = Math.min(lowest, ticks.getOrDefault(subtask, NONE));
            }
            return lowest;
        }
    }
}
