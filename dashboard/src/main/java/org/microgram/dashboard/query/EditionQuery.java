package org.microgram.dashboard.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.messages.air.StoredDays;
import org.microgram.messages.network.Network;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Editions;
import org.microgram.standards.compare.EditionComparison;
import org.microgram.standards.compare.StoredDay;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.store.Store;

/** Stored days of a subject under several editions, from its exact rows {@code air_day}; nothing is computed from readings again. */
public final class EditionQuery {

    private final Store store;
    private final Network network;
    private final Subjects subjects;
    private final Editions editions;

    public EditionQuery(Store store, Network network) {
        this.store = store;
        this.network = network;
        this.subjects = new Subjects(network);
        this.editions = network.judges().editions();
    }

    /**
     * A subject's period on each base.
     *
     * @param nameZh of the subject; nameEn the same in English
     */
    public record Compared(Subject subject, String nameZh, String nameEn, List<EditionComparison.Base> bases) {}

    /**
     * @param names ids or names of stations and areas; empty for the first area, the city
     * @param under names of editions of limits; empty for those in force on the first and the last day
     * @throws IllegalArgumentException saying what was found, what is accepted and what to do
     */
    public List<Compared> compare(List<String> names, LocalDate first, LocalDate last, List<String> under) {
        List<Edition> judges = new ArrayList<>();
        for (String name : under) {
            Edition edition = editions.get(name);
            if (!edition.hasLimits()) {
                throw new IllegalArgumentException("Found: \"" + edition.name() + "\", which sets no limits. Expected:"
                        + " one of " + String.join(", ", withLimits()) + ". Do: name the standard of limits; its index"
                        + " goes with it.");
            }
            judges.add(edition);
        }
        EditionComparison comparison = new EditionComparison(
                editions,
                DailyProfile.of(network.dailyProfile()),
                network.judges().periods());
        List<Compared> all = new ArrayList<>();
        for (Subject subject : subjects(names)) {
            List<StoredDay> days = new ArrayList<>();
            store.scan(
                    Measurement.AIR_DAY,
                    Set.of(subject),
                    ChinaTime.startOf(first),
                    ChinaTime.startOf(last.plusDays(1)),
                    row -> days.add(StoredDays.of(row)));
            if (days.isEmpty()) {
                throw new IllegalArgumentException("Found: no day of " + subject.id() + " from " + first + " to " + last
                        + ". Expected: days in the store. Do: look at what there is: ./microgram query --measurement"
                        + " air_year --data DIR.");
            }
            all.add(new Compared(
                    subject,
                    subjects.nameZh(subject),
                    subjects.nameEn(subject),
                    comparison.of(first, last, days, judges)));
        }
        return all;
    }

    private List<Subject> subjects(List<String> names) {
        return names.isEmpty()
                ? network.areas().stream()
                        .limit(1)
                        .map(area -> Subject.area(area.id()))
                        .toList()
                : names.stream().map(subjects::find).distinct().toList();
    }

    private List<String> withLimits() {
        return editions.all().stream()
                .filter(Edition::hasLimits)
                .map(Edition::name)
                .toList();
    }
}
