package org.microgram.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.microgram.dashboard.explain.Explainer;
import org.microgram.dashboard.explain.Receipt;

/** Receipts for tests of the page: the day of 12 February 2020 with its eleven stations, and a short one for every other figure. */
final class SampleReceipts implements Explainer {

    private static final String[][] STATIONS = {
        {"东四", "Dongsi", "1003A", "212.708333"},
        {"天坛", "Tiantan", "1004A", "188.125"},
        {"官园", "Guanyuan", "1006A", "223"},
        {"万寿西宫", "Wanshouxigong", "1001A", "219.5"},
        {"奥体中心", "Aotizhongxin", "1011A", "213.375"},
        {"农展馆", "Nongzhanguan", "1005A", "205.875"},
        {"万柳", "Wanliu", "1007A", "221.875"},
        {"古城", "Gucheng", "1012A", "232.291667"},
        {"顺义", "Shunyi", "1008A", "188.916667"},
        {"昌平", "Changping", "1010A", "219.25"},
        {"怀柔", "Huairou", "1009A", "165"},
    };

    @Override
    public Optional<Receipt> explain(String key, OptionalLong asOfMillis) {
        String[] parts = key.split(" ");
        if (parts.length != 4) {
            throw new IllegalArgumentException("a key has four parts, this one " + parts.length);
        }
        if (parts[3].startsWith("1999")) {
            return Optional.empty();
        }
        List<Receipt.Input> inputs = new ArrayList<>();
        if (parts[0].equals("beijing")) {
            for (String[] s : STATIONS) {
                boolean gap = s[0].equals("官园");
                inputs.add(new Receipt.Input(
                        s[2] + " air_day PM2.5 " + parts[3],
                        s[0],
                        s[1],
                        s[3].contains(".") ? s[3].substring(0, s[3].indexOf('.')) : s[3],
                        s[3],
                        "used",
                        gap ? 21 : 24,
                        20,
                        gap ? "uuuuuuuuuummmuuuuuuuuuuu" : "uuuuuuuuuuuuuuuuuuuuuuuu",
                        null,
                        null));
            }
        } else {
            for (int hour = 1; hour <= 24; hour++) {
                boolean gap = hour >= 11 && hour <= 13;
                inputs.add(new Receipt.Input(
                        null,
                        hour + "时",
                        hour + ":00",
                        gap ? null : "212",
                        gap ? null : "212",
                        gap ? "missing" : "used",
                        null,
                        null,
                        "",
                        gap ? "归档无值" : null,
                        gap ? "blank in the archive" : null));
            }
        }
        return Optional.of(new Receipt(
                key,
                parts[0].equals("beijing")
                        ? new Receipt.About("area", "beijing", "北京", "Beijing")
                        : new Receipt.About("station", parts[0], "东四", "Dongsi"),
                parts[1],
                parts[2],
                "日均",
                "mean of the day",
                new Receipt.Interval(
                        "2020-02-12T00:00:00+08:00",
                        "2020-02-13T00:00:00+08:00",
                        "2020-02-12 01时–24时 (00:00–24:00)",
                        "2020-02-12 00:00–24:00"),
                "208",
                "µg/m³",
                "208.174242",
                "27479/132",
                new Receipt.RoundedBy(0, "half-even", "GB/T 8170"),
                "ok",
                11,
                9,
                "站点日均",
                "days of the stations",
                inputs,
                new Receipt.Formula("mean", "2289.92 ÷ 11 = 208.1742", "2289.92 ÷ 11 = 208.1742"),
                List.of(
                        new Receipt.Judgement(
                                "GB 3095-2012 表1 二级 24 h ≤ 75",
                                "GB 3095-2012 table 1, II, 24 h ≤ 75",
                                "超过",
                                "over",
                                true),
                        new Receipt.Judgement(
                                "HJ 633-2012 IAQI (日)",
                                "HJ 633-2012 IAQI (day)",
                                "258 · 五级 重度污染",
                                "258 · level 5, heavily polluted",
                                false),
                        new Receipt.Judgement(
                                "若按 GB 3095-2026 (≤ 60)", "under GB 3095-2026 (≤ 60)", "超过", "over", true)),
                1,
                List.of(new Receipt.Revision("207", "208", "2020-02-14T09:12:00+08:00", "东四 08时 更正", "审核员")),
                "raw",
                "261/0/0/3",
                null,
                "2021-01-01T02:00:00+08:00",
                "GB 3095-2012",
                "archive",
                "4f1c09ab",
                "0.1.0"));
    }
}
