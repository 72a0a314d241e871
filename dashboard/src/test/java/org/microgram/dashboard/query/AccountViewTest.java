package org.microgram.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.dashboard.SampleCity;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.network.Target;
import org.microgram.messages.network.Targets;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.JudgedAt;
import org.microgram.standards.account.MeanAccount;
import org.microgram.standards.account.StationPull;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.views.Span;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

@DisplayName("The account over the stored rows of eleven weeks")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccountViewTest {

    private static final Subject CITY = Subject.area("beijing");

    @TempDir
    static Path directory;

    static Network network;
    static Store store;
    static AccountView view;

    @BeforeAll
    static void open() {
        network = SampleCity.network();
        store = QuestDbStore.open(directory.resolve("store"));
        SampleCity.write(store, network, SampleCity.readings(7));
        view = new AccountView(
                store, new Views(store, network, PublishedBases.NONE), network, new Targets(10, List.of()));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void has_the_exact_sum_of_the_citys_valid_days_and_every_day_of_the_year_that_is_not_gone() {
        MeanAccount account = view.account(target(CITY), Optional.empty());
        Map<LocalDate, Fraction> rows = valid(CITY, SampleCity.LAST);
        assertThat(account.days().through()).isEqualTo(SampleCity.LAST);
        assertThat(account.valid()).isEqualTo(rows.size()).isPositive();
        assertThat(account.toCome()).isEqualTo(365 - 79);
        assertThat(account.sum()).isEqualTo(sum(rows));
    }

    @Test
    void knows_as_of_a_day_nothing_of_the_days_after_it() {
        LocalDate asOf = LocalDate.of(2019, 2, 10);
        MeanAccount account = view.account(target(CITY), Optional.of(asOf));
        assertThat(account.sum()).isEqualTo(sum(valid(CITY, asOf)));
        assertThat(account.toCome()).isEqualTo(365 - 41);
    }

    @Test
    void of_a_station_is_of_its_own_days_and_nobody_pulls_it() {
        Subject station = Subject.station("1003A");
        MeanAccount account = view.account(target(station), Optional.empty());
        assertThat(account.sum()).isEqualTo(sum(valid(station, SampleCity.LAST)));
        assertThat(view.pulls(station, account)).isEmpty();
    }

    @Test
    void has_the_citys_own_mean_on_the_side_with_every_station() {
        MeanAccount account = view.account(target(CITY), Optional.empty());
        List<StationPull> pulls = view.pulls(CITY, account);
        assertThat(pulls)
                .extracting(StationPull::station)
                .containsExactlyInAnyOrderElementsOf(network.members("beijing", SampleCity.LAST));
        assertThat(pulls).allSatisfy(pull -> assertThat(pull.with())
                .isEqualTo(account.mean().orElseThrow()));
    }

    @Test
    void writes_numbers_to_hundredths_beside_the_exact_ones() {
        MeanAccount account = view.account(target(CITY), Optional.empty());
        Map<String, Object> json = AccountJson.of(target(CITY), account, Optional.empty(), List.of());
        assertThat(json)
                .containsKeys(
                        "subject",
                        "target",
                        "as_of",
                        "n",
                        "r",
                        "N",
                        "sum",
                        "mean",
                        "allowed",
                        "spent",
                        "last_year_mean",
                        "last_year_days",
                        "difference",
                        "margin_exact",
                        "margin_judged",
                        "status",
                        "coins",
                        "outlooks",
                        "months",
                        "dearest_days")
                .containsEntry("subject", "beijing")
                .containsEntry("n", account.valid())
                .containsEntry("last_year_mean", null)
                .containsEntry("published_change", null)
                .containsEntry("sum_exact", account.sum().toString());
        assertThat(json.get("sum")).isEqualTo(BigDecimal.valueOf(account.sum().rounded(2, Rounding.HALF_EVEN), 2));
        assertThat(AccountJson.print(json)).contains("\"last_year_mean\" : null");
    }

    @Test
    void of_good_and_heavy_days_has_the_stored_days_of_levels_1_and_2_and_of_5_and_6() {
        List<Row> rows = rows(CITY, SampleCity.LAST);
        long good = rows.stream()
                .filter(row -> row.has("level") && row.number("level") <= 2)
                .count();
        long heavy = rows.stream()
                .filter(row -> row.has("level") && row.number("level") >= 5)
                .count();
        Map<String, Object> json = json(Indicator.GOOD_DAYS, 300);
        assertThat(json)
                .containsEntry("count", (int) good)
                .containsEntry("needed", 300 - (int) good)
                .containsEntry("r", 365 - 79)
                .containsEntry("left", 365 - 79 - (300 - (int) good))
                .containsEntry("highest_aqi", 100)
                .containsEntry("unit", "d");
        assertThat((List<?>) json.get("dates")).hasSize((int) good);
        assertThat(json(Indicator.HEAVY_DAYS, 20))
                .containsEntry("count", (int) heavy)
                .containsEntry("left", 20 - (int) heavy)
                .containsEntry("highest_aqi", 200);
    }

    @Test
    void of_ozone_has_the_stored_days_over_the_value_and_as_many_more_as_keep_the_tenth_of_the_year() {
        List<Row> valid = rows(CITY, SampleCity.LAST).stream()
                .filter(row -> "ok".equals(row.text("o3_mda8_status")))
                .toList();
        long over = valid.stream().filter(row -> row.number("o3_mda8") > 150).count();
        Map<String, Object> json = json(Indicator.O3_P90, 150);
        int whole = valid.size() + 365 - 79;
        // The place of the percentile is 1 + (N - 1) * 0.9; the days after the next whole place do not touch it.
        long above = whole - (9L * (whole - 1) + 9) / 10 - 1;
        assertThat(json)
                .containsEntry("n", valid.size())
                .containsEntry("N", whole)
                .containsEntry("over", (int) over)
                .containsEntry("left", (int) (above - over))
                .containsEntry("highest_each", 150L)
                .containsEntry("unit", "µg/m³");
        assertThat((List<?>) json.get("over_days")).hasSize((int) over);
    }

    private static Map<String, Object> json(Indicator indicator, int value) {
        Target of = new Target(
                "t",
                CITY,
                Span.year(2019),
                indicator,
                Fraction.of(value),
                value + " " + indicator.unit(),
                JudgedAt.halfEven(0),
                List.of(),
                "an example",
                true);
        return view.of(of, Optional.empty()).json();
    }

    private static List<Row> rows(Subject subject, LocalDate last) {
        List<Row> rows = new ArrayList<>();
        store.scan(
                Measurement.AIR_DAY,
                List.of(subject),
                ChinaTime.startOf(SampleCity.FIRST),
                ChinaTime.startOf(last.plusDays(1)),
                rows::add);
        return rows;
    }

    private static Target target(Subject subject) {
        return new Target(
                "t",
                subject,
                Span.year(2019),
                Indicator.PM25_MEAN,
                Fraction.of(42),
                "42 µg/m³",
                JudgedAt.halfEven(0),
                List.of(),
                "an example",
                true);
    }

    private static Map<LocalDate, Fraction> valid(Subject subject, LocalDate last) {
        Map<LocalDate, Fraction> days = new TreeMap<>();
        store.scan(
                Measurement.AIR_DAY,
                List.of(subject),
                ChinaTime.startOf(SampleCity.FIRST),
                ChinaTime.startOf(last.plusDays(1)),
                (Row row) -> {
                    if ("ok".equals(row.text("pm25_status"))) {
                        LocalDate day = ChinaTime.date(ChinaTime.dayOf(row.key().startSecond()));
                        days.put(day, Fraction.parse(row.text("pm25_exact")));
                    }
                });
        return days;
    }

    private static Fraction sum(Map<LocalDate, Fraction> days) {
        return days.values().stream().reduce(Fraction.ZERO, Fraction::plus);
    }
}
