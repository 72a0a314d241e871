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
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.messages.network.Network;
import org.microgram.messages.oracle.BasinOracle;
import org.microgram.messages.oracle.RandomBasins;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.standards.ChinaTime;
import org.microgram.store.MemoryStore;
import org.microgram.store.Store;

@DisplayName("An export of rivers, basins, lakes and areas")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BasinFiguresTest {

    private static final Network NETWORK = RandomBasins.network();
    private static final Store STORE = new MemoryStore();

    @BeforeAll
    static void fill() {
        STORE.write(List.copyOf(BasinOracle.rows(new RandomBasins(new Random(4), 90).samples(), NETWORK)
                .values()));
    }

    @Test
    void has_of_each_the_month_the_year_to_date_and_in_December_the_year() throws IOException {
        List<String[]> lines = export(YearMonth.of(2020, 12));
        assertHolds(lines, "month", rows(Measurement.BASIN_MONTH, LocalDate.of(2020, 12, 1)));
        assertHolds(lines, "year_to_date", rows(Measurement.BASIN_TO_DATE, LocalDate.of(2020, 12, 31)));
        assertHolds(lines, "year", rows(Measurement.BASIN_YEAR, LocalDate.of(2020, 1, 1)));
        assertThat(export(YearMonth.of(2020, 11))).noneMatch(line -> line[4].equals("year"));
        Set<String> met = new TreeSet<>();
        lines.forEach(line -> {
            met.add(line[0]);
            met.add(line[3]);
        });
        assertThat(met)
                .contains("area", "basin", "river", "water_body")
                .contains("class", "level", "mean", "share_I_III", "share_I_III_length", "share_worse_V", "tli")
                .contains("exceedance_multiple");
    }

    @Test
    void gives_shares_with_one_decimal_and_exactly_beside_it() throws IOException {
        for (String[] line : export(YearMonth.of(2021, 1))) {
            if (line[3].equals("share_I_III") || line[3].equals("share_worse_V")) {
                assertThat(line[7]).matches("\\d+\\.\\d");
                assertThat(Double.parseDouble(line[8]))
                        .isBetween(Double.parseDouble(line[7]) - 0.0500001, Double.parseDouble(line[7]) + 0.0500001);
                assertThat(line[9]).isEqualTo("%");
            }
        }
    }

    /** Of every row the level, the class where it has one, and its index; each line once. */
    private static void assertHolds(List<String[]> lines, String period, List<Row> rows) {
        assertThat(rows).as(period).isNotEmpty();
        for (Row row : rows) {
            List<String[]> own = lines.stream()
                    .filter(line -> line[0].equals(row.subject().kind())
                            && line[1].equals(row.subject().id())
                            && line[4].equals(period))
                    .toList();
            assertThat(own.stream().map(line -> line[3] + line[6])).doesNotHaveDuplicates();
            assertThat(value(own, "level")).isEqualTo(number(row, "level"));
            assertThat(value(own, "class")).isEqualTo(number(row, "class"));
            assertThat(value(own, "tli").replace(".", "").replaceFirst("^0+(?=\\d)", ""))
                    .isEqualTo(number(row, "tli"));
            long means = row.measurement().fields().stream()
                    .filter(field -> field.name().endsWith("_exact") && row.has(field.name()))
                    .count();
            assertThat(own.stream().filter(line -> line[3].equals("mean"))).hasSize((int) means);
            assertThat(own).allSatisfy(line -> assertThat(line[15]).isEqualTo(number(row, "revision")));
        }
    }

    private static String value(List<String[]> lines, String figure) {
        return lines.stream()
                .filter(line -> line[3].equals(figure))
                .map(line -> line[7])
                .findFirst()
                .orElse("");
    }

    private static String number(Row row, String field) {
        return row.has(field) ? Long.toString(row.number(field)) : "";
    }

    private static List<Row> rows(Measurement measurement, LocalDate anchor) {
        List<Row> rows = new ArrayList<>();
        STORE.scan(measurement, Set.of(), ChinaTime.startOf(anchor), ChinaTime.startOf(anchor.plusDays(1)), rows::add);
        return rows;
    }

    private static List<String[]> export(YearMonth month) throws IOException {
        StringWriter out = new StringWriter();
        new FiguresFile(STORE, NETWORK).write(month, out);
        return out.toString().lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
}
