package org.microgram.standards.air;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.microgram.standards.Table;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/**
 * The individual air quality index (IAQI) of one indicator by the breakpoints of an edition of HJ 633.
 *
 * <p><b>Rule.</b> Formula 1: {@code (IHi − ILo) / (BPHi − BPLo) · (C − BPLo) + ILo} between the two breakpoints around C, then rounded:
 * by the text to the next integer, by the publication profile of 2017–2021 half-up. A concentration under zero (noise of an instrument in
 * clean air) has the sub-index of zero.
 *
 * <p><b>Units.</b> Concentrations scaled (see {@link Scaled}), in µg/m³, of CO in mg/m³.
 */
public final class SubIndex {

    /** No sub-index: there is no concentration. */
    public static final int NONE = -1;

    private static final int[] INDEX = {0, 50, 100, 150, 200, 300, 400, 500};

    private static final List<SubIndex> EDITIONS = load();

    private final String edition;
    private final LocalDate from;
    private final LocalDate to;
    private final Map<String, long[]> points = new HashMap<>();
    private final Map<String, String> above = new HashMap<>();

    /** The index at a breakpoint, counted from 0: 0, 50, 100 … (table 1 of every edition of HJ 633). */
    public static int atBreakpoint(int number) {
        return INDEX[number];
    }

    private SubIndex(String edition, LocalDate from, LocalDate to) {
        this.edition = edition;
        this.from = from;
        this.to = to;
    }

    /** The edition in force on a day of sampling; that of 2012 for any earlier day, as no index existed. */
    public static SubIndex on(LocalDate day) {
        for (SubIndex each : EDITIONS) {
            if (!day.isBefore(each.from) && !day.isAfter(each.to)) {
                return each;
            }
        }
        return EDITIONS.get(0);
    }

    /** An edition by name: {@code HJ 633-2012}. */
    public static SubIndex edition(String name) {
        return EDITIONS.stream()
                .filter(e -> e.edition.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no edition " + name + "; there are "
                        + EDITIONS.stream().map(SubIndex::edition).toList()));
    }

    public String edition() {
        return edition;
    }

    /**
     * Of a day's mean; of O3 that of the MDA8, and over its last breakpoint where the edition says so that of the greatest hour.
     *
     * @param value scaled, rounded already as definitions §2 says
     * @param greatestHour the day's greatest hour of O3, scaled; ignored for the others
     */
    public int daily(Pollutant pollutant, long value, long greatestHour, Rounding rounding) {
        String indicator = pollutant == Pollutant.O3 ? "O3_8h" : pollutant.code() + "_day";
        return of(indicator, value, "O3_hour", greatestHour, rounding);
    }

    /**
     * Of one hour: particulates by the daily breakpoints, gases by their hourly ones.
     *
     * @param value the hour's value, or for particulates what the profile takes instead of it
     * @param rolling the mean of the last 24 hours, for SO2 over its last breakpoint; {@link Long#MIN_VALUE} when there is none
     */
    public int hourly(Pollutant pollutant, long value, long rolling, Rounding rounding) {
        String indicator = pollutant.code() + (pollutant.isParticulate() ? "_day" : "_hour");
        return of(indicator, value, pollutant.code() + "_day", rolling, rounding);
    }

    /** Of an indicator by its name in {@code breakpoints.csv}: {@code CO_hour}. */
    public int of(String indicator, long value, Rounding rounding) {
        return of(indicator, value, null, Long.MIN_VALUE, rounding);
    }

    private int of(String indicator, long value, String other, long otherValue, Rounding rounding) {
        long[] bp = points.get(indicator);
        if (value <= bp[0]) {
            return INDEX[0];
        }
        for (int i = 1; i < bp.length; i++) {
            if (value <= bp[i]) {
                long rise = Math.multiplyExact(INDEX[i] - INDEX[i - 1], value - bp[i - 1]);
                return INDEX[i - 1] + (int) rounding.divide(rise, bp[i] - bp[i - 1]);
            }
        }
        String rule = above.get(indicator);
        if (!rule.equals("day") && !rule.equals("hour")) {
            return Integer.parseInt(rule);
        }
        int last = INDEX[bp.length - 1];
        if (other == null || otherValue == Long.MIN_VALUE) {
            return last;
        }
        return of(other, otherValue, null, Long.MIN_VALUE, rounding);
    }

    private static List<SubIndex> load() {
        Map<String, SubIndex> byName = new HashMap<>();
        List<SubIndex> editions = new ArrayList<>();
        for (Table.Row row : Table.read("breakpoints.csv")) {
            SubIndex edition = byName.computeIfAbsent(row.get("edition"), name -> {
                SubIndex made = new SubIndex(name, row.date("from"), row.lastDay("to"));
                editions.add(made);
                return made;
            });
            String[] cells = row.get("points").split(" ", -1);
            long[] scaled = new long[cells.length];
            for (int i = 0; i < cells.length; i++) {
                scaled[i] = Scaled.parse(cells[i]);
            }
            edition.points.put(row.get("indicator"), scaled);
            edition.above.put(row.get("indicator"), row.get("above"));
        }
        return List.copyOf(editions);
    }
}
