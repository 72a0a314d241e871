package org.microgram.dashboard.query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.views.Mark;
import org.microgram.standards.views.Span;
import org.microgram.standards.views.SpanFigures;
import org.microgram.standards.views.SpearmanTrend;
import org.microgram.standards.views.Statistic;
import org.microgram.standards.views.SubjectDays;

/** The trend of each pollutant over the consecutive years that end with a year and have enough days. */
final class TrendView {

    private static final int R_DIGITS = 4;

    private final String config;

    TrendView(String config) {
        this.config = config;
    }

    List<Row> rows(Subject subject, int year, SubjectDays days) {
        List<Row> rows = new ArrayList<>();
        for (Pollutant p : Pollutant.ALL) {
            Statistic statistic = Statistic.judging(p, Span.year(year).lastDay());
            days.figures(Span.year(year))
                    .ifPresent(last -> rows.add(row(subject, statistic, last, years(statistic, year, days), days)));
        }
        return rows;
    }

    /** The run of years with a value that is ok, up to as many as there are critical values for. */
    private static List<SpanFigures> years(Statistic statistic, int last, SubjectDays days) {
        List<SpanFigures> years = new ArrayList<>();
        for (int year = last; years.size() < SpearmanTrend.YEARS_AT_MOST; year--) {
            Optional<SpanFigures> figures = days.figures(Span.year(year))
                    .filter(SpanFigures::isFinished)
                    .filter(f -> statistic
                            .of(f, days.profile())
                            .filter(value -> value.status() == Status.OK)
                            .isPresent());
            if (figures.isEmpty()) {
                break;
            }
            years.add(0, figures.get());
        }
        return years;
    }

    /** @param years may be none: the row says so */
    private Row row(Subject subject, Statistic statistic, SpanFigures last, List<SpanFigures> years, SubjectDays days) {
        List<Rounded> values = years.stream()
                .map(figures ->
                        statistic.of(figures, days.profile()).orElseThrow().published())
                .toList();
        SpanFigures first = years.isEmpty() ? last : years.get(0);
        // Not Span.of: three years would be called the mean of three years.
        Span span = new Span(Span.Kind.MONTHS, first.span().first(), last.span().last());
        ViewRow row = ViewRow.of(Measurement.AIR_TREND, subject, span, statistic.parameter())
                .statistic(statistic)
                .number("first_year", first.span().first().getYear())
                .number("years", years.size())
                .number("needed", SpearmanTrend.YEARS_NEEDED)
                .text("values", values.stream().map(Rounded::toString).collect(Collectors.joining(" ")));
        Optional<SpearmanTrend> trend = SpearmanTrend.of(values);
        trend.ifPresent(t -> row.rounded("rs", Rounded.of(t.rs(), R_DIGITS))
                .text("rs_exact", t.rs().toString())
                .rounded("critical", Rounded.of(t.critical(), R_DIGITS))
                .rounded("critical_strong", Rounded.of(t.criticalStrong(), R_DIGITS))
                .text("trend", t.verdict()));
        row.text("status", (trend.isPresent() ? Status.OK : Status.BELOW_MINIMUM).code());
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        boolean gas = !statistic.pollutant().isParticulate();
        if (gas && years.stream().anyMatch(y -> y.of(statistic.pollutant()).mixedState())) {
            marks.add(Mark.MIXED_STATE);
        }
        if (years.stream().anyMatch(statistic::isLessEvents)) {
            marks.add(Mark.EVENTS_OUT);
        }
        List<SpanFigures> inputs = years.isEmpty() ? List.of(last) : years;
        return row.origin(
                        last,
                        days.profile(),
                        marks,
                        trend.map(SpearmanTrend::confidence).orElse(null),
                        config)
                .inputs(
                        inputs.stream().mapToInt(statistic::revision).sum(),
                        inputs.stream().mapToLong(SpanFigures::receivedAt).max().orElseThrow())
                .build();
    }
}
