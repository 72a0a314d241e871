package org.microgram.dashboard.explain;

import java.util.ArrayList;
import java.util.List;
import org.microgram.dashboard.explain.Words.Both;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.AirHour;
import org.microgram.standards.screening.Criterion;
import org.microgram.standards.screening.Rule;
import org.microgram.standards.screening.ScreenedDay;

/** What screening found in a station's value, with rule, version, numbers and reason. */
final class Suspicion {

    private Suspicion() {}

    /** Null when nothing is suspect. */
    static Both of(Recount recount, String station, long start, Pollutant p) {
        int day = ChinaTime.dayOf(start);
        ScreenedDay screened = recount.screened(station, day);
        int flags = screened == null ? 0 : screened.flags(ChinaTime.hourOf(start), p.ordinal());
        return of(recount, p, day, flags);
    }

    /** The same, and whether the value stands apart from those of the area's other members. */
    static Both ofMember(Recount recount, AirHour area, String station, Pollutant p) {
        int day = ChinaTime.dayOf(area.startSecond());
        ScreenedDay screened = recount.screened(station, day);
        int flags = screened == null ? 0 : screened.flags(ChinaTime.hourOf(area.startSecond()), p.ordinal());
        boolean apart =
                area.outliers() != null && List.of(area.outliers().split(" ")).contains(station + ":" + p.code());
        return of(recount, p, day, apart ? flags | Rule.NEIGHBOURS.flag() : flags);
    }

    private static Both of(Recount recount, Pollutant p, int day, int flags) {
        if (flags == 0) {
            return null;
        }
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (Rule rule : Rule.ALL) {
            if ((flags & rule.flag()) != 0) {
                // The rule of PM2.5 over PM10 stands under PM2.5 and flags both.
                Pollutant of = rule == Rule.PM25_OVER_PM10 ? Pollutant.PM25 : p;
                Criterion criterion = recount.criterion(rule, of, day).orElseThrow();
                String by = " [" + rule.code() + " v" + rule.version() + ": " + criterion.print() + "; "
                        + criterion.reason() + "]";
                zh.add(found(rule).zh() + by);
                en.add(found(rule).en() + by);
            }
        }
        return new Both(String.join("; ", zh), String.join("; ", en));
    }

    private static Both found(Rule rule) {
        return switch (rule) {
            case RANGE -> new Both("超出可信范围", "outside the plausible range");
            case CEILING -> new Both("等于仪器量程上限,复核前不计", "where the instrument's scale ends; left out until reviewed");
            case STUCK -> new Both("数值长时间不变", "stands still");
            case JUMP -> new Both("突跳", "jumps against both neighbouring hours");
            case PM25_OVER_PM10 -> new Both("PM2.5 高于 PM10", "PM2.5 over PM10");
            case LOW -> new Both("零值或低值", "zero or too low");
            case NEIGHBOURS -> new Both("与其他站点相差悬殊", "far from the other stations");
        };
    }
}
