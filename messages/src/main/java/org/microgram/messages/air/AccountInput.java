package org.microgram.messages.air;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.account.AccountDay;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.figures.AirDay;
import org.microgram.standards.views.DayFigures;

/**
 * What accounts take of a day that has a record: little enough to be kept of every day there ever was.
 *
 * @param day days since 1970-01-01
 * @param receivedAt newest arrival among what the day is made of, ms
 * @param valid the day by indicator; those without a valid value are not in it
 * @param revisions superseded values among what each indicator takes
 */
record AccountInput(int day, long receivedAt, Map<Indicator, AccountDay> valid, Map<Indicator, Integer> revisions) {

    /** @param grade whose daily limit judges */
    static AccountInput of(AirDay day, Collection<Indicator> indicators, int grade) {
        DayFigures figures = DayFigures.of(day);
        Map<Indicator, AccountDay> valid = new EnumMap<>(Indicator.class);
        Map<Indicator, Integer> revisions = new EnumMap<>(Indicator.class);
        for (Indicator indicator : indicators) {
            indicator.read(figures, grade).ifPresent(read -> valid.put(indicator, read));
            revisions.put(indicator, indicator.revision(figures));
        }
        return new AccountInput(day.day(), day.receivedAt(), valid, revisions);
    }

    Optional<AccountDay> valid(Indicator indicator) {
        return Optional.ofNullable(valid.get(indicator));
    }
}
