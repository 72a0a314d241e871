package org.microgram.dashboard.query;

import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.views.Change;
import org.microgram.standards.views.CompositeIndex;
import org.microgram.standards.views.Span;
import org.microgram.standards.views.SpanChange;
import org.microgram.standards.views.Statistic;
import org.microgram.standards.views.SubjectDays;

/**
 * Changes of a subject's figures as rows: each against our base, and once more against every base that somebody published; of counts between
 * editions besides those on one base.
 */
final class ChangeView {

    /** The source of a base that is our own figure. */
    static final String OURS = "ours";

    private final PublishedBases published;
    private final String config;

    ChangeView(PublishedBases published, String config) {
        this.published = published;
        this.config = config;
    }

    List<Row> rows(Subject subject, Span span, SubjectDays days) {
        List<Row> rows = new ArrayList<>();
        for (SpanChange.Against against : SpanChange.Against.values()) {
            for (Statistic statistic : Statistic.ALL) {
                SpanChange.all(statistic, against, span, days).forEach(change -> add(rows, subject, change, days));
            }
        }
        return rows;
    }

    private void add(List<Row> rows, Subject subject, SpanChange change, SubjectDays days) {
        if (change.baseValue().isPresent()) {
            rows.add(row(subject, change, OURS, days));
        }
        if (change.published().isPresent()) {
            return; // what others published is held against what was published
        }
        for (PublishedBases.Base base : published.of(
                subject.id(),
                change.statistic().code(),
                change.statistic().parameter(),
                change.base().toString())) {
            rows.add(row(subject, change.against(base.value()), base.source(), days));
        }
    }

    private Row row(Subject subject, SpanChange change, String source, SubjectDays days) {
        Statistic statistic = change.statistic();
        String variant = String.join(
                        " ",
                        statistic.parameter(),
                        statistic.code(),
                        change.against().code(),
                        source)
                + change.published()
                        .flatMap(p -> change.basis())
                        .map(on -> " " + on)
                        .orElse("");
        var figures = days.figures(change.now()).orElseThrow();
        ViewRow row = ViewRow.of(Measurement.AIR_CHANGE, subject, change.now(), variant)
                .span(change.now(), figures.through())
                .statistic(statistic)
                .text("against", change.against().code())
                .text("base_period", change.base().toString())
                .text("base_source", source);
        value(row, "now", change.nowValue());
        change.baseValue().ifPresent(base -> value(row, "base", base));
        change.change().ifPresent(c -> row.rounded("difference", c.difference())
                .rounded("rate", c.ratePercent())
                .text("direction", c.direction().code()));
        change.matched().filter(m -> source.equals(OURS)).ifPresent(matched -> row.number(
                        "matched_days", matched.days())
                .text("matched_now_exact", matched.now().toString())
                .text("matched_base_exact", matched.base().toString())
                .rounded("matched_difference", Rounded.of(matched.difference(), 2)));
        change.converted().ifPresent(c -> converted(row, c));
        change.basis().ifPresent(on -> row.text("basis", on));
        change.published().ifPresent(p -> row.rounded("now_published", p.now()).rounded("base_published", p.base()));
        String confidence = statistic.equals(Statistic.COMPOSITE)
                ? CompositeIndex.of(figures).map(CompositeIndex::confidence).orElse(null)
                : null;
        return row.origin(figures, days.profile(), change.marks(), confidence, config)
                .inputs(change.revision(), change.receivedAt())
                .build();
    }

    private static void value(ViewRow row, String side, Statistic.Value value) {
        row.rounded(side, value.published())
                .text(side + "_exact", value.exact().toString())
                .text(side + "_status", value.status().code());
        if (value.needed() > 0) { // of a published base nobody knows its days
            row.number(side + "_had", value.had()).number(side + "_needed", value.needed());
        }
    }

    private static void converted(ViewRow row, Change change) {
        row.rounded("now_298k", change.now())
                .rounded("base_298k", change.base())
                .rounded("rate_298k", change.ratePercent());
    }
}
