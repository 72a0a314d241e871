package org.microgram.dashboard.explain.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.dashboard.SampleCity;
import org.microgram.dashboard.explain.Evaluator;
import org.microgram.dashboard.explain.Language;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.dashboard.explain.ReceiptJson;
import org.microgram.dashboard.explain.ReceiptText;
import org.microgram.dashboard.query.Views;
import org.microgram.messages.air.StoredDays;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.rows.AirFields;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.views.Span;
import org.microgram.standards.views.Statistic;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

@DisplayName("The receipt of a view")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FigureExplainerTest {

    static final List<Subject> SUBJECTS = List.of(
            Subject.area("beijing"), Subject.area("dongcheng"), Subject.station("1003A"), Subject.station("1004A"));

    /** A day of which a value came long after the others, so that the base of a change can be newer than the change's own period. */
    static final LocalDate CORRECTED = LocalDate.parse("2018-05-17");

    @TempDir
    static Path directory;

    static final Map<String, Row> ROWS = new HashMap<>();
    static Store store;
    static FigureExplainer explainer;
    static Views views;

    @BeforeAll
    static void open() throws IOException {
        Network network = SampleCity.network();
        store = QuestDbStore.open(directory.resolve("store"));
        Random random = new Random(11);
        for (Subject subject : SUBJECTS) {
            days(random, subject, "2017-01-01", "2019-12-31");
            days(random, subject, "2025-01-01", subject.id().equals("1004A") ? "2026-06-10" : "2026-06-30");
        }
        store.write(List.copyOf(ROWS.values()));
        store.flush();
        Files.writeString(directory.resolve("published-bases.csv"), """
                subject,parameter,statistic,period,value,source
                beijing,PM2.5,mean,2018-H1,47,the ministry
                """);
        PublishedBases bases = PublishedBases.load(directory, network);
        explainer = new FigureExplainer(store, network, bases, "0.1.0");
        views = new Views(store, network, bases);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @RepeatedTest(60)
    void holds_what_is_needed_to_recount_it(RepetitionInfo repetition) throws Exception {
        String key = any(new Random(repetition.getCurrentRepetition()));
        Receipt receipt = explain(key);
        assertThat(receipt.key()).isEqualTo(key);
        assertThat(receipt.value()).as(key).isNotNull();
        JsonNode json = new ObjectMapper().readTree(ReceiptJson.print(receipt));
        assertThat(Evaluator.evaluate(json)).as(key + " " + receipt.formula()).isEqualByComparingTo(receipt.value());
        for (Language lang : Language.values()) {
            assertThat(ReceiptText.print(receipt, lang)).as(key).contains(receipt.value());
        }
    }

    @Test
    void names_the_stored_rows_it_was_made_of_with_their_exact_values_and_the_exact_sum() {
        Receipt half = explain("北京 air_half_year PM2.5 2018-01");
        assertThat(half.key()).isEqualTo("beijing air_half_year PM2.5 2018-H1");
        assertThat(half.inputs()).hasSize(181);
        Fraction sum = Fraction.ZERO;
        for (Receipt.Input input : half.inputs()) {
            Row row = ROWS.get(input.key().replace(" air_day PM2.5 ", " "));
            boolean valid = row != null && "ok".equals(row.text("pm25_status"));
            assertThat(input.use()).isEqualTo(row == null ? "missing" : valid ? "used" : "excluded");
            if (row != null) {
                Fraction exact = Fraction.parse(row.text("pm25_exact"));
                assertThat(input.exact()).isEqualTo(exact.toSixDecimals());
                sum = valid ? sum.plus(exact) : sum;
            }
        }
        String exactSum = sum.toString();
        assertThat(half.judgements()).anySatisfy(line -> {
            assertThat(line.textEn()).isEqualTo("exact sum of the days Σ");
            assertThat(line.verdictEn()).isEqualTo(exactSum);
        });
        assertThat(half.exactFraction()).isEqualTo(sum.dividedBy(half.had()).toString());
    }

    @Test
    void of_a_change_names_both_figures_their_exact_values_and_every_published_base() {
        Receipt change = explain("beijing air_change PM2.5 2019-H1");
        assertThat(change.inputs())
                .extracting(Receipt.Input::key)
                .containsExactly("beijing air_half_year PM2.5 2019-H1", "beijing air_half_year PM2.5 2018-H1");
        for (Receipt.Input side : change.inputs()) {
            Receipt own = explain(side.key());
            assertThat(side.value()).isEqualTo(own.value());
            assertThat(side.exact()).isEqualTo(own.exact());
        }
        assertThat(change.unit()).isEqualTo("%");
        assertThat(change.judgements()).anySatisfy(line -> {
            assertThat(line.textZh()).isEqualTo("基数: the ministry");
            assertThat(line.verdictEn()).contains(" / 47: ");
        });
        assertThat(change.judgements())
                .anySatisfy(line -> assertThat(line.textEn()).contains("matched days"));
        assertThat(explain("beijing air_change PM2.5:last_period 2019-03").inputs())
                .extracting(Receipt.Input::key)
                .containsExactly("beijing air_month PM2.5 2019-03", "beijing air_month PM2.5 2019-02");
    }

    @Test
    void counts_the_superseded_values_of_its_own_pollutant_and_of_both_sides_of_a_change() {
        int now = superseded("beijing", "2019-H1", Pollutant.PM25);
        int base = superseded("beijing", "2018-H1", Pollutant.PM25);
        assertThat(now).isPositive();
        assertThat(explain("beijing air_half_year PM2.5 2019-H1").revision()).isEqualTo(now);
        Receipt change = explain("beijing air_change PM2.5 2019-H1");
        assertThat(change.revision()).isEqualTo(now + base);
        assertThat(change.asOf()).startsWith("2020-01-07"); // 600 days after the day of the base that was corrected
        assertThat(explain("1003A air_rank PM2.5 2019-H1").revision())
                .isEqualTo(superseded("1003A", "2019-H1", Pollutant.PM25));
        assertThat(explain("beijing air_half_year good_days 2019-H1").revision())
                .isEqualTo(Pollutant.ALL.stream()
                        .mapToInt(p -> superseded("beijing", "2019-H1", p))
                        .sum());
    }

    @Test
    void says_of_that_what_the_rows_of_changes_and_ranks_say() {
        long from = ChinaTime.startOf(LocalDate.parse("2019-06-15"));
        long to = ChinaTime.startOf(LocalDate.parse("2019-07-15"));
        List<Row> changes = new ArrayList<>();
        views.scan(Measurement.AIR_CHANGE, List.of(Subject.area("beijing")), from, to, changes::add);
        List<Row> half = changes.stream()
                .filter(row -> row.text("period").equals("2019-H1")
                        && row.text("parameter").equals("PM2.5")
                        && row.text("statistic").equals("mean")
                        && row.text("against").equals("last_year"))
                .toList();
        int now = superseded("beijing", "2019-H1", Pollutant.PM25);
        assertThat(half).extracting(row -> row.text("base_source")).containsExactly("ours", "the ministry");
        assertThat(half.get(0).number("revision")).isEqualTo(now + superseded("beijing", "2018-H1", Pollutant.PM25));
        assertThat(half.get(0).number("received_at")).isEqualTo((ChinaTime.startOf(CORRECTED) + 600L * 86_400) * 1000);
        // Of what the ministry's base was made of nobody knows anything.
        assertThat(half.get(1).number("revision")).isEqualTo(now);
        assertThat(half.get(1).number("received_at"))
                .isEqualTo((ChinaTime.startOf(LocalDate.parse("2019-06-30")) + 90_000) * 1000);
        assertThat(views.rank("station", "PM2.5", Span.parse("2019-H1")).stream()
                        .filter(row -> row.has("rank")))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.number("revision"))
                        .isEqualTo(superseded(row.subject().id(), "2019-H1", Pollutant.PM25)));
    }

    /** Superseded values under a subject's days of a half-year, from its rows. */
    private static int superseded(String subject, String half, Pollutant p) {
        Span span = Span.parse(half);
        int all = 0;
        for (LocalDate day = span.firstDay(); !day.isAfter(span.lastDay()); day = day.plusDays(1)) {
            Row row = ROWS.get(subject + " " + day);
            all += row == null ? 0 : Math.toIntExact(row.number(AirFields.day(p) + "_revision"));
        }
        return all;
    }

    @Test
    void of_an_unfinished_change_cuts_the_base_of_last_year_and_takes_the_last_period_whole() {
        // The days go to the end of June: these four months are not over.
        Receipt year = explain("beijing air_change PM2.5 2026-05..2026-08");
        assertThat(year.inputs())
                .extracting(Receipt.Input::nameEn)
                .containsExactly("2026-05..2026-08", "2025-05..2025-08 …");
        assertThat(year.inputs().get(1).key()).isNull();
        Receipt period = explain("beijing air_change PM2.5:last_period 2026-05..2026-08");
        assertThat(period.inputs())
                .extracting(Receipt.Input::nameEn)
                .containsExactly("2026-05..2026-08", "2026-01..2026-04");
        Receipt.Input whole =
                explain("beijing air_change PM2.5 2026-01..2026-04").inputs().get(0);
        assertThat(period.inputs().get(1).value()).isEqualTo(whole.value());
        assertThat(period.inputs().get(1).had()).isEqualTo(whole.had());
    }

    @Test
    void of_counts_across_a_switch_is_on_one_base_and_shows_the_counts_as_published_beside() {
        Receipt change = explain("beijing air_change good_days 2026-H1");
        assertThat(change.judgements())
                .extracting(Receipt.Judgement::textEn)
                .contains(
                        "both sides counted by",
                        "as published day by day (mixed editions, not subtracted)",
                        "under HJ 633-2012");
        assertThat(change.judgements().get(0).verdictEn()).isEqualTo("HJ 633-2026");
        assertThat(change.inputs()).extracting(Receipt.Input::key).containsOnlyNulls();
        assertThat(change.formula().kind()).isEqualTo("difference");
    }

    @Test
    void of_a_rank_names_all_that_take_part() {
        Receipt rank = explain("1003A air_rank PM2.5 2019");
        assertThat(rank.inputs()).hasSize(5); // five stations, of which three have no day
        assertThat(rank.inputs().stream().filter(input -> input.use().equals("used")))
                .allSatisfy(input -> assertThat(meanOfYear(input.key())).isEqualTo(input.value()));
        assertThatThrownBy(() -> explain("beijing air_rank PM2.5 2019")).hasMessageContaining("not ranked");
    }

    @Test
    void of_three_years_rests_on_each_years_exact_value() {
        Receipt three = explain("beijing air_three_years PM2.5 2019");
        assertThat(three.key()).isEqualTo("beijing air_three_years PM2.5 2017-01..2019-12");
        assertThat(three.inputs())
                .extracting(Receipt.Input::key)
                .containsExactly(
                        "beijing air_year PM2.5 2017", "beijing air_year PM2.5 2018", "beijing air_year PM2.5 2019");
        assertThat(three.judgements())
                .anySatisfy(line -> assertThat(line.textEn()).contains("rests on, unconfirmed"));
    }

    @Test
    void that_is_below_the_minimum_says_which_month_falls_short() {
        // The station fell silent on 11 June.
        Receipt half = explain("1004A air_half_year PM2.5 2026-H1");
        assertThat(half.status()).isEqualTo("below_minimum");
        assertThat(half.judgements()).anySatisfy(line -> {
            assertThat(line.textEn()).isEqualTo("what falls short");
            assertThat(line.verdictEn()).startsWith("2026-06 ").endsWith("/27");
        });
    }

    @Test
    void of_a_span_without_days_says_that_there_is_nothing() {
        Receipt none = explain("beijing air_quarter PM2.5 2015-Q1");
        assertThat(none.value()).isNull();
        assertThat(none.status()).isEqualTo("none");
        assertThat(ReceiptText.print(none, Language.EN)).contains("no data");
    }

    @Test
    void is_refused_with_advice_when_the_key_cannot_be_read() {
        assertThatThrownBy(() -> explain("beijing air_quarter PM2.5 2018-02"))
                .hasMessageContaining("a quarter 2020-Q1, or its first month 2020-01");
        assertThatThrownBy(() -> explain("beijing air_half_year PM2.5 2018-Q1"))
                .hasMessageContaining("a half-year 2020-H1");
        assertThatThrownBy(() -> explain("beijing air_half_year composite 2018-H1"))
                .hasMessageContaining("PM2.5, PM2.5_P95");
        assertThatThrownBy(() -> explain("beijing air_trend PM2.5 2018")).hasMessageContaining("has no receipt");
        assertThatThrownBy(() -> explainer.explain("beijing air_quarter PM2.5 2018-Q1", OptionalLong.of(1)))
                .hasMessageContaining("leave it out");
        assertThatThrownBy(() -> explainer.history("beijing air_quarter PM2.5 2018-Q1"))
                .hasMessageContaining("no history of its own");
    }

    /** A station's PM2.5 of a year from its rows, without any receipt. */
    private static String meanOfYear(String key) {
        String[] words = key.split(" ");
        Fraction sum = Fraction.ZERO;
        int valid = 0;
        for (LocalDate day = LocalDate.parse(words[3] + "-01-01");
                day.getYear() == Integer.parseInt(words[3]);
                day = day.plusDays(1)) {
            Row row = ROWS.get(words[0] + " " + day);
            if (row != null && "ok".equals(row.text("pm25_status"))) {
                sum = sum.plus(Fraction.parse(row.text("pm25_exact")));
                valid++;
            }
        }
        return Rounded.of(sum.dividedBy(valid), 0).toString();
    }

    private static Receipt explain(String key) {
        return explainer.explain(key, OptionalLong.empty()).orElseThrow();
    }

    /** A figure of a random view, span and subject within the years before the switch. */
    private static String any(Random random) {
        String subject = List.of("beijing", "dongcheng", "1003A", "1004A").get(random.nextInt(4));
        Measurement view = List.of(
                        Measurement.AIR_ROLLING12,
                        Measurement.AIR_QUARTER,
                        Measurement.AIR_HALF_YEAR,
                        Measurement.AIR_THREE_YEARS,
                        Measurement.AIR_CHANGE,
                        Measurement.AIR_COMPOSITE,
                        Measurement.AIR_RANK)
                .get(random.nextInt(7));
        if (view == Measurement.AIR_RANK) {
            subject = List.of("dongcheng", "1003A", "1004A").get(random.nextInt(3));
            String by = Statistic.RANKED_BY.get(random.nextInt(Statistic.RANKED_BY.size()));
            return subject + " air_rank " + by + " "
                    + List.of("2019", "2019-H1").get(random.nextInt(2));
        }
        List<Statistic> known = ViewKey.statistics(view);
        String parameter = ViewKey.code(known.get(random.nextInt(known.size())));
        String span =
                switch (view) {
                    case AIR_ROLLING12 -> "2018-0" + (2 + random.nextInt(6)) + "..2019-0";
                    case AIR_QUARTER -> "2018-Q" + (1 + random.nextInt(4));
                    case AIR_HALF_YEAR -> "2019-H" + (1 + random.nextInt(2));
                    case AIR_THREE_YEARS -> "2017-01..2019-12";
                    default ->
                        List.of("2018", "2019-03", "2019-Q2", "2019-H2", "2019-01..2019-11")
                                .get(random.nextInt(5));
                };
        if (view == Measurement.AIR_ROLLING12) {
            span = span + (Integer.parseInt(span.substring(5, 7)) - 1);
        }
        return subject + " " + view.code() + " " + parameter + " " + span;
    }

    private static void days(Random random, Subject subject, String first, String last) {
        for (LocalDate day = LocalDate.parse(first); !day.isAfter(LocalDate.parse(last)); day = day.plusDays(1)) {
            if (random.nextInt(200) > 0) {
                ROWS.put(subject.id() + " " + day, day(random, subject, day));
            }
        }
    }

    /** A day as the jobs might have written it, judged by the edition in force. */
    private static Row day(Random random, Subject subject, LocalDate date) {
        long start = ChinaTime.startOf(date);
        Row.Builder row = Row.builder(new RowKey(Measurement.AIR_DAY, subject, start, start + 86_400, ""));
        int inputs = 0;
        for (Pollutant p : Pollutant.ALL) {
            String name = AirFields.day(p);
            boolean valid = random.nextInt(150) > 0;
            inputs += valid ? 1 : 0;
            Fraction exact = Fraction.of(
                    1 + random.nextInt(p == Pollutant.CO ? 3_000 : 110_000), 1000L * (1 + random.nextInt(11)));
            row.number(name, exact.rounded(p.decimals(), Rounding.HALF_EVEN))
                    .text(name + "_exact", exact.toString())
                    .number(name + "_had", valid ? 24 : 19)
                    .number(name + "_needed", 20)
                    .text(name + "_status", valid ? "ok" : "below_minimum")
                    .number(name + "_revision", random.nextInt(2))
                    .text(name + "_states", "20/0/0/4");
        }
        row.number("inputs_present", inputs)
                .number("received_at", (start + (date.equals(CORRECTED) ? 600L * 86_400 : 90_000)) * 1000)
                .text("status", "ok");
        return StoredDays.under(SubIndex.on(date), DailyProfile.ARCHIVE, row.build());
    }
}
