package org.microgram.dashboard.export;

import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Row;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;

/**
 * Lines of {@code figures.csv} of an account as of a day: their parameter is the target's id, for a subject may have several. Of the days that a whole
 * span has (N) so many are valid.
 */
final class AccountFigures {

    /** Those that an account has one of; a mean has the most. */
    private static final List<String> FIGURES = List.of(
            "so_far",
            "sum",
            "spent",
            "cost_total",
            "allowed",
            "allowed_judged",
            "end_last_year",
            "days_used",
            "days_left",
            "days_needed",
            "each_may");

    private AccountFigures() {}

    static List<Figure> of(Row row) {
        List<Figure> figures = new ArrayList<>();
        boolean count = row.text("indicator").endsWith("_days");
        for (String name : FIGURES) {
            if (!row.has(name)) {
                continue;
            }
            Field field = row.measurement().fields().get(row.measurement().index(name));
            String exact = name + "_exact";
            boolean hasExact = row.measurement().hasField(exact) && row.has(exact);
            figures.add(new Figure(
                    row,
                    name,
                    "account",
                    row.key().variant(),
                    Scaled.printFixed(row.number(name), field.digits()),
                    hasExact ? Fraction.parse(row.text(exact)).toSixDecimals() : "",
                    count || name.startsWith("days_") ? "d" : "µg/m³",
                    row.number("n"),
                    row.number("whole"),
                    row.text("status"),
                    row.text("profile"),
                    row.number("revision")));
        }
        return figures;
    }
}
