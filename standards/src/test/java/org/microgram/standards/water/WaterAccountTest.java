package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microgram.standards.water.Waters.GB3838;
import static org.microgram.standards.water.Waters.exact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.number.Scaled;

@DisplayName("The Class V account of a section")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaterAccountTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);

    @Test
    void says_what_the_rest_must_keep_to_the_limit_and_to_what_still_rounds_to_it() {
        WaterAccount account = account("CODMn", WaterClass.III, 3, "7.5", "6.9", "6.6");
        assertThat(account.toLimit()).contains(exact("5")); // (6 * 6 - 21) / 3
        assertThat(account.mayBe()).contains(exact("5.1")); // (6.05 * 6 - 21) / 3
        assertThat(account.mustKeep()).hasToString("Optional[5.10]"); // 6.05 rounds to 6.0
        assertThat(account.outlook()).isEqualTo(WaterAccount.Outlook.REACHABLE);
    }

    @Test
    void stays_under_a_tie_that_rounds_away_from_an_odd_limit() {
        WaterAccount account = account("DO", WaterClass.III, 1, "4.9", "4.9");
        assertThat(account.mayBe()).contains(exact("5.05")); // 4.95 * 3 - 9.8, and 4.95 rounds to 5.0
        assertThat(account("NH3-N", WaterClass.II, 1, "0.6").mustKeep())
                .hasToString("Optional[0.410]"); // 0.505 to 0.50
        assertThat(account("TP", WaterClass.II, 1, "0.11").mustKeep())
                .hasToString("Optional[0.0910]"); // 0.1005 to 0.100
        assertThat(account("NH3-N", WaterClass.I, 1, "0.16").mustKeep())
                .hasToString("Optional[0.149]"); // 0.155 to 0.16
    }

    @Test
    void is_out_of_reach_when_even_nothing_at_all_is_too_much() {
        WaterAccount account = account("TP", WaterClass.III, 2, "0.9", "0.3");
        assertThat(account.mayBe().orElseThrow()).isLessThan(Fraction.ZERO);
        assertThat(account.outlook()).isEqualTo(WaterAccount.Outlook.OUT_OF_REACH);
        assertThat(account.mustKeep()).isEmpty();
    }

    @Test
    void is_in_reach_when_nothing_at_all_is_just_enough() {
        WaterAccount account = account("CODMn", WaterClass.III, 1, "12.1"); // 6.05 * 2
        assertThat(account.mustKeep()).hasToString("Optional[0.00]");
        assertThat(account("CODMn", WaterClass.III, 1, "12.11").mustKeep()).isEmpty();
    }

    @Test
    void is_over_when_nothing_is_to_come() {
        assertThat(account("CODMn", WaterClass.III, 0, "7").outlook()).isEqualTo(WaterAccount.Outlook.OVER);
    }

    @Test
    void is_reversed_for_oxygen_which_has_a_most_that_can_be() {
        WaterAccount account = account("DO", WaterClass.II, 2, "4", "7");
        assertThat(account.mustKeep()).hasToString("Optional[6.40]"); // (5.95 * 4 - 11) / 2, and 5.95 rounds to 6.0
        assertThat(account.dearest()).extracting(each -> each.term().value()).containsExactly(exact("4"));
        assertThat(account.dearest().get(0).amount()).contains(exact("0.5"));
        assertThat(account("DO", WaterClass.I, 1, "0", "0", "0", "0", "0", "0", "0", "0", "0")
                        .outlook())
                .isEqualTo(WaterAccount.Outlook.OUT_OF_REACH);
    }

    @Test
    void goes_by_hydrogen_ions_for_ph_which_one_day_in_order_can_bring_back() {
        WaterAccount account = account("pH", WaterClass.III, 1, "9.8", "9.7");
        assertThat(account.mustKeep()).hasToString("Optional[9.2]");
        assertThat(account.dearest()).extracting(WaterAccount.Cost::amount).containsOnly(Optional.empty());
        assertThat(account("pH", WaterClass.III, 1, "4", "7").outlook()).isEqualTo(WaterAccount.Outlook.OUT_OF_REACH);
    }

    @Test
    void of_ph_is_out_of_reach_when_the_ions_are_all_that_may_be() {
        assertThat(account("pH", WaterClass.III, 9, "4.5").mayBe()).isEmpty(); // 10^-4.5 is ten times 10^-5.5
        assertThat(account("pH", WaterClass.III, 10, "4.5").mayBe()).contains(exact("6.5"));
    }

    @Test
    void is_not_opened_for_what_keeps_its_target_or_has_no_limit() {
        assertThat(find("CODMn", WaterClass.III, 3, "6.04")).isEmpty();
        assertThat(find("CODMn", WaterClass.III, 3, "6.05")).isEmpty();
        assertThat(find("temperature", WaterClass.III, 3, "35")).isEmpty();
        assertThat(find("TN", WaterClass.III, 3, "9")).isEmpty(); // a river has no limit of TN
    }

    @Test
    void names_the_dearest_first_and_what_costs_nothing_not_at_all() {
        WaterAccount account = account("NH3-N", WaterClass.III, 2, "0.2", "2.5", "1.6");
        assertThat(account.dearest()).extracting(each -> each.term().from()).containsExactly(day(1), day(2));
        assertThat(account.dearest())
                .extracting(WaterAccount.Cost::amount)
                .containsExactly(Optional.of(exact("0.3")), Optional.of(exact("0.12")));
    }

    @Test
    void finds_every_limit_of_the_tables_written_with_no_more_decimals_than_are_judged() {
        for (SectionType type : SectionType.values()) {
            for (WaterParameter parameter : WaterParameter.ALL) {
                for (WaterClass target : WaterClass.ALL) {
                    GB3838.limit(type, parameter, target).ifPresent(limit -> assertThat(
                                    WaterDecimals.assessment(parameter, limit).exact())
                            .isEqualTo(limit));
                }
            }
        }
    }

    /** The oracle knows only how a mean is made and classed: what is shown is enough, and a unit less strict is not. */
    @RepeatedTest(300)
    void shows_the_least_strict_mean_with_which_the_target_is_reached(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        WaterParameter parameter =
                Profile.five().get(random.nextInt(Profile.five().size()));
        WaterClass target = WaterClass.ALL.get(random.nextInt(5));
        int rest = 1 + random.nextInt(9);
        List<WaterAccount.Term> terms = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            terms.add(new WaterAccount.Term(day(i), Fraction.ofScaled(someValue(parameter, random), 1)));
        }
        Optional<WaterAccount> account = WaterAccount.of(GB3838, SectionType.RIVER, parameter, target, terms, rest);
        List<WaterAccount.Term> shuffled = new ArrayList<>(terms);
        Collections.shuffle(shuffled, random);
        assertThat(WaterAccount.of(GB3838, SectionType.RIVER, parameter, target, shuffled, rest))
                .isEqualTo(account);

        assertThat(account.isEmpty()).isEqualTo(keeps(parameter, target, terms, 0, Fraction.ZERO));
        account.ifPresent(each -> {
            if (each.mustKeep().isPresent()) {
                Rounded shown = each.mustKeep().get();
                Rounded laxer = new Rounded(shown.unscaled() + (each.broken().above() ? 1 : -1), shown.digits());
                assertThat(keeps(parameter, target, terms, rest, shown.exact())).isTrue();
                assertThat(keeps(parameter, target, terms, rest, laxer.exact())).isFalse();
            } else {
                boolean highest = parameter == WaterParameter.DO || parameter == WaterParameter.PH;
                WaterRange range = WaterRange.of(parameter);
                Fraction best = Fraction.ofScaled(highest ? range.to() : range.from(), 1);
                assertThat(keeps(parameter, target, terms, rest, best)).isFalse();
            }
        });
    }

    private static long someValue(WaterParameter parameter, Random random) {
        Map<WaterParameter, Integer> most =
                Map.of(WaterParameter.PH, 12, WaterParameter.DO, 10, WaterParameter.CODMN, 25, WaterParameter.NH3N, 4);
        int whole = most.getOrDefault(parameter, 1);
        long thousandths = random.nextInt(whole * 1000);
        return (parameter == WaterParameter.PH ? 3000 + thousandths * 3 / 4 : thousandths) * Scaled.ONE / 1000;
    }

    private static boolean keeps(
            WaterParameter parameter, WaterClass target, List<WaterAccount.Term> terms, int rest, Fraction ofRest) {
        List<Fraction> all = new ArrayList<>();
        terms.forEach(each -> all.add(each.value()));
        all.addAll(Collections.nCopies(rest, ofRest));
        Fraction published = WaterDecimals.assessment(
                        parameter, WaterMean.mean(parameter, all).orElseThrow())
                .exact();
        return !GB3838.classOf(SectionType.RIVER, parameter, published)
                .orElseThrow()
                .isWorseThan(target);
    }

    private static WaterAccount account(String parameter, WaterClass target, int rest, String... values) {
        return find(parameter, target, rest, values).orElseThrow();
    }

    private static Optional<WaterAccount> find(String parameter, WaterClass target, int rest, String... values) {
        List<WaterAccount.Term> terms = new ArrayList<>();
        for (String value : values) {
            terms.add(new WaterAccount.Term(day(terms.size()), exact(value)));
        }
        return WaterAccount.of(GB3838, SectionType.RIVER, WaterParameter.of(parameter), target, terms, rest);
    }

    private static LocalDate day(int after) {
        return FIRST.plusDays(after);
    }
}
