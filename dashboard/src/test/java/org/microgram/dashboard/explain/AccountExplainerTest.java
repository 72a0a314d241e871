package org.microgram.dashboard.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.dashboard.SampleCity;
import org.microgram.dashboard.query.AccountView;
import org.microgram.dashboard.query.Views;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.network.Target;
import org.microgram.messages.network.Targets;
import org.microgram.messages.oracle.NaiveOracle;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.account.Account;
import org.microgram.standards.account.Costs;
import org.microgram.standards.account.CountAccount;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.JudgedAt;
import org.microgram.standards.account.MeanAccount;
import org.microgram.standards.account.PercentileAccount;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.views.Span;
import org.microgram.store.MemoryStore;
import org.microgram.store.Store;

@DisplayName("The receipt of an account's figure")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccountExplainerTest {

    private static final LocalDate LATE = LocalDate.parse("2019-03-10");
    private static final LocalDate CORRECTED = LocalDate.parse("2019-02-12");
    private static final long CORRECTED_AT = ChinaTime.startOf(LATE.plusDays(5)) * 1000;

    private static final Store STORE = new MemoryStore();
    private static final Network NETWORK = SampleCity.network()
            .with(new Targets(
                    30,
                    List.of(
                            target("mean", Subject.area("beijing"), Indicator.PM25_MEAN, 42),
                            target("good", Subject.area("beijing"), Indicator.GOOD_DAYS, 300),
                            target("heavy", Subject.area("beijing"), Indicator.HEAVY_DAYS, 4),
                            target("ozone", Subject.area("beijing"), Indicator.O3_P90, 191),
                            target("station", Subject.station("1003A"), Indicator.PM25_MEAN, 42))));

    private static AccountExplainer explainer;

    @BeforeAll
    static void fill() {
        List<StationRecord> readings = new ArrayList<>(SampleCity.readings(7));
        long[] values = new long[Pollutant.COUNT];
        Arrays.fill(values, HourValues.ABSENT);
        values[Pollutant.PM25.ordinal()] = 999 * Scaled.ONE;
        readings.add(SampleCity.record(
                "1003A",
                ChinaTime.startOf(CORRECTED) + 7 * 3600,
                ReviewState.SECOND,
                Rank.AUDITED,
                CORRECTED_AT,
                "review.csv",
                "李工",
                "零点校准",
                values));
        SampleCity.write(STORE, NETWORK, readings);
        STORE.write(List.copyOf(NaiveOracle.accounts(readings, NETWORK).values()));
        STORE.flush();
        explainer = new AccountExplainer(STORE, NETWORK, "0.1.0");
    }

    @Test
    void equals_the_row_that_the_jobs_wrote_to_the_last_digit() {
        int figures = 0;
        for (Target target : NETWORK.targets().all()) {
            for (String figure : AccountKey.figures(target.indicator())) {
                AccountKey key = new AccountKey(target, figure, LATE);
                Receipt receipt = explain(key.text());
                Row row = row(target, LATE);
                assertThat(receipt.value()).as(key.text()).isEqualTo(AccountExplainer.value(key, row));
                Fraction exact = AccountExplainer.exact(key, row);
                assertThat(receipt.exactFraction()).as(key.text()).isEqualTo(exact == null ? null : exact.toString());
                assertThat(receipt.judgements()).as(key.text()).noneMatch(j -> j.textZh()
                        .startsWith("!!"));
                figures += receipt.value() == null ? 0 : 1;
            }
        }
        assertThat(figures).isGreaterThan(18);
    }

    @Test
    void is_of_the_row_that_the_account_asked_for_on_the_page_and_the_command_equals() {
        AccountView view =
                new AccountView(STORE, new Views(STORE, NETWORK, PublishedBases.NONE), NETWORK, NETWORK.targets());
        for (Target target : NETWORK.targets().all()) {
            Account account = view.of(target, Optional.of(LATE)).account();
            Row row = row(target, LATE);
            assertThat(account.status().code()).isEqualTo(row.text("status"));
            assertThat(account.days().toCome()).isEqualTo((int) row.number("r"));
            if (account instanceof MeanAccount mean) {
                assertThat(mean.sum()).hasToString(row.text("sum_exact"));
                assertThat(mean.mean().orElseThrow()).hasToString(row.text("so_far_exact"));
                assertThat(mean.allowed().orElseThrow()).hasToString(row.text("allowed_exact"));
                assertThat(mean.allowedAsJudged().orElseThrow()).hasToString(row.text("allowed_judged_exact"));
                assertThat(Costs.of(mean).total()).hasToString(row.text("cost_total_exact"));
            } else if (account instanceof CountAccount count) {
                assertThat(count.count()).isEqualTo((int) row.number("days_used"));
                assertThat(count.left()).isEqualTo((int) row.number("days_left"));
            } else if (account instanceof PercentileAccount ozone) {
                assertThat(ozone.percentile().orElseThrow()).hasToString(row.text("so_far_exact"));
                assertThat(ozone.over()).isEqualTo((int) row.number("days_used"));
                assertThat(ozone.highestEach()).hasValue(row.number("each_may"));
            }
        }
    }

    @Test
    void rests_on_every_day_so_far_and_each_is_a_receipt_again() {
        Receipt receipt = explain("beijing air_account mean:so_far " + LATE);
        assertThat(receipt.inputs()).hasSize(LATE.getDayOfYear());
        ReadingExplainer days = new ReadingExplainer(STORE, NETWORK, "0.1.0");
        for (Receipt.Input input : receipt.inputs()) {
            assertThat(days.explain(input.key(), OptionalLong.empty())
                            .orElseThrow()
                            .exact())
                    .isEqualTo(input.exact());
        }
    }

    @Test
    void says_what_it_was_before_a_correction_of_an_earlier_day_and_who_made_it() {
        String key = "1003A air_account station:so_far " + LATE;
        Receipt before =
                explainer.explain(key, OptionalLong.of(CORRECTED_AT - 1)).orElseThrow();
        Receipt now = explain(key);
        assertThat(before.exact()).isNotEqualTo(now.exact());
        assertThat(explainer.history(key)).last().satisfies(entry -> {
            assertThat(entry.exact()).isEqualTo(now.exact());
            assertThat(entry.who()).contains("李工");
        });
        String earlier = "1003A air_account station:so_far " + CORRECTED.minusDays(1);
        assertThat(explainer
                        .explain(earlier, OptionalLong.of(CORRECTED_AT - 1))
                        .orElseThrow()
                        .exact())
                .isEqualTo(explain(earlier).exact());
    }

    @Test
    void of_a_target_a_figure_or_a_day_that_is_none_says_what_there_is() {
        assertThatThrownBy(() -> explain("beijing air_account mien:so_far " + LATE))
                .hasMessageContaining("mean, good, heavy, ozone");
        assertThatThrownBy(() -> explain("beijing air_account mean:price " + LATE))
                .hasMessageContaining("so_far, allowed");
        assertThatThrownBy(() -> explain("beijing air_account mean:so_far 2018-12-31"))
                .hasMessageContaining("from 2019-01-01 to 2019-12-31");
    }

    private static Receipt explain(String key) {
        return explainer.explain(key, OptionalLong.empty()).orElseThrow();
    }

    private static Row row(Target target, LocalDate day) {
        Row[] found = {null};
        long start = ChinaTime.startOf(day);
        STORE.scan(Measurement.AIR_ACCOUNT, Set.of(target.subject()), start, start + 1, row -> {
            if (row.key().variant().equals(target.id())) {
                found[0] = row;
            }
        });
        return found[0];
    }

    private static Target target(String id, Subject subject, Indicator indicator, int value) {
        return new Target(
                id,
                subject,
                Span.year(2019),
                indicator,
                Fraction.of(value),
                value + (indicator.isCount() ? " d" : " µg/m³"),
                JudgedAt.halfEven(0),
                List.of(),
                "nobody",
                true);
    }
}
