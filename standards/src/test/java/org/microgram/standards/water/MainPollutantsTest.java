package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayName("环办[2011]22号 2.3 — main pollutants")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MainPollutantsTest {

    @Test
    void are_none_when_the_class_is_III_or_better() {
        assertThat(main("pH=8 DO=5 CODMn=6 NH3-N=1 TP=0.2")).isEmpty();
    }

    @Test
    void are_three_at_most_by_the_worst_class_then_by_the_multiple() {
        // NH3-N is worse than V; CODMn and TP are IV with multiples 0.5 and 0.2; COD is IV with 0.1.
        assertThat(main("DO=8 CODMn=9 NH3-N=2.2 TP=0.24 COD=22")).containsExactly("氨氮(1.2)", "高锰酸盐指数(0.5)", "总磷(0.2)");
    }

    @Test
    void are_printed_like_the_permanganate_index_of_the_method() {
        assertThat(main("CODMn=13.2")).containsExactly("高锰酸盐指数(1.2)");
    }

    @Test
    void put_the_class_before_the_multiple() {
        // COD is worse than V with a multiple of 1.05, TP is V with 0.95, oil is IV with 7.
        assertThat(main("COD=41 TP=0.39 oil=0.4")).containsExactly("化学需氧量(1.0)", "总磷(1.0)", "石油类(7.0)");
    }

    @Test
    void begin_with_cyanide_lead_chromium_and_other_heavy_metals_that_exceed() {
        assertThat(main("NH3-N=5 COD=60 TP=0.9 Pb=0.06")).containsExactly("铅(0.2)", "氨氮(4.0)", "总磷(3.5)");
        assertThat(main("NH3-N=5 COD=60 Cu=1.5 CN=0.3")).containsExactly("铜(0.5)", "氰化物(0.5)", "氨氮(4.0)");
    }

    @Test
    void have_no_multiple_for_pH_and_dissolved_oxygen_which_come_after_their_equals() {
        assertThat(main("pH=9.6 DO=1.2 COD=50")).containsExactly("化学需氧量(1.5)", "pH", "溶解氧");
    }

    @Test
    void keep_something_of_a_multiple_that_would_be_nothing() {
        assertThat(main("CODMn=6.1")).containsExactly("高锰酸盐指数(0.02)");
    }

    private static List<String> main(String values) {
        return Waters.river(values).mainPollutants().stream()
                .map(ParameterJudgement::text)
                .toList();
    }
}
