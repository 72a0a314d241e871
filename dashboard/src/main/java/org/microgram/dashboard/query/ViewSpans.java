package org.microgram.dashboard.query;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.rows.Measurement;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.views.Span;
import org.microgram.standards.views.SubjectDays;

/** Which spans a view has rows of, between two moments. */
record ViewSpans(Measurement measurement, long fromSecond, long toSecond) {

    /** Nothing earlier and nothing later is looked for. */
    private static final int FIRST_YEAR = 1971;

    private static final int LAST_YEAR = 2199;

    List<Span> spans(SubjectDays days) {
        List<Span> spans = new ArrayList<>();
        if (days.first() == null) {
            return spans;
        }
        YearMonth now = YearMonth.from(days.asOf());
        // A quarter or year that is under way ends after now; nothing that is shown ends later than its year does.
        YearMonth end = now.withMonth(12);
        for (YearMonth month = YearMonth.from(days.first()); !month.isAfter(end); month = month.plusMonths(1)) {
            for (Span.Kind kind : kinds()) {
                Span.ending(kind, month)
                        .filter(span -> isShown(span, now, days))
                        .ifPresent(spans::add);
            }
        }
        return spans;
    }

    private List<Span.Kind> kinds() {
        return switch (measurement) {
            case AIR_ROLLING12 -> List.of(Span.Kind.ROLLING_12);
            case AIR_QUARTER -> List.of(Span.Kind.QUARTER);
            case AIR_HALF_YEAR -> List.of(Span.Kind.HALF_YEAR);
            case AIR_THREE_YEARS -> List.of(Span.Kind.THREE_YEARS);
            case AIR_TREND -> List.of(Span.Kind.YEAR);
            default ->
                List.of(Span.Kind.MONTH, Span.Kind.QUARTER, Span.Kind.HALF_YEAR, Span.Kind.YEAR, Span.Kind.TO_DATE);
        };
    }

    private boolean isShown(Span span, YearMonth now, SubjectDays days) {
        long anchor = measurement.anchor(
                ChinaTime.startOf(span.firstDay()),
                ChinaTime.startOf(span.lastDay().plusDays(1)));
        boolean begun = !span.firstDay().isAfter(days.asOf());
        boolean over = !span.lastDay().isAfter(days.asOf());
        boolean whole =
                switch (span.kind()) {
                    case ROLLING_12, THREE_YEARS -> over;
                    case TO_DATE -> !span.last().isAfter(now);
                    default -> begun && (over || measurement != Measurement.AIR_TREND);
                };
        return whole && anchor >= fromSecond && anchor < toSecond;
    }

    /** How far back days are needed: of whole years, so that nothing falls short at the edge. */
    LocalDate firstDay() {
        int years =
                switch (measurement) {
                    case AIR_TREND -> LAST_YEAR;
                    case AIR_THREE_YEARS -> 3;
                    default -> 1;
                };
        return LocalDate.of(Math.max(FIRST_YEAR, year(fromSecond) - years), 1, 1);
    }

    LocalDate lastDay() {
        return LocalDate.of(Math.min(LAST_YEAR, year(toSecond)), 12, 31);
    }

    private static int year(long second) {
        return ChinaTime.date(ChinaTime.dayOf(second)).getYear();
    }
}
