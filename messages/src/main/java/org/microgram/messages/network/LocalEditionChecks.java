package org.microgram.messages.network;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.microgram.standards.Faults;
import org.microgram.standards.Table;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Editions;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.number.Scaled;

/**
 * What must hold of a local edition besides its own tables: its name is its own, it says that it is local, and no limit and no breakpoint of
 * it is looser than the national one of the same days. A local standard may only be stricter.
 */
final class LocalEditionChecks {

    private final Path folder;
    private final Map<String, String> texts;
    private final Faults faults;

    LocalEditionChecks(Path folder, Map<String, String> texts, Faults faults) {
        this.folder = folder;
        this.texts = texts;
        this.faults = faults;
    }

    /** @param others local editions read before */
    void check(Edition edition, List<Edition> others) {
        if (edition.kind() != Edition.Kind.LOCAL) {
            told(
                    "kind",
                    "kind is not local.",
                    "write local: what is national or international" + " comes with the program.");
        }
        boolean taken = Editions.shipped().with(others).all().stream()
                .anyMatch(e ->
                        e.name().equalsIgnoreCase(edition.name()) || e.folder().equalsIgnoreCase(edition.folder()));
        if (taken || edition.name().indexOf(':') >= 0 || edition.name().indexOf(',') >= 0) {
            told(
                    "name",
                    "the name \"" + edition.name() + "\" is taken, or holds a colon.",
                    "give it one of its own, such as DB11 2026.");
        }
        for (Edition national : Editions.ofLimits()) {
            if (overlaps(edition, national)) {
                edition.targets().forEach(target -> limits(edition, target, national));
            }
        }
        if (edition.index() != null) {
            Editions.shipped().all().stream()
                    .filter(e -> e.isNational() && e.index() != null && overlaps(edition, e))
                    .forEach(national -> breakpoints(edition.index(), national));
        }
    }

    private void limits(Edition edition, Edition.Target target, Edition national) {
        Pollutant p = target.pollutant();
        for (int i = 0; i < edition.grades().size(); i++) {
            String grade = edition.grades().get(i);
            long local = target.scaled().get(i);
            long most = national.limit(p, target.averaging(), grade).orElse(Long.MAX_VALUE);
            if (local == Edition.Target.NONE || local <= most) {
                continue;
            }
            Table.Row row = Table.parse("limits.csv", texts.get("limits.csv"), Faults.FATAL).stream()
                    .filter(r -> r.get("pollutant").equals(p.code())
                            && r.get("averaging").equals(target.averaging()))
                    .findFirst()
                    .orElseThrow();
            faults.add(
                    folder.resolve("limits.csv").toString(),
                    row.line(),
                    p.code() + ", " + target.averaging() + ", " + grade + ": " + print(local) + " is looser than the "
                            + print(most) + " of " + national.name() + " (" + national.from() + " to "
                            + (national.to().equals(Table.NO_END) ? "now" : national.to()) + ").",
                    "write at most " + print(most) + ", or let the edition " + remedy(edition, national)
                            + ": a local standard may only be stricter.");
        }
    }

    private static String remedy(Edition edition, Edition national) {
        LocalDate before = national.from().minusDays(1);
        return edition.from().isAfter(before) ? "leave this limit out" : "end on " + before;
    }

    private void breakpoints(SubIndex local, Edition national) {
        for (Table.Row row : Table.parse("breakpoints.csv", texts.get("breakpoints.csv"), Faults.FATAL)) {
            String indicator = row.get("indicator");
            long[] ours = local.points(indicator);
            long[] theirs = national.index().points(indicator);
            for (int i = 0; i < Math.min(ours.length, theirs.length); i++) {
                if (ours[i] > theirs[i]) {
                    faults.add(
                            folder.resolve("breakpoints.csv").toString(),
                            row.line(),
                            indicator + ": " + print(ours[i]) + " at the sub-index " + SubIndex.atBreakpoint(i)
                                    + " is looser than the " + print(theirs[i]) + " of " + national.name() + ".",
                            "write at most " + print(theirs[i]) + ": a local index may only be stricter.");
                }
            }
        }
    }

    private void told(String key, String found, String remedy) {
        String file = "edition.csv";
        long line = Table.parse(file, texts.get(file), Faults.FATAL).stream()
                .filter(row -> row.get("key").equals(key))
                .mapToLong(Table.Row::line)
                .findFirst()
                .orElse(0);
        faults.add(folder.resolve(file).toString(), line, found, remedy);
    }

    private static boolean overlaps(Edition one, Edition other) {
        return !one.from().isAfter(other.to()) && !other.from().isAfter(one.to());
    }

    private static String print(long scaled) {
        return Scaled.print(scaled, Scaled.DIGITS);
    }
}
