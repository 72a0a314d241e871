package org.microgram.standards.air;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.microgram.standards.Table;
import org.microgram.standards.number.Rounding;

/**
 * How real-time figures were published in a span of time ({@code profiles.csv}): the rule for the real-time index is an edition plus a
 * practice with dates.
 *
 * @param particulatesByRollingMean whether the sub-index of PM rests on the mean of 24 hours instead of the hour
 * @param index how a sub-index is rounded
 * @param rolling how a rolling mean is rounded
 */
public record PublicationProfile(
        String name,
        LocalDate from,
        LocalDate to,
        boolean particulatesByRollingMean,
        Rounding index,
        Rounding rolling,
        String source,
        String confidence) {

    private static final List<PublicationProfile> ALL = load();

    /** The profile of a day of sampling; the first one for any earlier day. */
    public static PublicationProfile on(LocalDate day) {
        for (PublicationProfile each : ALL) {
            if (!day.isBefore(each.from) && !day.isAfter(each.to)) {
                return each;
            }
        }
        return ALL.get(0);
    }

    private static List<PublicationProfile> load() {
        List<PublicationProfile> profiles = new ArrayList<>();
        for (Table.Row row : Table.read("profiles.csv")) {
            profiles.add(new PublicationProfile(
                    row.get("profile"),
                    row.date("from"),
                    row.lastDay("to"),
                    row.get("pm").equals("rolling_24h"),
                    Rounding.valueOf(row.get("index").toUpperCase(Locale.ROOT)),
                    Rounding.valueOf(row.get("rolling").toUpperCase(Locale.ROOT)),
                    row.get("source"),
                    row.get("confidence")));
        }
        return List.copyOf(profiles);
    }
}
