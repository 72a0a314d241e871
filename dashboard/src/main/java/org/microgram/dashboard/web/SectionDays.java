package org.microgram.dashboard.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.microgram.messages.network.Section;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.water.WaterParameter;
import org.microgram.store.Store;

/**
 * The days of a section that have samples, and what in them was no plain value: below detection, not measured ({@code *}), no value
 * ({@code --}). A day without a sample has no row.
 */
final class SectionDays {

    private final Store store;

    SectionDays(Store store) {
        this.store = store;
    }

    /** @param last day, included */
    View of(Section section, LocalDate first, LocalDate last) {
        List<SectionFigures.Period> days = new ArrayList<>();
        scan(Measurement.WATER_DAY, section, first, last, row -> days.add(SectionFigures.of(row)));
        Map<LocalDate, Map<WaterParameter, int[]>> odd = new TreeMap<>();
        scan(Measurement.WATER_SAMPLE, section, first, last, row -> {
            LocalDate day = Hours.dayOf(row.key().startSecond() + Hours.HOUR);
            for (WaterParameter parameter : WaterFields.COLUMNS) {
                SectionSamples.Said said = SectionSamples.said(row, parameter);
                int[] counts = odd.computeIfAbsent(day, each -> new TreeMap<>())
                        .computeIfAbsent(parameter, each -> new int[3]);
                counts[0] += said.below() != null ? 1 : 0;
                counts[1] += "*".equals(said.absent()) ? 1 : 0;
                counts[2] += "--".equals(said.absent()) ? 1 : 0;
            }
        });
        List<Mark> marks = new ArrayList<>();
        odd.forEach((day, byParameter) -> byParameter.forEach((parameter, n) -> {
            if (n[0] + n[1] + n[2] > 0) {
                marks.add(new Mark(day.toString(), parameter.code(), n[0], n[1], n[2]));
            }
        }));
        return new View(section.id(), first.toString(), last.toString(), days, marks);
    }

    private void scan(Measurement measurement, Section section, LocalDate first, LocalDate last, Consumer<Row> each) {
        store.scan(
                measurement,
                List.of(Subject.section(section.id())),
                Hours.startOfDay(first),
                Hours.startOfDay(last.plusDays(1)),
                each::accept);
    }

    /**
     * The answer of {@code /api/section/days}.
     *
     * @param marks only of days and parameters that have one
     */
    record View(String id, String from, String to, List<SectionFigures.Period> days, List<Mark> marks) {}

    /** How many samples of a day were below detection, not measured, without a value. */
    record Mark(String day, String parameter, int below, int notMeasured, int noValue) {}
}
