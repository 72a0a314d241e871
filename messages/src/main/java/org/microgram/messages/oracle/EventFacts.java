package org.microgram.messages.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.microgram.messages.network.ExceptionalEvent;
import org.microgram.messages.network.ExceptionalEvent.State;
import org.microgram.messages.network.Network;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;

/** Which hours confirmed events take out of means, as the oracle sees it: every event asked anew for every hour. */
final class EventFacts {

    private final Network network;

    EventFacts(Network network) {
        this.network = network;
    }

    /** @param label 1 to 24 */
    boolean isOut(String station, LocalDate day, int label, Pollutant p) {
        return !naming(station, day, label, p).isEmpty();
    }

    boolean touches(String station, LocalDate day, Pollutant p) {
        for (int label = 1; label <= 24; label++) {
            if (isOut(station, day, label, p)) {
                return true;
            }
        }
        return false;
    }

    SortedSet<String> ids(String station, LocalDate day) {
        SortedSet<String> ids = new TreeSet<>();
        for (Pollutant p : Pollutant.ALL) {
            for (int label = 1; label <= 24; label++) {
                naming(station, day, label, p).forEach(event -> ids.add(event.id()));
            }
        }
        return ids;
    }

    private List<ExceptionalEvent> naming(String station, LocalDate day, int label, Pollutant p) {
        long start = ChinaTime.startOf(day) + (label - 1) * 3600L;
        return network.events().all().stream()
                .filter(event -> event.state() == State.CONFIRMED)
                .filter(event -> event.pollutants().contains(p))
                .filter(event -> event.from() <= start && start <= event.to())
                .filter(event -> event.stations().contains(station) || isMember(station, event.area(), day))
                .toList();
    }

    private boolean isMember(String station, String area, LocalDate day) {
        return network.memberships().stream()
                .anyMatch(m -> m.station().equals(station)
                        && m.area().equals(area)
                        && !day.isBefore(m.from())
                        && (m.to().isEmpty() || !day.isAfter(m.to().get())));
    }
}
