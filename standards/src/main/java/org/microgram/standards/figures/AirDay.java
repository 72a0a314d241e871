package org.microgram.standards.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.air.Aqi;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.air.Unconfirmed;
import org.microgram.standards.events.EventRegime;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;

/**
 * All figures of one natural day of a station or an area: the means of five pollutants, the MDA8 of O3, sub-indices and daily AQI.
 * Everything above the day (month, to date, year) is made of these.
 *
 * <p>Of a day that a confirmed exceptional event touches there are two values of a particulate: of all its hours, which the AQI and every count of
 * days rest on, and {@link #assessed} without the event's, which means and percentiles rest on (definitions §10).
 */
public final class AirDay {

    /** No rounded value. */
    public static final long NONE = Long.MIN_VALUE;

    private final int day;
    private final Fraction[] exact = new Fraction[Pollutant.COUNT];
    private final int[] had = new int[Pollutant.COUNT];
    private final int[] needed = new int[Pollutant.COUNT];
    private final Status[] status = new Status[Pollutant.COUNT];
    private final int[] revisions = new int[Pollutant.COUNT];
    private final States[] states = new States[Pollutant.COUNT];
    private boolean o3ByExceedance;
    private Fraction greatestO3Hour;
    private long receivedAt = Long.MIN_VALUE;
    private DayIndex index;
    private Set<Pollutant> notMonitored = Set.of();
    private int unconfirmed;
    private LessEvents[] lessEvents;
    private final SortedSet<String> events = new TreeSet<>();

    /** What is left of a pollutant's day without the hours of confirmed events; how many it needs stays. */
    public record LessEvents(Fraction exact, int had, Status status) {}

    AirDay(int day) {
        this.day = day;
    }

    void set(Pollutant p, Fraction value, int count, int minimum, boolean counts) {
        int i = p.ordinal();
        exact[i] = value;
        had[i] = count;
        needed[i] = minimum;
        status[i] = value == null ? Status.NONE : counts ? Status.OK : Status.BELOW_MINIMUM;
    }

    void setLessEvents(Pollutant p, Fraction value, int count, boolean counts) {
        if (lessEvents == null) {
            lessEvents = new LessEvents[Pollutant.COUNT];
        }
        lessEvents[p.ordinal()] =
                new LessEvents(value, count, value == null ? Status.NONE : counts ? Status.OK : Status.BELOW_MINIMUM);
    }

    void touchedBy(Collection<String> ids) {
        events.addAll(ids);
        if (!ids.isEmpty() && !EventRegime.isConfirmed(ChinaTime.date(day))) {
            restsOn(Unconfirmed.EXCEPTIONAL_EVENTS.bit());
        }
    }

    void addRevision(Pollutant p, int superseded) {
        revisions[p.ordinal()] += superseded;
    }

    void setStates(Pollutant p, States of) {
        states[p.ordinal()] = of;
    }

    void arrived(long at) {
        receivedAt = Math.max(receivedAt, at);
    }

    void countsByExceedance() {
        o3ByExceedance = true;
    }

    void greatestO3Hour(Fraction value) {
        greatestO3Hour = value;
    }

    void restsOn(int bits) {
        unconfirmed |= bits;
    }

    /** Sub-indices of the rounded valid values by the edition in force, then the AQI if the day's profile gives one. */
    AirDay judge(DailyProfile profile, MonitoringPlan plan) {
        LocalDate date = ChinaTime.date(day);
        notMonitored = plan.exempt(date);
        index = new DayIndex(
                p -> isValid(p) ? exact(p) : null, greatestO3Hour, SubIndex.on(date), profile, notMonitored);
        return this;
    }

    /** The pollutants that the monitoring plan leaves out on the day. */
    public Set<Pollutant> notMonitored() {
        return notMonitored;
    }

    /** Days since 1970-01-01. */
    public int day() {
        return day;
    }

    /** The exact value in µg/m³ (CO mg/m³); null when there is none. */
    public Fraction exact(Pollutant p) {
        return exact[p.ordinal()];
    }

    /** Rounded half-even to the pollutant's decimals, counted in units of the last of them; {@link #NONE} when there is none. */
    public long rounded(Pollutant p) {
        Fraction value = exact[p.ordinal()];
        return value == null ? NONE : value.rounded(p.decimals(), Rounding.HALF_EVEN);
    }

    /** Hours or 8-hour windows (station), stations (area) it had. */
    public int had(Pollutant p) {
        return had[p.ordinal()];
    }

    public int needed(Pollutant p) {
        return needed[p.ordinal()];
    }

    public Status status(Pollutant p) {
        return status[p.ordinal()];
    }

    public boolean isValid(Pollutant p) {
        return status[p.ordinal()] == Status.OK;
    }

    /** Without the hours of confirmed events; null when none touches the pollutant's day. */
    public LessEvents lessEvents(Pollutant p) {
        return lessEvents == null ? null : lessEvents[p.ordinal()];
    }

    /** The value that means and percentiles rest on: without the hours of confirmed events; null when there is none. */
    public Fraction assessed(Pollutant p) {
        LessEvents less = lessEvents(p);
        return less == null ? exact(p) : less.exact();
    }

    /** Whether that value enters means and percentiles. */
    public boolean isAssessed(Pollutant p) {
        LessEvents less = lessEvents(p);
        return (less == null ? status(p) : less.status()) == Status.OK;
    }

    /** That value rounded as {@link #rounded} is. */
    public long assessedRounded(Pollutant p) {
        Fraction value = assessed(p);
        return value == null ? NONE : value.rounded(p.decimals(), Rounding.HALF_EVEN);
    }

    /** Ids of the confirmed events that touch the day. */
    public SortedSet<String> events() {
        return Collections.unmodifiableSortedSet(events);
    }

    /** How far the hourly values that count of a pollutant have been reviewed, whether or not they are enough. */
    public States states(Pollutant p) {
        return states[p.ordinal()];
    }

    /** Superseded values among a pollutant's inputs. */
    public int revision(Pollutant p) {
        return revisions[p.ordinal()];
    }

    /** Superseded values among all inputs. */
    public int revision() {
        int sum = 0;
        for (int each : revisions) {
            sum += each;
        }
        return sum;
    }

    /** Whether the MDA8 has fewer windows than it needs and counts because it exceeds the limit. */
    public boolean o3ByExceedance() {
        return o3ByExceedance;
    }

    /** The sub-index, or {@link SubIndex#NONE}. */
    public int subIndex(Pollutant p) {
        return index.subIndex(p);
    }

    public Aqi aqi() {
        return index.aqi();
    }

    public Status aqiStatus() {
        return index.status();
    }

    /** How many of the six pollutants are valid. */
    public int inputsPresent() {
        int valid = 0;
        for (Status each : status) {
            valid += each == Status.OK ? 1 : 0;
        }
        return valid;
    }

    public String edition() {
        return index.edition().edition();
    }

    /** Bit set of {@link org.microgram.standards.air.Unconfirmed} that it rests on. */
    public int unconfirmed() {
        return unconfirmed | index.unconfirmed();
    }

    /** Newest arrival among the inputs, ms. */
    public long receivedAt() {
        return receivedAt;
    }
}
