package org.microgram.messages.air;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.microgram.standards.figures.AirDay;
import org.microgram.standards.figures.AirHour;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.DayRules;
import org.microgram.standards.figures.HourRules;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.screening.Screening;

/** The days of one station. */
public final class StationDays implements DaySource {

    private final int grade;
    private final DailyProfile profile;
    private final Screening screening;
    private final IntFunction<StationDay> days;

    /**
     * @param grade zone class of the station, 1 or 2
     * @param days gives the day's values as received; null when nothing was
     */
    public StationDays(int grade, DailyProfile profile, Screening screening, IntFunction<StationDay> days) {
        this.grade = grade;
        this.profile = profile;
        this.screening = screening;
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
                    before == null ? null : screening.counting(before),
                    screening.screen(before, received, days.apply(day + 1)),
                    out);
        }
    }

    @Override
    public boolean looksAhead() {
        return true;
    }

    @Override
    public AirDay day(int day) {
        return DayRules.station(screening.counting(days.apply(day)), grade, profile);
    }
}
