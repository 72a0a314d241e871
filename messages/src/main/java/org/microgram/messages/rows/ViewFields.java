package org.microgram.messages.rows;

import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.rows.Field.Kind;
import org.microgram.standards.air.Pollutant;

/** Fields of the measurements that are computed when asked for and never stored. */
final class ViewFields {

    private ViewFields() {}

    /** @param stored the fields of a stored month or year, which a view of other months has too */
    static List<Field> period(List<Field> stored) {
        List<Field> fields = new ArrayList<>(stored);
        for (Pollutant p : Pollutant.ALL) {
            fields.add(text(
                    p.column() + "_lacking",
                    "what falls short besides the sum of days, such as 2020-11 25/27; joined by ;"));
        }
        fields.add(decimal("good_share", 1, "%", "good days of those evaluated"));
        fields.add(text("period", "the span: 2020-Q1, 2020-H1, 2019-07..2020-06"));
        fields.add(text("through", "last day that counts; before the span's end while it is unfinished"));
        fields.add(text("marks", "so_far, mixed_state (gases before and after 2018-09-01), mixed_editions"));
        fields.add(text("rule", "by which rule it has the days it needs"));
        fields.add(text("confidence", "of that rule: high, house rule or unconfirmed"));
        return fields;
    }

    static List<Field> change() {
        List<Field> fields = new ArrayList<>(span());
        fields.addAll(statistic());
        fields.add(text("against", "last_year (同比, same dates) or last_period (环比)"));
        fields.add(text("base_period", "the span it is held against"));
        fields.add(text("base_source", "ours, or who published the base (config/published-bases.csv)"));
        fields.add(decimal("now", 2, "unit", "published value of the period"));
        fields.add(decimal("base", 2, "unit", "published value it is held against"));
        fields.add(decimal("difference", 2, "unit", "now - base; none where the two may not be compared"));
        fields.add(decimal("rate", 1, "%", "(now - base) / base; none of days and shares, and against zero"));
        fields.add(text("direction", "up, down or flat"));
        fields.add(text("now_exact", "the exact value as numerator/denominator"));
        fields.add(text("base_exact", "the exact value as numerator/denominator"));
        for (String side : List.of("now", "base")) {
            fields.add(integer(side + "_had", "d", "days it rests on"));
            fields.add(integer(side + "_needed", "d", "days it needs"));
            fields.add(text(side + "_status", "ok or below_minimum"));
        }
        fields.add(integer("matched_days", "d", "days valid on both sides; of a mean against last year"));
        fields.add(text("matched_now_exact", "exact mean over these days"));
        fields.add(text("matched_base_exact", "exact mean over their counterparts"));
        fields.add(decimal("matched_difference", 2, "unit", "of the two exact means, rounded once"));
        fields.add(decimal("now_298k", 2, "unit", "with every day's gas at 298.15 K; where marks say mixed_state"));
        fields.add(decimal("base_298k", 2, "unit", "the same of the base"));
        fields.add(decimal("rate_298k", 1, "%", "of these two"));
        fields.addAll(origin());
        fields.add(
                text(
                        "basis",
                        "of counts and the index: the edition that all days of both sides are judged by; none where more than one"));
        fields.add(decimal(
                "now_published",
                2,
                "unit",
                "as published day by day, where now and base are counted again on the basis"));
        fields.add(decimal("base_published", 2, "unit", "the same of the base"));
        return fields;
    }

    static List<Field> composite() {
        List<Field> fields = new ArrayList<>(span());
        fields.add(decimal("composite", 2, "1", "sum of the six ratios"));
        fields.add(text("main", "pollutants with the greatest ratio, joined by a space"));
        fields.add(text("status", "ok when all six are, else below_minimum"));
        for (Pollutant p : Pollutant.ALL) {
            fields.add(decimal(p.column(), 1, p.unit(), "the published concentration that enters"));
        }
        for (Pollutant p : Pollutant.ALL) {
            fields.add(decimal("index_" + p.column(), 2, "1", "its ratio to the limit"));
        }
        fields.addAll(origin());
        return fields;
    }

    static List<Field> rank() {
        List<Field> fields = new ArrayList<>(span());
        fields.add(text("level", "unit or station: who is ranked against whom"));
        fields.addAll(statistic());
        fields.add(decimal("value", 2, "unit", "published value that it is ranked by"));
        fields.add(integer("rank", "1", "competition rank; equal values rank alike; none when unranked"));
        fields.add(integer("ranked", "1", "how many are ranked"));
        fields.add(text("unranked", "why it has no rank: below_minimum, none, or the role of the station"));
        fields.add(text("lacking", "months that fall short, of the index the pollutants; joined by ;"));
        fields.add(integer("had", "d", "days it rests on"));
        fields.add(integer("needed", "d", "days it needs"));
        fields.add(text("status", "ok, below_minimum or none"));
        fields.addAll(origin());
        return fields;
    }

    static List<Field> trend() {
        List<Field> fields = new ArrayList<>(statistic());
        fields.add(integer("first_year", "1", "first of the consecutive years with a value that is ok"));
        fields.add(integer("years", "1", "how many they are"));
        fields.add(integer("needed", "1", "how many a trend needs"));
        fields.add(text("values", "the published value of each year, joined by a space"));
        fields.add(decimal("rs", 4, "1", "Spearman's rank correlation"));
        fields.add(text("rs_exact", "the exact one as numerator/denominator"));
        fields.add(decimal("critical", 4, "1", "critical value at 0.05, one side"));
        fields.add(decimal("critical_strong", 4, "1", "critical value at 0.01, one side"));
        fields.add(text("trend", "up, down, strong_up, strong_down (at 0.01) or none"));
        fields.add(text("status", "ok, or below_minimum with fewer years than a trend needs"));
        fields.addAll(origin());
        return fields;
    }

    private static List<Field> span() {
        return List.of(
                text("period", "the span: 2019, 2019-03, 2019-Q1, 2019-H1, 2019-01..2019-11"),
                text("period_kind", "month, quarter, half_year, year, to_date or months"),
                text("through", "last day that counts; before the span's end while it is unfinished"));
    }

    private static List<Field> statistic() {
        return List.of(
                text("parameter", "PM2.5 … O3, AQI or composite"),
                text("statistic", "mean, p95 … p90_mda8, attaining_days, good_days, heavy_days, good_share, composite"),
                text("unit", "unit of the values"));
    }

    private static List<Field> origin() {
        return List.of(
                text("marks", "so_far, now_below_minimum, base_below_minimum, mixed_state, mixed_editions"),
                text("confidence", "of the rule: high, medium, house rule or unconfirmed"),
                text("edition", "edition whose limits judge"),
                text("profile", "which days have an AQI: archive or strict"),
                integer("revision", "1", "superseded values among the inputs"),
                integer("received_at", "ms", "newest arrival among the inputs"),
                text("config", "hash of the configuration"));
    }

    private static Field text(String name, String meaning) {
        return new Field(name, Kind.TEXT, 0, "", meaning);
    }

    private static Field integer(String name, String unit, String meaning) {
        return new Field(name, Kind.INTEGER, 0, unit, meaning);
    }

    private static Field decimal(String name, int digits, String unit, String meaning) {
        return new Field(name, Kind.DECIMAL, digits, unit, meaning);
    }
}
