package org.microgram.standards.account;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.microgram.standards.air.Level;
import org.microgram.standards.air.Limits;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.PublishedDecimals;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.views.DayFigures;

/** What a target is set for, and which number of a day goes into it. */
public enum Indicator {
    /** Mean of the exact valid daily means of PM2.5, µg/m³. */
    PM25_MEAN("pm25_mean", "PM2.5", "mean", false),
    /** 90th percentile of the rounded daily MDA8 of O3, µg/m³ (HJ 663). */
    O3_P90("o3_p90", "O3", "p90_mda8", false),
    /** Days with an AQI of level 1 or 2 (优良天): at least so many. */
    GOOD_DAYS("good_days", "AQI", "good_days", true),
    /** Days with an AQI of level 5 or 6 (重污染天): at most so many. */
    HEAVY_DAYS("heavy_days", "AQI", "heavy_days", true);

    private static final int LAST_GOOD_LEVEL = 2;
    private static final int FIRST_HEAVY_LEVEL = 5;

    private final String code;
    private final String parameter;
    private final String statistic;
    private final boolean count;

    Indicator(String code, String parameter, String statistic, boolean count) {
        this.code = code;
        this.parameter = parameter;
        this.statistic = statistic;
        this.count = count;
    }

    /** As written in files: {@code pm25_mean}. */
    public String code() {
        return code;
    }

    /** As views of changes name it: {@code PM2.5}, {@code AQI}. */
    public String parameter() {
        return parameter;
    }

    /** As views of changes name it: {@code mean}. */
    public String statistic() {
        return statistic;
    }

    /** Whether days are counted; else it is a concentration. */
    public boolean isCount() {
        return count;
    }

    /** The highest AQI with which a day does not go wrong: good up to 100, not heavy up to 200 (HJ 633 table 2). */
    public int highestAqi() {
        return switch (this) {
            case GOOD_DAYS -> Level.all().get(LAST_GOOD_LEVEL).from() - 1;
            case HEAVY_DAYS -> Level.all().get(FIRST_HEAVY_LEVEL - 1).from() - 1;
            default -> throw new IllegalStateException(code + " is a concentration and counts no days");
        };
    }

    /** {@code d} or {@code µg/m³}. */
    public String unit() {
        return count ? "d" : "µg/m³";
    }

    /**
     * How a figure is judged when nothing else is said: rounded as it is published.
     *
     * @param last the period's last day
     */
    public JudgedAt asPublished(LocalDate last) {
        return JudgedAt.halfEven(this == PM25_MEAN ? PublishedDecimals.ofMean(Pollutant.PM25, last) : 0);
    }

    public static Optional<Indicator> find(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Indicator::code).toList();
    }

    /**
     * The day as the account takes it, of PM2.5 without the hours of confirmed events, in every year alike; whether it is over the limit and its
     * level are those of all hours, for counts of days keep events (definitions §10); empty when it has no valid value, or for counts no AQI.
     *
     * @param grade 1 or 2, whose daily limit judges (GB 3095)
     */
    public Optional<AccountDay> read(DayFigures day, int grade) {
        int level = day.hasAqi() ? Level.of(day.aqi()).number() : AccountDay.NO_LEVEL;
        return switch (this) {
            case PM25_MEAN -> concentration(day, Pollutant.PM25, false, grade, level);
            case O3_P90 -> concentration(day, Pollutant.O3, true, grade, level);
            case GOOD_DAYS -> counted(day, level, level <= LAST_GOOD_LEVEL);
            case HEAVY_DAYS -> counted(day, level, level >= FIRST_HEAVY_LEVEL);
        };
    }

    /** Superseded values among what the indicator takes of the day. */
    public int revision(DayFigures day) {
        return switch (this) {
            case PM25_MEAN -> day.of(Pollutant.PM25).revision();
            case O3_P90 -> day.of(Pollutant.O3).revision();
            default ->
                day.six().stream().mapToInt(DayFigures.OfPollutant::revision).sum();
        };
    }

    private static Optional<AccountDay> concentration(
            DayFigures day, Pollutant p, boolean rounded, int grade, int level) {
        if (!day.isValid(p)) {
            return Optional.empty();
        }
        // Daily values are rounded first, then compared with the limit (definitions §2).
        Fraction asJudged = Fraction.of(day.rounded(p), Scaled.powerOfTen(p.decimals()));
        boolean over = Limits.knows(day.date())
                && Fraction.of(day.measuredRounded(p), Scaled.powerOfTen(p.decimals()))
                                .compareTo(Fraction.ofScaled(
                                        Limits.daily(day.date(), p).of(grade), 1))
                        > 0;
        return Optional.of(new AccountDay(day.date(), rounded ? asJudged : day.exact(p), over, level));
    }

    private static Optional<AccountDay> counted(DayFigures day, int level, boolean counts) {
        return level == AccountDay.NO_LEVEL
                ? Optional.empty()
                : Optional.of(new AccountDay(day.date(), counts ? Fraction.of(1) : Fraction.ZERO, counts, level));
    }
}
