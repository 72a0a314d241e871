package org.microgram.standards.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A span of months")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpanTest {

    @ParameterizedTest(name = "{0} is {1}, written {2}")
    @CsvSource({
        "2019, year, 2019",
        "2019-01..2019-12, year, 2019",
        "2019-03, month, 2019-03",
        "2019-q2, quarter, 2019-Q2",
        "2019-04..2019-06, quarter, 2019-Q2",
        "2019-H2, half_year, 2019-H2",
        "2019-01..2019-06, half_year, 2019-H1",
        "2019-01..2019-11, to_date, 2019-01..2019-11",
        "2019-07..2020-06, rolling_12, 2019-07..2020-06",
        "2018-01..2020-12, three_years, 2018-01..2020-12",
        "2019-11..2020-03, months, 2019-11..2020-03",
        "2019-02..2019-04, months, 2019-02..2019-04"
    })
    void is_called_by_its_months_however_it_is_written(String text, String kind, String written) {
        Span span = Span.parse(text);
        assertThat(span.kind().code()).isEqualTo(kind);
        assertThat(span).hasToString(written);
        assertThat(Span.parse(span.toString())).isEqualTo(span);
    }

    @Test
    void is_refused_with_advice() {
        for (String wrong :
                new String[] {"", "19", "2019-13", "2019-Q5", "2019-01-01", "2019-06..2019-01", "2019..2020"}) {
            assertThatThrownBy(() -> Span.parse(wrong))
                    .hasMessageContaining("Found: ")
                    .hasMessageContaining("Do: ");
        }
    }

    @Test
    void a_year_before_has_the_same_months_and_29_February_belongs_to_the_leap_year_alone() {
        Span february = Span.parse("2021-02").yearBefore();
        assertThat(february.lastDay()).isEqualTo(LocalDate.parse("2020-02-29"));
        assertThat(Span.parse("2020-02").yearBefore().lastDay()).isEqualTo(LocalDate.parse("2019-02-28"));
    }

    @Test
    void before_it_is_the_span_of_equal_length() {
        assertThat(Span.parse("2020-01").before()).hasValue(Span.parse("2019-12"));
        assertThat(Span.parse("2020-Q1").before()).hasValue(Span.parse("2019-Q4"));
        assertThat(Span.parse("2020-H1").before()).hasValue(Span.parse("2019-H2"));
        assertThat(Span.parse("2020").before()).isEmpty();
        assertThat(Span.parse("2020-01..2020-11").before()).isEmpty();
    }

    @Test
    void ends_where_its_kind_ends() {
        YearMonth june = YearMonth.parse("2020-06");
        assertThat(Span.ending(Span.Kind.QUARTER, june)).hasValue(Span.parse("2020-Q2"));
        assertThat(Span.ending(Span.Kind.QUARTER, june.plusMonths(1))).isEmpty();
        assertThat(Span.ending(Span.Kind.ROLLING_12, june)).hasValue(Span.parse("2019-07..2020-06"));
        assertThat(Span.ending(Span.Kind.THREE_YEARS, YearMonth.parse("2020-12")))
                .hasValue(Span.parse("2018-01..2020-12"));
        assertThat(Span.ending(Span.Kind.TO_DATE, june)).isEmpty(); // the half-year
        assertThat(Span.ending(Span.Kind.TO_DATE, june.plusMonths(1))).hasValue(Span.parse("2020-01..2020-07"));
    }
}
