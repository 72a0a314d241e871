package org.microgram.dashboard.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.microgram.messages.rows.Measurement;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.PublicationProfile;
import org.microgram.standards.figures.States;
import org.microgram.standards.ledger.StationDay;

/**
 * The slots (station, pollutant, hour) that a figure rests on: whose corrections restate it.
 *
 * @param parts one for each pollutant that it rests on
 * @param membersOf the day whose members count, days since 1970-01-01; {@link #EACH_DAY} when each day has its own
 */
record Footprint(List<Part> parts, int membersOf) {

    static final int EACH_DAY = Integer.MIN_VALUE;

    /** Hours of one pollutant, from the start of the first to the end of the last, seconds since 1970 UTC. */
    record Part(Pollutant pollutant, long from, long to) {}

    /** Does something with one slot. */
    interface SlotVisitor {
        void visit(String station, long start, Pollutant pollutant);
    }

    static Footprint of(FigureKey key) {
        Parameter parameter = key.parameter();
        List<Pollutant> pollutants = parameter.pollutant() == null ? Pollutant.ALL : List.of(parameter.pollutant());
        List<Part> parts = new ArrayList<>();
        for (Pollutant p : pollutants) {
            long from = key.start();
            if (key.measurement() == Measurement.AIR_HOUR && reachesBack(key, p)) {
                from = key.end() - hoursOfRolling(p) * (long) ChinaTime.SECONDS_OF_HOUR;
            }
            parts.add(new Part(p, from, key.end()));
        }
        return new Footprint(parts, key.measurement() == Measurement.AIR_HOUR ? key.firstDay() : EACH_DAY);
    }

    private static boolean reachesBack(FigureKey key, Pollutant p) {
        return switch (key.parameter().kind()) {
            case ROLLING -> true;
            case IAQI, AQI ->
                p.isParticulate()
                        && PublicationProfile.on(ChinaTime.date(key.firstDay())).particulatesByRollingMean();
            default -> false;
        };
    }

    static int hoursOfRolling(Pollutant p) {
        return p == Pollutant.O3 ? 8 : 24;
    }

    long from() {
        return parts.stream().mapToLong(Part::from).min().orElseThrow();
    }

    long to() {
        return parts.stream().mapToLong(Part::to).max().orElseThrow();
    }

    /** Every station whose readings are needed, over all its days. */
    Set<String> stations(Recount recount) {
        Set<String> stations = new TreeSet<>();
        for (int day = ChinaTime.dayOf(from()); day <= ChinaTime.dayOf(to() - 1); day++) {
            stations.addAll(recount.stationsOn(membersOf == EACH_DAY ? day : membersOf));
        }
        return stations;
    }

    boolean contains(Recount recount, String station, long start, Pollutant pollutant) {
        for (Part part : parts) {
            if (part.pollutant == pollutant && start >= part.from && start < part.to) {
                return recount.stationsOn(membersOf == EACH_DAY ? ChinaTime.dayOf(start) : membersOf)
                        .contains(station);
            }
        }
        return false;
    }

    void each(Recount recount, SlotVisitor visitor) {
        for (Part part : parts) {
            int day = Integer.MIN_VALUE;
            List<String> stations = List.of();
            for (long start = part.from; start < part.to; start += ChinaTime.SECONDS_OF_HOUR) {
                int now = membersOf == EACH_DAY ? ChinaTime.dayOf(start) : membersOf;
                if (now != day) {
                    day = now;
                    stations = recount.stationsOn(now);
                }
                for (String station : stations) {
                    visitor.visit(station, start, part.pollutant);
                }
            }
        }
    }

    /** How many values were superseded among the slots. */
    int revision(Recount recount) {
        int[] sum = {0};
        each(recount, (station, start, pollutant) -> sum[0] += recount.revision(station, start, pollutant));
        return sum[0];
    }

    /** How far the values that count have been reviewed. */
    States states(Recount recount) {
        States[] sum = {States.NONE};
        each(recount, (station, start, pollutant) -> {
            StationDay day = recount.stationDay(station, ChinaTime.dayOf(start));
            int hour = ChinaTime.hourOf(start);
            if (day != null && day.hasValue(hour, pollutant.ordinal())) {
                sum[0] = sum[0].plus(day.state(hour, pollutant.ordinal()));
            }
        });
        return sum[0];
    }
}
