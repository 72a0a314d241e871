package org.microgram.standards.air;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.microgram.standards.Table;

/** How many values a figure needs to be {@code ok} ({@code validity.csv}; GB 3095 table 4, HJ 663). */
public final class Validity {

    private static final Map<String, Integer> NEEDS = load();

    public static final int HOURS_OF_DAY = NEEDS.get("hours_of_day");
    public static final int HOURS_OF_8H = NEEDS.get("hours_of_8h");
    public static final int HOURS_OF_ROLLING_24H = NEEDS.get("hours_of_rolling_24h");
    public static final int WINDOWS_OF_MDA8 = NEEDS.get("windows_of_mda8");
    public static final int DAYS_OF_YEAR = NEEDS.get("days_of_year");

    private Validity() {}

    /** Minutes that an hour's mean needs: 45 (GB 3095 table 4), of PM2.5 and PM10 as many by a house rule. */
    public static int minutesOfHour(Pollutant pollutant) {
        return NEEDS.get(pollutant.isParticulate() ? "minutes_of_hour_pm" : "minutes_of_hour");
    }

    /** Hours that a rolling mean needs: 6 of 8 for O3, 20 of 24 for the others. */
    public static int hoursOfRolling(Pollutant pollutant) {
        return pollutant == Pollutant.O3 ? HOURS_OF_8H : HOURS_OF_ROLLING_24H;
    }

    /** Valid days that a finished month needs: 27, in February 25. */
    public static int daysOfMonth(int month) {
        return NEEDS.get(month == 2 ? "days_of_february" : "days_of_month");
    }

    /**
     * Valid days that a month needs when only its first days count: its own minimum once it is over, until then 90 % of the days gone
     * (house rule).
     */
    public static int daysOfMonthUntil(LocalDate last) {
        if (last.getDayOfMonth() == last.lengthOfMonth()) {
            return daysOfMonth(last.getMonthValue());
        }
        return ceilingPercent(NEEDS.get("percent_of_unfinished_month"), last.getDayOfMonth());
    }

    /** Member stations that an area's mean needs: 75 % of them, of fewer than four 50 %; none when there is no member. */
    public static int stations(int members) {
        return ceilingPercent(
                NEEDS.get(members < 4 ? "percent_of_stations_under_four" : "percent_of_stations"), members);
    }

    /** How sure we are of a rule of {@code validity.csv}. */
    static String confidence(String rule) {
        return Table.read("validity.csv").stream()
                .filter(row -> row.get("rule").equals(rule))
                .findFirst()
                .orElseThrow()
                .get("confidence");
    }

    private static int ceilingPercent(int percent, int of) {
        return (percent * of + 99) / 100;
    }

    private static Map<String, Integer> load() {
        Map<String, Integer> needs = new HashMap<>();
        for (Table.Row row : Table.read("validity.csv")) {
            needs.put(row.get("rule"), row.integer("needs"));
        }
        return needs;
    }
}
