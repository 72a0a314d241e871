package org.microgram.dashboard.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.figures.Period;
import org.microgram.store.Store;

/** The rows of ours that published figures are held against. */
final class OurFigures {

    private final Store store;

    OurFigures(Store store) {
        this.store = store;
    }

    /** The row of a year, or of a year to date: of its last day, or of the last one before it that has a row. */
    Optional<Row> of(Subject subject, Period period) {
        Row[] last = {null};
        long first = ChinaTime.startOf(period.first());
        boolean year = period.kind() == Period.Kind.YEAR;
        store.scan(
                year ? Measurement.AIR_YEAR : Measurement.AIR_TO_DATE,
                List.of(subject),
                first,
                year ? first + 1 : ChinaTime.startOf(period.last().plusDays(1)),
                row -> last[0] = row);
        return Optional.ofNullable(last[0]);
    }

    /** The days of a period that have a row, in order. */
    List<Row> days(Subject subject, Period period) {
        List<Row> days = new ArrayList<>();
        store.scan(
                Measurement.AIR_DAY,
                List.of(subject),
                ChinaTime.startOf(period.first()),
                ChinaTime.startOf(period.last().plusDays(1)),
                days::add);
        return days;
    }
}
