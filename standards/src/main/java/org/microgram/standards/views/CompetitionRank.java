package org.microgram.standards.views;

import java.util.ArrayList;
import java.util.List;
import org.microgram.standards.number.Rounded;

/**
 * Competition ranking: equal published values have equal rank, and the next one counts all before it (1, 2, 2, 4).
 *
 * <p><b>Source.</b> 环办监测[2018]19号; the bulletin of Beijing's districts, January to June 2019.
 */
public final class CompetitionRank {

    private CompetitionRank() {}

    /**
     * @param lowestFirst whether the lowest value ranks first: a concentration; else the greatest: a share of good days
     * @return the rank of each value, in the order given
     */
    public static List<Integer> of(List<Rounded> values, boolean lowestFirst) {
        List<Integer> ranks = new ArrayList<>(values.size());
        for (Rounded value : values) {
            int before = 0;
            for (Rounded other : values) {
                int order = other.compareTo(value);
                before += (lowestFirst ? order < 0 : order > 0) ? 1 : 0;
            }
            ranks.add(before + 1);
        }
        return List.copyOf(ranks);
    }
}
