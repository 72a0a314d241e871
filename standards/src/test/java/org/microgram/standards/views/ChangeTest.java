package org.microgram.standards.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.number.Rounded;

@DisplayName("HJ 663 — a change on published values")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChangeTest {

    @Test
    void has_the_decimals_of_the_finer_value() {
        assertThat(Change.of(Published.value("30.5"), Published.value("38")).difference())
                .hasToString("-7.5");
        assertThat(Change.of(Published.value("43"), Published.value("47")).difference())
                .hasToString("-4");
    }

    @Test
    void of_minus_nought_point_nought_percent_is_level() {
        Change change = Change.of(Published.value("9999"), Published.value("10000"));
        assertThat(change.ratePercent()).hasValue(new Rounded(0, 1));
        assertThat(change.direction()).isEqualTo(Change.Direction.FLAT);
    }

    @Test
    void against_zero_has_a_difference_and_no_rate() {
        Change change = Change.of(Published.value("3"), Published.value("0"));
        assertThat(change.ratePercent()).isEmpty();
        assertThat(change.difference()).hasToString("3");
        assertThat(change.direction()).isEqualTo(Change.Direction.UP);
    }

    @Test
    void of_days_and_of_shares_is_a_difference_alone() {
        Change days = Change.ofCounts(Rounded.of(130), Rounded.of(142));
        assertThat(days.ratePercent()).isEmpty();
        assertThat(days.difference()).hasToString("-12");
        assertThat(Change.ofCounts(Published.value("78.5"), Published.value("71.4"))
                        .difference())
                .hasToString("7.1");
    }
}
