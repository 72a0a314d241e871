package org.microgram.dashboard.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.Station;
import org.microgram.messages.rows.Subject;

/** Finds stations, areas and sections by what people call them, and says what they are called. */
public final class Subjects {

    private final Network network;

    public Subjects(Network network) {
        this.network = network;
    }

    /**
     * By id; else by Chinese or English name or alias, if only one has it.
     *
     * @throws IllegalArgumentException saying what was found, what is accepted and what to do
     */
    public Subject find(String name) {
        List<Subject> found = new ArrayList<>();
        network.areas().stream().filter(a -> a.id().equals(name)).forEach(a -> found.add(Subject.area(a.id())));
        network.stations().stream().filter(s -> s.id().equals(name)).forEach(s -> found.add(Subject.station(s.id())));
        section(name).ifPresent(s -> found.add(Subject.section(s.id())));
        if (found.isEmpty()) {
            network.areas().stream()
                    .filter(a -> a.nameZh().equals(name) || a.nameEn().equalsIgnoreCase(name))
                    .forEach(a -> found.add(Subject.area(a.id())));
            network.stations().stream()
                    .filter(s -> s.nameZh().equals(name)
                            || s.nameEn().equalsIgnoreCase(name)
                            || s.aliases().contains(name))
                    .forEach(s -> found.add(Subject.station(s.id())));
        }
        if (found.isEmpty()) {
            network.water().sections().stream()
                    .filter(s -> s.nameZh().equals(name)
                            || s.nameEn().equalsIgnoreCase(name)
                            || s.aliases().contains(name))
                    .forEach(s -> found.add(Subject.section(s.id())));
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "Found: \"" + name + "\", which is no station, area or section of this network ("
                            + network.stations().size() + " stations, "
                            + network.areas().size()
                            + " areas). Expected: an id, such as " + examples()
                            + ", or a Chinese or English name. Do: look it up in config/stations.csv, config/areas.csv and config/sections.csv.");
        }
        throw new IllegalArgumentException("Found: \"" + name + "\", which " + found.size()
                + " subjects are called. Expected: one. Do: use an id: "
                + String.join(
                        " or ",
                        found.stream().map(s -> s.id() + " (" + s.kind() + ")").toList()) + ".");
    }

    public String nameZh(Subject subject) {
        return switch (subject.kind()) {
            case Subject.AREA -> area(subject.id()).map(Area::nameZh).orElse(subject.id());
            case Subject.SECTION -> section(subject.id()).map(Section::nameZh).orElse(subject.id());
            default -> stationNameZh(subject.id());
        };
    }

    public String nameEn(Subject subject) {
        return switch (subject.kind()) {
            case Subject.AREA -> area(subject.id()).map(Area::nameEn).orElse(subject.id());
            case Subject.SECTION -> section(subject.id()).map(Section::nameEn).orElse(subject.id());
            default -> stationNameEn(subject.id());
        };
    }

    String stationNameZh(String id) {
        return station(id).map(Station::nameZh).orElse(id);
    }

    String stationNameEn(String id) {
        return station(id).map(Station::nameEn).orElse(id);
    }

    /** The zone class that limits are taken for: a station's own, of an area 2. */
    int grade(Subject subject) {
        return subject.kind().equals(Subject.AREA)
                ? 2
                : station(subject.id()).map(Station::grade).orElse(2);
    }

    private Optional<Area> area(String id) {
        return network.areas().stream().filter(a -> a.id().equals(id)).findFirst();
    }

    private Optional<Section> section(String id) {
        return network.water().section(id);
    }

    private Optional<Station> station(String id) {
        return network.stations().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    private String examples() {
        List<String> ids = new ArrayList<>();
        network.areas().stream().limit(2).forEach(a -> ids.add(a.id()));
        network.stations().stream().limit(2).forEach(s -> ids.add(s.id()));
        return String.join(", ", ids);
    }
}
