package org.microgram.standards.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microgram.standards.account.BeijingDays;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

/** What Beijing and the Ministry have published of shares, changes and ranks, and that the views give just that. */
@DisplayName("Beijing's published shares, change rates and ranks")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PublishedChangesAndRanksTest {

    private static final LocalDate LATER = LocalDate.parse("2032-01-01");
    private static final Statistic PM25 = new Statistic(Statistic.Kind.MEAN, Pollutant.PM25);
    private static final Span HALF = Span.parse("2020-H1");

    @ParameterizedTest(name = "{1} of {2} days of {0} are {3} %")
    @CsvSource({
        "2025, 311, 365, 85.2",
        "2024, 290, 366, 79.2",
        "2023, 271, 365, 74.2",
        "2021, 288, 365, 78.9",
        "2020, 276, 366, 75.4",
        "2025-H1, 142, 181, 78.5",
        "2020-H1, 130, 182, 71.4"
    })
    void good_days_have_the_published_share_of_the_calendar_days(String period, int good, int days, String share) {
        Span span = Span.parse(period);
        assertThat(span.lastDay().toEpochDay() - span.firstDay().toEpochDay() + 1)
                .isEqualTo(days);
        SpanFigures figures = SpanRules.figures(
                span,
                LongStream.range(0, days)
                        .mapToObj(i ->
                                RandomDays.of(span.firstDay().plusDays(i), 40, i < good ? 100 : 101, "HJ 633-2012"))
                        .toList(),
                LATER);
        assertThat(figures.goodShare()).hasValue(Published.value(share));
    }

    @ParameterizedTest(name = "{0} of 2025, {1} against {2}, is {3} %")
    @CsvSource({"PM2.5, 27.0, 30.5, -11.5", "PM10, 48, 54, -11.1", "NO2, 22, 24, -8.3", "O3, 159, 171, -7.0"})
    void the_year_2025_changed_against_2024_as_published(String pollutant, String now, String base, String rate) {
        assertThat(rate(now, base)).as(pollutant).isEqualTo(rate);
    }

    @ParameterizedTest(name = "PM2.5 of {0}, {1}, is {2} % against 89.5 of 2013")
    @CsvSource({"2025, 27.0, -69.8", "2024, 30.5, -65.9", "2023, 32, -64.2"})
    void the_mean_of_PM25_changed_against_2013_as_published(int year, String now, String rate) {
        assertThat(rate(now, "89.5")).as("%d", year).isEqualTo(rate);
    }

    @Test
    void the_mean_of_2024_with_its_decimal_is_held_against_the_whole_number_of_2020() {
        assertThat(rate("30.5", "38")).isEqualTo("-19.7");
    }

    @Test
    void
            the_first_half_of_2020_from_its_days_is_8_point_5_percent_under_the_47_of_the_Ministry_and_6_point_5_under_the_46_of_Beijing() {
        SpanChange ours = SpanChange.of(
                        PM25,
                        SpanChange.Against.LAST_YEAR,
                        HALF,
                        new SubjectDays(
                                new BeijingDays().figures(), LocalDate.parse("2020-12-31"), DailyProfile.ARCHIVE))
                .orElseThrow();
        assertThat(ours.nowValue().published()).hasToString("43");
        assertThat(ours.baseValue().orElseThrow().published()).hasToString("47");
        assertThat(ours.change().orElseThrow().ratePercent()).hasValue(Published.value("-8.5"));
        assertThat(ours.against(Rounded.of(47)).change().orElseThrow().ratePercent())
                .hasValue(Published.value("-8.5"));
        assertThat(ours.against(Rounded.of(46)).change().orElseThrow().ratePercent())
                .hasValue(Published.value("-6.5"));
    }

    @Test
    void the_rate_of_2024_was_published_against_a_base_of_32_point_5_that_had_been_published_half_even_as_32() {
        assertThat(Rounded.of(Fraction.of(65, 2), 0)).hasToString("32");
        assertThat(rate("30.5", "32.5")).isEqualTo("-6.2");
        assertThat(rate("30.5", "32")).as("against what had been published").isEqualTo("-4.7");
    }

    @Test
    void the_17_units_of_January_to_June_2019_have_the_published_ranks() {
        Map<String, Integer> published = new TreeMap<>(Map.ofEntries(
                Map.entry("密云", 38),
                Map.entry("怀柔", 39),
                Map.entry("昌平", 40),
                Map.entry("门头沟", 41),
                Map.entry("延庆", 42),
                Map.entry("平谷", 44),
                Map.entry("顺义", 45),
                Map.entry("海淀", 45),
                Map.entry("房山", 47),
                Map.entry("经开区", 48),
                Map.entry("朝阳", 48),
                Map.entry("石景山", 48),
                Map.entry("丰台", 48),
                Map.entry("通州", 48),
                Map.entry("西城", 49),
                Map.entry("东城", 49),
                Map.entry("大兴", 50)));
        List<String> units = List.copyOf(published.keySet());
        List<Integer> ranks =
                CompetitionRank.of(published.values().stream().map(Rounded::of).toList(), true);
        Map<String, Integer> byUnit = new TreeMap<>();
        IntStream.range(0, units.size()).forEach(i -> byUnit.put(units.get(i), ranks.get(i)));
        assertThat(byUnit)
                .containsEntry("密云", 1)
                .containsEntry("怀柔", 2)
                .containsEntry("昌平", 3)
                .containsEntry("门头沟", 4)
                .containsEntry("延庆", 5)
                .containsEntry("平谷", 6)
                .containsEntry("房山", 9)
                .containsEntry("大兴", 17);
        assertThat(Stream.of("顺义", "海淀").map(byUnit::get)).containsOnly(7);
        assertThat(Stream.of("经开区", "朝阳", "石景山", "丰台", "通州").map(byUnit::get)).containsOnly(10);
        assertThat(Stream.of("西城", "东城").map(byUnit::get)).containsOnly(15);
    }

    private static String rate(String now, String base) {
        return Change.of(Published.value(now), Published.value(base))
                .ratePercent()
                .orElseThrow()
                .toString();
    }
}
