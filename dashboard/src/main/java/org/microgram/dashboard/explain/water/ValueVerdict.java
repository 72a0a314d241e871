package org.microgram.dashboard.explain.water;

import java.util.Optional;
import org.microgram.dashboard.explain.Paper;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.water.ParameterJudgement;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;

/** What the limits say of one parameter's value: its class by both profiles, class III and the section's target with the multiples. */
final class ValueVerdict {

    private final WaterParameter parameter;
    private final WaterLimits limits;
    private final Paper paper;

    ValueVerdict(WaterParameter parameter, WaterLimits limits, Paper paper) {
        this.parameter = parameter;
        this.limits = limits;
        this.paper = paper;
    }

    void write() {
        limits.judged(Profile.ASSESSMENT, parameter).ifPresent(this::judged);
    }

    private void judged(ParameterJudgement of) {
        String judged = ": " + of.judged().toSixDecimals();
        paper.remark(
                limits.edition() + " " + WaterWords.clauseZh(of.clause()) + judged,
                limits.edition() + " " + of.clause() + judged,
                WaterWords.classZh(of.waterClass()),
                WaterWords.classEn(of.waterClass()));
        limits.judged(Profile.REALTIME, parameter)
                .filter(realtime -> realtime.waterClass() != of.waterClass())
                .ifPresent(realtime -> paper.remark(
                        "实时口径 (不修约) " + realtime.judged().toSixDecimals(),
                        "profile realtime (unrounded) " + realtime.judged().toSixDecimals(),
                        WaterWords.classZh(realtime.waterClass()),
                        WaterWords.classEn(realtime.waterClass())));
        against(of, WaterClass.III, "Ⅲ类", "class III", of.multiple());
        limits.target()
                .filter(target -> target != WaterClass.III)
                .ifPresent(target -> against(
                        of,
                        target,
                        "目标 " + WaterWords.classZh(target),
                        "target " + WaterWords.classEn(target),
                        of.multipleOfTarget()));
    }

    private void against(ParameterJudgement of, WaterClass than, String zh, String en, Optional<Fraction> multiple) {
        String limit = " " + limits.limit(parameter, than);
        boolean exceeds = of.waterClass().isWorseThan(than);
        String times = multiple.map(each -> ParameterJudgement.published(each).toString())
                .orElse("");
        paper.remarks.add(new Receipt.Judgement(
                zh + limit,
                en + limit,
                !exceeds ? "不超" : times.isEmpty() ? "超过" : "超 " + times + " 倍",
                !exceeds ? "kept" : times.isEmpty() ? "exceeded" : "exceeded " + times + " times over",
                exceeds));
    }
}
