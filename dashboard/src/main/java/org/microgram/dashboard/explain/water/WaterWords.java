package org.microgram.dashboard.explain.water;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.microgram.messages.readings.SectionSample;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.screening.WaterRule;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;

/** What figures of water, their intervals and their values are called on a receipt. */
final class WaterWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private WaterWords() {}

    static String titleZh(WaterKey key) {
        if (key.figure().isClass()) {
            return key.figure().profile() == Profile.REALTIME ? "水质类别 (实时口径)" : "水质类别 (评价口径)";
        }
        return switch (key.measurement()) {
            case WATER_SAMPLE -> key.byHand() ? "人工样品值" : "样品值";
            case WATER_DAY -> "日均";
            case WATER_MONTH -> "月值";
            case WATER_TO_DATE -> "年初至今均值";
            default -> "年均";
        };
    }

    static String titleEn(WaterKey key) {
        if (key.figure().isClass()) {
            return "class, profile " + key.figure().profile().code();
        }
        return switch (key.measurement()) {
            case WATER_SAMPLE -> key.byHand() ? "sample taken by hand" : "sample";
            case WATER_DAY -> "daily mean";
            case WATER_MONTH -> "value of the month";
            case WATER_TO_DATE -> "mean, year to date";
            default -> "annual mean";
        };
    }

    static String intervalZh(WaterKey key) {
        LocalDate first = key.firstDay();
        return switch (key.measurement()) {
            case WATER_SAMPLE -> key.moment("uuuu-MM-dd HH:mm");
            case WATER_DAY -> first + " 00:00–24:00";
            case WATER_MONTH -> first.getYear() + " 年 " + first.getMonthValue() + " 月";
            case WATER_TO_DATE -> first + " 至 " + key.lastDay();
            default -> first.getYear() + " 年";
        };
    }

    static String intervalEn(WaterKey key) {
        LocalDate first = key.firstDay();
        return switch (key.measurement()) {
            case WATER_MONTH -> monthEn(YearMonth.from(first)) + " " + first.getYear();
            case WATER_TO_DATE -> first + " to " + key.lastDay();
            case WATER_YEAR -> Integer.toString(first.getYear());
            default -> intervalZh(key);
        };
    }

    static String monthEn(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** A moment in milliseconds since 1970 UTC, as people read it: {@code 2021-04-01 16:00:00}. */
    static String moment(long millis) {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), 0, ChinaTime.OFFSET)
                .format(MOMENT);
    }

    /** What is suspect, as people read it; docs/screening.md says each rule in words. */
    static String suspectZh(List<WaterRule> rules) {
        return "可疑，照计: " + rules.stream().map(WaterWords::ruleZh).collect(joining("、"));
    }

    static String suspectEn(List<WaterRule> rules) {
        return "suspect, counts all the same: "
                + rules.stream().map(rule -> rule.code().replace('_', ' ')).collect(joining(", "));
    }

    private static String ruleZh(WaterRule rule) {
        return switch (rule) {
            case ZERO -> "零值";
            case SATURATION -> "溶解氧过饱和";
            case NH3N_OVER_TN -> "氨氮大于总氮";
            case RANGE -> "超出常见范围";
            case JUMP -> "突变";
            case STUCK -> "久不变";
        };
    }

    /** {@code table 1 no. 3} as a Chinese text cites it. */
    static String clauseZh(String clause) {
        return clause.replace("table ", "表").replaceAll(" no\\. (\\d+)", " 第$1项");
    }

    /** {@code Ⅳ类}. */
    static String classZh(WaterClass of) {
        return of.symbol() + "类";
    }

    static String classEn(WaterClass of) {
        return of == WaterClass.WORSE_THAN_V ? "worse than V" : "class " + of.name();
    }

    /** As received: a number, {@code <0.025}, {@code *}, {@code --}, or × of what was withdrawn. */
    static String received(long code) {
        if (code == SampleValues.WITHDRAWN) {
            return "×";
        }
        return received(SampleValues.measured(code));
    }

    static String received(Measured measured) {
        if (measured instanceof Measured.Value value) {
            return Scaled.print(value.scaled(), Scaled.DIGITS);
        }
        return measured instanceof Measured.BelowDetection below
                ? "<" + Scaled.print(below.limit(), Scaled.DIGITS)
                : ((Measured.Absent) measured).why().sign();
    }

    /** Who said it: the source and the place in it, and the person when there was one. */
    static String who(SectionSample message) {
        String source = message.version().source() + " #" + message.version().seq();
        return message.author().isEmpty() ? source : source + " " + message.author();
    }

    /** What was sent besides a value of the parameter; empty when nothing is noted. */
    static List<String> notes(SectionSample message, WaterParameter parameter) {
        List<String> notes = new ArrayList<>();
        for (String each : message.notes().split(" ")) {
            if (each.startsWith(parameter.column() + ":")) {
                notes.add(each.substring(parameter.column().length() + 1).replace('_', ' '));
            }
        }
        return notes;
    }
}
