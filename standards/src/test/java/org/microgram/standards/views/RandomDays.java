package org.microgram.standards.views;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.number.Fraction;

/** Days as a store might hold them: gaps, invalid ones, areas' fractions. */
final class RandomDays {

    private RandomDays() {}

    static List<DayFigures> between(String first, String last, Random random) {
        List<DayFigures> days = new ArrayList<>();
        int invalid = 2 + random.nextInt(40);
        for (LocalDate day = LocalDate.parse(first); !day.isAfter(LocalDate.parse(last)); day = day.plusDays(1)) {
            if (random.nextInt(60) > 0) {
                days.add(day(day, random, invalid));
            }
        }
        return days;
    }

    private static DayFigures day(LocalDate date, Random random, int invalid) {
        List<DayFigures.OfPollutant> six = new ArrayList<>();
        int inputs = 0;
        for (Pollutant p : Pollutant.ALL) {
            if (random.nextInt(50) == 0) {
                six.add(DayFigures.OfPollutant.NONE);
                continue;
            }
            Status status = random.nextInt(invalid) == 0 ? Status.BELOW_MINIMUM : Status.OK;
            inputs += status == Status.OK ? 1 : 0;
            long most = p == Pollutant.CO ? 5_000 : 250_000;
            Fraction value = Fraction.of(1 + random.nextInt((int) most), 1000L * (1 + random.nextInt(12)));
            six.add(new DayFigures.OfPollutant(value, status, random.nextInt(3)));
        }
        int aqi = random.nextInt(10) == 0 ? SubIndex.NONE : random.nextInt(300);
        return new DayFigures(date, six, aqi, inputs, "HJ 633-2012", 1000L * date.toEpochDay());
    }

    /** One day with all six valid and the same. */
    static DayFigures of(LocalDate date, long value, int aqi, String edition) {
        return of(date, Fraction.of(value), aqi, edition);
    }

    static DayFigures of(LocalDate date, Fraction value, int aqi, String edition) {
        List<DayFigures.OfPollutant> six = new ArrayList<>();
        Pollutant.ALL.forEach(p -> six.add(new DayFigures.OfPollutant(value, Status.OK, 0)));
        return new DayFigures(date, six, aqi, Pollutant.COUNT, edition, 0);
    }
}
