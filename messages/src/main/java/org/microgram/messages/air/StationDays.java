package org.microgram.messages.air;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.microgram.standards.events.ExcludedHours;
import org.microgram.standards.figures.AirDay;
import org.microgram.standards.figures.AirHour;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.DayRules;
import org.microgram.standards.figures.HourRules;
import org.microgram.standards.figures.MonitoringPlan;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.screening.Screening;

/** The days of one station. */
public final class StationDays implements DaySource {

    private record Counted(StationDay received, StationDay counting) {}

    private final int grade;
    private final DailyProfile profile;
    private final Screening screening;
    private final MonitoringPlan plan;
    private final IntFunction<ExcludedHours> out;
    private final IntFunction<StationDay> days;
    private final Map<Integer, Counted> counted = new HashMap<>();

    /** Of a station that monitors all six. */
    public StationDays(int grade, DailyProfile profile, Screening screening, IntFunction<StationDay> days) {
        this(grade, profile, screening, MonitoringPlan.ALL_SIX, day -> ExcludedHours.NONE, days);
    }

    /**
     * @param grade zone class of the station, 1 or 2
     * @param out gives the hours of a day that confirmed events take out of the means
     * @param days gives the day's values as received; null when nothing was
     */
    public StationDays(
            int grade,
            DailyProfile profile,
            Screening screening,
            MonitoringPlan plan,
            IntFunction<ExcludedHours> out,
            IntFunction<StationDay> days) {
        this.grade = grade;
        this.profile = profile;
        this.screening = screening;
        this.plan = plan;
        this.out = out;
        this.days = days;
    }

    @Override
    public boolean has(int day) {
        return days.apply(day) != null;
    }

    @Override
    public void hours(int day, Consumer<AirHour> out) {
        StationDay received = days.apply(day);
        if (received != null) {
            StationDay before = days.apply(day - 1);
            HourRules.station(
                    counting(day - 1), screening.screen(before, received, counting(day), days.apply(day + 1)), out);
        }
    }

    @Override
    public boolean looksAhead() {
        return true;
    }

    @Override
    public AirDay day(int day) {
        return DayRules.station(counting(day), grade, profile, plan, out.apply(day));
    }

    /** The values of the day that count, worked out once: a year to date asks for every day of the year again. */
    private StationDay counting(int day) {
        StationDay received = days.apply(day);
        if (received == null) {
            return null;
        }
        Counted known = counted.get(day);
        if (known == null || known.received != received) {
            known = new Counted(received, screening.counting(received));
            counted.put(day, known);
        }
        return known.counting;
    }
}
