package org.microgram.dashboard.explain;

import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.WaterNetwork;
import org.microgram.messages.rows.Subject;

/**
 * A subject with what it is called.
 *
 * @param aliases other names in files
 */
record NamedSubject(Subject subject, String nameZh, String nameEn, List<String> aliases) {

    boolean isCalled(String name) {
        return nameZh.equals(name) || nameEn.equalsIgnoreCase(name) || aliases.contains(name);
    }

    /** All that the configuration knows. */
    static List<NamedSubject> of(Network network) {
        List<NamedSubject> all = new ArrayList<>();
        network.areas()
                .forEach(a -> all.add(new NamedSubject(Subject.area(a.id()), a.nameZh(), a.nameEn(), List.of())));
        network.stations()
                .forEach(s -> all.add(new NamedSubject(Subject.station(s.id()), s.nameZh(), s.nameEn(), s.aliases())));
        WaterNetwork water = network.water();
        water.sections()
                .forEach(s -> all.add(new NamedSubject(Subject.section(s.id()), s.nameZh(), s.nameEn(), s.aliases())));
        water.rivers()
                .forEach(r -> all.add(new NamedSubject(Subject.river(r.id()), r.nameZh(), r.nameEn(), List.of())));
        water.basins()
                .forEach(b -> all.add(new NamedSubject(Subject.basin(b.id()), b.nameZh(), b.nameEn(), List.of())));
        water.waterBodies()
                .forEach(b -> all.add(new NamedSubject(Subject.waterBody(b.id()), b.nameZh(), b.nameEn(), List.of())));
        return List.copyOf(all);
    }
}
