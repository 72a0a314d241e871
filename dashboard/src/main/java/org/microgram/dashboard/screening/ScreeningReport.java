package org.microgram.dashboard.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.Network;
import org.microgram.messages.rows.AirFields;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.screening.Criterion;
import org.microgram.standards.screening.Rule;
import org.microgram.store.Store;

/**
 * Which share of the stored hourly values of the air, and of the values of water samples, each rule flags: what a bureau looks at before it
 * trusts a number of {@code screening.yaml}.
 */
public final class ScreeningReport {

    private static final class Counts {
        final long[] flagged = new long[Rule.ALL.size()];
        final long[] leftOut = new long[Rule.ALL.size()];
        long values;
        long ofMembers;
    }

    private final Network network;
    private final Counts[] counts = new Counts[Pollutant.COUNT];

    private ScreeningReport(Network network) {
        this.network = network;
        for (int p = 0; p < counts.length; p++) {
            counts[p] = new Counts();
        }
    }

    /**
     * Counts the hours that start, and the samples that were taken, within.
     *
     * @param fromSecond seconds since 1970 UTC
     * @param toSecond the first that does not count
     * @return a line for each rule that the configuration has for a pollutant
     */
    public static List<ScreeningShare> of(Store store, Network network, long fromSecond, long toSecond) {
        ScreeningReport report = new ScreeningReport(network);
        store.scan(Measurement.AIR_HOUR, Set.of(), fromSecond, toSecond, report::add);
        WaterShares water = new WaterShares(network.screening().water());
        store.scan(Measurement.WATER_SAMPLE, Set.of(), fromSecond, toSecond, water::add);
        List<ScreeningShare> lines = report.lines();
        lines.addAll(water.lines());
        return lines;
    }

    private void add(Row row) {
        if (row.subject().kind().equals(Subject.STATION)) {
            for (Pollutant p : Pollutant.ALL) {
                ofStation(row, p, counts[p.ordinal()]);
            }
        } else if (isCity(row.subject().id())) {
            ofCity(row);
        }
    }

    private boolean isCity(String area) {
        return network.areas().stream()
                .filter(a -> a.id().equals(area))
                .map(Area::kind)
                .anyMatch("city"::equals);
    }

    private static void ofStation(Row row, Pollutant p, Counts of) {
        if (!row.has(p.column())) {
            return;
        }
        of.values++;
        String field = AirFields.flags(p);
        long flags = row.has(field) ? row.number(field) : 0;
        boolean counts = (row.number("below_minimum") >> p.ordinal() & 1) == 0;
        for (Rule rule : Rule.ALL) {
            if ((flags & rule.flag()) != 0) {
                of.flagged[rule.ordinal()]++;
                of.leftOut[rule.ordinal()] += counts ? 0 : 1;
            }
        }
    }

    private void ofCity(Row row) {
        for (Pollutant p : Pollutant.ALL) {
            String members = p.column() + "_den";
            counts[p.ordinal()].ofMembers += row.has(members) ? row.number(members) : 0;
        }
        if (row.has("outliers")) {
            for (String each : row.text("outliers").split(" ")) {
                Pollutant p =
                        Pollutant.find(each.substring(each.indexOf(':') + 1)).orElseThrow();
                counts[p.ordinal()].flagged[Rule.NEIGHBOURS.ordinal()]++;
            }
        }
    }

    private List<ScreeningShare> lines() {
        List<ScreeningShare> lines = new ArrayList<>();
        for (Pollutant p : Pollutant.ALL) {
            Counts of = counts[p.ordinal()];
            for (Rule rule : Rule.ALL) {
                // The rule of both particulates stands under PM2.5.
                Pollutant under = rule == Rule.PM25_OVER_PM10 && p == Pollutant.PM10 ? Pollutant.PM25 : p;
                Criterion newest = null;
                for (Criterion each : network.screening().criteria()) {
                    boolean same = each.rule() == rule && each.pollutant() == under;
                    newest = same && (newest == null || each.from().isAfter(newest.from())) ? each : newest;
                }
                if (newest != null) {
                    lines.add(new ScreeningShare(
                            p.code(),
                            rule.code(),
                            rule.version(),
                            of.flagged[rule.ordinal()],
                            of.leftOut[rule.ordinal()],
                            rule == Rule.NEIGHBOURS ? of.ofMembers : of.values,
                            newest.print(),
                            newest.reason()));
                }
            }
        }
        return lines;
    }
}
