package org.microgram.dashboard.review;

import java.util.List;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.screening.Rule;
import org.microgram.standards.screening.ScreenedDay;
import org.microgram.standards.screening.Screening;

/** What the rules suspect of the hours of a station; asked in order of time it screens each day once. */
final class SuspectHours {

    private final HourDays days;
    private final Screening screening;
    private final Outliers outliers;
    private int screenedDay = Integer.MIN_VALUE;
    private ScreenedDay screened;

    SuspectHours(HourDays days, Screening screening, Outliers outliers) {
        this.days = days;
        this.screening = screening;
        this.outliers = outliers;
    }

    /** Codes of the rules that suspect it, in their order. */
    List<String> rules(HourSlot slot) {
        int flags = flags(slot);
        return flags == 0
                ? List.of()
                : Rule.ALL.stream()
                        .filter(rule -> (flags & rule.flag()) != 0)
                        .map(Rule::code)
                        .toList();
    }

    private int flags(HourSlot slot) {
        int day = ChinaTime.dayOf(slot.start());
        if (day != screenedDay) {
            screenedDay = day;
            screened = days.values(day) == null
                    ? null
                    : screening.screen(days.values(day - 1), days.values(day), days.values(day + 1));
        }
        int own = screened == null
                ? 0
                : screened.flags(
                        ChinaTime.hourOf(slot.start()), slot.pollutant().ordinal());
        return outliers.contain(slot.start(), slot.pollutant()) ? own | Rule.NEIGHBOURS.flag() : own;
    }
}
