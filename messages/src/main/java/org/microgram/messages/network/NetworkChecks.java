package org.microgram.messages.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What must hold within a network: names are unique, what is named exists, periods are in order and do not overlap. */
final class NetworkChecks {

    private static final List<String> ROLES = List.of("national", "municipal", "control", "regional", "traffic");
    private static final List<String> KINDS = List.of("city", "unit");

    /** Ids stand in keys, addresses and column names, so nothing in them may need escaping. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

    /** Names stand in line protocol and on pages; what would break a line has no place in them. */
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl},\"|]{1,100}");

    private final Problems problems;
    private final Map<String, Area> areas = new LinkedHashMap<>();
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final Map<String, String> areaNames = new HashMap<>();
    private final Map<String, String> stationNames = new HashMap<>();
    private final Map<String, List<Membership>> memberships = new HashMap<>();

    NetworkChecks(Problems problems) {
        this.problems = problems;
    }

    void area(Path file, long line, Area area) {
        id(file, line, area.id());
        oneOf(file, line, "kind", area.kind(), KINDS);
        for (String name : List.of(area.id(), area.nameZh(), area.nameEn())) {
            unique(file, line, name, area.id(), areaNames, areas.containsKey(area.id()));
        }
        areas.put(area.id(), area);
    }

    void station(Path file, long line, Station station) {
        id(file, line, station.id());
        oneOf(file, line, "role", station.role(), ROLES);
        Area district = areas.get(station.district());
        if (known(areas) && (district == null || !district.kind().equals("unit"))) {
            problems.add(
                    file.toString(),
                    line,
                    "district \"" + station.district() + "\" is not a unit of " + NetworkLoader.AREAS
                            + Problems.didYouMean(station.district(), areas.keySet()),
                    "write the id of the assessment unit it stands in.");
        }
        if (station.to().isPresent() && station.to().get().isBefore(station.from())) {
            reversed(file, line, station.from() + " to " + station.to().get());
        }
        List<String> names = new ArrayList<>(List.of(station.id(), station.nameZh(), station.nameEn()));
        names.addAll(station.aliases());
        boolean repeated = stations.containsKey(station.id());
        for (String name : names) {
            unique(file, line, name, station.id(), stationNames, repeated);
        }
        stations.put(station.id(), station);
    }

    void membership(Path file, long line, Membership member) {
        if (known(areas) && !areas.containsKey(member.area())) {
            problems.add(
                    file.toString(),
                    line,
                    "area \"" + member.area() + "\" is not in " + NetworkLoader.AREAS
                            + Problems.didYouMean(member.area(), areas.keySet()),
                    "write an id from there.");
        }
        Station station = stations.get(member.station());
        if (known(stations) && station == null) {
            problems.add(
                    file.toString(),
                    line,
                    "station \"" + member.station() + "\" is not in " + NetworkLoader.STATIONS
                            + Problems.didYouMean(member.station(), stations.keySet()),
                    "write an id from there.");
        }
        if (member.to().isPresent() && member.to().get().isBefore(member.from())) {
            reversed(file, line, member.from() + " to " + member.to().get());
            return;
        }
        if (station != null) {
            withinService(file, line, member, station);
        }
        List<Membership> same =
                memberships.computeIfAbsent(member.area() + "|" + member.station(), key -> new ArrayList<>());
        for (Membership other : same) {
            if (member.holdsOn(other.from()) || other.holdsOn(member.from())) {
                problems.add(
                        file.toString(),
                        line,
                        member.station() + " is a member of " + member.area() + " since " + other.from()
                                + " already; the periods overlap.",
                        "end the earlier one the day before " + member.from() + ", or remove this row.");
            }
        }
        same.add(member);
    }

    void networkIsNotEmpty(Path folder, List<Station> stationsRead, List<Area> areasRead) {
        if (problems.isEmpty() && (stationsRead.isEmpty() || areasRead.isEmpty())) {
            problems.add(
                    folder.toString(),
                    0,
                    "holds " + stationsRead.size() + " stations and " + areasRead.size() + " areas.",
                    "add at least one of each.");
        }
    }

    /** A station that has stopped would hold the area's coverage down for ever. */
    private void withinService(Path file, long line, Membership member, Station station) {
        boolean outlasts = station.to()
                .map(last -> member.to().isEmpty() || member.to().get().isAfter(last))
                .orElse(false);
        if (outlasts || member.from().isBefore(station.from())) {
            problems.add(
                    file.toString(),
                    line,
                    "the membership of " + station.id() + " is longer than its service (" + station.from() + " to "
                            + station.to().map(Object::toString).orElse("now") + ").",
                    "keep it within the service: a station that does not serve would count as missing every day.");
        }
    }

    /** When a whole table could not be read, that is the problem; every row that refers to it would only be noise. */
    private static boolean known(Map<String, ?> table) {
        return !table.isEmpty();
    }

    private void id(Path file, long line, String id) {
        if (!ID.matcher(id).matches()) {
            problems.add(
                    file.toString(),
                    line,
                    "id \"" + id + "\" is not made of letters, digits and hyphens.",
                    "write a stable ASCII id, such as 1003A or bj-fangshan.");
        }
    }

    private void oneOf(Path file, long line, String what, String found, List<String> known) {
        if (!known.contains(found)) {
            problems.add(
                    file.toString(),
                    line,
                    what + " = \"" + found + "\" is not one we know" + Problems.didYouMean(found, known),
                    "write one of " + String.join(", ", known) + ".");
        }
    }

    private void unique(Path file, long line, String name, String id, Map<String, String> taken, boolean repeated) {
        if (!NAME.matcher(name).matches()) {
            problems.add(
                    file.toString(),
                    line,
                    "name \"" + name + "\" of " + id + " is empty, too long, or holds a comma, quote, bar or control"
                            + " character.",
                    "write a name of 1 to 100 letters.");
            return;
        }
        String owner = taken.putIfAbsent(name, id);
        // A repeated row repeats all its names; its id is told once, the rest would be noise.
        if (owner != null && (repeated ? name.equals(id) : !owner.equals(id))) {
            problems.add(
                    file.toString(),
                    line,
                    "\"" + name + "\" is the id, a name or an alias of " + owner + " already.",
                    "give each its own name: a file's column must mean one place.");
        }
    }

    private void reversed(Path file, long line, String period) {
        problems.add(
                file.toString(), line, "the period " + period + " ends before it begins.", "exchange from and to.");
    }
}
