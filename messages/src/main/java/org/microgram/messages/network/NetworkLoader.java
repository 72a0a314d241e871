package org.microgram.messages.network;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.microgram.messages.network.ConfigTable.Row;
import org.microgram.standards.figures.Judging;
import org.microgram.standards.screening.Screening;

/**
 * Loads {@code config/}: {@code stations.csv}, {@code areas.csv}, {@code members.csv}, {@code evaluation.yaml}, {@code screening.yaml},
 * {@code not-monitored.csv}, {@code events.yaml}, {@code targets.yaml}, the folders of {@code editions/}, and by {@link WaterNetworkLoader} and
 * {@link SectionAreasFile} what there is of water.
 *
 * <p>Days are days of Asia/Shanghai; a period of days includes its first and its last.
 */
public final class NetworkLoader {

    static final String STATIONS = "stations.csv";
    static final String AREAS = "areas.csv";
    static final String MEMBERS = "members.csv";

    private static final List<String> STATION_COLUMNS = List.of(
            "id", "name_zh", "name_en", "aliases", "district", "role", "grade", "from", "to", "lon", "lat", "source");
    private static final List<String> AREA_COLUMNS = List.of("id", "name_zh", "name_en", "kind");
    private static final List<String> MEMBER_COLUMNS = List.of("area", "station", "from", "to");

    private final Path folder;
    private final Problems problems = new Problems();

    private NetworkLoader(Path folder) {
        this.folder = folder;
    }

    /**
     * Loads and checks the network.
     *
     * @param configDir the folder {@code config/}
     * @throws ConfigurationException with every problem of all files
     */
    public static Network load(Path configDir) {
        return new NetworkLoader(configDir).load();
    }

    private Network load() {
        NetworkChecks checks = new NetworkChecks(problems);
        List<Station> stations = new ArrayList<>();
        List<Area> areas = new ArrayList<>();
        List<Membership> members = new ArrayList<>();

        Path areaFile = folder.resolve(AREAS);
        for (Row row : ConfigTable.read(areaFile, AREA_COLUMNS, problems)) {
            Area area = new Area(row.get("id"), row.get("name_zh"), row.get("name_en"), row.get("kind"));
            checks.area(areaFile, row.line(), area);
            areas.add(area);
        }
        Path stationFile = folder.resolve(STATIONS);
        for (Row row : ConfigTable.read(stationFile, STATION_COLUMNS, problems)) {
            station(stationFile, row).ifPresent(station -> {
                checks.station(stationFile, row.line(), station);
                stations.add(station);
            });
        }
        Path memberFile = folder.resolve(MEMBERS);
        for (Row row : ConfigTable.read(memberFile, MEMBER_COLUMNS, problems)) {
            from(memberFile, row).ifPresent(from -> {
                Membership member =
                        new Membership(row.get("area"), row.get("station"), from, date(memberFile, row, "to"));
                checks.membership(memberFile, row.line(), member);
                members.add(member);
            });
        }
        EvaluationFile evaluation = EvaluationFile.read(folder.resolve(EvaluationFile.NAME), problems);
        LocalEditions local = LocalEditions.read(folder, problems);
        Screening screening = new ScreeningFile(folder.resolve(ScreeningFile.NAME), problems).load();
        List<NotMonitored> notMonitored = NotMonitoredFile.read(folder, stations, areas, problems);
        WaterNetwork rivers = WaterNetworkLoader.read(folder, problems);
        WaterNetwork water = rivers.withAreas(SectionAreasFile.read(folder, areas, rivers, problems));
        List<ExceptionalEvent> events = EventsFile.read(
                folder,
                areas.stream().map(Area::id).toList(),
                stations.stream().map(Station::id).toList(),
                problems);
        checks.networkIsNotEmpty(folder, stations, areas);
        // Against stations and areas that are in order: else each subject would be told to be unknown.
        Targets targets = problems.isEmpty() ? Targets.read(folder, areas, stations, problems) : Targets.NONE;
        problems.throwIfAny(folder.toString());

        stations.sort(Comparator.comparing(Station::id));
        members.sort(Comparator.comparing(Membership::area)
                .thenComparing(Membership::station)
                .thenComparing(Membership::from));
        String hash = NetworkHash.of(
                stations, areas, members, evaluation, local, screening, notMonitored, events, water, targets);
        Judges judges = new Judges(new Judging(evaluation.judge()), local.editions());
        return new Network(
                List.copyOf(stations),
                List.copyOf(areas),
                List.copyOf(members),
                evaluation.dailyProfile(),
                screening,
                notMonitored,
                judges,
                Events.of(events, members),
                water,
                targets,
                hash);
    }

    private Optional<Station> station(Path file, Row row) {
        Optional<LocalDate> from = from(file, row);
        Optional<LocalDate> to = date(file, row, "to");
        List<String> aliases = Arrays.stream(row.get("aliases").split("\\|", -1))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .toList();
        double lon = degrees(file, row, "lon", 180);
        double lat = degrees(file, row, "lat", 90);
        int grade = grade(file, row);
        return from.map(first -> new Station(
                row.get("id"),
                row.get("name_zh"),
                row.get("name_en"),
                aliases,
                row.get("district"),
                row.get("role"),
                grade,
                first,
                to,
                lon,
                lat));
    }

    private Optional<LocalDate> from(Path file, Row row) {
        if (row.get("from").isEmpty()) {
            problems.add(file.toString(), row.line(), "from is empty.", "write the first day, such as 2013-01-01.");
            return Optional.empty();
        }
        return date(file, row, "from");
    }

    private Optional<LocalDate> date(Path file, Row row, String column) {
        String text = row.get(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            problems.add(
                    file.toString(),
                    row.line(),
                    column + " = \"" + text + "\" is not a day.",
                    "write it as 2017-12-31 (a spreadsheet may have changed it).");
            return Optional.empty();
        }
    }

    private int grade(Path file, Row row) {
        String text = row.get("grade");
        if (text.equals("1") || text.equals("2")) {
            return text.charAt(0) - '0';
        }
        problems.add(file.toString(), row.line(), "grade = \"" + text + "\" is not a class of zone.", "write 1 or 2.");
        return 2;
    }

    private double degrees(Path file, Row row, String column, int most) {
        String text = row.get(column);
        if (text.isEmpty()) {
            return Double.NaN;
        }
        try {
            double degrees = Double.parseDouble(text);
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        problems.add(
                file.toString(),
                row.line(),
                column + " = \"" + text + "\" is not a number of degrees from -" + most + " to " + most + ".",
                "write it as 116.4174, or leave it empty.");
        return Double.NaN;
    }
}
