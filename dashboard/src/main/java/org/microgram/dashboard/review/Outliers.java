package org.microgram.dashboard.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.microgram.messages.network.Network;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.air.Pollutant;
import org.microgram.store.Store;

/** The hours of a station that stand far from those of the other members of an area: they are in the area's rows, where the members are together. */
final class Outliers {

    private record Slot(long start, String parameter) {}

    private final Set<Slot> slots = new HashSet<>();

    static Outliers load(Store store, Network network, Span span) {
        Outliers outliers = new Outliers();
        List<Subject> areas =
                network.areasOf(span.station()).stream().map(Subject::area).toList();
        if (!areas.isEmpty()) { // to the store no subjects mean all of them
            store.scan(Measurement.AIR_HOUR, areas, span.from(), span.to(), row -> {
                if (row.has("outliers")) {
                    for (String each : row.text("outliers").split(" ")) {
                        int colon = each.lastIndexOf(':');
                        if (each.substring(0, Math.max(0, colon)).equals(span.station())) {
                            outliers.slots.add(new Slot(row.key().startSecond(), each.substring(colon + 1)));
                        }
                    }
                }
            });
        }
        return outliers;
    }

    boolean contain(long start, Pollutant pollutant) {
        return slots.contains(new Slot(start, pollutant.code()));
    }
}
