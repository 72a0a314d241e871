package org.microgram.dashboard.explain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.microgram.messages.rows.Measurement;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.number.Scaled;

/** What figures and intervals are called on a receipt, in Chinese and English. */
public final class Words {

    /** One thing said in both languages. */
    record Both(String zh, String en) {
        static final Both NONE = new Both(null, null);
    }

    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    private Words() {}

    /** ISO 8601 with seconds and offset. */
    static String iso(long second, ZoneOffset offset) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
                .format(Instant.ofEpochSecond(second).atOffset(offset));
    }

    /** The same in Asia/Shanghai. */
    public static String iso(long second) {
        return iso(second, ChinaTime.OFFSET);
    }

    /** A value as received, or that it was withdrawn. */
    static String received(long scaled) {
        return scaled == HourValues.TOMBSTONE ? "×" : Scaled.print(scaled, Scaled.DIGITS);
    }

    static Both title(FigureKey key, boolean area) {
        Parameter parameter = key.parameter();
        Pollutant p = parameter.pollutant();
        Both span = span(key.measurement());
        return switch (parameter.kind()) {
            case VALUE -> value(key.measurement(), p, area);
            case ROLLING ->
                p == Pollutant.O3 ? new Both("8 小时滑动平均", "8-hour mean") : new Both("24 小时滑动平均", "24-hour mean");
            case IAQI ->
                key.measurement() == Measurement.AIR_HOUR
                        ? new Both("实时分指数", "real-time sub-index")
                        : new Both("日分指数", "daily sub-index");
            case AQI ->
                key.measurement() == Measurement.AIR_HOUR
                        ? new Both("实时空气质量指数", "real-time index")
                        : new Both("日空气质量指数", "daily index");
            case PERCENTILE -> {
                String of = p == Pollutant.O3 ? "MDA8" : "日均";
                yield new Both(
                        of + "第 " + p.percentile() + " 百分位 (" + span.zh + ")",
                        p.percentile() + "th percentile of daily values, " + span.en);
            }
            case ATTAINING -> new Both("达标天数 (" + span.zh + ")", "days within the limit, " + span.en);
            case GOOD_DAYS -> new Both("优良天数 (" + span.zh + ")", "good days, " + span.en);
            case HEAVY_DAYS -> new Both("重污染天数 (" + span.zh + ")", "heavily polluted days, " + span.en);
            case EVALUATED_DAYS -> new Both("参评天数 (" + span.zh + ")", "evaluated days, " + span.en);
        };
    }

    private static Both value(Measurement measurement, Pollutant p, boolean area) {
        boolean o3 = p == Pollutant.O3;
        return switch (measurement) {
            case AIR_HOUR -> area ? new Both("小时均值", "hourly mean") : new Both("小时值", "hourly value");
            case AIR_DAY -> o3 ? new Both("日最大 8 小时平均", "greatest 8-hour mean") : new Both("日均", "daily mean");
            case AIR_MONTH -> o3 ? new Both("MDA8 月均", "monthly mean of MDA8") : new Both("月均", "monthly mean");
            case AIR_TO_DATE ->
                o3 ? new Both("MDA8 年初至今平均", "mean of MDA8, year to date") : new Both("年初至今平均", "mean, year to date");
            default -> o3 ? new Both("MDA8 年均", "annual mean of MDA8") : new Both("年均", "annual mean");
        };
    }

    private static Both span(Measurement measurement) {
        return switch (measurement) {
            case AIR_MONTH -> new Both("月", "month");
            case AIR_TO_DATE -> new Both("年初至今", "year to date");
            default -> new Both("年", "year");
        };
    }

    static Both interval(FigureKey key) {
        var first = ChinaTime.date(key.firstDay());
        var last = ChinaTime.date(key.lastDay());
        return switch (key.measurement()) {
            case AIR_HOUR -> {
                int label = ChinaTime.hourOf(key.start()) + 1;
                String from = FigureKey.twoDigits(label - 1) + ":00–" + FigureKey.twoDigits(label) + ":00";
                yield new Both(
                        first + " " + key.label() + "时 (" + from + ")",
                        first + " hour " + key.label() + " (" + from + ")");
            }
            case AIR_DAY -> new Both(first + " 01时–24时 (00:00–24:00)", first + " hours 01–24 (00:00–24:00)");
            case AIR_MONTH ->
                new Both(
                        first.getYear() + " 年 " + first.getMonthValue() + " 月",
                        MONTHS[first.getMonthValue() - 1] + " " + first.getYear());
            case AIR_TO_DATE -> new Both(first + " 至 " + last, first + " to " + last);
            default -> new Both(first.getYear() + " 年", Integer.toString(first.getYear()));
        };
    }

    /** {@code table 1; cl. 4.4} as a Chinese text cites it. */
    static String clauseZh(String clause) {
        return clause.replace("table ", "表").replace("cl. ", "条款 ").replace(" note", " 注");
    }

    /** {@code GB 3095-2026 transition} as a Chinese text cites it. */
    static String editionZh(String edition) {
        return edition.replace(" transition", " 过渡").replace(" final", " 最终");
    }
}
