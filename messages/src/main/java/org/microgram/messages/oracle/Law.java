package org.microgram.messages.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.microgram.standards.Table;
import org.microgram.standards.air.Pollutant;

/** The tables of the law as the oracle reads them: cell by cell, in plain decimals, looked up anew each time. */
final class Law {

    private static final int[] INDEX = {0, 50, 100, 150, 200, 300, 400, 500};

    /** A folder of tables as the oracle reads it: its name, its days, and the rows of the one table that it is asked for. */
    private record Edition(String name, LocalDate from, LocalDate to, List<Table.Row> rows) {

        static List<Edition> of(String table, String... folders) {
            return Arrays.stream(folders)
                    .map(folder -> new Edition(
                            key(folder, "name", ""),
                            LocalDate.parse(key(folder, "from", "")),
                            LocalDate.parse(key(folder, "to", "9999-12-31")),
                            Table.read("editions/" + folder + "/" + table)))
                    .toList();
        }

        private static String key(String folder, String key, String absent) {
            return Table.read("editions/" + folder + "/edition.csv").stream()
                    .filter(row -> row.get("key").equals(key))
                    .map(row -> row.get("value"))
                    .findFirst()
                    .orElse(absent);
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private static final List<Edition> INDICES = Edition.of("breakpoints.csv", "hj633-2012", "hj633-2026");
    private static final List<Edition> LIMITS =
            Edition.of("limits.csv", "gb3095-2012", "gb3095-2026-transition", "gb3095-2026-final");
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
        return index(day).name;
    }

    private static Edition index(LocalDate day) {
        return INDICES.stream().filter(e -> e.holds(day)).findFirst().orElse(INDICES.get(0));
    }

    /** The name of the edition of limits in force; null before there was one. */
    static String limits(LocalDate day) {
        return LIMITS.stream()
                .filter(e -> e.holds(day))
                .map(Edition::name)
                .findFirst()
                .orElse(null);
    }

    /** The daily limit's row; null before there was one. */
    static Table.Row dailyLimit(LocalDate day, Pollutant p) {
        String averaging = p == Pollutant.O3 ? "mda8" : "day";
        return LIMITS.stream()
                .filter(e -> e.holds(day))
                .flatMap(e -> e.rows.stream())
                .filter(row -> row.get("pollutant").equals(p.code())
                        && row.get("averaging").equals(averaging))
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

    /** Whether the value is over the last breakpoint, and the table says nothing of it, so that 500 is only a convention. */
    static boolean endsBelow(LocalDate day, String indicator, BigDecimal value) {
        Table.Row row = index(day).rows.stream()
                .filter(r -> r.get("indicator").equals(indicator))
                .findFirst()
                .orElseThrow();
        String points = row.get("points");
        BigDecimal last = new BigDecimal(points.substring(points.lastIndexOf(' ') + 1));
        return value.compareTo(last) > 0 && row.get("above").equals("500");
    }

    /** @param instead what counts over the last breakpoint where the table sends to another one; null when there is none */
    static int subIndex(
            LocalDate day,
            String indicator,
            BigDecimal value,
            String otherIndicator,
            BigDecimal instead,
            RoundingMode mode) {
        Table.Row row = index(day).rows.stream()
                .filter(r -> r.get("indicator").equals(indicator))
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
