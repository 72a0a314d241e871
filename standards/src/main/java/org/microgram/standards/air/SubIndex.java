package org.microgram.standards.air;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/**
 * The individual air quality index (IAQI) of one indicator by the tables of an edition: {@code breakpoints.csv}, {@code indicators.csv} and
 * {@code rules.csv} of its folder.
 *
 * <p><b>Rule.</b> HJ 633, formula 1: {@code (IHi − ILo) / (BPHi − BPLo) · (C − BPLo) + ILo} between the two breakpoints around C, then
 * rounded: by the text to the next integer, by the publication profile of 2017–2021 half-up. A concentration under zero (noise of an
 * instrument in clean air) has the sub-index of zero.
 *
 * <p><b>Units.</b> Concentrations scaled (see {@link Scaled}), in µg/m³, of CO in mg/m³.
 */
public final class SubIndex implements Serializable {

    private static final long serialVersionUID = 1;

    /** No sub-index: there is no concentration. */
    public static final int NONE = -1;

    private static final int[] INDEX = {0, 50, 100, 150, 200, 300, 400, 500};

    /**
     * One row of {@code breakpoints.csv}.
     *
     * @param points scaled concentrations at the indices 0, 50, 100 …, ascending
     * @param above what a concentration over the last one gives: a sub-index, {@code day} or {@code hour}
     * @param aboveConfidence how sure that is
     */
    record Scale(long[] points, String above, String aboveConfidence) implements Serializable {

        boolean sendsElsewhere() {
            return above.equals("day") || above.equals("hour");
        }

        long last() {
            return points[points.length - 1];
        }
    }

    /**
     * The rules of an edition besides its breakpoints.
     *
     * @param input how a concentration is rounded before it enters the index
     * @param inputConfidence how sure that is
     * @param index how a sub-index is rounded
     * @param primaryOver an AQI over it has primary pollutants
     * @param incompleteOver the AQI of a day that lacks a pollutant is given only over this; null leaves it to the daily profile
     * @param exempts whether a day is complete without a pollutant that the monitoring plan leaves out
     */
    record Rules(
            Rounding input,
            String inputConfidence,
            Rounding index,
            int primaryOver,
            Integer incompleteOver,
            boolean exempts)
            implements Serializable {}

    private final String edition;
    private final Map<String, Scale> scales;
    private final Map<Pollutant, String> daily;
    private final Map<Pollutant, String> hourly;
    private final Rules rules;

    /**
     * @param scales by indicator
     * @param daily which indicator's breakpoints judge a pollutant's day
     * @param hourly and which its hour
     */
    SubIndex(
            String edition,
            Map<String, Scale> scales,
            Map<Pollutant, String> daily,
            Map<Pollutant, String> hourly,
            Rules rules) {
        this.edition = edition;
        this.scales = Map.copyOf(scales);
        this.daily = Map.copyOf(daily);
        this.hourly = Map.copyOf(hourly);
        this.rules = rules;
    }

    /** The index at a breakpoint, counted from 0: 0, 50, 100 … (table 1 of every edition of HJ 633). */
    public static int atBreakpoint(int number) {
        return INDEX[number];
    }

    /** How many breakpoints an indicator can have. */
    static int mostBreakpoints() {
        return INDEX.length;
    }

    /** The edition in force on a day of sampling; that of 2012 for any earlier day, as no index existed. */
    public static SubIndex on(LocalDate day) {
        for (Edition each : Editions.ofIndexEditions()) {
            if (each.holdsOn(day)) {
                return each.index();
            }
        }
        return Editions.ofIndexEditions().get(0).index();
    }

    /** A national edition by name: {@code HJ 633-2012}. */
    public static SubIndex edition(String name) {
        return Editions.ofIndexEditions().stream()
                .map(Edition::index)
                .filter(e -> e.edition.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no edition " + name + "; there are "
                        + Editions.ofIndexEditions().stream().map(Edition::name).toList()));
    }

    public String edition() {
        return edition;
    }

    /** The concentrations at the indices 0, 50, 100 … of an indicator such as {@code CO_hour}, scaled. */
    public long[] points(String indicator) {
        return scales.get(indicator).points.clone();
    }

    /** What a concentration over the last breakpoint gives: a sub-index, or {@code day} or {@code hour} for that indicator's table. */
    public String above(String indicator) {
        return scales.get(indicator).above;
    }

    /** An AQI over this has primary pollutants. */
    public int primaryOver() {
        return rules.primaryOver;
    }

    /** How a sub-index is rounded by the text. */
    public Rounding rounding() {
        return rules.index;
    }

    /** How sure we are of how a concentration is rounded before it enters the index: {@code high}, {@code house rule}. */
    public String inputConfidence() {
        return rules.inputConfidence;
    }

    /** A concentration as it enters the index, scaled: rounded to the pollutant's decimals. */
    public long input(Pollutant pollutant, Fraction exact) {
        return exact.rounded(pollutant.decimals(), rules.input)
                * Scaled.powerOfTen(Scaled.DIGITS - pollutant.decimals());
    }

    /**
     * Whether the AQI of a day is given.
     *
     * @param complete all six are valid, or {@link #exemptsNotMonitored exempt}
     * @param byProfile what the daily profile says where the edition leaves it to it
     */
    public boolean gives(Aqi candidate, boolean complete, boolean byProfile) {
        return rules.incompleteOver == null ? byProfile : complete || candidate.value() > rules.incompleteOver;
    }

    /** Whether a day is complete without a pollutant that the monitoring plan leaves out ("/"). */
    public boolean exemptsNotMonitored() {
        return rules.exempts;
    }

    /** Whether the value is over the last breakpoint, and what it then gives is not confirmed. */
    public boolean isUnconfirmedAbove(Pollutant pollutant, long value) {
        Scale scale = scales.get(daily.get(pollutant));
        return value > scale.last() && !scale.aboveConfidence.equals("high");
    }

    /**
     * Of a day's mean; of O3 that of the MDA8, and over its last breakpoint where the edition says so that of the greatest hour.
     *
     * @param value scaled, rounded already as definitions §2 says
     * @param greatestHour the day's greatest hour of O3, scaled; ignored for the others
     */
    public int daily(Pollutant pollutant, long value, long greatestHour, Rounding rounding) {
        return of(daily.get(pollutant), value, pollutant.code() + "_hour", greatestHour, rounding);
    }

    /**
     * Of one hour: particulates by the daily breakpoints, gases by their hourly ones.
     *
     * @param value the hour's value, or for particulates what the profile takes instead of it
     * @param rolling the mean of the last 24 hours, for SO2 over its last breakpoint; {@link Long#MIN_VALUE} when there is none
     */
    public int hourly(Pollutant pollutant, long value, long rolling, Rounding rounding) {
        return of(hourly.get(pollutant), value, pollutant.code() + "_day", rolling, rounding);
    }

    /** Of an indicator by its name in {@code breakpoints.csv}: {@code CO_hour}. */
    public int of(String indicator, long value, Rounding rounding) {
        return of(indicator, value, null, Long.MIN_VALUE, rounding);
    }

    private int of(String indicator, long value, String other, long otherValue, Rounding rounding) {
        Scale scale = scales.get(indicator);
        long[] bp = scale.points;
        if (value <= bp[0]) {
            return INDEX[0];
        }
        for (int i = 1; i < bp.length; i++) {
            long low = bp[i - 1];
            long high = bp[i];
            if (value <= high) {
                long rise = Math.multiplyExact(INDEX[i] - INDEX[i - 1], value - low);
                return INDEX[i - 1] + (int) rounding.divide(rise, high - low);
            }
        }
        if (!scale.sendsElsewhere()) {
            return Integer.parseInt(scale.above);
        }
        int last = INDEX[bp.length - 1];
        if (otherValue == Long.MIN_VALUE) {
            return last;
        }
        return of(other, otherValue, null, Long.MIN_VALUE, rounding);
    }
}
