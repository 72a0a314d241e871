package org.microgram.standards.figures;

import java.util.Arrays;
import org.microgram.standards.air.Aqi;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.PublicationProfile;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.air.Unconfirmed;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/**
 * All figures of one hour of a station or an area: the six hourly means, the six rolling means, sub-indices and AQI.
 *
 * <p>Means are exact: numerator (scaled) over denominator, denominator 0 where there is none. Index 0–5 are the hour's values, 6–11 the
 * rolling means (O3: 8 hours; the others: 24), both in {@link Pollutant} order.
 */
public final class AirHour {

    /** Twelve means. */
    public static final int MEANS = 2 * Pollutant.COUNT;

    /** No value. */
    public static final long NONE = Long.MIN_VALUE;

    private final long startSecond;
    private final int needed;
    private final long[] numerators;
    private final long[] denominators;
    private final int[] had;
    private final int belowMinimum;
    private final int revision;
    private final long receivedAt;
    private final int[] flags;
    private final long[] shown;
    private final String outliers;
    private final PublicationProfile profile;
    private final SubIndex edition;
    private final boolean area;
    private final int memberRule;
    private final int[] subIndices = new int[Pollutant.COUNT];
    private final Aqi aqi;

    AirHour(Means means, long startSecond, PublicationProfile profile, SubIndex edition, boolean area) {
        this.startSecond = startSecond;
        this.needed = means.needed;
        this.numerators = means.numerators;
        this.denominators = means.denominators;
        this.had = means.had;
        this.belowMinimum = means.belowMinimum;
        this.revision = means.revision;
        this.receivedAt = means.receivedAt;
        this.flags = means.flags;
        this.shown = means.shown;
        this.outliers = means.outliers;
        this.profile = profile;
        this.edition = edition;
        this.area = area;
        this.memberRule = means.memberRule;
        for (Pollutant p : Pollutant.ALL) {
            subIndices[p.ordinal()] = subIndex(p);
        }
        this.aqi = Aqi.of(subIndices, edition.primaryOver());
    }

    /** The means of an hour while they are gathered. */
    static final class Means {
        final long[] numerators = new long[MEANS];
        final long[] denominators = new long[MEANS];
        final int[] had = new int[MEANS];
        int belowMinimum;
        int needed = 1;
        int memberRule;
        int revision;
        long receivedAt = Long.MIN_VALUE;
        int[] flags;
        long[] shown;
        String outliers;

        /** A value that is there and does not count: one input of which none is valid. */
        void setExcluded(int index, long value) {
            numerators[index] = value;
            denominators[index] = 1;
            belowMinimum |= 1 << index;
        }

        /** What was received, where another value counts in its place. */
        void show(int pollutant, long value) {
            if (shown == null) {
                shown = new long[Pollutant.COUNT];
                Arrays.fill(shown, NONE);
            }
            shown[pollutant] = value;
        }

        void flag(int pollutant, int bits) {
            if (bits != 0) {
                flags = flags == null ? new int[Pollutant.COUNT] : flags;
                flags[pollutant] = bits;
            }
        }

        void set(int index, long numerator, long denominator, int count, int minimum) {
            numerators[index] = numerator;
            denominators[index] = denominator;
            had[index] = count;
            if (count > 0 && count < minimum) {
                belowMinimum |= 1 << index;
            }
        }
    }

    /** Seconds since 1970 UTC at which the hour begins. */
    public long startSecond() {
        return startSecond;
    }

    public boolean has(int index) {
        return denominators[index] != 0;
    }

    public long numerator(int index) {
        return numerators[index];
    }

    public long denominator(int index) {
        return denominators[index];
    }

    /** Hours (a station's rolling mean) or member stations (an area's mean) it rests on. */
    public int had(int index) {
        return had[index];
    }

    /** Member stations needed, of an area; 1 of a station. */
    public int needed() {
        return needed;
    }

    /** Bit set over the twelve means: those that lack inputs; of a station's hour also a value that is excluded until it is reviewed. */
    public int belowMinimum() {
        return belowMinimum;
    }

    /** Whether the mean exists and has what it needs. */
    public boolean isValid(int index) {
        return has(index) && (belowMinimum & 1 << index) == 0;
    }

    /** The hour's value: of a station as received, of an area rounded half-even; scaled, or {@link #NONE}. */
    public long hourly(Pollutant p) {
        int i = p.ordinal();
        if (!has(i)) {
            return NONE;
        }
        return area ? rounded(p, i, Rounding.HALF_EVEN) : shown == null || shown[i] == NONE ? numerators[i] : shown[i];
    }

    /** The rolling mean, rounded as the profile says; scaled, or {@link #NONE}. */
    public long rolling(Pollutant p) {
        int i = Pollutant.COUNT + p.ordinal();
        return has(i) ? rounded(p, i, profile.rolling()) : NONE;
    }

    /** The sub-index, or {@link SubIndex#NONE}. */
    public int subIndex(int pollutant) {
        return subIndices[pollutant];
    }

    public Aqi aqi() {
        return aqi;
    }

    public int revision() {
        return revision;
    }

    /** Newest arrival among the values of this hour, ms. */
    public long receivedAt() {
        return receivedAt;
    }

    /** What is suspect in a station's value: bit set of {@link org.microgram.standards.screening.Rule#flag()}. */
    public int flags(int pollutant) {
        return flags == null ? 0 : flags[pollutant];
    }

    /** Members of an area whose values stand apart from the others', with the pollutant; null when none does. */
    public String outliers() {
        return outliers;
    }

    public PublicationProfile profile() {
        return profile;
    }

    /** Bit set of {@link Unconfirmed} that the hour rests on. */
    public int unconfirmed() {
        int bits = 0;
        for (Pollutant p : Pollutant.ALL) {
            if (p != Pollutant.O3 && has(Pollutant.COUNT + p.ordinal())) {
                bits |= Unconfirmed.ROLLING_24H.bit();
            }
        }
        if (!area) {
            return bits;
        }
        // Of an area each value is rounded before it enters the index; a station's value is taken as it came.
        if (aqi.exists() && !edition.inputConfidence().equals("high")) {
            bits |= Unconfirmed.INPUT_ROUNDING.bit();
        }
        return bits | memberRule;
    }

    /** The edition of the index: {@code HJ 633-2012}. */
    public String edition() {
        return edition.edition();
    }

    /** Indices rest on rounded concentrations (definitions §2), and only on means that have what they need. */
    private int subIndex(Pollutant p) {
        int i = p.ordinal();
        int rollingIndex = Pollutant.COUNT + i;
        long rollingMean = isValid(rollingIndex) ? rolling(p) : NONE;
        if (p.isParticulate() && profile.particulatesByRollingMean()) {
            return rollingMean == NONE ? SubIndex.NONE : edition.hourly(p, rollingMean, NONE, profile.index());
        }
        return isValid(i)
                ? edition.hourly(p, rounded(p, i, Rounding.HALF_EVEN), rollingMean, profile.index())
                : SubIndex.NONE;
    }

    private long rounded(Pollutant p, int index, Rounding rounding) {
        long unit = Scaled.powerOfTen(Scaled.DIGITS - p.decimals());
        return rounding.divide(numerators[index], Math.multiplyExact(denominators[index], unit)) * unit;
    }

    @Override
    public String toString() {
        return startSecond + " " + Arrays.toString(numerators) + " / " + Arrays.toString(denominators) + " AQI "
                + aqi.value();
    }
}
