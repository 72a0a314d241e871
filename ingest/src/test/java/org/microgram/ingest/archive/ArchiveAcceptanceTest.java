package org.microgram.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.demo.DemoData;
import org.microgram.ingest.Collected;
import org.microgram.messages.air.StoredDays;
import org.microgram.messages.network.ExceptionalEvent;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Editions;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.compare.DayCounts;
import org.microgram.standards.compare.EditionComparison;
import org.microgram.standards.compare.StoredDay;
import org.microgram.standards.compare.Verdict;
import org.microgram.standards.events.DustRule;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.Judging;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

@DisplayName("The public archive against what was published of it")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArchiveAcceptanceTest {

    @TempDir
    static Path dir;

    private static ArchiveLedger years;
    private static SortedMap<RowKey, Row> city;

    @BeforeAll
    static void read() throws IOException {
        years = ArchiveLedger.of(dir, 2019, 2020);
        city = years.rows("beijing");
    }

    @Test
    void every_real_time_AQI_of_2019_and_2020_is_the_published_one() throws IOException {
        Map<String, Map<Long, Integer>> published = new HashMap<>();
        for (int year : DemoData.YEARS) {
            PublishedArchive.visit(year, (type, station, start, text) -> {
                if (type.equals("AQI")) {
                    published.computeIfAbsent(station, s -> new HashMap<>()).put(start, Integer.parseInt(text));
                }
            });
        }
        int[] count = new int[3];
        years.stationHours((station, hour) -> {
            Integer expected = published.getOrDefault(station, Map.of()).get(hour.startSecond());
            if (expected != null && hour.aqi().exists()) {
                count[0]++;
                count[1] += hour.aqi().value() == expected ? 1 : 0;
                count[2] += hour.aqi().inputs() == Pollutant.COUNT ? 1 : 0;
            }
        });
        print("real-time AQI 2019 and 2020: %d of %d equal, %d with all six", count[1], count[0], count[2]);
        assertThat(count).containsExactly(577_078, 577_078, 451_048);
    }

    @Test
    void the_rolling_means_of_2016_are_the_published_ones_where_all_24_hours_are_there() throws IOException {
        Map<String, Map<Long, Long>> published = new HashMap<>();
        PublishedArchive.visit(DemoData.YEAR_WITH_DEFECTS, (type, station, start, text) -> {
            if (type.endsWith("_24h")) {
                String key = type.substring(0, type.length() - 4) + " " + station;
                published.computeIfAbsent(key, k -> new HashMap<>()).put(start, Scaled.parse(text));
            }
        });
        int[] all = new int[Pollutant.COUNT];
        int[] equal = new int[Pollutant.COUNT];
        ArchiveLedger.of(dir, DemoData.YEAR_WITH_DEFECTS).stationHours((station, hour) -> {
            for (Pollutant p : Pollutant.ALL) {
                Long expected = published
                        .getOrDefault(p.code() + " " + station, Map.of())
                        .get(hour.startSecond());
                if (p != Pollutant.O3 && expected != null && hour.had(Pollutant.COUNT + p.ordinal()) == 24) {
                    all[p.ordinal()]++;
                    equal[p.ordinal()] += hour.rolling(p) == expected ? 1 : 0;
                }
            }
        });
        double[] floor = {99.4, 99.6, 99.8, 99.5, 99.9};
        for (int i = 0; i < floor.length; i++) {
            double percent = 100.0 * equal[i] / all[i];
            print(
                    "rolling 24 h means 2016, %s: %d of %d equal, %.3f %%",
                    Pollutant.ALL.get(i).code(), equal[i], all[i], percent);
            assertThat(percent).as(Pollutant.ALL.get(i).code()).isGreaterThanOrEqualTo(floor[i]);
        }
    }

    @Test
    void the_city_s_means_of_particulates_are_those_of_the_bulletins() {
        assertMean(toDate("2019-06-30"), "47.21", 47);
        assertMean(toDate("2020-06-30"), "43.17", 43);
        assertMean(year(2019), "42.10", 42);
        assertMean(year(2020), "38.51", 39);
    }

    @Test
    void both_years_have_fewer_days_than_a_month_of_them_needs() {
        assertThat(List.of(year(2019).number("pm25_had"), year(2020).number("pm25_had")))
                .containsExactly(351L, 360L);
        assertThat(List.of(year(2019).number("pm10_had"), year(2020).number("pm10_had")))
                .containsExactly(214L, 203L);
        assertThat(year(2019).text("pm25_status")).isEqualTo("below_minimum");
        assertThat(year(2020).text("pm25_status")).isEqualTo("below_minimum");
        assertThat(month("2019-09-01").number("pm25_had")).isEqualTo(23);
        assertThat(month("2020-04-01").number("pm25_had")).isEqualTo(26);
    }

    @Test
    void good_and_heavy_days_are_counted_of_those_evaluated_and_beside_it_of_those_with_all_six() {
        assertCounts(year(2019), 235, 4, 351, 152, 1, 213);
        assertCounts(year(2020), 270, 10, 360, 162, 2, 203);
        assertThat(year(2019).number("pm25_attaining")).isEqualTo(302);
        assertThat(year(2020).number("pm25_attaining")).isEqualTo(323);
        print("O3 P90 2019: %d (%s)", year(2019).number("o3_p90"), year(2019).text("o3_p90_exact"));
        assertThat(year(2019).number("o3_p90")).isEqualTo(191);
    }

    @Test
    void the_city_s_days_under_the_edition_of_their_time_and_under_those_of_2026() {
        assertUnderEditions(2019, "302 of 351", "282 of 351");
        assertUnderEditions(2020, "323 of 360", "298 of 360");
    }

    @Test
    void the_signs_of_dust_propose_hours_of_the_city_and_one_confirmed_leaves_the_means_and_no_count_of_days() {
        NavigableMap<Long, DustRule.Hour> hours = new TreeMap<>();
        years.rows(Subject.area("beijing")).values().stream()
                .filter(row -> row.measurement() == Measurement.AIR_HOUR)
                .forEach(row -> hours.put(
                        row.key().startSecond() / 3600,
                        new DustRule.Hour(exact(row, Pollutant.PM25), exact(row, Pollutant.PM10))));
        List<DustRule.Proposal> proposed = DustRule.propose(hours);
        proposed.forEach(each -> print(
                "dust? %s %d h, PM10 %s after %s, at most %s, PM2.5/PM10 %s after %s",
                ExceptionalEvent.print(each.first() * 3600),
                each.last() - each.first() + 1,
                each.pm10().toSixDecimals(),
                each.before().toSixDecimals(),
                each.most().toSixDecimals(),
                each.ratio().toSixDecimals(),
                each.ratioBefore().toSixDecimals()));
        assertThat(proposed)
                .extracting(each -> ExceptionalEvent.print(each.first() * 3600).substring(0, 13) + " "
                        + (each.last() - each.first() + 1))
                .containsExactly(
                        "2019-03-29T16 4",
                        "2019-04-18T03 3",
                        "2019-04-18T17 34",
                        "2019-04-21T11 18",
                        "2019-04-29T21 13",
                        "2019-05-12T15 6",
                        "2019-05-19T09 7",
                        "2019-10-28T03 8",
                        "2019-11-17T15 10",
                        "2020-03-18T16 4",
                        "2020-05-10T08 5",
                        "2020-10-31T12 15");
        DustRule.Proposal november = proposed.get(8);
        ExceptionalEvent dust = new ExceptionalEvent(
                "dust-1",
                "beijing",
                List.of(),
                november.first() * 3600,
                november.last() * 3600,
                List.of(Pollutant.PM25, Pollutant.PM10),
                ExceptionalEvent.State.CONFIRMED,
                "an example",
                ExceptionalEvent.RULE,
                "",
                "",
                "he.lin",
                "",
                "",
                Map.of());
        SortedMap<RowKey, Row> with = years.rows("beijing", Collected.BEIJING.with(List.of(dust), "with"));
        YearMonth month = YearMonth.from(dust.firstDay());
        assertThat(YearMonth.from(dust.lastDay())).isEqualTo(month);
        Row plain = month(month.atDay(1).toString());
        Row touched = with.get(plain.key());
        for (Pollutant p : List.of(Pollutant.PM25, Pollutant.PM10)) {
            String name = p.column();
            String all = NaiveMean.ofCity(years, p, month, start -> true).toString();
            String less = NaiveMean.ofCity(years, p, month, start -> start < dust.from() || start > dust.to())
                    .toString();
            assertThat(plain.text(name + "_exact")).isEqualTo(all);
            assertThat(touched.text(name + "_with_events_exact")).isEqualTo(all);
            assertThat(touched.text(name + "_exact")).isEqualTo(less).isNotEqualTo(all);
            print(
                    "%s of %s: %s on %d days, with %d hours of dust %s on %d days",
                    p.code(),
                    month,
                    Fraction.parse(less).toSixDecimals(),
                    touched.number(name + "_had"),
                    dust.hours(),
                    Fraction.parse(all).toSixDecimals(),
                    touched.number(name + "_with_events_had"));
        }
        for (String count : List.of("good_days", "heavy_days", "evaluated_days", "pm25_attaining", "pm10_attaining")) {
            assertThat(touched.number(count)).as(count).isEqualTo(plain.number(count));
        }
    }

    private static Fraction exact(Row hour, Pollutant p) {
        return hour.has(p.column() + "_den")
                ? Fraction.ofScaled(hour.number(p.column() + "_num"), hour.number(p.column() + "_den"))
                : null;
    }

    private static void assertUnderEditions(int year, String within75, String within60) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        List<StoredDay> days = city.values().stream()
                .filter(row -> row.measurement() == Measurement.AIR_DAY)
                .map(StoredDays::of)
                .filter(day -> day.date().getYear() == year)
                .toList();
        Editions editions = Editions.shipped();
        List<EditionComparison.Base> bases = new EditionComparison(editions, DailyProfile.ARCHIVE, Judging.BY_LAST_DAY)
                .of(
                        first,
                        last,
                        days,
                        List.of(
                                editions.get("GB 3095-2012"),
                                editions.get("GB 3095-2026 transition"),
                                editions.get("GB 3095-2026 final"),
                                editions.get("WHO 2021:IT-1")));
        List<String> attaining = new ArrayList<>();
        for (EditionComparison.Base base : bases) {
            DayCounts counts = base.counts();
            List<String> each = Pollutant.ALL.stream()
                    .map(p -> counts.attaining().get(p.ordinal()).getAsInt() + " of "
                            + counts.valid().get(p.ordinal()))
                    .toList();
            attaining.add(each.get(0));
            print(
                    "%d, %s: good %s, heavy %s, evaluated %s; good %s of the %d evaluated by all; attaining %s; the year %s %s",
                    year,
                    base.edition().map(Edition::name).orElse("as published"),
                    counts.good(),
                    counts.heavy(),
                    counts.evaluated(),
                    base.goodOfThem(),
                    base.evaluatedByAll(),
                    each,
                    base.year().orElseThrow().verdict().code(),
                    base.year().orElseThrow().exceeding());
        }
        assertThat(attaining.subList(0, 3)).containsExactly(within75, within75, within60);
        Row stored = year(year);
        assertThat(bases.get(0).counts()).isEqualTo(bases.get(1).counts());
        assertThat(bases.get(0).counts().good().getAsInt()).isEqualTo((int) stored.number("good_days"));
        assertThat(bases.get(0).counts().heavy().getAsInt()).isEqualTo((int) stored.number("heavy_days"));
        assertThat(bases.get(0).counts().evaluated().getAsInt()).isEqualTo((int) stored.number("evaluated_days"));
        for (Pollutant p : Pollutant.ALL) {
            assertThat(bases.get(0).counts().attaining().get(p.ordinal()).getAsInt())
                    .isEqualTo((int) stored.number(p.column() + "_attaining"));
        }
        assertThat(bases.subList(0, 4))
                .allSatisfy(base -> assertThat(base.year().orElseThrow().verdict(Pollutant.PM25))
                        .isEqualTo(Verdict.EXCEEDS_TOO_FEW));
    }

    @Test
    void the_units_first_half_of_2019_is_within_3_2_of_the_ranking_that_was_published() throws IOException {
        int units = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(DemoData.openPublished(), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                String[] cells = line.split(",");
                if (line.startsWith("#") || !cells[2].equals("2019-01..2019-06") || cells[0].equals("beijing")) {
                    continue;
                }
                Row row = toDate(years.rows(cells[0]), cells[0], "2019-06-30");
                BigDecimal mean =
                        new BigDecimal(Fraction.parse(row.text("pm25_exact")).toSixDecimals());
                BigDecimal difference = mean.subtract(new BigDecimal(cells[4]));
                print(
                        "%s, first half of 2019: %.2f, published %s, difference %.2f",
                        cells[0], mean, cells[4], difference);
                assertThat(difference.abs()).as(cells[0]).isLessThanOrEqualTo(new BigDecimal("3.2"));
                units++;
            }
        }
        assertThat(units).isEqualTo(17);
    }

    private static void assertMean(Row row, String exact, int published) {
        Fraction mean = Fraction.parse(row.text("pm25_exact"));
        print(
                "city PM2.5, %s to %s: %s (%s), %d days",
                day(row.key().startSecond()),
                day(row.key().endSecond() - 1),
                mean.toSixDecimals(),
                mean,
                row.number("pm25_had"));
        assertThat(Scaled.printFixed(mean.rounded(2, Rounding.HALF_EVEN), 2)).isEqualTo(exact);
        assertThat(row.number("pm25")).isEqualTo(published * 10L);
    }

    private static void assertCounts(Row row, int good, int heavy, int evaluated, int goodSix, int heavySix, int six) {
        List<String> fields = List.of(
                "good_days", "heavy_days", "evaluated_days", "good_days_six", "heavy_days_six", "evaluated_days_six");
        List<Long> found = fields.stream().map(row::number).toList();
        print("%s: %s = %s", day(row.key().startSecond()), fields, found);
        assertThat(found)
                .containsExactly(
                        (long) good, (long) heavy, (long) evaluated, (long) goodSix, (long) heavySix, (long) six);
    }

    private static Row year(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return row(city, Measurement.AIR_YEAR, "beijing", first, first.plusYears(1));
    }

    private static Row month(String first) {
        return row(
                city,
                Measurement.AIR_MONTH,
                "beijing",
                LocalDate.parse(first),
                LocalDate.parse(first).plusMonths(1));
    }

    private static Row toDate(String last) {
        return toDate(city, "beijing", last);
    }

    private static Row toDate(SortedMap<RowKey, Row> rows, String area, String last) {
        LocalDate to = LocalDate.parse(last);
        return row(rows, Measurement.AIR_TO_DATE, area, to.withDayOfYear(1), to.plusDays(1));
    }

    private static Row row(
            SortedMap<RowKey, Row> rows, Measurement measurement, String area, LocalDate first, LocalDate end) {
        RowKey key = new RowKey(measurement, Subject.area(area), ChinaTime.startOf(first), ChinaTime.startOf(end), "");
        return new TreeMap<>(rows).get(key);
    }

    private static LocalDate day(long second) {
        return ChinaTime.date(ChinaTime.dayOf(second));
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(format, values));
    }
}
