package org.microgram.standards.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayName("A number known up to an error")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EnclosureTest {

    @Test
    void is_rounded_when_all_that_it_may_be_rounds_to_one_number() {
        assertThat(new Enclosure(new BigDecimal("7.0843"), new BigDecimal("0.0006")).rounded(2))
                .hasValue(new Rounded(708, 2));
        assertThat(new Enclosure(new BigDecimal("6.5"), BigDecimal.ZERO).rounded(0))
                .hasValue(Rounded.of(6));
    }

    @Test
    void is_not_rounded_when_a_half_way_point_lies_within() {
        assertThat(new Enclosure(new BigDecimal("7.0849"), new BigDecimal("0.0002")).rounded(2))
                .isEmpty();
        assertThat(new Enclosure(new BigDecimal("9.5"), new BigDecimal("1E-30")).rounded(0))
                .isEmpty();
    }
}
