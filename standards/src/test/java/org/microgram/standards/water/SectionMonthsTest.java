package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/**
 * The daily rows of the Hai basin, as months, by both profiles. Most sections have one or two days a month in this record: such
 * months are marked.
 *
 * <p>Of the five that leave worse than V, 关河水库出口 is a fault of its station (CODMn 0 and DO 21.4), which is for screening to say.
 */
@DisplayName("The section-months of the Hai basin, May 2020 to April 2021")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SectionMonthsTest {

    /** A month with all five values, by both profiles. */
    private record Month(String name, Assessed realtime, Assessed assessment, Status status) {

        boolean differs() {
            return realtime.waterClass() != assessment.waterClass();
        }

        @Override
        public String toString() {
            return name + " " + realtime.waterClass().number() + " -> "
                    + assessment.waterClass().number() + " "
                    + realtime.governing().stream()
                            .map(each -> each.code() + " "
                                    + realtime.of(each).orElseThrow().judged().toSixDecimals())
                            .toList();
        }
    }

    private static final List<Month> MONTHS = new ArrayList<>();

    @BeforeAll
    static void average_the_days() {
        Map<String, List<Map<String, String>>> rows = new TreeMap<>();
        Records.read("water-daily-2020-05..2021-04.csv.gz").stream()
                .filter(row -> !row.get("mon_time").isEmpty())
                .forEach(row -> rows.computeIfAbsent(
                                Records.section(row) + " " + row.get("mon_time").substring(0, 7),
                                key -> new ArrayList<>())
                        .add(row));
        rows.forEach((name, month) -> ofRows(name, month).ifPresent(MONTHS::add));
    }

    @Test
    void that_have_all_five_values_are_215() {
        assertThat(MONTHS).hasSize(215);
        assertThat(MONTHS).filteredOn(month -> month.status() == Status.OK).hasSize(57);
    }

    @Test
    void differ_between_the_profiles_in_seven_and_five_of_these_leave_worse_than_V() {
        assertThat(MONTHS.stream().filter(Month::differs).map(Month::toString))
                .containsExactly(
                        "北京市 谷家营 2020-05 6 -> 3 [pH 9.122]",
                        "山西省 关河水库出口 2020-04 6 -> 2 [pH 9.0034]",
                        "山西省 闫家庄大桥 2020-05 3 -> 2 [NH3-N 0.5035]",
                        "河北省 三河东大桥(老) 2020-05 6 -> 4 [pH 9.240492]",
                        "河北省 南刘庄 2020-05 6 -> 5 [DO 1.97]",
                        "河北省 大王务(老) 2020-05 6 -> 4 [pH 9.163774]",
                        "河北省 岳城水库出口 2020-05 2 -> 1 [CODMn 2.0096]");
    }

    @Test
    void are_worse_than_V_in_26_of_215_by_the_one_and_in_21_by_the_other() {
        assertThat(MONTHS.stream().filter(each -> each.realtime().isWorseThanV()))
                .hasSize(26);
        assertThat(MONTHS.stream().filter(each -> each.assessment().isWorseThanV()))
                .hasSize(21);
    }

    private static Optional<Month> ofRows(String name, List<Map<String, String>> rows) {
        Map<WaterParameter, MonthValue> month = SectionValues.ofMonth(
                rows.stream().map(SectionMonthsTest::sample).toList());
        if (month.size() < Profile.five().size()) {
            return Optional.empty();
        }
        Map<WaterParameter, Fraction> values = SectionValues.exact(month, MonthValue::exact);
        SectionType type = Records.type(rows.get(0));
        Assessed assessment = (Assessed) Waters.ASSESSMENT.assess(type, values, Optional.empty());
        return Optional.of(new Month(
                name,
                (Assessed) Waters.REALTIME.assess(type, values, Optional.empty()),
                assessment,
                SectionValues.status(month, assessment.basis(), MonthValue::status)));
    }

    private static WaterSample sample(Map<String, String> row) {
        Map<WaterParameter, Measured> values = new EnumMap<>(WaterParameter.class);
        Records.five(row, "_orig")
                .forEach((parameter, exact) ->
                        values.put(parameter, new Measured.Value(exact.rounded(Scaled.DIGITS, Rounding.HALF_EVEN))));
        LocalDateTime time = LocalDateTime.parse(row.get("mon_time").replace(' ', 'T'));
        return new WaterSample(time.toEpochSecond(ChinaTime.OFFSET), false, values);
    }
}
