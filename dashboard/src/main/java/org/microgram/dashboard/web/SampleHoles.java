package org.microgram.dashboard.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.microgram.messages.network.ReviewDeadlines;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionPeriod;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.water.StationStatus;
import org.microgram.store.Store;

/**
 * The samples that did not come. An automatic station samples every four hours from midnight on, six times a day, as the log of the national
 * stations shows; four hours that are over without any sample are a hole. Nobody can decide on what was not received: a hole is told with what
 * was last said of its station, and closed by a file.
 */
final class SampleHoles {

    private static final long EVERY = 4 * Hours.HOUR;
    private static final int A_DAY = (int) (ChinaTime.SECONDS_OF_DAY / EVERY);

    /** So far back it is looked for what was last said of a station. */
    private static final int DAYS_BACK = 7;

    private static final String SILENT = "silent";

    private final Store store;
    private final ReviewDeadlines deadlines;

    SampleHoles(Store store, ReviewDeadlines deadlines) {
        this.store = store;
        this.deadlines = deadlines;
    }

    /**
     * The days with holes, in order of the sections, of each in time.
     *
     * @param now milliseconds since 1970 UTC; the four hours that are not over then are to come
     */
    List<Hole> of(Waters waters, LocalDate first, LocalDate last, long now) {
        Map<String, NavigableMap<Long, Optional<StationStatus>>> samples = new HashMap<>();
        store.scan(
                Measurement.WATER_SAMPLE,
                waters.subjects(),
                Hours.startOfDay(first.minusDays(DAYS_BACK)),
                Hours.startOfDay(last.plusDays(1)),
                row -> {
                    if (row.number("by_hand") == 0) {
                        samples.computeIfAbsent(row.subject().id(), id -> new TreeMap<>())
                                .put(row.key().startSecond(), status(row));
                    }
                });
        List<Hole> holes = new ArrayList<>();
        for (Section section : waters.sections()) {
            NavigableMap<Long, Optional<StationStatus>> known = samples.getOrDefault(section.id(), new TreeMap<>());
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                Optional<SectionPeriod> service = section.on(day);
                if (service.isPresent()) {
                    of(section, service.get(), day, known, now).ifPresent(holes::add);
                }
            }
        }
        return holes;
    }

    private static Optional<StationStatus> status(Row row) {
        return Optional.ofNullable(row.text("station_status")).flatMap(StationStatus::ofCode);
    }

    private Optional<Hole> of(
            Section section,
            SectionPeriod service,
            LocalDate day,
            NavigableMap<Long, Optional<StationStatus>> samples,
            long now) {
        long start = Hours.startOfDay(day);
        List<Integer> hours = new ArrayList<>();
        int expected = 0;
        for (int i = 0; i < A_DAY; i++) {
            long from = start + i * EVERY;
            if ((from + EVERY) * 1000 > now) {
                break;
            }
            expected++;
            if (samples.subMap(from, from + EVERY).isEmpty()) {
                hours.add((int) (i * EVERY / Hours.HOUR));
            }
        }
        if (hours.isEmpty()) {
            return Optional.empty();
        }
        long end = start + ChinaTime.SECONDS_OF_DAY;
        long due = end + deadlines.after(ReviewState.RAW) * Hours.HOUR;
        return Optional.of(new Hole(
                section.id(),
                section.nameZh(),
                section.nameEn(),
                day.toString(),
                expected,
                hours,
                said(samples, start + hours.get(0) * Hours.HOUR),
                service.responsible().isEmpty() ? null : service.responsible(),
                Hours.iso(due),
                now > due * 1000));
    }

    /** What was last said of the station when the first sample failed to come. */
    private static String said(NavigableMap<Long, Optional<StationStatus>> samples, long at) {
        NavigableMap<Long, Optional<StationStatus>> before =
                samples.subMap(at - DAYS_BACK * (long) ChinaTime.SECONDS_OF_DAY, true, at, false);
        if (before.isEmpty()) {
            return SILENT;
        }
        return before.descendingMap().values().stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(StationStatus::code)
                .orElse(null);
    }

    /**
     * A day of a section that lacks samples.
     *
     * @param expected samples that should have come by now, at most six
     * @param hours when those that lack should have been taken: 0, 4, … 20
     * @param said what was last said of the station: normal, maintenance, stopped, no_conditions, dry or frozen; silent when nothing came for
     *     a week; null when samples came and said nothing
     * @param responsible who answers for the section; null where nobody is named
     * @param deadline by when the day should have been looked at
     */
    record Hole(
            String section,
            String nameZh,
            String nameEn,
            String date,
            int expected,
            List<Integer> hours,
            String said,
            String responsible,
            String deadline,
            boolean overdue) {}
}
