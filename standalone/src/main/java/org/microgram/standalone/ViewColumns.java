package org.microgram.standalone;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.PublishedDecimals;
import org.microgram.standards.number.Scaled;

/** Which columns of a view a person sees, with their headings in both languages. */
final class ViewColumns {

    /** Behind a value that has too few days. */
    static final String STAR = "*";

    private static final String OK = "ok";
    private static final int INDEX_DECIMALS = 2;

    private final Lang lang;
    private final Subjects subjects;

    /** A heading and what stands under it; empty for none. */
    record Column(String zh, String en, Function<Row, String> cell) {}

    ViewColumns(Lang lang, Subjects subjects) {
        this.lang = lang;
        this.subjects = subjects;
    }

    List<Column> of(Measurement view) {
        return switch (view) {
            case AIR_CHANGE -> change();
            case AIR_COMPOSITE -> composite();
            case AIR_RANK -> rank();
            case AIR_TREND -> trend();
            default -> period();
        };
    }

    private List<Column> period() {
        List<Column> columns = new ArrayList<>(subjectAndPeriod());
        for (Pollutant p : Pollutant.ALL) {
            columns.add(new Column(p.code(), p.code(), row -> judged(row, p, p.column())));
        }
        columns.add(new Column("CO-95per", "CO P95", row -> judged(row, Pollutant.CO, "co_p95")));
        columns.add(new Column("O3-8h-90per", "O3 P90", row -> judged(row, Pollutant.O3, "o3_p90")));
        columns.add(new Column(
                "优良/参评", "good/evaluated", row -> text(row, "good_days") + "/" + text(row, "evaluated_days")));
        columns.add(new Column("优良 %", "good %", row -> fixed(row, "good_share", 1)));
        columns.add(new Column("重污染", "heavy", row -> text(row, "heavy_days")));
        columns.add(marks());
        return columns;
    }

    private List<Column> change() {
        List<Column> columns = new ArrayList<>(subjectAndPeriod());
        columns.add(new Column("项目", "parameter", row -> ViewWords.parameter(lang, row.text("parameter"))));
        columns.add(new Column("统计", "statistic", row -> ViewWords.statistic(lang, row.text("statistic"))));
        columns.add(new Column("比较", "against", row -> ViewWords.against(lang, row.text("against"))));
        columns.add(new Column("本期", "now", row -> starred(value(row, "now"), row.text("now_status"))));
        columns.add(new Column("基期", "base", row -> starred(value(row, "base"), row.text("base_status"))));
        columns.add(new Column("差", "difference", row -> signed(value(row, "difference"))));
        columns.add(new Column("%", "%", row -> rate(row)));
        columns.add(new Column("同日 d", "matched d", row -> text(row, "matched_days")));
        columns.add(new Column("同日差", "matched", row -> signed(fixed(row, "matched_difference", 2))));
        columns.add(new Column("基数", "base by", row -> ViewWords.source(lang, row.text("base_source"))));
        columns.add(new Column(
                "备注",
                "marks",
                row -> ViewWords.changeMarks(lang, row.text("marks"), recounted(row), !row.has("difference"))));
        return columns;
    }

    /** The base of a count that was counted again; null where it stands as published. */
    private static String recounted(Row row) {
        return row.has("now_published") ? row.text("basis") : null;
    }

    private List<Column> composite() {
        List<Column> columns = new ArrayList<>(subjectAndPeriod());
        columns.add(new Column(
                "综合指数", "index", row -> starred(fixed(row, "composite", INDEX_DECIMALS), row.text("status"))));
        columns.add(plain("首要", "main", "main"));
        for (Pollutant p : Pollutant.ALL) {
            columns.add(new Column(p.code(), p.code(), row -> fixed(row, "index_" + p.column(), INDEX_DECIMALS)));
        }
        columns.add(new Column("规则", "rule", row -> ViewWords.confidence(lang, row.text("confidence"))));
        columns.add(marks());
        return columns;
    }

    private List<Column> rank() {
        return List.of(
                new Column("名次", "rank", row -> row.has("rank") ? text(row, "rank") : "–"),
                subject(),
                plain("时段", "period", "period"),
                new Column("项目", "parameter", row -> ViewWords.parameter(lang, row.text("parameter"))),
                new Column("统计", "statistic", row -> ViewWords.statistic(lang, row.text("statistic"))),
                new Column("数值", "value", row -> starred(value(row, "value"), row.text("status"))),
                plain("单位", "unit", "unit"),
                new Column(
                        "有效/需要 d",
                        "had/needed d",
                        row -> row.has("had") ? text(row, "had") + "/" + text(row, "needed") : ""),
                new Column(
                        "不排名原因",
                        "unranked",
                        row -> ViewWords.unranked(lang, row.text("unranked"), row.text("lacking"))),
                marks());
    }

    private List<Column> trend() {
        return List.of(
                subject(),
                new Column("项目", "parameter", row -> ViewWords.parameter(lang, row.text("parameter"))),
                new Column("统计", "statistic", row -> ViewWords.statistic(lang, row.text("statistic"))),
                new Column(
                        "年份",
                        "years",
                        row -> text(row, "first_year") + "–" + lastDay(row).getYear()),
                plain("各年数值", "values", "values"),
                new Column("年数/需要", "had/needed", row -> text(row, "years") + "/" + text(row, "needed")),
                new Column("rs", "rs", row -> text(row, "rs")),
                new Column("临界值", "critical", row -> text(row, "critical")),
                new Column("趋势", "trend", row -> ViewWords.trend(lang, row.text("trend"))),
                marks());
    }

    private List<Column> subjectAndPeriod() {
        return List.of(subject(), plain("时段", "period", "period"));
    }

    private Column subject() {
        return new Column(
                "对象", "subject", row -> lang.pick(subjects.nameZh(row.subject()), subjects.nameEn(row.subject())));
    }

    private Column marks() {
        return new Column("备注", "marks", row -> ViewWords.marks(lang, row.text("marks")));
    }

    private static Column plain(String zh, String en, String field) {
        return new Column(zh, en, row -> text(row, field));
    }

    /** A rate of 0.0 is 持平, whichever side it was rounded from. */
    private String rate(Row row) {
        return row.has("rate") && row.number("rate") == 0 ? lang.pick("持平", "level") : signed(fixed(row, "rate", 1));
    }

    private static String judged(Row row, Pollutant p, String field) {
        int decimals = field.equals(p.column()) ? PublishedDecimals.ofMean(p, lastDay(row)) : p.decimals();
        return starred(fixed(row, field, decimals), row.text(p.column() + "_status"));
    }

    /** A value of any statistic with the decimals it is published with. */
    private static String value(Row row, String field) {
        return fixed(row, field, decimals(row));
    }

    private static int decimals(Row row) {
        String statistic = row.text("statistic");
        if (statistic.equals("composite")) {
            return INDEX_DECIMALS;
        }
        if (statistic.equals("good_share")) {
            return 1;
        }
        return Pollutant.find(row.text("parameter"))
                .filter(p -> !row.text("unit").equals("d"))
                .map(p -> statistic.equals("mean") ? PublishedDecimals.ofMean(p, lastDay(row)) : p.decimals())
                .orElse(0);
    }

    private static String starred(String value, String status) {
        return value.isEmpty() || OK.equals(status) ? value : value + STAR;
    }

    private static String signed(String value) {
        boolean positive = !value.isEmpty() && new BigDecimal(value).signum() > 0;
        return positive ? "+" + value : value;
    }

    /** With this many decimals, more where the value has more: a base of 30.5 beside integers stays 30.5. */
    private static String fixed(Row row, String field, int decimals) {
        if (!row.has(field)) {
            return "";
        }
        int digits =
                row.measurement().fields().get(row.measurement().index(field)).digits();
        BigDecimal value = BigDecimal.valueOf(row.number(field), digits).stripTrailingZeros();
        return value.setScale(Math.max(decimals, value.scale())).toPlainString();
    }

    private static String text(Row row, String name) {
        if (!row.has(name)) {
            return "";
        }
        Field field = row.measurement().fields().get(row.measurement().index(name));
        return field.isText() ? row.text(name) : Scaled.print(row.number(name), field.digits());
    }

    private static LocalDate lastDay(Row row) {
        return ChinaTime.date(ChinaTime.dayOf(row.key().endSecond() - 1));
    }
}
