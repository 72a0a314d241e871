package org.microgram.messages.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.microgram.standards.Table;
import org.microgram.standards.air.Pollutant;

/** The tables of the law as the oracle reads them: cell by cell, in plain decimals, looked up anew each time. */
final class Law {

    private static final int[] INDEX = {0, 50, 100, 150, 200, 300, 400, 500};

    private static final List<Table.Row> BREAKPOINTS = Table.read("breakpoints.csv");
    private static final List<Table.Row> LIMITS = Table.read("limits.csv");
    private static final List<Table.Row> PROFILES = Table.read("profiles.csv");
    private static final List<Table.Row> DECIMALS = Table.read("published-decimals.csv");
    private static final List<Table.Row> LEVELS = Table.read("levels.csv");
    private static final List<Table.Row> VALIDITY = Table.read("validity.csv");

    private Law() {}

    static int needs(String rule) {
        return VALIDITY.stream()
                .filter(row -> row.get("rule").equals(rule))
                .findFirst()
                .orElseThrow()
                .integer("needs");
    }

    static int level(int aqi) {
        int level = 0;
        for (Table.Row row : LEVELS) {
            if (aqi >= row.integer("from")) {
                level = row.integer("level");
            }
        }
        return level;
    }

    static int neededStations(int members) {
        int percent = needs(members < 4 ? "percent_of_stations_under_four" : "percent_of_stations");
        return new BigDecimal(members * percent)
                .divide(new BigDecimal(100), 0, RoundingMode.CEILING)
                .intValue();
    }

    static int neededInMonth(int month) {
        return needs(month == 2 ? "days_of_february" : "days_of_month");
    }

    /** Until a day: the month's own minimum on its last day, before that 90 % of the days gone. */
    static int neededInMonthUntil(LocalDate last) {
        if (last.plusDays(1).getDayOfMonth() == 1) {
            return neededInMonth(last.getMonthValue());
        }
        return new BigDecimal(last.getDayOfMonth() * needs("percent_of_unfinished_month"))
                .divide(new BigDecimal(100), 0, RoundingMode.CEILING)
                .intValue();
    }

    static Table.Row profile(LocalDate day) {
        return inForce(PROFILES, day);
    }

    static RoundingMode rounding(String cell) {
        return RoundingMode.valueOf(cell.toUpperCase(Locale.ROOT));
    }

    static String edition(LocalDate day) {
        return inForce(BREAKPOINTS, day).get("edition");
    }

    /** The daily limit's row; null before there was one. */
    static Table.Row dailyLimit(LocalDate day, Pollutant p) {
        String averaging = p == Pollutant.O3 ? "mda8" : "day";
        return LIMITS.stream()
                .filter(row -> row.get("pollutant").equals(p.code())
                        && row.get("averaging").equals(averaging)
                        && holds(row, day))
                .findFirst()
                .orElse(null);
    }

    static int decimalsOfMean(Pollutant p, LocalDate last) {
        for (Table.Row row : DECIMALS) {
            if (row.get("pollutant").equals(p.code()) && !last.isBefore(row.date("from"))) {
                return row.integer("decimals");
            }
        }
        return decimals(p);
    }

    static int decimals(Pollutant p) {
        return p == Pollutant.CO ? 1 : 0;
    }

    /** @param instead what counts over the last breakpoint where the table sends to another one; null when there is none */
    static int subIndex(
            LocalDate day,
            String indicator,
            BigDecimal value,
            String otherIndicator,
            BigDecimal instead,
            RoundingMode mode) {
        String edition = edition(day);
        Table.Row row = BREAKPOINTS.stream()
                .filter(r ->
                        r.get("edition").equals(edition) && r.get("indicator").equals(indicator))
                .findFirst()
                .orElseThrow();
        List<BigDecimal> points = new ArrayList<>();
        for (String cell : row.get("points").split(" ")) {
            points.add(new BigDecimal(cell));
        }
        if (value.signum() <= 0) {
            return 0;
        }
        for (int i = 1; i < points.size(); i++) {
            BigDecimal low = points.get(i - 1);
            BigDecimal high = points.get(i);
            if (value.compareTo(high) <= 0) {
                return value.subtract(low)
                        .multiply(new BigDecimal(INDEX[i] - INDEX[i - 1]))
                        .divide(high.subtract(low), 0, mode)
                        .add(new BigDecimal(INDEX[i - 1]))
                        .intValueExact();
            }
        }
        String above = row.get("above");
        if (!above.equals("day") && !above.equals("hour")) {
            return Integer.parseInt(above);
        }
        return instead == null ? INDEX[points.size() - 1] : subIndex(day, otherIndicator, instead, null, null, mode);
    }

    /** The row that holds on the day; the first one for any day before. */
    private static Table.Row inForce(List<Table.Row> rows, LocalDate day) {
        return rows.stream().filter(row -> holds(row, day)).findFirst().orElse(rows.get(0));
    }

    private static boolean holds(Table.Row row, LocalDate day) {
        return !day.isBefore(row.date("from")) && !day.isAfter(row.lastDay("to"));
    }
}
