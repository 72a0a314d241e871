package org.microgram.standards.air;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.microgram.standards.number.Scaled;

/** The ambient limits of GB 3095 by edition, pollutant, averaging time and grade (the folders of the national {@link Editions}). */
public final class Limits {

    private static final List<Limit> ALL = load();

    private Limits() {}

    /**
     * One limit.
     *
     * @param averaging year, day, mda8 or hour
     * @param grade1 limit of grade I, scaled (see {@link Scaled})
     * @param grade2 limit of grade II, scaled
     */
    public record Limit(
            String edition,
            LocalDate from,
            LocalDate to,
            Pollutant pollutant,
            String averaging,
            long grade1,
            long grade2,
            String clause,
            String confidence) {

        public long of(int grade) {
            return grade == 1 ? grade1 : grade2;
        }
    }

    /** @throws NoLimitInForce when no edition covers the day */
    public static Limit on(LocalDate day, Pollutant pollutant, String averaging) {
        for (Limit limit : ALL) {
            if (limit.pollutant == pollutant
                    && limit.averaging.equals(averaging)
                    && !day.isBefore(limit.from)
                    && !day.isAfter(limit.to)) {
                return limit;
            }
        }
        throw new NoLimitInForce(day, pollutant, averaging);
    }

    /** The limit on a day's mean (O3: on the MDA8). */
    public static Limit daily(LocalDate day, Pollutant pollutant) {
        return on(day, pollutant, pollutant == Pollutant.O3 ? "mda8" : "day");
    }

    /** Whether any edition is in force on the day; before the first one nothing can be judged. */
    public static boolean knows(LocalDate day) {
        return !day.isBefore(ALL.get(0).from);
    }

    public static List<Limit> all() {
        return ALL;
    }

    private static List<Limit> load() {
        List<Limit> limits = new ArrayList<>();
        for (Edition edition : Editions.ofLimits()) {
            int first = edition.grades().indexOf("grade1");
            int second = edition.grades().indexOf("grade2");
            for (Edition.Target target : edition.targets()) {
                limits.add(new Limit(
                        edition.name(),
                        edition.from(),
                        edition.to(),
                        target.pollutant(),
                        target.averaging(),
                        target.scaled().get(first),
                        target.scaled().get(second),
                        target.clause(),
                        target.confidence()));
            }
        }
        return List.copyOf(limits);
    }

    /** Says which limit is missing, which ones exist, and what to do about it. */
    public static final class NoLimitInForce extends IllegalArgumentException {

        NoLimitInForce(LocalDate day, Pollutant pollutant, String averaging) {
            super(
                    "No limit is in force on " + day + " for " + pollutant.code() + ", " + averaging + ". Known: "
                            + ALL.stream()
                                    .filter(l -> l.pollutant == pollutant && l.averaging.equals(averaging))
                                    .map(l -> l.edition + " from " + l.from)
                                    .collect(Collectors.joining("; "))
                            + ". If the date is wrong, check the station's clock; if it is right, add the row with its clause to limits.csv of its folder in editions.");
        }
    }
}
