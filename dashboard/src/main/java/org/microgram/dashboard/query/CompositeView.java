package org.microgram.dashboard.query;

import java.util.Optional;
import java.util.stream.Collectors;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.views.CompositeIndex;
import org.microgram.standards.views.SpanFigures;
import org.microgram.standards.views.Statistic;

/** The composite index of a span as a row; none where a pollutant has no value. */
final class CompositeView {

    private CompositeView() {}

    static Optional<Row> row(Subject subject, SpanFigures figures, DailyProfile profile, String config) {
        return CompositeIndex.of(figures).map(index -> row(index, subject, figures, profile, config));
    }

    private static Row row(
            CompositeIndex index, Subject subject, SpanFigures figures, DailyProfile profile, String config) {
        ViewRow row = ViewRow.of(Measurement.AIR_COMPOSITE, subject, figures.span(), "")
                .span(figures.span(), figures.through())
                .rounded("composite", index.total())
                .text("main", index.main().stream().map(Pollutant::code).collect(Collectors.joining(" ")))
                .text("status", index.status().code());
        for (Pollutant p : Pollutant.ALL) {
            Optional<Rounded> concentration = Statistic.judging(
                            p, figures.span().lastDay())
                    .of(figures, profile)
                    .map(Statistic.Value::published);
            row.rounded(p.column(), concentration)
                    .rounded("index_" + p.column(), index.ratios().get(p));
        }
        return row.origin(figures, profile, PeriodView.marks(figures), index.confidence(), config)
                .inputs(figures.revision(), figures.receivedAt())
                .build();
    }
}
