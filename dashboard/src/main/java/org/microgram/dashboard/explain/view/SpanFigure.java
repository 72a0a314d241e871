package org.microgram.dashboard.explain.view;

import java.util.Optional;
import java.util.stream.Collectors;
import org.microgram.dashboard.explain.Paper;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Editions;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.views.Span;
import org.microgram.standards.views.SpanFigures;
import org.microgram.standards.views.Statistic;
import org.microgram.standards.views.SubjectDays;

/** A figure of a quarter, a half-year or rolling twelve months from its days, and of three years from its years. */
final class SpanFigure {

    private final ViewKey key;
    private final SubjectDays days;
    private final SpanFigures figures;
    private final Paper paper;

    SpanFigure(ViewKey key, SubjectDays days, SpanFigures figures, Paper paper) {
        this.key = key;
        this.days = days;
        this.figures = figures;
        this.paper = paper;
    }

    void write(StoredDayRows rows) {
        Statistic statistic = key.statistic();
        paper.unit = statistic.unit();
        Optional<Statistic.Value> value = statistic.of(figures, days.profile());
        value.ifPresent(v -> paper.counts(v.had(), v.needed(), v.status()));
        if (key.span().kind() == Span.Kind.THREE_YEARS) {
            years(value);
            return;
        }
        Pollutant p = statistic.pollutant();
        Fraction sum = p == null ? Fraction.ZERO : rows.values(p, paper);
        if (p == null) {
            rows.indices(paper);
        }
        String had = paper.had + " 天,应有 " + figures.calendarDays() + ",至少 " + paper.needed;
        String en = paper.had + " of " + figures.calendarDays() + ", needs " + paper.needed;
        paper.inputsZh = (p == null ? "库中每日 AQI (" : "库中日值 (") + had + ")";
        paper.inputsEn = (p == null ? "stored daily AQI (" : "stored days (") + en + ")";
        value.ifPresent(v -> arithmetic(v, sum));
    }

    private void arithmetic(Statistic.Value v, Fraction sum) {
        Pollutant p = key.statistic().pollutant();
        paper.value = v.published().toString();
        switch (key.statistic().kind()) {
            case MEAN -> {
                paper.rounded(v.exact(), v.published());
                paper.formula(
                        "mean",
                        sum.toSixDecimals() + " ÷ " + v.had() + " = "
                                + v.exact().toSixDecimals());
                paper.remark("逐日精确值之和 Σ", "exact sum of the days Σ", sum.toString());
            }
            case PERCENTILE -> {
                paper.rounded(v.exact(), v.published());
                percentile(p, v.exact());
            }
            case ATTAINING_DAYS -> paper.formula("count", limits(p) + ": " + paper.value + " / " + v.had());
            case GOOD_DAYS -> paper.formula("count", "AQI ≤ 100: " + paper.value + " / " + v.had());
            case HEAVY_DAYS -> paper.formula("count", "AQI > 200: " + paper.value + " / " + v.had());
            default -> {
                paper.rounded(v.exact(), v.published());
                paper.formula(
                        "share",
                        "AQI ≤ 100: " + figures.good() + " ÷ " + figures.evaluated() + " × 100 = "
                                + v.exact().toSixDecimals());
            }
        }
    }

    /** HJ 663, annex A, with its numbers. */
    private void percentile(Pollutant p, Fraction exact) {
        long[] values = paper.inputs.stream()
                .filter(input -> input.use().equals("used"))
                .mapToLong(input -> Scaled.parse(input.value()))
                .sorted()
                .toArray();
        long hundredths = (values.length - 1L) * p.percentile();
        int s = (int) (hundredths / 100);
        String low = Scaled.print(values[s], Scaled.DIGITS);
        String high = Scaled.print(values[Math.min(s + 1, values.length - 1)], Scaled.DIGITS);
        paper.formula(
                "percentile",
                "k = 1 + (" + values.length + " − 1) × " + p.percentile() + " ÷ 100 = "
                        + Scaled.print(100 + hundredths, 2) + "; " + low + " + (" + high + " − " + low + ") × "
                        + Scaled.print(hundredths % 100, 2) + " = " + exact.toSixDecimals());
    }

    /** The daily limit, or two of them when the edition changes within the span. */
    private String limits(Pollutant p) {
        Optional<Edition> last = Editions.limitsOn(figures.through());
        Optional<Edition> first = Editions.limitsOn(key.span().firstDay());
        String text = limit(last, p);
        return first.equals(last) || first.isEmpty()
                ? text
                : limit(first, p) + " (–" + first.get().to() + "), " + text;
    }

    private static String limit(Optional<Edition> edition, Pollutant p) {
        return edition.flatMap(e -> e.limit(p, Edition.daily(p), e.grade()))
                .map(limit -> "≤ " + Scaled.print(limit, Scaled.DIGITS))
                .orElse("—");
    }

    private void years(Optional<Statistic.Value> value) {
        Statistic statistic = key.statistic();
        Fraction sum = Fraction.ZERO;
        int found = 0;
        for (int year = key.span().first().getYear(); year <= key.span().last().getYear(); year++) {
            Span span = Span.year(year);
            Optional<Statistic.Value> own = days.figures(span).flatMap(f -> statistic.of(f, days.profile()));
            String of = ViewKey.figureKey(key.subject(), statistic, span, span.lastDay());
            String name = Integer.toString(year);
            if (own.isPresent()) {
                found++;
                sum = sum.plus(own.get().exact());
                paper.used(
                        of,
                        name,
                        own.get().published().toString(),
                        own.get().exact().toSixDecimals(),
                        own.get().had(),
                        own.get().needed());
            } else {
                paper.unused(of, name, name, null, null, "missing", null, null, "该年无值", "no value of the year");
            }
        }
        paper.inputsZh = "各年数值 (" + found + " 年,应有 3)";
        paper.inputsEn = "values of the years (" + found + " of 3)";
        if (value.isEmpty()) {
            return;
        }
        if (statistic.kind() == Statistic.Kind.MEAN || statistic.kind() == Statistic.Kind.PERCENTILE) {
            paper.rounded(value.get().exact(), value.get().published());
            paper.formula(
                    "mean",
                    sum.toSixDecimals() + " ÷ " + found + " = "
                            + value.get().exact().toSixDecimals());
            paper.remark("各年精确值之和 Σ", "exact sum of the years Σ", sum.toString());
        } else {
            paper.value = value.get().published().toString();
            String terms = paper.inputs.stream()
                    .filter(input -> input.use().equals("used"))
                    .map(Receipt.Input::value)
                    .collect(Collectors.joining(" + "));
            paper.formula("sum", terms + " = " + paper.value);
        }
    }
}
