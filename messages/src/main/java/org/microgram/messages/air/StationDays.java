package org.microgram.messages.air;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.microgram.standards.figures.AirDay;
import org.microgram.standards.figures.AirHour;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.DayRules;
import org.microgram.standards.figures.HourRules;
import org.microgram.standards.ledger.StationDay;

/** The days of one station. */
public final class StationDays implements DaySource {

    private final int grade;
    private final DailyProfile profile;
    private final IntFunction<StationDay> days;

    /**
     * @param grade zone class of the station, 1 or 2
     * @param days gives the day's values; null when nothing was received
     */
    public StationDays(int grade, DailyProfile profile, IntFunction<StationDay> days) {
        this.grade = grade;
        this.profile = profile;
        this.days = days;
    }

    @Override
    public boolean has(int day) {
        return days.apply(day) != null;
    }

    @Override
    public void hours(int day, Consumer<AirHour> out) {
        HourRules.station(days.apply(day - 1), days.apply(day), out);
    }

    @Override
    public AirDay day(int day) {
        return DayRules.station(days.apply(day), grade, profile);
    }
}
