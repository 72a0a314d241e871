package org.microgram.dashboard.explain.water;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.microgram.dashboard.explain.Paper;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.Status;
import org.microgram.standards.water.Assessed;
import org.microgram.standards.water.NotAssessed;
import org.microgram.standards.water.ParameterJudgement;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;

/** The class of a sample or a period: the worst of its parameters (环办[2011]22号 2.1). */
final class ClassFigure {

    private final WaterKey key;
    private final Row row;
    private final WaterLimits limits;
    private final Paper paper;

    /** @param limits null when none judge: the section was out of service, or no limits were in force */
    ClassFigure(WaterKey key, Row row, WaterLimits limits, Paper paper) {
        this.key = key;
        this.row = row;
        this.limits = limits;
        this.paper = paper;
    }

    void write() {
        Optional<Assessed> assessed =
                limits == null ? Optional.empty() : limits.assessed(key.figure().profile());
        if (assessed.isEmpty()) {
            notAssessed();
            return;
        }
        Assessed of = assessed.get();
        of.judged().forEach(this::judged);
        of.withoutValue().stream().filter(Profile.five()::contains).forEach(this::without);
        int had = of.judged().size();
        paper.inputsZh = "参评指标 (" + had + " 项)";
        paper.inputsEn = "parameters judged (" + had + ")";
        paper.counts(had - (int) of.basis().stream().filter(this::isShort).count(), had, status());
        paper.value = Integer.toString(of.waterClass().number());
        String classes =
                of.judged().stream().map(each -> each.waterClass().symbol()).collect(joining(", "));
        paper.formula(
                "single_factor", "max(" + classes + ") = " + of.waterClass().symbol());
        verdicts(of);
        of.apart()
                .forEach(each -> paper.remark(
                        each.parameter().nameZh() + " 单独评价 " + printed(each),
                        each.parameter().nameEn() + ", judged apart " + printed(each),
                        WaterWords.classZh(each.waterClass()),
                        WaterWords.classEn(each.waterClass())));
    }

    /** The row's status is that of what the class by assessment rests on. */
    private Status status() {
        return key.figure().profile() == Profile.REALTIME
                ? Status.OK
                : List.of(Status.values()).stream()
                        .filter(each -> each.code().equals(row.text("status")))
                        .findFirst()
                        .orElse(Status.OK);
    }

    private void judged(ParameterJudgement each) {
        WaterParameter parameter = each.parameter();
        String of = WaterFields.COLUMNS.contains(parameter)
                ? key.with(WaterFigure.value(parameter)).text()
                : null;
        String exact = each.judged().toSixDecimals();
        if (isShort(parameter)) {
            String counts =
                    " " + row.number(parameter.column() + "_had") + "/" + row.number(parameter.column() + "_needed");
            paper.unused(
                    of,
                    parameter.nameZh(),
                    parameter.nameEn(),
                    printed(each),
                    exact,
                    "flagged",
                    null,
                    null,
                    "有效数据不足" + counts,
                    "too few valid data" + counts);
        } else {
            paper.used(of, parameter.nameZh(), parameter.nameEn(), printed(each), exact, null, null);
        }
        paper.note(
                WaterWords.classZh(each.waterClass()) + " " + WaterWords.clauseZh(each.clause()),
                WaterWords.classEn(each.waterClass()) + ", " + each.clause());
    }

    /** Whether a value of a period rests on less than it needs. */
    private boolean isShort(WaterParameter parameter) {
        return key.isPeriod()
                && WaterFields.COLUMNS.contains(parameter)
                && Status.BELOW_MINIMUM.code().equals(row.text(parameter.column() + "_status"));
    }

    private void without(WaterParameter parameter) {
        paper.unused(
                key.with(WaterFigure.value(parameter)).text(),
                parameter.nameZh(),
                parameter.nameEn(),
                null,
                null,
                "missing",
                null,
                null,
                "无值，不参评",
                "no value, takes no part");
    }

    /** What was held against the limits: rounded first or not, as the profile says. */
    private static String printed(ParameterJudgement each) {
        return each.judged().toSixDecimals();
    }

    private void verdicts(Assessed of) {
        paper.remarks.add(new Receipt.Judgement(
                of.edition() + (of.isByFive() ? " 五项" : ""),
                of.edition() + (of.isByFive() ? ", by five parameters" : ""),
                WaterWords.classZh(of.waterClass()) + " " + of.level().nameZh(),
                WaterWords.classEn(of.waterClass()) + ", " + of.level().nameEn(),
                false));
        if (!of.governing().isEmpty()) {
            paper.remark("决定类别的指标", "decided by", names(of.governing(), true), names(of.governing(), false));
        }
        if (!of.mainPollutants().isEmpty()) {
            paper.remark(
                    "主要污染指标 (超Ⅲ类倍数)",
                    "main pollutants (times over class III)",
                    of.mainPollutants().stream().map(ParameterJudgement::text).collect(joining(" ")),
                    of.mainPollutants().stream()
                            .map(each -> each.parameter().code()
                                    + each.multiplePublished()
                                            .map(times -> "(" + times + ")")
                                            .orElse(""))
                            .collect(joining(" ")));
        }
        if (key.figure().profile() == Profile.ASSESSMENT) {
            target();
        }
        otherProfile(of);
        if (!key.isPeriod() && row.has("class_published")) {
            String symbol =
                    WaterClass.ofNumber((int) row.number("class_published")).symbol();
            paper.remark("发布方给出的类别", "class that its publisher gave", symbol + "类", symbol);
        }
    }

    private void target() {
        String attained = row.text("attained");
        limits.target().ifPresent(target -> {
            boolean missed = "missed".equals(attained);
            paper.remarks.add(new Receipt.Judgement(
                    "目标 " + WaterWords.classZh(target) + (key.isPeriod() ? "" : " (单样仅供参考)"),
                    "target " + WaterWords.classEn(target)
                            + (key.isPeriod() ? "" : " (of one sample, for information)"),
                    missed ? "未达到" : "attained".equals(attained) ? "达到" : "数据不足，不判",
                    missed ? "missed" : "attained".equals(attained) ? "attained" : "too few values to say",
                    missed));
        });
    }

    /** Both profiles are kept; where they differ, which parameters make the difference. */
    private void otherProfile(Assessed of) {
        Profile other = of.profile() == Profile.ASSESSMENT ? Profile.REALTIME : Profile.ASSESSMENT;
        limits.assessed(other).ifPresent(that -> {
            boolean realtime = other == Profile.REALTIME;
            paper.remark(
                    realtime ? "实时口径 (不修约)" : "评价口径 (先修约)",
                    realtime ? "profile realtime (unrounded)" : "profile assessment (rounded first)",
                    WaterWords.classZh(that.waterClass()),
                    WaterWords.classEn(that.waterClass()));
            for (ParameterJudgement each : of.judged()) {
                that.of(each.parameter())
                        .filter(its -> its.waterClass() != each.waterClass())
                        .ifPresent(its -> paper.remark(
                                "  " + each.parameter().nameZh() + " " + printed(each) + " / " + printed(its),
                                "  " + each.parameter().code() + " " + printed(each) + " / " + printed(its),
                                each.waterClass().symbol() + " / "
                                        + its.waterClass().symbol()));
            }
        });
    }

    private static String names(List<WaterParameter> parameters, boolean zh) {
        return parameters.stream().map(each -> zh ? each.nameZh() : each.code()).collect(joining(zh ? "、" : ", "));
    }

    private void notAssessed() {
        paper.counts(0, 1, Status.NONE);
        if (row == null) {
            paper.remark("未评价", "not assessed", "未收到样品", "no sample was received");
        } else {
            NotAssessed.Reason reason = Optional.ofNullable(row.text("not_assessed"))
                    .flatMap(NotAssessed.Reason::find)
                    .orElse(NotAssessed.Reason.NO_VALUE);
            paper.remark("未评价", "not assessed", reason.nameZh(), reason.nameEn());
        }
        Profile.five().forEach(this::without);
    }
}
