package org.microgram.dashboard.query;

import java.util.EnumSet;
import java.util.Set;
import org.microgram.messages.rows.AirFields;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.air.Limits;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.PublishedDecimals;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.MonitoringPlan;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.views.Mark;
import org.microgram.standards.views.SpanFigures;
import org.microgram.standards.views.ViewRule;

/** Rolling 12 months, quarters, half-years and three years as rows, with the fields of a stored month. */
final class PeriodView {

    private PeriodView() {}

    static Row row(Measurement measurement, Subject subject, SpanFigures figures, DailyProfile profile, String config) {
        ViewRow row = ViewRow.of(measurement, subject, figures.span(), "");
        Pollutant.ALL.forEach(p -> pollutant(row, p, figures));
        row.number("good_days", figures.good())
                .number("heavy_days", figures.heavy())
                .number("evaluated_days", figures.evaluated())
                .number("good_days_six", figures.goodOfSix())
                .number("heavy_days_six", figures.heavyOfSix())
                .number("evaluated_days_six", figures.evaluatedOfSix())
                .number("calendar_days", figures.calendarDays())
                .rounded("good_share", figures.goodShare());
        if (Limits.knows(figures.span().lastDay())) {
            row.text(
                    "edition",
                    Limits.daily(figures.span().lastDay(), Pollutant.PM25).edition());
        }
        ViewRule rule = ViewRule.of(figures.span().kind());
        return row.text("profile", profile.code())
                .number("revision", figures.revision())
                .number("received_at", figures.receivedAt())
                .text("config", config)
                .text("not_monitored", MonitoringPlan.codes(figures.notMonitored()))
                .text("events", figures.events().isEmpty() ? null : String.join(" ", figures.events()))
                .text("period", figures.span().toString())
                .text("through", figures.through().toString())
                .text("marks", Mark.codes(marks(figures)))
                .text("rule", rule.rule())
                .text("confidence", rule.confidence())
                .build();
    }

    private static void pollutant(ViewRow row, Pollutant p, SpanFigures figures) {
        SpanFigures.OfPollutant of = figures.of(p);
        String name = p.column();
        if (of.exists()) {
            String percentile = AirFields.percentile(p);
            row.rounded(name, figures.mean(p))
                    .text(name + "_exact", of.mean().toString())
                    .rounded(percentile, figures.percentile(p))
                    .text(percentile + "_exact", of.percentile().toString());
        }
        row.number(name + "_had", of.had())
                .number(name + "_needed", of.needed())
                .text(name + "_status", of.status().code())
                .number(name + "_revision", of.revision())
                .number(name + "_attaining", of.attaining());
        if (of.withEvents() != null) {
            withEvents(row, p, figures);
        }
        if (!of.lacking().isEmpty()) {
            row.text(name + "_lacking", String.join("; ", of.lacking()));
        }
    }

    private static void withEvents(ViewRow row, Pollutant p, SpanFigures figures) {
        SpanFigures.WithEvents all = figures.of(p).withEvents();
        String name = AirFields.withEvents(p.column());
        row.number(name + "_had", all.had()).text(name + "_status", all.status().code());
        if (all.mean() != null) {
            String percentile = AirFields.withEvents(AirFields.percentile(p));
            int decimals = PublishedDecimals.ofMean(p, figures.span().lastDay());
            row.rounded(name, Rounded.of(all.mean(), decimals))
                    .text(name + "_exact", all.mean().toString())
                    .rounded(percentile, Rounded.of(all.percentile(), p.decimals()))
                    .text(percentile + "_exact", all.percentile().toString());
        }
    }

    static Set<Mark> marks(SpanFigures figures) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (!figures.isFinished()) {
            marks.add(Mark.SO_FAR);
        }
        if (figures.six().stream().anyMatch(SpanFigures.OfPollutant::mixedState)) {
            marks.add(Mark.MIXED_STATE);
        }
        if (figures.indexEditions().size() > 1) {
            marks.add(Mark.MIXED_EDITIONS);
        }
        if (!figures.events().isEmpty()) {
            marks.add(Mark.EVENTS_OUT);
        }
        return marks;
    }
}
