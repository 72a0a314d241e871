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

                A row is the one shape of the topic `figures`, of the store and of the pages. Its key is measurement, subject (`station`
                or `area`, and an id), the interval's first second and length, and a variant, which only `reading`, `delivery` and `lock` use.
                The same key written twice is one row: the later one replaces the earlier.

                *Decimals*: a decimal field is held as a whole number of its last digit, never as floating point. `query` prints it with
                the decimals given here. *No value* is a result of its own and is printed as an empty cell; it is never 0 or −1.
                *Units* are those of the column; `1` is a count, an index or a code, `d` days, `ms` milliseconds since 1970.

                Fields are only ever appended, so that a stored row keeps its meaning.

                """);
        for (Measurement measurement : Measurement.values()) {
            page.append("## %s\n\n%s\n\n".formatted(measurement.code(), ABOUT.get(measurement)));
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
                "A station's day was locked after its final review, or opened again: who, when and why. While the newest event is a lock,"
                        + " only final values that had arrived by its moment count; later ones are proposals. The variant tells events"
                        + " apart.");
        return about;
    }
}
