package org.microgram.dashboard.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;

/** Finds stations, areas, sections, rivers, basins, lakes and reservoirs by what people call them, and says what they are called. */
public final class Subjects {

    private static final Set<String> AIR = Set.of(Subject.AREA, Subject.STATION);
    private static final Set<String> OF_SECTIONS =
            Set.of(Subject.RIVER, Subject.BASIN, Subject.WATER_BODY, Subject.AREA);

    private final Network network;
    private final List<NamedSubject> all;
    private final Map<Subject, NamedSubject> bySubject = new HashMap<>();

    public Subjects(Network network) {
        this.network = network;
        this.all = NamedSubject.of(network);
        all.forEach(each -> bySubject.put(each.subject(), each));
    }

    /**
     * By kind and id as {@code river:haihe}; else by id; else by Chinese or English name or alias, if only one has it. What can be both, a
     * section and the reservoir that it stands in, is the first of station or area, section, and the others.
     *
     * @throws IllegalArgumentException saying what was found, what is accepted and what to do
     */
    public Subject find(String name) {
        for (NamedSubject each : all) {
            if (name.equals(each.subject().kind() + ":" + each.subject().id())) {
                return each.subject();
            }
        }
        List<Predicate<NamedSubject>> ways =
                List.of(each -> each.subject().id().equals(name), each -> each.isCalled(name));
        List<Predicate<Subject>> kinds = List.of(
                each -> AIR.contains(each.kind()),
                each -> each.kind().equals(Subject.SECTION),
                each -> !AIR.contains(each.kind()) && !each.kind().equals(Subject.SECTION));
        for (Predicate<NamedSubject> way : ways) {
            for (Predicate<Subject> kind : kinds) {
                List<Subject> found = all.stream()
                        .filter(each -> kind.test(each.subject()) && way.test(each))
                        .map(NamedSubject::subject)
                        .toList();
                if (!found.isEmpty()) {
                    return one(name, found);
                }
            }
        }
        throw unknown(name);
    }

    /** The same among what a measurement has rows of: an air station, a section and a lake may share a name, a lake and a district an id. */
    public Subject find(String name, Measurement measurement) {
        Set<String> kinds = kinds(measurement);
        List<NamedSubject> known = all.stream()
                .filter(each -> kinds.contains(each.subject().kind()))
                .toList();
        for (Predicate<NamedSubject> way : List.<Predicate<NamedSubject>>of(
                each -> each.subject().id().equals(name), each -> each.isCalled(name))) {
            List<Subject> found =
                    known.stream().filter(way).map(NamedSubject::subject).toList();
            if (!found.isEmpty()) {
                return one(name, found);
            }
        }
        // What is something else has no row of this measurement, which is no mistake of the name.
        return find(name);
    }

    /** Whether a measurement can have rows of a subject. */
    public boolean isOf(Subject subject, Measurement measurement) {
        return kinds(measurement).contains(subject.kind());
    }

    /** Whether the id alone finds a subject among what a measurement has rows of. */
    public boolean isAlone(Subject subject, Measurement measurement) {
        return all.stream()
                        .filter(each -> isOf(each.subject(), measurement))
                        .filter(each -> each.subject().id().equals(subject.id()))
                        .count()
                == 1;
    }

    private static Set<String> kinds(Measurement measurement) {
        if (measurement.isOfBasins()) {
            return OF_SECTIONS;
        }
        return measurement.isOfWater() ? Set.of(Subject.SECTION) : Set.of();
    }

    private static Subject one(String name, List<Subject> found) {
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new IllegalArgumentException("Found: \"" + name + "\", which " + found.size()
                + " subjects are called. Expected: one. Do: write its kind and id: "
                + String.join(
                        " or ", found.stream().map(s -> s.kind() + ":" + s.id()).toList()) + ".");
    }

    private IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("Found: \"" + name
                + "\", which is no station, area or section of this network, nor a river, basin, lake or reservoir ("
                + network.stations().size() + " stations, "
                + network.areas().size() + " areas, "
                + network.water().sections().size()
                + " sections). Expected: an id, such as " + examples()
                + ", or a Chinese or English name. Do: look it up in config/stations.csv, config/areas.csv and config/sections.csv, of the others in water-bodies.csv,"
                + " rivers.yaml and basins.yaml beside them.");
    }

    /** Whom a receipt is about. */
    public Receipt.About about(Subject subject) {
        return new Receipt.About(subject.kind(), subject.id(), nameZh(subject), nameEn(subject));
    }

    public String nameZh(Subject subject) {
        return named(subject, NamedSubject::nameZh);
    }

    public String nameEn(Subject subject) {
        return named(subject, NamedSubject::nameEn);
    }

    String stationNameZh(String id) {
        return nameZh(Subject.station(id));
    }

    String stationNameEn(String id) {
        return nameEn(Subject.station(id));
    }

    /** The zone class that limits are taken for: a station's own, of an area 2. */
    int grade(Subject subject) {
        return network.stations().stream()
                .filter(each -> subject.equals(Subject.station(each.id())))
                .findFirst()
                .map(Station::grade)
                .orElse(2);
    }

    private String named(Subject subject, Function<NamedSubject, String> name) {
        NamedSubject named = bySubject.get(subject);
        return named == null ? subject.id() : name.apply(named);
    }

    private String examples() {
        List<String> ids = new ArrayList<>();
        network.areas().stream().limit(2).forEach(a -> ids.add(a.id()));
        network.stations().stream().limit(2).forEach(s -> ids.add(s.id()));
        return String.join(", ", ids);
    }
}
