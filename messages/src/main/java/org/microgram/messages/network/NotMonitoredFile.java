package org.microgram.messages.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.microgram.messages.network.ConfigTable.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.Table;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.MonitoringPlan.Exemption;

/**
 * {@code config/not-monitored.csv}: which pollutant a station or an area need not monitor, from when to when. May be absent: then each
 * monitors all six.
 */
final class NotMonitoredFile {

    static final String NAME = "not-monitored.csv";

    private static final List<String> COLUMNS = List.of("kind", "subject", "pollutant", "from", "to", "document");

    private final Path file;
    private final List<Station> stations;
    private final List<Area> areas;
    private final Problems problems;
    private final List<NotMonitored> read = new ArrayList<>();

    private NotMonitoredFile(Path file, List<Station> stations, List<Area> areas, Problems problems) {
        this.file = file;
        this.stations = stations;
        this.areas = areas;
        this.problems = problems;
    }

    /** What the file says, sorted; what is wrong with it goes to {@code problems}. */
    static List<NotMonitored> read(Path folder, List<Station> stations, List<Area> areas, Problems problems) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return List.of();
        }
        NotMonitoredFile table = new NotMonitoredFile(file, stations, areas, problems);
        ConfigTable.read(file, COLUMNS, problems).forEach(table::row);
        return table.read.stream()
                .sorted(Comparator.comparing(NotMonitored::subject)
                        .thenComparing(each -> each.exemption().pollutant())
                        .thenComparing(each -> each.exemption().from()))
                .toList();
    }

    private void row(Row row) {
        Optional<Subject> subject = subject(row);
        Optional<Pollutant> pollutant = Pollutant.find(row.get("pollutant"));
        if (pollutant.isEmpty()) {
            List<String> codes = Pollutant.ALL.stream().map(Pollutant::code).toList();
            problem(
                    row,
                    "pollutant = \"" + row.get("pollutant") + "\" is not one of the six"
                            + Problems.didYouMean(row.get("pollutant"), codes),
                    "write one of " + String.join(", ", codes) + ".");
        }
        Optional<LocalDate> from = day(row, "from");
        if (row.get("from").isEmpty()) {
            problem(row, "from is empty.", "write the first day on which it need not be monitored.");
        }
        Optional<LocalDate> to = row.get("to").isEmpty() ? Optional.of(Table.NO_END) : day(row, "to");
        if (row.get("document").isEmpty()) {
            problem(row, "document is empty.", "write the number of the document that leaves it out of the plan.");
        }
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            problem(
                    row,
                    "the period " + from.get() + " to " + to.get() + " ends before it begins.",
                    "exchange from and to.");
        } else if (subject.isPresent() && pollutant.isPresent() && from.isPresent() && to.isPresent()) {
            add(row, subject.get(), new Exemption(pollutant.get(), from.get(), to.get(), row.get("document")));
        }
    }

    private void add(Row row, Subject subject, Exemption exemption) {
        for (NotMonitored other : read) {
            Exemption o = other.exemption();
            if (other.subject().equals(subject)
                    && o.pollutant() == exemption.pollutant()
                    && !o.from().isAfter(exemption.to())
                    && !exemption.from().isAfter(o.to())) {
                problem(
                        row,
                        exemption.pollutant().code() + " of " + subject.id() + " is left out since " + o.from()
                                + " already; the periods overlap.",
                        "end the earlier one before " + exemption.from() + ", or remove this row.");
            }
        }
        read.add(new NotMonitored(subject, exemption));
    }

    private Optional<Subject> subject(Row row) {
        List<String> kinds = List.of(Subject.STATION, Subject.AREA);
        String kind = row.get("kind");
        if (!kinds.contains(kind)) {
            problem(
                    row,
                    "kind = \"" + kind + "\" is not one we know" + Problems.didYouMean(kind, kinds),
                    "write station or area.");
            return Optional.empty();
        }
        boolean station = kind.equals(Subject.STATION);
        List<String> known = station
                ? stations.stream().map(Station::id).toList()
                : areas.stream().map(Area::id).toList();
        String id = row.get("subject");
        // When that whole table could not be read, that is the problem; this would only be noise.
        if (!known.isEmpty() && !known.contains(id)) {
            problem(
                    row,
                    kind + " \"" + id + "\" is not in " + (station ? NetworkLoader.STATIONS : NetworkLoader.AREAS)
                            + Problems.didYouMean(id, known),
                    "write an id from there.");
            return Optional.empty();
        }
        return Optional.of(new Subject(kind, id));
    }

    private Optional<LocalDate> day(Row row, String column) {
        String text = row.get(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            problem(row, column + " = \"" + text + "\" is not a day.", "write it as 2026-03-01.");
            return Optional.empty();
        }
    }

    private void problem(Row row, String found, String remedy) {
        problems.add(file.toString(), row.line(), found, remedy);
    }
}
