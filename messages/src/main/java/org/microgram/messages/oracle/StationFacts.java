package org.microgram.messages.oracle;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.screening.Criterion;

/** What holds at one station once all its records are on the table: a map by hour, nothing clever. */
final class StationFacts {

    static final int HOUR = 3600;

    /** What one record says of one pollutant. */
    private record Said(Version version, long value) {}

    /** Sum (millionths) and number of the values in a window, and how many values were superseded in it. */
    record Window(BigInteger sum, int count, int superseded) {}

    /** One hour that any record speaks of. */
    static final class Hour {
        /** What was received. */
        final BigInteger[] received = new BigInteger[Pollutant.COUNT];
        /** What of it counts. */
        final BigInteger[] value = new BigInteger[Pollutant.COUNT];

        final ReviewState[] state = new ReviewState[Pollutant.COUNT];
        final int[] flags = new int[Pollutant.COUNT];
        final int[] superseded = new int[Pollutant.COUNT];
        final Window[] rolling = new Window[Pollutant.COUNT];
        long receivedAt = Long.MIN_VALUE;

        int supersededInWindows() {
            int sum = 0;
            for (Window window : rolling) {
                sum += window.superseded;
            }
            return sum;
        }
    }

    final Map<Long, Hour> hours = new HashMap<>();
    final TreeSet<LocalDate> days = new TreeSet<>();

    StationFacts(Collection<StationRecord> records, List<DayLock> locks, List<Criterion> criteria) {
        Map<Long, List<StationRecord>> byHour = new HashMap<>();
        for (StationRecord record : records) {
            byHour.computeIfAbsent(record.startSecond(), h -> new ArrayList<>()).add(record);
        }
        byHour.forEach((start, ofHour) -> {
            Hour hour = hour(ofHour, lockOf(locks, dayOf(start)));
            if (hour != null) {
                hours.put(start, hour);
                days.add(dayOf(start));
            }
        });
        Suspects suspects = new Suspects(criteria, hours);
        hours.forEach(suspects::screen);
        hours.forEach((start, hour) -> {
            for (Pollutant p : Pollutant.ALL) {
                hour.rolling[p.ordinal()] = window(start, p, p == Pollutant.O3 ? 8 : 24);
            }
        });
    }

    /** The moment of the lock that holds; null when the day is open. */
    static Long lockOf(List<DayLock> locks, LocalDate day) {
        return locks.stream()
                .filter(lock -> lock.day() == day.toEpochDay())
                .max(Comparator.comparing(DayLock::at).thenComparing(DayLock::locked))
                .filter(DayLock::locked)
                .map(DayLock::at)
                .orElse(null);
    }

    private static Hour hour(List<StationRecord> records, Long lockedAt) {
        Hour hour = new Hour();
        for (Pollutant p : Pollutant.ALL) {
            List<Said> said = records.stream()
                    .filter(r -> r.values().get(p) != HourValues.ABSENT)
                    .map(r -> new Said(r.version(), r.values().get(p)))
                    .sorted(Comparator.comparing(Said::version).thenComparing(Said::value))
                    .toList();
            if (said.isEmpty()) {
                continue;
            }
            if (lockedAt != null) {
                List<Said> arrived = said.stream()
                        .filter(s -> s.version.receivedAt() <= lockedAt)
                        .toList();
                List<Said> candidates = arrived.stream()
                        .filter(s -> s.version.state() == ReviewState.FINAL)
                        .toList();
                if (candidates.isEmpty()) {
                    hour.receivedAt = Math.max(hour.receivedAt, lockedAt);
                    continue;
                }
                // Those that are not final come before those that are, so the last one to arrive is the one that
                // counts.
                said = arrived;
            }
            hour.superseded[p.ordinal()] =
                    (int) said.stream().map(Said::value).distinct().count() - 1;
            Said last = said.get(said.size() - 1);
            hour.receivedAt = Math.max(hour.receivedAt, last.version.receivedAt());
            if (last.value != HourValues.TOMBSTONE) {
                hour.received[p.ordinal()] = BigInteger.valueOf(last.value);
                hour.state[p.ordinal()] = last.version.state();
            }
        }
        return hour.receivedAt == Long.MIN_VALUE ? null : hour;
    }

    /** The hours that end with the labelled one. */
    private Window window(long last, Pollutant p, int length) {
        BigInteger sum = BigInteger.ZERO;
        int count = 0;
        int superseded = 0;
        for (int back = 0; back < length; back++) {
            Hour hour = hours.get(last - (long) back * HOUR);
            if (hour != null) {
                superseded += hour.superseded[p.ordinal()];
                if (hour.value[p.ordinal()] != null) {
                    sum = sum.add(hour.value[p.ordinal()]);
                    count++;
                }
            }
        }
        return new Window(sum, count, superseded);
    }

    /** The 24 hours labelled 01 to 24; null where no record speaks. */
    Hour[] hoursOf(LocalDate day) {
        Hour[] all = new Hour[24];
        for (int label = 1; label <= 24; label++) {
            all[label - 1] = hours.get(ChinaTime.startOf(day) + (label - 1L) * HOUR);
        }
        return all;
    }

    static LocalDate dayOf(long startSecond) {
        return LocalDate.ofEpochDay(Math.floorDiv(startSecond + 8 * HOUR, 86_400L));
    }
}
