package org.microgram.standards.views;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.microgram.standards.Table;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;

/**
 * The temperature that concentrations of gases refer to, by day ({@code views/gas-state.csv}). Particulates are at ambient conditions or at
 * one state throughout and are never converted (definitions §7).
 *
 * @param name {@code 273K}
 * @param factor multiplies a concentration at this state to give it at the state in force last
 */
public record GasState(String name, LocalDate from, LocalDate to, Fraction factor, String clause) {

    private static final List<GasState> GASES = load();

    private static final GasState PARTICULATE =
            new GasState("particulate", LocalDate.MIN, LocalDate.MAX, Fraction.of(1), "");

    /** The state of a day's concentrations. */
    public static GasState on(LocalDate day, Pollutant p) {
        if (p.isParticulate()) {
            return PARTICULATE;
        }
        return GASES.stream()
                .filter(state -> !day.isBefore(state.from) && !day.isAfter(state.to))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No reference state of gases covers " + day + "; add its row to views/gas-state.csv."));
    }

    /** Whether days of a span are at more than one state. */
    public static boolean isMixed(Span span, Pollutant p) {
        return !on(span.firstDay(), p).equals(on(span.lastDay(), p));
    }

    /** Whether the two spans, one held against the other, hold days at different states. */
    public static boolean isMixed(Span now, Span base, Pollutant p) {
        return isMixed(now, p) || isMixed(base, p) || !on(now.lastDay(), p).equals(on(base.lastDay(), p));
    }

    /** The day with its gases at the state in force last: what a comparison across the change is given with besides. */
    public static DayFigures converted(DayFigures day) {
        List<DayFigures.OfPollutant> six = new ArrayList<>(Pollutant.COUNT);
        for (Pollutant p : Pollutant.ALL) {
            DayFigures.OfPollutant of = day.of(p);
            six.add(
                    of.exact() == null
                            ? of
                            : new DayFigures.OfPollutant(
                                    of.exact().times(on(day.date(), p).factor()), of.status(), of.revision()));
        }
        return new DayFigures(day.date(), six, day.aqi(), day.inputs(), day.edition(), day.receivedAt());
    }

    private static List<GasState> load() {
        List<GasState> states = new ArrayList<>();
        for (Table.Row row : Table.read("views/gas-state.csv")) {
            states.add(new GasState(
                    row.get("state"),
                    row.get("from").isEmpty() ? LocalDate.MIN : row.date("from"),
                    row.lastDay("to"),
                    Fraction.parse(row.get("factor")),
                    row.get("clause")));
        }
        return List.copyOf(states);
    }
}
