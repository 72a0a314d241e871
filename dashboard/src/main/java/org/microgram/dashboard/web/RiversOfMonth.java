package org.microgram.dashboard.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.microgram.messages.network.River;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionPeriod;
import org.microgram.messages.network.WaterNetwork;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.water.WaterClass;
import org.microgram.store.Store;

/**
 * All sections in one month: rivers in the order of {@code config/rivers.yaml}, and beside them the sections whose place in a river
 * is not known. None is left out: one without a class says why.
 */
final class RiversOfMonth {

    private static final int MONTHS_BEFORE = 3;

    private final Store store;
    private final WaterNetwork water;

    RiversOfMonth(Store store, WaterNetwork water) {
        this.store = store;
        this.water = water;
    }

    /** The newest month that any section has a row of; empty when there is none at all. */
    Optional<YearMonth> newest() {
        return water.sections().stream()
                .flatMap(each -> store.latest(Measurement.WATER_MONTH, Subject.section(each.id())).stream())
                .map(RiversOfMonth::monthOf)
                .max(YearMonth::compareTo);
    }

    View of(YearMonth month) {
        Map<String, Map<YearMonth, Row>> rows = new HashMap<>();
        store.scan(
                Measurement.WATER_MONTH,
                List.of(),
                Hours.startOfDay(month.minusMonths(MONTHS_BEFORE).atDay(1)),
                Hours.startOfDay(month.plusMonths(1).atDay(1)),
                row -> rows.computeIfAbsent(row.subject().id(), id -> new HashMap<>())
                        .put(monthOf(row), row));
        Map<String, OfSection> sections = new HashMap<>();
        water.sections()
                .forEach(each -> sections.put(each.id(), section(each, month, rows.getOrDefault(each.id(), Map.of()))));

        TreeSet<String> tray = new TreeSet<>(sections.keySet());
        List<OfRiver> rivers = new ArrayList<>();
        for (River river : water.rivers()) {
            List<OfSection> inOrder =
                    river.sections().stream().map(sections::get).toList();
            river.sections().forEach(tray::remove);
            rivers.add(new OfRiver(river.id(), river.nameZh(), river.nameEn(), emptyToNull(river.joins()), inOrder));
        }
        return new View(
                month.toString(),
                sum(sections.values().stream().toList()),
                rivers,
                tray.stream().map(sections::get).toList());
    }

    private static Sum sum(List<OfSection> sections) {
        List<OfSection> classed =
                sections.stream().filter(each -> each.waterClass() != null).toList();
        List<OfSection> assessed =
                classed.stream().filter(each -> "ok".equals(each.status())).toList();
        int good = (int) assessed.stream()
                .filter(each -> each.waterClass() <= WaterClass.III.number())
                .count();
        List<Name> worst = assessed.stream()
                .filter(each -> each.waterClass() == WaterClass.WORSE_THAN_V.number())
                .map(each -> new Name(each.id(), each.nameZh(), each.nameEn()))
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        return new Sum(
                sections.size(),
                assessed.size(),
                classed.size() - assessed.size(),
                sections.size() - classed.size(),
                good,
                worst);
    }

    private static OfSection section(Section section, YearMonth month, Map<YearMonth, Row> rows) {
        Optional<SectionPeriod> period = section.on(month.atEndOfMonth());
        List<Before> before = new ArrayList<>();
        for (int back = MONTHS_BEFORE; back > 0; back--) {
            YearMonth earlier = month.minusMonths(back);
            Row row = rows.get(earlier);
            before.add(new Before(
                    earlier.toString(),
                    row == null ? null : Figures.integer(row, "class"),
                    row == null ? null : row.text("status")));
        }
        Row row = rows.get(month);
        String why = row == null ? (period.isEmpty() ? "not_in_service" : "no_row") : row.text("not_assessed");
        return new OfSection(
                section.id(),
                section.nameZh(),
                section.nameEn(),
                section.province(),
                period.map(each -> each.type().code()).orElse(null),
                period.flatMap(SectionPeriod::target).map(WaterClass::number).orElse(null),
                row == null ? null : Figures.integer(row, "class"),
                row == null ? null : row.text("status"),
                row == null ? null : row.text("attained"),
                words(row, "governing"),
                words(row, "main_pollutants"),
                words(row, "over_target"),
                row == null ? null : Figures.integer(row, "samples"),
                row == null ? null : Figures.integer(row, "revision"),
                why,
                before);
    }

    private static List<String> words(Row row, String field) {
        String text = row == null ? null : row.text(field);
        return text == null || text.isBlank() ? List.of() : List.of(text.split(" "));
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    static YearMonth monthOf(Row row) {
        LocalDate last = Hours.dayOf(row.key().endSecond());
        return YearMonth.from(last);
    }

    /** The answer of {@code /api/rivers}. */
    record View(String month, Sum sum, List<OfRiver> rivers, List<OfSection> withoutOrder) {}

    /** All sections are the assessed ones, those with too few values, and those without a class. */
    record Sum(int sections, int assessed, int tooFew, int notAssessed, int toClassIII, List<Name> worseThanV) {}

    record Name(String id, String nameZh, String nameEn) {}

    /** @param joins id of the river that it flows into; null when it reaches the sea, or it is not known */
    record OfRiver(String id, String nameZh, String nameEn, String joins, List<OfSection> sections) {}

    /**
     * @param waterClass 1 to 6, 6 is worse than V; null when it is not assessed
     * @param why there is no class; null when there is one
     * @param before the months before, the earliest first
     */
    record OfSection(
            String id,
            String nameZh,
            String nameEn,
            String province,
            String type,
            Integer target,
            Integer waterClass,
            String status,
            String attained,
            List<String> governing,
            List<String> mainPollutants,
            List<String> overTarget,
            Integer samples,
            Integer revision,
            String why,
            List<Before> before) {}

    record Before(String month, Integer waterClass, String status) {}
}
