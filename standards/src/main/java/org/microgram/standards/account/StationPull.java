package org.microgram.standards.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.microgram.standards.number.Fraction;

/**
 * How far a station pulls its area's mean: the mean with it less the mean without it, exactly.
 *
 * <p><b>Rule.</b> On each day the area's value is the mean of the stations that went in. Left out, a station leaves the mean of the others. A day
 * on which it is the only one has no mean without it and is in neither. Pulls do not add up to anything: leaving out two is not twice leaving
 * out one.
 *
 * @param days days that there is a mean for with it and without it
 * @param with mean of the area on these days
 * @param without the same had the station not been there
 */
public record StationPull(String station, int days, Fraction with, Fraction without) {

    /** Above zero when it raises the area's mean, µg/m³. */
    public Fraction pull() {
        return with.minus(without);
    }

    /**
     * @param days valid days of the area so far; of each the valid exact values of the stations that went in
     * @return of every station, the one that raises the mean most first
     */
    public static List<StationPull> of(SortedMap<LocalDate, Map<String, Fraction>> days) {
        SortedSet<String> stations = new TreeSet<>();
        days.values().forEach(day -> stations.addAll(day.keySet()));
        List<StationPull> pulls = new ArrayList<>();
        for (String station : stations) {
            Fraction with = Fraction.ZERO;
            Fraction without = Fraction.ZERO;
            int both = 0;
            for (Map<String, Fraction> day : days.values()) {
                int others = day.size() - (day.containsKey(station) ? 1 : 0);
                if (others == 0) {
                    continue;
                }
                Fraction sum = Sums.total(day.values());
                with = with.plus(sum.dividedBy(day.size()));
                without = without.plus(
                        sum.minus(day.getOrDefault(station, Fraction.ZERO)).dividedBy(others));
                both++;
            }
            if (both > 0) {
                pulls.add(new StationPull(station, both, with.dividedBy(both), without.dividedBy(both)));
            }
        }
        pulls.sort(Comparator.comparing(StationPull::pull, Comparator.reverseOrder())
                .thenComparing(StationPull::station));
        return pulls;
    }
}
