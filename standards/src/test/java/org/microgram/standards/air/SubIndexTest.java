package org.microgram.standards.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microgram.standards.Table;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

@DisplayName("HJ 633, formula 1 — a sub-index")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SubIndexTest {

    private static final int[] INDEX = {0, 50, 100, 150, 200, 300, 400, 500};
    private static final long NO_VALUE = Long.MIN_VALUE;

    @ParameterizedTest(name = "HJ 633-{0}: {1} of {2} is {3}")
    @CsvSource({
        "2026, PM2.5_day, 35, 50",
        "2026, PM2.5_day, 36, 52",
        "2026, PM2.5_day, 60, 100",
        "2026, PM2.5_day, 61, 101",
        "2026, PM2.5_day, 75, 114",
        "2026, PM2.5_day, 116, 152",
        "2026, PM2.5_day, 151, 201",
        "2026, PM2.5_day, 251, 301",
        "2026, PM10_day, 77, 70",
        "2026, PM10_day, 120, 100",
        "2026, PM10_day, 121, 101",
        "2026, PM10_day, 150, 112",
        "2026, O3_8h, 160, 100",
        "2026, O3_8h, 161, 101",
        "2026, O3_8h, 801, 300",
        "2026, O3_hour, 160, 50",
        "2026, O3_hour, 201, 101",
        "2026, SO2_hour, 475, 97",
        "2026, SO2_hour, 801, 200",
        "2026, NO2_day, 41, 52",
        "2026, CO_hour, 5.1, 51",
        "2026, CO_day, 2.2, 55",
        "2026, CO_hour, 65.4, 218",
        "2012, PM2.5_day, 75, 100",
        "2012, PM10_day, 150, 100"
    })
    void is_that_of_the_worked_examples(String edition, String indicator, String value, int expected) {
        assertThat(SubIndex.edition("HJ 633-" + edition).of(indicator, Scaled.parse(value), Rounding.CEILING))
                .isEqualTo(expected);
    }

    @Test
    void equals_the_formula_in_decimals_at_every_grid_value_of_every_indicator_and_edition() {
        for (String name : List.of("HJ 633-2012", "HJ 633-2026")) {
            SubIndex edition = SubIndex.edition(name);
            for (Table.Row row :
                    Table.read("editions/" + name.toLowerCase(Locale.ROOT).replace(" ", "") + "/breakpoints.csv")) {
                equalsTheFormula(edition, row.get("indicator"), row.get("points"));
            }
        }
    }

    private static void equalsTheFormula(SubIndex edition, String indicator, String cell) {
        List<BigDecimal> points =
                List.of(cell.split(" ")).stream().map(BigDecimal::new).toList();
        BigDecimal step = indicator.startsWith("CO") ? new BigDecimal("0.1") : BigDecimal.ONE;
        BigDecimal last = points.get(points.size() - 1);
        for (BigDecimal c = BigDecimal.ZERO; c.compareTo(last) <= 0; c = c.add(step)) {
            long scaled = c.movePointRight(Scaled.DIGITS).longValueExact();
            assertThat(edition.of(indicator, scaled, Rounding.CEILING))
                    .as("%s %s %s", edition.edition(), indicator, c)
                    .isEqualTo(formula(points, c, RoundingMode.CEILING));
            assertThat(edition.of(indicator, scaled, Rounding.HALF_UP))
                    .isEqualTo(formula(points, c, RoundingMode.HALF_UP));
        }
    }

    @Test
    void is_exact_at_the_23_grid_values_of_carbon_monoxide_where_binary_floating_point_fails() {
        int wrong = 0;
        for (String indicator : List.of("CO_day", "CO_hour")) {
            List<BigDecimal> points = indicator.equals("CO_day")
                    ? decimals(0, 2, 4, 14, 24, 36, 48, 60)
                    : decimals(0, 5, 10, 35, 60, 90, 120, 150);
            for (int tenths = 0; tenths <= points.get(7).intValue() * 10; tenths++) {
                BigDecimal c = BigDecimal.valueOf(tenths, 1);
                int exact = formula(points, c, RoundingMode.CEILING);
                wrong += inDoubles(points, c.doubleValue()) != exact ? 1 : 0;
                assertThat(SubIndex.edition("HJ 633-2026").of(indicator, tenths * 100_000L, Rounding.CEILING))
                        .isEqualTo(exact);
            }
        }
        assertThat(wrong).isEqualTo(23);
    }

    @Test
    void of_a_concentration_under_zero_is_that_of_zero_and_not_none() {
        SubIndex edition = SubIndex.edition("HJ 633-2026");
        assertThat(edition.of("PM2.5_day", -Scaled.ONE, Rounding.CEILING)).isZero();
        assertThat(edition.of("PM2.5_day", -20 * Scaled.ONE, Rounding.HALF_UP)).isZero();
    }

    @Test
    void of_sulphur_dioxide_over_800_in_an_hour_is_by_its_24_hours_in_2012_and_200_in_2026() {
        SubIndex old = SubIndex.edition("HJ 633-2012");
        long hour = 801 * Scaled.ONE;
        assertThat(old.hourly(Pollutant.SO2, hour, 475 * Scaled.ONE, Rounding.CEILING))
                .isEqualTo(150);
        assertThat(old.hourly(Pollutant.SO2, hour, NO_VALUE, Rounding.CEILING)).isEqualTo(200);
        assertThat(SubIndex.edition("HJ 633-2026").hourly(Pollutant.SO2, hour, 475 * Scaled.ONE, Rounding.CEILING))
                .isEqualTo(200);
    }

    @Test
    void of_ozone_over_800_in_eight_hours_is_by_its_greatest_hour_in_2012_and_300_in_2026() {
        SubIndex old = SubIndex.edition("HJ 633-2012");
        long mda8 = 801 * Scaled.ONE;
        assertThat(old.daily(Pollutant.O3, mda8, 1000 * Scaled.ONE, Rounding.CEILING))
                .isEqualTo(400);
        assertThat(old.daily(Pollutant.O3, mda8, NO_VALUE, Rounding.CEILING)).isEqualTo(300);
        assertThat(SubIndex.edition("HJ 633-2026").daily(Pollutant.O3, mda8, 1000 * Scaled.ONE, Rounding.CEILING))
                .isEqualTo(300);
    }

    @Test
    void ends_at_500_where_the_table_ends() {
        assertThat(SubIndex.edition("HJ 633-2012").of("PM2.5_day", 553_405 * Scaled.ONE, Rounding.CEILING))
                .isEqualTo(500);
    }

    @Test
    void is_by_the_edition_in_force_on_the_day_of_sampling() {
        assertThat(SubIndex.on(LocalDate.of(2026, 2, 28)).edition()).isEqualTo("HJ 633-2012");
        assertThat(SubIndex.on(LocalDate.of(2026, 3, 1)).edition()).isEqualTo("HJ 633-2026");
        assertThat(SubIndex.on(LocalDate.of(2012, 5, 1)).edition()).isEqualTo("HJ 633-2012");
    }

    @Test
    void of_an_edition_that_does_not_exist_is_refused_with_the_names_that_do() {
        assertThatThrownBy(() -> SubIndex.edition("HJ 633-2020"))
                .hasMessageContaining("HJ 633-2020")
                .hasMessageContaining("HJ 633-2012, HJ 633-2026");
    }

    private static int formula(List<BigDecimal> points, BigDecimal c, RoundingMode mode) {
        for (int i = 1; i < points.size(); i++) {
            if (c.compareTo(points.get(i)) <= 0) {
                BigDecimal low = points.get(i - 1);
                return BigDecimal.valueOf(INDEX[i] - INDEX[i - 1])
                                .multiply(c.subtract(low))
                                .divide(points.get(i).subtract(low), 0, mode)
                                .intValueExact()
                        + INDEX[i - 1];
            }
        }
        throw new IllegalArgumentException(c + " is over the table");
    }

    private static int inDoubles(List<BigDecimal> points, double c) {
        for (int i = 1; i < points.size(); i++) {
            double low = points.get(i - 1).doubleValue();
            double high = points.get(i).doubleValue();
            if (c <= high) {
                return (int) Math.ceil((INDEX[i] - INDEX[i - 1]) / (high - low) * (c - low) + INDEX[i - 1]);
            }
        }
        throw new IllegalArgumentException(c + " is over the table");
    }

    private static List<BigDecimal> decimals(int... values) {
        return java.util.Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList();
    }
}
