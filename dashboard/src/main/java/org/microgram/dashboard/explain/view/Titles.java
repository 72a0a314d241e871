package org.microgram.dashboard.explain.view;

import org.microgram.standards.air.Pollutant;
import org.microgram.standards.views.SpanChange.Against;
import org.microgram.standards.views.Statistic;

/** What the figures of views are called, in Chinese and English. */
final class Titles {

    private Titles() {}

    static String zh(ViewKey key) {
        String of = zh(key.statistic());
        return switch (key.view()) {
            case AIR_CHANGE -> (key.against() == Against.LAST_YEAR ? "同比: " : "环比: ") + of;
            case AIR_RANK -> "名次: " + of;
            case AIR_COMPOSITE -> of;
            case AIR_ROLLING12 -> of + " (滚动 12 个月)";
            case AIR_QUARTER -> of + " (季)";
            case AIR_HALF_YEAR -> of + " (半年)";
            default -> of + " (三年)";
        };
    }

    static String en(ViewKey key) {
        String of = en(key.statistic());
        return switch (key.view()) {
            case AIR_CHANGE ->
                "change on the " + (key.against() == Against.LAST_YEAR ? "year" : "period") + " before, " + of;
            case AIR_RANK -> "rank by " + of;
            case AIR_COMPOSITE -> of;
            case AIR_ROLLING12 -> of + ", rolling 12 months";
            case AIR_QUARTER -> of + ", quarter";
            case AIR_HALF_YEAR -> of + ", half-year";
            default -> of + ", three years";
        };
    }

    private static String zh(Statistic statistic) {
        return switch (statistic.kind()) {
            case MEAN -> statistic.pollutant() == Pollutant.O3 ? "MDA8 平均" : "平均";
            case PERCENTILE ->
                (statistic.pollutant() == Pollutant.O3 ? "MDA8 " : "日均") + "第 "
                        + statistic.pollutant().percentile() + " 百分位";
            case ATTAINING_DAYS -> "达标天数";
            case GOOD_DAYS -> "优良天数";
            case HEAVY_DAYS -> "重污染天数";
            case GOOD_SHARE -> "优良天数比例";
            case COMPOSITE -> "综合指数";
        };
    }

    private static String en(Statistic statistic) {
        return switch (statistic.kind()) {
            case MEAN -> statistic.pollutant() == Pollutant.O3 ? "mean of MDA8" : "mean";
            case PERCENTILE -> statistic.pollutant().percentile() + "th percentile of daily values";
            case ATTAINING_DAYS -> "days within the limit";
            case GOOD_DAYS -> "good days";
            case HEAVY_DAYS -> "heavily polluted days";
            case GOOD_SHARE -> "share of good days";
            case COMPOSITE -> "composite index";
        };
    }
}
