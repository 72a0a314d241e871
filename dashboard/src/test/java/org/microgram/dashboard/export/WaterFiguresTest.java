package org.microgram.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.messages.network.Network;
import org.microgram.messages.oracle.RandomSamples;
import org.microgram.messages.oracle.WaterOracle;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.number.Fraction;
import org.microgram.store.MemoryStore;
import org.microgram.store.Store;

@DisplayName("An export of river sections")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaterFiguresTest {

    private static final Network NETWORK = RandomSamples.network();
    private static final Store STORE = new MemoryStore();

    @BeforeAll
    static void fill() {
        // Seven weeks from 20 November 2020 on.
        STORE.write(List.copyOf(WaterOracle.rows(new RandomSamples(new Random(4), 50).samples(), NETWORK)
                .values()));
    }

    @Test
    void holds_days_month_year_to_date_and_in_December_the_year_with_both_classes_of_each() throws IOException {
        List<String[]> lines = export(YearMonth.of(2020, 12));
        assertHolds(lines, "day", rows(Measurement.WATER_DAY, at(2020, 12, 1), at(2021, 1, 1)));
        assertHolds(lines, "month", rows(Measurement.WATER_MONTH, at(2020, 12, 1), at(2020, 12, 2)));
        assertHolds(lines, "year_to_date", rows(Measurement.WATER_TO_DATE, at(2020, 12, 31), at(2021, 1, 1)));
        assertHolds(lines, "year", rows(Measurement.WATER_YEAR, at(2020, 1, 1), at(2020, 1, 2)));
    }

    @Test
    void of_another_month_ends_its_year_to_date_with_that_month_and_has_no_year() throws IOException {
        List<String[]> lines = export(YearMonth.of(2020, 11));
        assertHolds(lines, "year_to_date", rows(Measurement.WATER_TO_DATE, at(2020, 11, 30), at(2020, 12, 1)));
        assertThat(lines).noneMatch(line -> line[4].equals("year"));
    }

    @Test
    void gives_each_multiple_over_class_III_its_line() throws IOException {
        long multiples = 0;
        for (Row row : rows(Measurement.WATER_MONTH, at(2020, 12, 1), at(2020, 12, 2))) {
            String main = row.text("main_pollutants");
            multiples +=
                    main == null ? 0 : main.chars().filter(each -> each == '(').count();
        }
        List<String[]> lines = export(YearMonth.of(2020, 12));
        assertThat(multiples).isPositive();
        assertThat(lines.stream()
                        .filter(line -> line[3].equals("exceedance_multiple") && line[4].equals("month"))
                        .peek(line -> assertThat(line[7]).matches("\\d+(\\.\\d+)?")))
                .hasSize((int) multiples);
    }

    /** Of every row: both classes, whether the target is kept, and the exact mean of each value that it has. */
    private static void assertHolds(List<String[]> lines, String period, List<Row> rows) {
        assertThat(rows).as(period).isNotEmpty();
        for (Row row : rows) {
            String start =
                    ChinaTime.date(ChinaTime.dayOf(row.key().startSecond())).toString();
            List<String[]> own = lines.stream()
                    .filter(line -> line[0].equals("section")
                            && line[1].equals(row.subject().id())
                            && line[4].equals(period)
                            && line[5].equals(start))
                    .toList();
            assertThat(value(own, "class", "", "assessment")).isEqualTo(number(row, "class"));
            assertThat(value(own, "class", "", "realtime")).isEqualTo(number(row, "class_realtime"));
            assertThat(status(own, "attained")).isEqualTo(row.text("attained"));
            String exact = row.text("codmn_exact");
            assertThat(exactly(own, "mean", "CODMn"))
                    .isEqualTo(exact == null ? "" : Fraction.parse(exact).toSixDecimals());
        }
    }

    private static String number(Row row, String field) {
        return row.has(field) ? Long.toString(row.number(field)) : "";
    }

    private static String value(List<String[]> lines, String figure, String parameter, String profile) {
        return one(lines, figure, parameter, profile)[7];
    }

    private static String exactly(List<String[]> lines, String figure, String parameter) {
        return one(lines, figure, parameter, "assessment")[8];
    }

    private static String status(List<String[]> lines, String figure) {
        return one(lines, figure, "", "assessment")[12];
    }

    private static String[] one(List<String[]> lines, String figure, String parameter, String profile) {
        List<String[]> found = lines.stream()
                .filter(line -> line[3].equals(figure) && line[6].equals(parameter) && line[14].equals(profile))
                .toList();
        assertThat(found).as(figure + " " + parameter + " " + profile).hasSize(1);
        return found.get(0);
    }

    private static List<Row> rows(Measurement measurement, long from, long to) {
        List<Row> rows = new ArrayList<>();
        STORE.scan(measurement, Set.of(), from, to, rows::add);
        return rows;
    }

    private static long at(int year, int month, int day) {
        return ChinaTime.startOf(LocalDate.of(year, month, day));
    }

    private static List<String[]> export(YearMonth month) throws IOException {
        StringWriter out = new StringWriter();
        new FiguresFile(STORE, NETWORK).write(month, out);
        return out.toString().lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
}
