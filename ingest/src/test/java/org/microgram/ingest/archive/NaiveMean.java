package org.microgram.ingest.archive;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.microgram.ingest.Collected;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.number.Fraction;

/** Means of the city, counted the long way from the values of its stations. */
final class NaiveMean {

    private NaiveMean() {}

    /** Hour by hour, station by station, day by day: 20 hours of a day, three quarters of the members, every valid day alike. */
    static Fraction ofCity(ArchiveLedger years, Pollutant p, YearMonth month, LongPredicate counts) {
        List<Fraction> days = new ArrayList<>();
        for (LocalDate date = month.atDay(1); !date.isAfter(month.atEndOfMonth()); date = date.plusDays(1)) {
            List<String> members = Collected.BEIJING.members("beijing", date);
            List<Fraction> stations = new ArrayList<>();
            for (String member : members) {
                StationDay day = years.day(member, date);
                List<Fraction> values = new ArrayList<>();
                for (int hour = 0; day != null && hour < 24; hour++) {
                    if (day.hasValue(hour, p.ordinal()) && counts.test(ChinaTime.startOf(date) + hour * 3600L)) {
                        values.add(Fraction.ofScaled(day.value(hour, p.ordinal()), 1));
                    }
                }
                if (values.size() >= 20) {
                    stations.add(mean(values));
                }
            }
            if (!stations.isEmpty() && 4 * stations.size() >= 3 * members.size()) {
                days.add(mean(stations));
            }
        }
        return mean(days);
    }

    private static Fraction mean(List<Fraction> values) {
        return values.stream().reduce(Fraction.ZERO, Fraction::plus).dividedBy(values.size());
    }
}
