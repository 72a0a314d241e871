package org.microgram.messages.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.microgram.messages.rows.Field.Kind;

/** Writes {@code docs/rows.md} from {@link Measurement}, so that the page and the program cannot say different things. */
public final class RowsPage {

    /** Run in the project's root. */
    public static final String COMMAND =
            "java -cp standards/target/classes:messages/target/classes " + RowsPage.class.getName() + " docs/rows.md";

    private static final Map<Measurement, String> ABOUT = about();

    private RowsPage() {}

    /**
     * @param args the file to write
     */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), text());
    }

    /** The page. */
    public static String text() {
        StringBuilder page = new StringBuilder("""
                # Rows: what is computed and stored

                A row is the one shape of the topic `figures`, of the store and of the pages. Its key is measurement, subject (`station`,
                `area`, `section`, `river`, `basin` or `water_body`, and an id), the interval's first second and length, and a variant, which
                only `reading`, `delivery`, `lock`, `water_reading` and `water_sample` use.
                The same key written twice is one row: the later one replaces the earlier.

                *Decimals*: a decimal field is held as a whole number of its last digit, never as floating point. `query` prints it with
                the decimals given here. *No value* is a result of its own and is printed as an empty cell; it is never 0 or −1.
                *Units* are those of the column; `1` is a count, an index or a code, `d` days, `ms` milliseconds since 1970.

                *Views* are computed from the stored days when somebody asks (`query`, `rank`, the API) and are never stored: a view cannot
                be older than what it is made of. Their rows have the same shape. One that says so lies in time on its last day, so that
                everything that ends with June is found in June.

                Fields are only ever appended, so that a stored row keeps its meaning.

                """);
        for (Measurement measurement : Measurement.values()) {
            page.append("## %s%s\n\n%s\n\n"
                    .formatted(
                            measurement.code(),
                            measurement.isView() ? " (view, not stored)" : "",
                            ABOUT.get(measurement)));
            page.append("| field | kind | unit | meaning |\n|---|---|---|---|\n");
            measurement
                    .fields()
                    .forEach(field -> page.append("| `%s` | %s | %s | %s |\n"
                            .formatted(field.name(), kind(field), field.unit(), field.meaning())));
            page.append('\n');
        }
        return page.append(
                        "This page is made from `Measurement`. After a change of it, build, then run in the project's root:\n\n")
                .append("```\n" + COMMAND + "\n```\n")
                .toString();
    }

    private static String kind(Field field) {
        if (field.kind() == Kind.DECIMAL) {
            return field.digits() == 0 ? "decimal, whole" : "decimal, " + field.digits() + " digits";
        }
        return field.kind() == Kind.INTEGER ? "integer" : "text";
    }

    private static Map<Measurement, String> about() {
        Map<Measurement, String> about = new EnumMap<>(Measurement.class);
        about.put(
                Measurement.READING,
                "What one record of a station said, in every version ever received: the inputs that `explain` prints and"
                        + " `history` goes back through. The variant tells versions apart.");
        about.put(
                Measurement.AIR_HOUR,
                "One hour of a station or an area. The interval is the hour, named by its start.");
        about.put(Measurement.AIR_DAY, "One natural day, 00:00 to 24:00 in Asia/Shanghai.");
        about.put(Measurement.AIR_MONTH, "One calendar month, of the days it has so far.");
        about.put(
                Measurement.AIR_TO_DATE,
                "From 1 January to the end of one day. It is found by that last day, not by the first of January.");
        about.put(Measurement.AIR_YEAR, "One calendar year, of the days it has so far.");
        about.put(
                Measurement.DELIVERY,
                "What the ledger did with a station's records of one batch; the variant is the batch. The sum over stations is the"
                        + " right side of *read = used + refused + duplicate + empty*.");
        about.put(
                Measurement.LOCK,
                "A day of a station or a section was locked after its final review, or opened again: who, when and why. While the newest event is a lock,"
                        + " only final values that had arrived by its moment count; later ones are proposals. The variant tells events"
                        + " apart.");
        about.put(
                Measurement.AIR_ACCOUNT,
                "The account of a target at the end of one day: what is used up and what the rest may have. The variant is the target's id.");
        String days = "All figures of stored days: `air_day` is what they are made of. ";
        about.put(
                Measurement.AIR_ROLLING12,
                days
                        + "Twelve months that end at a month's end, once that is over; found by that last day. Needs what a year needs.");
        about.put(
                Measurement.AIR_QUARTER,
                days + "January to March, and so on; found by its first day. Each finished month needs its own days.");
        about.put(Measurement.AIR_HALF_YEAR, days + "January to June, July to December; found by its first day.");
        about.put(
                Measurement.AIR_THREE_YEARS,
                days + "The mean of three calendar years, once the last is over; found by its last day.");
        about.put(
                Measurement.AIR_CHANGE,
                "Each figure of each month, quarter, half-year, year and year to date against the same dates of last year and against"
                        + " the period before, on published values; found by the period's last day. The variant is parameter, statistic,"
                        + " against and base.");
        about.put(
                Measurement.AIR_COMPOSITE,
                "The composite index of each month, quarter, half-year, year and year to date that has all six pollutants; found by"
                        + " the period's last day.");
        about.put(
                Measurement.AIR_RANK,
                "The place of each unit among the units and of each station among the stations, by each pollutant, by the composite"
                        + " index and by the share of good days; found by the period's last day. The variant is level and parameter.");
        about.put(
                Measurement.AIR_TREND,
                "Whether the published values of consecutive years that end with a year rise or fall; found by that year's last day."
                        + " The variant is the parameter.");
        about.put(
                Measurement.WATER_READING,
                "What one message said of a sample, in every version ever received: the inputs that `explain` prints and `history` goes back"
                        + " through. The variant tells versions apart.");
        about.put(
                Measurement.WATER_SAMPLE,
                "One sample of a section, automatic or by hand (variant `manual`). Of what was said of a parameter the greatest version"
                        + " counts; that there is nothing supersedes no value.");
        about.put(Measurement.WATER_DAY, "One natural day of a section, of its automatic samples.");
        about.put(
                Measurement.WATER_MONTH,
                "One calendar month of a section. Each parameter by its own source: automatic days, or samples taken by hand.");
        about.put(
                Measurement.WATER_TO_DATE,
                "From 1 January to the end of a month: the mean of month values. It is found by its last day. At every month's end from the"
                        + " first to the last month of the year that has a sample.");
        about.put(Measurement.WATER_YEAR, "One calendar year of a section: the mean of its month values.");
        about.put(
                Measurement.BASIN_MONTH,
                "One calendar month of a river, a basin, a lake or reservoir, or an area, by the month values of the sections that were in"
                        + " service there. There is a row as soon as one of them has a sample. A lake is the mean over its points, and no share.");
        about.put(
                Measurement.BASIN_TO_DATE,
                "The same from 1 January to the end of a month, by the sections' cumulative values. Found by its last day, at every month's"
                        + " end from the first to the last month of the year in which one of its sections has a sample.");
        about.put(Measurement.BASIN_YEAR, "The same of one calendar year.");
        return about;
    }
}
