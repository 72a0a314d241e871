package org.microgram.dashboard.web;

import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionPeriod;
import org.microgram.messages.network.WaterNetwork;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterEdition;
import org.microgram.store.Store;

/** One section over one year: its months, its value to date, the limits that judge it, and its accounts. */
final class SectionYear {

    private final Store store;
    private final WaterNetwork water;

    SectionYear(Store store, WaterNetwork water) {
        this.store = store;
        this.water = water;
    }

    /** @param until the last month that is looked at, such as the newest */
    View of(Section section, YearMonth until) {
        Subject subject = Subject.section(section.id());
        YearMonth first = until.withMonth(1);
        Map<YearMonth, Row> months = byMonth(Measurement.WATER_MONTH, subject, first, until);
        Map<YearMonth, Row> toDate = byMonth(Measurement.WATER_TO_DATE, subject, first, until);
        Map<YearMonth, Row> whole =
                until.getMonth() == Month.DECEMBER ? byMonth(Measurement.WATER_YEAR, subject, first, until) : Map.of();
        YearMonth last = months.keySet().stream().max(YearMonth::compareTo).orElse(until);
        Optional<SectionPeriod> holds = section.on(last.atEndOfMonth());
        SectionAccounts accounts = new SectionAccounts(holds, last);
        List<SectionAccounts.View> ofMonth =
                months.containsKey(last) ? accounts.ofMonth(months.get(last), days(subject, last)) : List.of();
        return new View(
                section.id(),
                section.nameZh(),
                section.nameEn(),
                section.province(),
                holds.map(each -> each.type().code()).orElse(null),
                holds.flatMap(SectionPeriod::target).map(WaterClass::number).orElse(null),
                SectionAbout.of(section, holds, water),
                until.getYear(),
                months.isEmpty() ? null : last.toString(),
                WaterEdition.on(last.atEndOfMonth()).map(WaterEdition::name).orElse(null),
                limits(holds, last),
                months.values().stream().map(SectionFigures::of).toList(),
                toDate.values().stream()
                        .reduce((one, later) -> later)
                        .map(SectionFigures::of)
                        .orElse(null),
                whole.values().stream().map(SectionFigures::of).findFirst().orElse(null),
                units(),
                months.isEmpty() ? List.of() : accounts.ofYear(months.values(), last),
                ofMonth);
    }

    private Map<YearMonth, Row> byMonth(Measurement measurement, Subject subject, YearMonth first, YearMonth last) {
        Map<YearMonth, Row> rows = new TreeMap<>();
        store.scan(
                measurement,
                List.of(subject),
                Hours.startOfDay(first.atDay(1)),
                Hours.startOfDay(last.plusMonths(1).atDay(1)),
                row -> rows.put(RiversOfMonth.monthOf(row), row));
        return rows;
    }

    private List<Row> days(Subject subject, YearMonth month) {
        List<Row> days = new ArrayList<>();
        store.scan(
                Measurement.WATER_DAY,
                List.of(subject),
                Hours.startOfDay(month.atDay(1)),
                Hours.startOfDay(month.plusMonths(1).atDay(1)),
                days::add);
        return days;
    }

    private static List<SectionLimits> limits(Optional<SectionPeriod> holds, YearMonth last) {
        return WaterFields.COLUMNS.stream()
                .flatMap(parameter -> SectionLimits.of(holds, last.atEndOfMonth(), parameter).stream())
                .toList();
    }

    /** Of each parameter; 1 when it has none. */
    static Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        WaterFields.COLUMNS.forEach(parameter -> units.put(parameter.code(), parameter.unit()));
        return units;
    }

    /**
     * The answer of {@code /api/section}.
     *
     * @param standsAt the last month with a row, at whose end type, target, limits and accounts stand; null when there is none
     * @param toDate the year until then; null when there is none
     * @param wholeYear when December is looked at; null before, and when there is none
     * @param units of each parameter; 1 when it has none
     */
    record View(
            String id,
            String nameZh,
            String nameEn,
            String province,
            String type,
            Integer target,
            SectionAbout about,
            int year,
            String standsAt,
            String edition,
            List<SectionLimits> limits,
            List<SectionFigures.Period> months,
            SectionFigures.Period toDate,
            SectionFigures.Period wholeYear,
            Map<String, String> units,
            List<SectionAccounts.View> accountsOfYear,
            List<SectionAccounts.View> accountsOfMonth) {}
}
