package org.microgram.standards.air;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.microgram.standards.number.Scaled;

/**
 * An edition of a standard: a folder of tables with clause, dates in force and confidence. Some set ambient limits (GB 3095, WHO), some an
 * index (HJ 633), a local one may set both; none is code.
 *
 * @param folder where its tables are
 * @param name as rows and commands carry it: {@code GB 3095-2026 transition}
 * @param nameZh the same in Chinese
 * @param kind who set it
 * @param from first day of sampling that it holds for
 * @param to last day, included
 * @param indexName the edition of the index that goes with its limits; empty when none does
 * @param grade the column of its limits that judges a place where people live: {@code grade2}, {@code AQG}
 * @param grades all columns of its limits, in their order
 * @param targets its limits; empty when it is an index alone
 * @param statistics what of a year is held against which limit
 * @param states reference states of concentrations, with dates
 * @param mda8First label (hour of the end) of the first eight-hour mean that can be the MDA8
 * @param mda8Last and of the last
 * @param index its own index; null when it has none
 */
public record Edition(
        String folder,
        String name,
        String nameZh,
        Kind kind,
        LocalDate from,
        LocalDate to,
        String indexName,
        String grade,
        List<String> grades,
        List<Target> targets,
        List<Statistic> statistics,
        List<ReferenceState> states,
        int mda8First,
        int mda8Last,
        SubIndex index)
        implements Serializable {

    /** Who set an edition: {@code national} ones judge what is published, the others only stand beside it. */
    public enum Kind {
        NATIONAL,
        INTERNATIONAL,
        LOCAL
    }

    /**
     * One row of {@code limits.csv}.
     *
     * @param averaging year, day, mda8, hour or peak_season
     * @param scaled one limit for each of {@link Edition#grades}, scaled (see {@link Scaled}); {@link #NONE} where none is set
     */
    public record Target(Pollutant pollutant, String averaging, List<Long> scaled, String clause, String confidence)
            implements Serializable {

        public static final long NONE = Long.MIN_VALUE;
    }

    /**
     * One row of {@code statistics.csv}: what of a year is held against a limit.
     *
     * @param kind {@code mean} of the valid days, {@code percentile} of the rounded daily values, or {@code peak_season}
     * @param percent of a percentile; else 0
     * @param averaging of the limit that it is held against
     */
    public record Statistic(
            Pollutant pollutant, String kind, int percent, String averaging, String clause, String confidence)
            implements Serializable {

        public boolean isPercentile() {
            return kind.equals("percentile");
        }
    }

    public boolean hasLimits() {
        return !targets.isEmpty();
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public boolean isNational() {
        return kind == Kind.NATIONAL;
    }

    /** A limit of the edition, scaled; empty where it sets none. */
    public Optional<Long> limit(Pollutant pollutant, String averaging, String column) {
        int at = grades.indexOf(column);
        return target(pollutant, averaging)
                .map(target -> at < 0 ? Target.NONE : target.scaled().get(at))
                .filter(scaled -> scaled != Target.NONE);
    }

    public Optional<Target> target(Pollutant pollutant, String averaging) {
        return targets.stream()
                .filter(t -> t.pollutant() == pollutant && t.averaging().equals(averaging))
                .findFirst();
    }

    /** Which limit a day's value is held against: O3 by its MDA8, the others by their mean. */
    public static String daily(Pollutant pollutant) {
        return pollutant == Pollutant.O3 ? "mda8" : "day";
    }

    /** Whether it is not sure which statistics of a year it judges. */
    public boolean hasUnconfirmedStatistics() {
        return statistics.stream().anyMatch(each -> !each.confidence().equals("high"));
    }

    /** The edition judged at another of its columns; the name then says which. */
    public Edition at(String column) {
        if (column.equals(grade)) {
            return this;
        }
        return new Edition(
                folder,
                name + ":" + column,
                nameZh + ":" + column,
                kind,
                from,
                to,
                indexName,
                column,
                grades,
                targets,
                statistics,
                states,
                mda8First,
                mda8Last,
                index);
    }

    @Override
    public String toString() {
        return name;
    }
}
