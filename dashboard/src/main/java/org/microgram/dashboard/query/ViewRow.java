package org.microgram.dashboard.query;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Limits;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.views.Mark;
import org.microgram.standards.views.Span;
import org.microgram.standards.views.SpanFigures;
import org.microgram.standards.views.Statistic;
import org.microgram.standards.views.ViewRule;

/** What the rows of all views have in common. */
final class ViewRow {

    private final Measurement measurement;
    private final Row.Builder row;

    private ViewRow(Measurement measurement, Row.Builder row) {
        this.measurement = measurement;
        this.row = row;
    }

    static ViewRow of(Measurement measurement, Subject subject, Span span, String variant) {
        return new ViewRow(
                measurement,
                Row.builder(new RowKey(
                        measurement,
                        subject,
                        ChinaTime.startOf(span.firstDay()),
                        ChinaTime.startOf(span.lastDay().plusDays(1)),
                        variant)));
    }

    ViewRow span(Span span, LocalDate through) {
        return text("period", span.toString())
                .text("period_kind", span.kind().code())
                .text("through", through.toString());
    }

    ViewRow statistic(Statistic statistic) {
        return text("parameter", statistic.parameter())
                .text("statistic", statistic.code())
                .text("unit", statistic.unit());
    }

    /**
     * What a row rests on.
     *
     * @param confidence of the rule; null for that of the span's days
     */
    ViewRow origin(SpanFigures figures, DailyProfile profile, Set<Mark> marks, String confidence, String config) {
        LocalDate last = figures.span().lastDay();
        text("marks", Mark.codes(marks));
        text(
                "confidence",
                confidence == null ? ViewRule.of(figures.span().kind()).confidence() : confidence);
        if (Limits.knows(last)) {
            text("edition", Limits.daily(last, Pollutant.PM25).edition());
        }
        text("profile", profile.code());
        return text("config", config);
    }

    /**
     * How new its inputs are: those of its own figures, not of all that the span has.
     *
     * @param revision superseded values among them
     * @param receivedAt newest arrival, ms
     */
    ViewRow inputs(int revision, long receivedAt) {
        return number("revision", revision).number("received_at", receivedAt);
    }

    ViewRow text(String field, String value) {
        row.text(field, value);
        return this;
    }

    ViewRow number(String field, long value) {
        row.number(field, value);
        return this;
    }

    /** A published number, in units of the field's last decimal. */
    ViewRow rounded(String field, Rounded value) {
        int digits = measurement.fields().get(measurement.index(field)).digits();
        return number(field, value.at(digits));
    }

    ViewRow rounded(String field, Optional<Rounded> value) {
        value.ifPresent(v -> rounded(field, v));
        return this;
    }

    Row build() {
        return row.build();
    }
}
