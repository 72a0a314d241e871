package org.microgram.dashboard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.Membership;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.air.Pollutant;
import org.microgram.store.Store;

/**
 * A likeness of Beijing on 12 February 2020 at 16时 for tests of the page. The city's hour, the mean of the day and the first eleven stations
 * are as in the archive; everything else is made up, seeded, with gaps where a page must show gaps.
 */
final class SampleCity {

    static final LocalDate DAY = LocalDate.of(2020, 2, 12);
    static final long HOUR_END = Hours.parseLabel("at", "2020-02-12T16");
    static final Subject CITY = Subject.area("beijing");

    /** What each station's AQI was, worst first; null where none was published. */
    private static final String[][] STATIONS = {
        {"3672A", "云岗", "Yungang", "municipal", "283", "116.1541", "39.8204"},
        {"1002A", "定陵", "Dingling", "control", "275", "116.2202", "40.2915"},
        {"1012A", "古城", "Gucheng", "national", "269", "116.184", "39.9136"},
        {"1001A", "万寿西宫", "Wanshouxigong", "national", "264", "116.3621", "39.8784"},
        {"1010A", "昌平", "Changping", "national", "259", "116.2296", "40.217"},
        {"1004A", "天坛", "Tiantan", "national", "249", "116.4072", "39.8863"},
        {"1003A", "东四", "Dongsi", "national", "248", "116.4174", "39.9289"},
        {"1007A", "万柳", "Wanliu", "national", "248", "116.2878", "39.9611"},
        {"1006A", "官园", "Guanyuan", "national", "245", "116.3392", "39.9295"},
        {"1011A", "奥体中心", "Aotizhongxin", "national", "240", "116.3966", "39.9821"},
        {"1005A", "农展馆", "Nongzhanguan", "national", "239", "116.462", "39.9365"},
        {"1008A", "顺义", "Shunyi", "national", "228", "116.6636", "40.135"},
        {"1009A", "怀柔", "Huairou", "national", "196", "116.6275", "40.3275"},
        {"bj-beibuxinqu", "北部新区", "Beibuxinqu", "municipal", "251", "", ""},
        {"bj-zhiwuyuan", "植物园", "Zhiwuyuan", "municipal", "", "", ""},
        {"bj-fengtaihuayuan", "丰台花园", "Fengtaihuayuan", "municipal", "262", "", ""},
        {"bj-fangshan", "房山", "Fangshan", "municipal", "304", "", ""},
        {"bj-daxing", "大兴", "Daxing", "municipal", "257", "", ""},
        {"bj-yizhuang", "亦庄", "Yizhuang", "municipal", "243", "", ""},
        {"bj-tongzhou", "通州", "Tongzhou", "municipal", "238", "", ""},
        {"bj-mentougou", "门头沟", "Mentougou", "municipal", "231", "", ""},
        {"bj-pinggu", "平谷", "Pinggu", "municipal", "187", "", ""},
        {"bj-miyun", "密云", "Miyun", "municipal", "152", "", ""},
        {"bj-yanqing", "延庆", "Yanqing", "municipal", "118", "", ""},
        {"bj-badaling", "八达岭", "Badaling", "regional", "97", "", ""},
        {"bj-miyunshuiku", "密云水库", "Miyunshuiku", "regional", "64", "", ""},
        {"bj-donggaocun", "东高村", "Donggaocun", "regional", "201", "", ""},
        {"bj-yongledian", "永乐店", "Yongledian", "regional", "255", "", ""},
        {"bj-yufa", "榆垡", "Yufa", "regional", "266", "", ""},
        {"bj-liulihe", "琉璃河", "Liulihe", "regional", "298", "", ""},
        {"bj-qianmen", "前门", "Qianmen", "traffic", "252", "", ""},
        {"bj-yongdingmennei", "永定门内", "Yongdingmennei", "traffic", "254", "", ""},
        {"bj-xizhimenbei", "西直门北", "Xizhimenbei", "traffic", "247", "", ""},
        {"bj-nansanhuan", "南三环", "Nansanhuan", "traffic", "261", "", ""},
        {"bj-dongsihuan", "东四环", "Dongsihuan", "traffic", "", "", ""},
    };

    private final Random random = new Random(20200212);

    private SampleCity() {}

    static Network network() {
        List<Station> stations = new ArrayList<>();
        List<Membership> members = new ArrayList<>();
        for (String[] s : STATIONS) {
            stations.add(new Station(
                    s[0],
                    s[1],
                    s[2],
                    List.of(),
                    "dongcheng",
                    s[3],
                    2,
                    LocalDate.of(2013, 1, 1),
                    Optional.empty(),
                    s[5].isEmpty() ? Double.NaN : Double.parseDouble(s[5]),
                    s[6].isEmpty() ? Double.NaN : Double.parseDouble(s[6])));
            if (s[3].equals("national")) {
                members.add(new Membership("beijing", s[0], LocalDate.of(2013, 1, 1), Optional.empty()));
            }
        }
        return new Network(
                List.copyOf(stations),
                List.of(
                        new Area("beijing", "北京", "Beijing", "city"),
                        new Area("dongcheng", "东城区", "Dongcheng", "unit")),
                List.copyOf(members),
                "archive",
                "4f1c09ab");
    }

    /** Writes the sample where it can be read. */
    static void fill(Store store) {
        store.write(new SampleCity().rows());
        store.flush();
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int back = 0; back < 30; back++) {
            rows.add(hour(HOUR_END - back * Hours.HOUR, back, 1.0));
            rows.add(hour(HOUR_END - 366 * 24 * Hours.HOUR + (1 - back) * Hours.HOUR, back, 0.28));
        }
        for (int back = 0; back < 30; back++) {
            rows.add(hour(Hours.parseLabel("at", "2019-02-12T16") - back * Hours.HOUR, back, 0.28));
        }
        for (String[] s : STATIONS) {
            stationHour(s).ifPresent(rows::add);
        }
        for (int year = 2019; year <= 2020; year++) {
            for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                if (year == 2019 || !day.isAfter(DAY)) {
                    day(day).ifPresent(rows::add);
                }
            }
            rows.add(month(year));
            rows.add(year(year));
        }
        return rows;
    }

    private Row hour(long end, int back, double share) {
        Row.Builder row = Row.builder(new RowKey(Measurement.AIR_HOUR, CITY, end - Hours.HOUR, end, ""));
        double wave = Math.sin(back / 3.4);
        long[] now = {194, 0, 8, 29, 1_9, 135};
        long[] swing = {26, 40, 3, 14, 3, 52};
        for (Pollutant p : Pollutant.ALL) {
            boolean silent = p == Pollutant.PM10 && share == 1.0 && back != 5 && back < 9;
            if (silent || (back == 13 && p != Pollutant.CO)) {
                continue;
            }
            long base = p == Pollutant.PM10 ? 160 : now[p.ordinal()];
            long value = back == 0 && share == 1.0
                    ? base
                    : Math.max(2, Math.round((base + wave * swing[p.ordinal()] + random.nextInt(3)) * share));
            long scaled = p == Pollutant.CO ? value * 100_000 : value * 1_000_000;
            row.number(p.column(), scaled)
                    .number(p.column() + "_num", scaled * 11 + 2_000_000)
                    .number(p.column() + "_den", 11)
                    .number("iaqi_" + p.column(), value);
        }
        return row.number("aqi", back == 0 && share == 1.0 ? 244 : Math.round(230 * share))
                .number("level", share == 1.0 ? 5 : 2)
                .text("primary", "PM2.5")
                .number("inputs_present", 5)
                .text("profile", "archive")
                .text("edition", "HJ 633-2012")
                .number("revision", 0)
                .number("needed", 9)
                .number("below_minimum", 0)
                .text("config", "4f1c09ab")
                .build();
    }

    private static Optional<Row> stationHour(String[] s) {
        if (s[4].isEmpty()) {
            return Optional.empty();
        }
        long aqi = Long.parseLong(s[4]);
        return Optional.of(Row.builder(
                        new RowKey(Measurement.AIR_HOUR, Subject.station(s[0]), HOUR_END - Hours.HOUR, HOUR_END, ""))
                .number("pm25", (aqi - 50) * 1_000_000)
                .number("aqi", aqi)
                .number("level", level(aqi))
                .text("primary", "PM2.5")
                .number("revision", 0)
                .build());
    }

    private Optional<Row> day(LocalDate day) {
        boolean missing = day.getYear() == 2019
                ? day.getMonthValue() == 9 && day.getDayOfMonth() < 5 || random.nextInt(36) == 0
                : day.getDayOfMonth() == 19;
        double season = 1 + 0.35 * Math.cos((day.getDayOfYear() - 20) / 58.0);
        long pm = Math.round(Math.exp(random.nextGaussian() * 0.62) * 34 * season);
        boolean twelfth = day.equals(DAY);
        long aqi = twelfth ? 258 : Math.max(18, Math.round(pm * 1.25 + 12));
        if (missing) {
            return Optional.empty();
        }
        long start = Hours.startOfDay(day);
        return Optional.of(Row.builder(new RowKey(Measurement.AIR_DAY, CITY, start, start + 86_400, ""))
                .number("pm25", twelfth ? 208 : pm)
                .text("pm25_exact", twelfth ? "27479/132" : pm + "")
                .number("pm25_had", 11)
                .number("pm25_needed", 9)
                .text("pm25_status", "ok")
                .number("pm25_revision", 0)
                .number("aqi", aqi)
                .number("level", level(aqi))
                .text("primary", aqi > 50 ? "PM2.5" : null)
                .number("inputs_present", 6)
                .text("status", "ok")
                .number("revision", 0)
                .build());
    }

    private static Row month(int year) {
        long start = Hours.startOfDay(LocalDate.of(year, 1, 1));
        return Row.builder(new RowKey(Measurement.AIR_MONTH, CITY, start, start + 31 * 86_400, ""))
                .number("pm25", 615)
                .text("pm25_status", "ok")
                .build();
    }

    private static Row year(int year) {
        long start = Hours.startOfDay(LocalDate.of(year, 1, 1));
        long end = Hours.startOfDay(LocalDate.of(year + 1, 1, 1));
        return Row.builder(new RowKey(Measurement.AIR_YEAR, CITY, start, end, ""))
                .number("pm25", year == 2020 ? 385 : 421)
                .number("pm25_had", year == 2020 ? 360 : 351)
                .number("pm25_needed", 324)
                .text("pm25_status", "below_minimum")
                .number("good_days", year == 2020 ? 270 : 235)
                .number("heavy_days", year == 2020 ? 10 : 4)
                .number("evaluated_days", year == 2020 ? 360 : 351)
                .build();
    }

    private static long level(long aqi) {
        return aqi <= 50 ? 1 : aqi <= 100 ? 2 : aqi <= 150 ? 3 : aqi <= 200 ? 4 : aqi <= 300 ? 5 : 6;
    }

    static PlatformState state() {
        return new PlatformState(
                true,
                Instant.ofEpochSecond(HOUR_END),
                Optional.of(Instant.ofEpochSecond(HOUR_END)),
                true,
                "",
                new PlatformState.Conservation(3_329_884, 3_318_102, 11_201, 581, 0));
    }

    static List<Comparison> comparisons() {
        return List.of(
                new Comparison(
                        "PM2.5 2020 年均值",
                        "PM2.5, mean of 2020",
                        "38",
                        "39",
                        "beijing air_year PM2.5 2020",
                        "+1",
                        "归档缺 6 天(4 月 4 天,10 月 2 天),都不是重污染日",
                        "the archive lacks 6 days (4 in April, 2 in October), none of them heavy",
                        "北京市生态环境局 2021-01-04"),
                new Comparison(
                        "PM2.5 2019 年均值",
                        "PM2.5, mean of 2019",
                        "42",
                        "42",
                        "beijing air_year PM2.5 2019",
                        "0",
                        "",
                        "",
                        "北京市生态环境局 2020-01-03"),
                new Comparison(
                        "PM2.5 2020 上半年",
                        "PM2.5, January–June 2020",
                        "43",
                        "43",
                        "beijing air_to_date PM2.5 2020-06-30",
                        "0",
                        "",
                        "",
                        "生态环境部 2020-07"),
                new Comparison(
                        "重污染 2020",
                        "heavy days 2020",
                        "10",
                        "10",
                        "beijing air_year heavy_days 2020",
                        "0",
                        "",
                        "",
                        "北京市生态环境局 2021-01-04"),
                new Comparison(
                        "优良天数 2020",
                        "good days 2020",
                        "276",
                        "270",
                        "beijing air_year good_days 2020",
                        "−6",
                        "366 天中 360 天有值;归档所缺 6 天公布为优良",
                        "360 of 366 days have a value; the six that the archive lacks were good",
                        "北京市生态环境局 2021-01-04"));
    }
}
