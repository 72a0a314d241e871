package org.microgram.messages.air;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.figures.AirDay;
import org.microgram.standards.figures.AirHour;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.DayRules;
import org.microgram.standards.figures.HourRules;
import org.microgram.standards.figures.MonitoringPlan;
import org.microgram.standards.ledger.AreaDay;
import org.microgram.standards.ledger.StationDay;

/** The days of one area, from its members' days: from their values that count. */
public final class AreaDays implements DaySource {

    /**
     * What does not change while a configuration holds: members by day, grades, and the figures of days already counted. Kept by the
     * operator between calls, for a year to date asks for every day of the year again.
     */
    public static final class Memory {

        private record Counted(AreaDay block, AirDay figures) {}

        private final Network network;
        private final String area;
        private final DailyProfile profile;
        private final MonitoringPlan plan;
        private final Map<String, Integer> grades = new HashMap<>();
        private final Map<Integer, List<String>> members = new HashMap<>();
        private final Map<Integer, Counted> counted = new HashMap<>();

        public Memory(Network network, String area) {
            this.network = network;
            this.area = area;
            this.profile = DailyProfile.of(network.dailyProfile());
            this.plan = network.plan(Subject.area(area));
            network.stations().forEach((Station s) -> grades.put(s.id(), s.grade()));
        }

        private List<String> members(int day) {
            return members.computeIfAbsent(day, d -> network.members(area, LocalDate.ofEpochDay(d)));
        }

        private AirDay figures(AreaDay block) {
            Counted known = counted.get(block.day());
            if (known != null && known.block == block) {
                return known.figures;
            }
            List<String> members = members(block.day());
            List<AirDay> stations = new ArrayList<>(members.size());
            for (String member : members) {
                StationDay day = block.station(member);
                if (day != null) {
                    stations.add(DayRules.station(
                            day,
                            grades.get(member),
                            profile,
                            MonitoringPlan.ALL_SIX,
                            network.events().out(member, block.day())));
                }
            }
            AirDay figures = DayRules.area(block.day(), stations, members.size(), profile, plan);
            counted.put(block.day(), new Counted(block, figures));
            return figures;
        }
    }

    private final Memory memory;
    private final IntFunction<AreaDay> days;

    /** @param days gives the blocks that stations sent for the day; null when none did */
    public AreaDays(Memory memory, IntFunction<AreaDay> days) {
        this.memory = memory;
        this.days = days;
    }

    /** Whether any station that is a member on that day sent anything for it. */
    @Override
    public boolean has(int day) {
        AreaDay block = days.apply(day);
        return block != null && !block.of(memory.members(day)).isEmpty();
    }

    @Override
    public void hours(int day, Consumer<AirHour> out) {
        AreaDay block = days.apply(day);
        if (block == null) {
            return;
        }
        AreaDay earlier = days.apply(day - 1);
        List<String> members = memory.members(day);
        List<StationDay> before = new ArrayList<>(members.size());
        List<StationDay> today = new ArrayList<>(members.size());
        for (String member : members) {
            before.add(earlier == null ? null : earlier.station(member));
            today.add(block.station(member));
        }
        HourRules.area(
                day,
                before,
                today,
                members.size(),
                hour -> memory.network.screening().outliers(day, members, today, hour),
                out);
    }

    @Override
    public boolean looksAhead() {
        return false;
    }

    @Override
    public AirDay day(int day) {
        return memory.figures(days.apply(day));
    }
}
