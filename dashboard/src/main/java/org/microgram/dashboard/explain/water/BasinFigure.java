package org.microgram.dashboard.explain.water;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.microgram.dashboard.explain.Paper;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.messages.network.Section;
import org.microgram.messages.rows.BasinFields;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.Status;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.water.BasinAssessment;
import org.microgram.standards.water.NotAssessed;
import org.microgram.standards.water.TrophicIndex;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterDecimals;
import org.microgram.standards.water.WaterParameter;

/** A figure of a river, basin, lake or area with the sections that it was made of (环办[2011]22号 2.1 to 2.4). */
final class BasinFigure {

    /** @param row null of a section that had no sample in the interval */
    record Member(Section section, Row row) {

        Optional<WaterClass> waterClass() {
            return row != null && row.has("class")
                    ? Optional.of(WaterClass.ofNumber((int) row.number("class")))
                    : Optional.empty();
        }
    }

    private final BasinKey key;
    private final Row row;
    private final List<Member> members;
    private final Paper paper;

    /** @param row null when nothing was received */
    BasinFigure(BasinKey key, Row row, List<Member> members, Paper paper) {
        this.key = key;
        this.row = row;
        this.members = members;
        this.paper = paper;
    }

    static String titleZh(BasinKey key) {
        return switch (key.field()) {
            case "share_I_III" -> "Ⅰ–Ⅲ类断面比例";
            case "share_worse_V" -> "劣Ⅴ类断面比例";
            case "share_I_III_length" -> "Ⅰ–Ⅲ类河长比例";
            case "share_worse_V_length" -> "劣Ⅴ类河长比例";
            case "class" -> "水质类别";
            case "level" -> "水质状况";
            case "tli" -> "综合营养状态指数";
            default -> key.parameter().nameZh() + " 均值";
        };
    }

    static String titleEn(BasinKey key) {
        return switch (key.field()) {
            case "share_I_III" -> "share of sections at I to III";
            case "share_worse_V" -> "share of sections worse than V";
            case "share_I_III_length" -> "share of river length at I to III";
            case "share_worse_V_length" -> "share of river length worse than V";
            case "class" -> "class";
            case "level" -> "level";
            case "tli" -> "trophic level index";
            default -> "mean of " + key.parameter().nameEn();
        };
    }

    void write() {
        boolean byClasses = row == null
                || "shares".equals(row.text("method"))
                || key.field().startsWith("share");
        boolean ofMeans =
                !byClasses && (key.field().equals("class") || key.field().equals("level"));
        if (key.field().equals("tli") || ofMeans) {
            means(ofMeans ? BasinFields.COLUMNS : TrophicIndex.inputs());
        } else if (key.parameter() != null) {
            members.forEach(this::value);
            titled("断面均值", "sections' values");
        } else {
            members.forEach(this::classed);
            titled("断面类别", "sections' classes");
        }
        if (row == null) {
            paper.remark("该时段没有样品", "no sample in the interval", "无值", "none");
            return;
        }
        value();
        remarks();
    }

    private void value() {
        paper.unit = unit();
        if (!row.has(key.field())) {
            if (key.field().equals("class") && "shares".equals(row.text("method"))) {
                paper.remark("五个及以上断面按类别比例评价", "five assessed sections and more: by shares", "不定类别", "no class");
            }
            return;
        }
        Field field = row.measurement().fields().get(row.measurement().index(key.field()));
        if (key.parameter() == null) {
            paper.value = field.digits() == 0
                    ? Long.toString(row.number(key.field()))
                    : Scaled.printFixed(row.number(key.field()), field.digits());
            formula();
        } else {
            Fraction exact = Fraction.parse(row.text(key.field() + "_exact"));
            paper.rounded(exact, WaterDecimals.published(key.parameter(), exact));
            if (key.parameter() == WaterParameter.PH) {
                paper.formula("ph_mean", "−log10(Σ10^−pH ÷ " + paper.had + ") = " + exact.toSixDecimals());
            } else {
                String sum = exact.times(paper.had).toSixDecimals();
                paper.formula("mean", sum + " ÷ " + paper.had + " = " + exact.toSixDecimals());
            }
        }
    }

    private String unit() {
        if (key.parameter() != null) {
            return key.parameter().unit().equals("1") ? "" : key.parameter().unit();
        }
        return key.field().startsWith("share") ? "%" : "";
    }

    private void formula() {
        long assessed = row.number("assessed");
        switch (key.field()) {
            case "share_I_III" ->
                paper.formula(
                        "share",
                        sections(WaterClass.I, WaterClass.II, WaterClass.III) + " ÷ " + assessed + " × 100 = "
                                + paper.value + " %");
            case "share_worse_V" ->
                paper.formula(
                        "share",
                        sections(WaterClass.WORSE_THAN_V) + " ÷ " + assessed + " × 100 = " + paper.value + " %");
            case "share_I_III_length", "share_worse_V_length" -> {
                String of = Scaled.print(row.number("length_assessed"), BasinFields.LENGTH_DIGITS) + " km";
                paper.formula = new Receipt.Formula("share", "已评价河长 " + of, "of the assessed length, " + of);
            }
            case "tli" -> paper.formula("tli", "Σ W · 10 (a + b ln x) = " + paper.value);
            default -> {
                boolean shares = "shares".equals(row.text("method"));
                String governing = row.text("governing");
                paper.formula = shares
                        ? new Receipt.Formula(
                                "shares",
                                BasinAssessment.sectionsForRatio() + " 个及以上断面按类别比例评价",
                                "five assessed sections and more: by the shares of their classes")
                        : new Receipt.Formula(
                                "single_factor",
                                "均值的最差指标" + (governing == null ? "" : ": " + governing),
                                "the worst parameter of the means" + (governing == null ? "" : ": " + governing));
            }
        }
    }

    private String sections(WaterClass... classes) {
        return List.of(classes).stream()
                .map(each -> Long.toString(row.number(BasinFields.sections(each))))
                .collect(joining(" + ", classes.length == 1 ? "" : "(", classes.length == 1 ? "" : ")"));
    }

    /** Means over the sections, of which a class or an index was made. */
    private void means(List<WaterParameter> parameters) {
        for (WaterParameter each : parameters) {
            String exact = row.text(each.column() + "_exact");
            String of = key.of(each).text();
            if (exact == null) {
                paper.unused(of, each.nameZh(), each.nameEn(), null, null, "missing", null, null, "无值", "no value");
            } else {
                Fraction mean = Fraction.parse(exact);
                paper.used(
                        of,
                        each.nameZh(),
                        each.nameEn(),
                        WaterDecimals.published(each, mean).toString(),
                        mean.toSixDecimals(),
                        null,
                        null);
            }
        }
        // What it needs are sections, as the row says; which of the parameters have a mean is seen above.
        paper.counts((int) row.number("assessed"), (int) row.number("sections_needed"), Status.OK);
        paper.inputsZh = "各指标均值";
        paper.inputsEn = "means of the parameters";
    }

    private void value(Member member) {
        WaterParameter parameter = key.parameter();
        boolean column = WaterFields.COLUMNS.contains(parameter);
        String exact = member.row == null || !column ? null : member.row.text(parameter.column() + "_exact");
        String of = column ? key.ofSection(member.section.id(), parameter.code()) : null;
        if (exact == null || member.waterClass().isEmpty()) {
            String said = exact == null ? null : Fraction.parse(exact).toSixDecimals();
            unused(member, of, said, exact == null ? "missing" : "excluded");
            return;
        }
        Fraction value = Fraction.parse(exact);
        paper.used(
                of,
                member.section.nameZh(),
                member.section.nameEn(),
                WaterDecimals.published(parameter, value).toString(),
                value.toSixDecimals(),
                null,
                null);
    }

    private void classed(Member member) {
        String of = key.ofSection(member.section.id(), "class");
        Optional<WaterClass> waterClass = member.waterClass();
        if (waterClass.isEmpty()) {
            unused(member, of, null, "missing");
            return;
        }
        String number = Integer.toString(waterClass.get().number());
        boolean few = Status.BELOW_MINIMUM.code().equals(member.row.text("status"));
        if (few) {
            paper.unused(
                    of,
                    member.section.nameZh(),
                    member.section.nameEn(),
                    number,
                    number,
                    "flagged",
                    null,
                    null,
                    "有效数据不足，照计",
                    "too few valid data, counts all the same");
        } else {
            paper.used(of, member.section.nameZh(), member.section.nameEn(), number, number, null, null);
        }
        String pollutants = member.row.text("main_pollutants");
        paper.note(
                WaterWords.classZh(waterClass.get()) + (pollutants == null ? "" : " " + pollutants),
                WaterWords.classEn(waterClass.get()) + (pollutants == null ? "" : ", " + pollutants));
    }

    private void unused(Member member, String of, String said, String use) {
        NotAssessed.Reason reason = member.row == null
                ? NotAssessed.Reason.NOT_MONITORED
                : Optional.ofNullable(member.row.text("not_assessed"))
                        .flatMap(NotAssessed.Reason::find)
                        .orElse(NotAssessed.Reason.NO_VALUE);
        paper.unused(
                member.row == null ? null : of,
                member.section.nameZh(),
                member.section.nameEn(),
                said,
                said,
                use,
                null,
                null,
                reason.nameZh(),
                reason.nameEn());
    }

    private void titled(String zh, String en) {
        int had = (int) paper.inputs.stream()
                .filter(each -> each.use().equals("used") || each.use().equals("flagged"))
                .count();
        boolean needs = row != null && row.has("sections_needed");
        paper.counts(had, needs ? (int) row.number("sections_needed") : members.size(), Status.OK);
        paper.inputsZh = zh + " (" + members.size() + " 个中已评价 " + had + ")";
        paper.inputsEn = en + " (" + had + " assessed of " + members.size() + ")";
    }

    private void remarks() {
        paper.remark(
                "已评价 " + row.number("assessed") + " / " + row.number("sections"),
                "assessed " + row.number("assessed") + " of " + row.number("sections"),
                row.number("sections_short") == 0 ? "" : row.number("sections_short") + " 个数据不足",
                row.number("sections_short") == 0 ? "" : row.number("sections_short") + " with too few data");
        said("主要污染指标", "main pollutants", "main_pollutants");
        said("劣Ⅴ类断面", "worse than V", "worse_V");
        if (row.measurement().hasField("worse_V_months")) {
            said("各月曾为劣Ⅴ", "months worse than V beside it", "worse_V_months");
        }
        said("无营养状态指数，缺", "no trophic index, for lack of", "tli_lacking");
        Optional.ofNullable(row.text("not_assessed"))
                .flatMap(NotAssessed.Reason::find)
                .ifPresent(reason -> paper.remark("未评价", "not assessed", reason.nameZh(), reason.nameEn()));
    }

    private void said(String zh, String en, String field) {
        if (row.text(field) != null) {
            paper.remark(zh, en, row.text(field));
        }
    }
}
