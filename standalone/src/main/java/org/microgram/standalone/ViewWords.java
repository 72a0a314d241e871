package org.microgram.standalone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.microgram.standalone.terminal.Lang;

/** The codes of views as people say them. A code without a word here is shown as it is. */
final class ViewWords {

    private ViewWords() {}

    static String parameter(Lang lang, String parameter) {
        return parameter.equals("composite") ? lang.pick("六项", "all six") : parameter;
    }

    static String statistic(Lang lang, String code) {
        return switch (code) {
            case "mean" -> lang.pick("平均", "mean");
            case "p90_mda8" -> lang.pick("MDA8 第 90 百分位", "P90 of MDA8");
            case "p95", "p98" -> lang.pick("第 " + code.substring(1) + " 百分位", code.toUpperCase(Locale.ROOT));
            case "attaining_days" -> lang.pick("达标天数", "days within limit");
            case "good_days" -> lang.pick("优良天数", "good days");
            case "heavy_days" -> lang.pick("重污染天数", "heavy days");
            case "good_share" -> lang.pick("优良天数比例", "share of good days");
            case "composite" -> lang.pick("综合指数", "composite index");
            default -> code;
        };
    }

    static String against(Lang lang, String code) {
        return code.equals("last_year") ? lang.pick("同比", "last year") : lang.pick("环比", "last period");
    }

    static String source(Lang lang, String source) {
        return source.equals("ours") ? lang.pick("本系统", "ours") : source;
    }

    /** @param lacking what falls short; null when nothing does */
    static String unranked(Lang lang, String why, String lacking) {
        if (why == null) {
            return "";
        }
        return switch (why) {
            case "below_minimum" ->
                lang.pick("有效数据不足", "below minimum") + (lacking == null ? "" : lang.pick("：", ": ") + lacking);
            case "none" -> lang.pick("无数据", "no value");
            case "control" -> lang.pick("对照点", "control station");
            case "regional" -> lang.pick("区域点", "regional station");
            case "traffic" -> lang.pick("交通点", "traffic station");
            default -> why;
        };
    }

    static String trend(Lang lang, String trend) {
        if (trend == null) {
            return lang.pick("年数不足", "too few years");
        }
        return switch (trend) {
            case "up" -> lang.pick("上升", "up");
            case "down" -> lang.pick("下降", "down");
            case "strong_up" -> lang.pick("上升（0.01）", "up (0.01)");
            case "strong_down" -> lang.pick("下降（0.01）", "down (0.01)");
            default -> lang.pick("无显著变化", "no significant trend");
        };
    }

    static String confidence(Lang lang, String confidence) {
        return switch (confidence) {
            case "high" -> "";
            case "medium" -> lang.pick("依据中等", "medium confidence");
            case "house rule" -> lang.pick("内部规则", "house rule");
            case "unconfirmed" -> lang.pick("未经证实", "unconfirmed");
            default -> confidence;
        };
    }

    static String marks(Lang lang, String marks) {
        return marks == null
                ? ""
                : Arrays.stream(marks.split(" "))
                        .map(mark -> mark(lang, mark))
                        .collect(Collectors.joining(lang.pick("、", ", ")));
    }

    /**
     * Those of a change.
     *
     * @param recounted the edition that all its days were counted again by; null when they stand as published
     * @param refused whether there is no difference
     */
    static String changeMarks(Lang lang, String marks, String recounted, boolean refused) {
        List<String> words = new ArrayList<>();
        if (recounted != null) {
            words.add(lang.pick("两期均按 " + recounted, "both by " + recounted));
        }
        if (marks != null) {
            for (String mark : marks.split(" ")) {
                boolean notSubtracted = refused && mark.equals("mixed_editions");
                words.add(mark(lang, mark) + (notSubtracted ? lang.pick("，不相减", ", not subtracted") : ""));
            }
        }
        return String.join(lang.pick("、", ", "), words);
    }

    private static String mark(Lang lang, String mark) {
        return switch (mark) {
            case "so_far" -> lang.pick("未结束", "so far");
            case "now_below_minimum" -> lang.pick("本期数据不足", "now below minimum");
            case "base_below_minimum" -> lang.pick("基期数据不足", "base below minimum");
            case "mixed_state" -> lang.pick("参比状态不一", "mixed reference states");
            case "mixed_editions" -> lang.pick("口径不一致", "mixed editions");
            case "events_out" -> lang.pick("已剔除沙尘", "dust out");
            case "base_events_out" -> lang.pick("基期已剔除沙尘", "dust out of the base");
            case "base_events_unknown" -> lang.pick("基期是否剔除沙尘不明", "dust in the base unknown");
            default -> mark;
        };
    }
}
