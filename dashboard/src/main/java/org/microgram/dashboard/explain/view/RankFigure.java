package org.microgram.dashboard.explain.view;

import java.util.List;
import java.util.Objects;
import org.microgram.dashboard.explain.Paper;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.dashboard.query.Views;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.Status;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.views.SubjectDays;

/** A place in a ranking: every one that takes part with its published value, and how many are better. */
final class RankFigure {

    private static final String UNIT = "unit";

    private RankFigure() {}

    static void write(ViewKey key, SubjectDays days, Views views, Subjects subjects, Paper paper) {
        boolean station = key.subject().kind().equals(Subject.STATION);
        String by = key.parameter();
        List<Row> rows = views.rank(station ? Subject.STATION : UNIT, by, key.span());
        Row own = rows.stream()
                .filter(row -> row.subject().equals(key.subject()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Found: "
                        + key.subject().id()
                        + ", which is not ranked. Expected: an assessment unit, or a station in service in "
                        + key.span() + ". Do: see who is: ./microgram rank --by " + by + " --period " + key.span()
                        + "."));
        boolean lowestFirst = key.statistic().isLowestFirst();
        int better = 0;
        for (Row row : rows) {
            String of = ViewKey.figureKey(
                    row.subject(),
                    key.statistic(),
                    key.span(),
                    key.span().lastDay().isAfter(days.asOf())
                            ? days.asOf()
                            : key.span().lastDay());
            String value = value(row);
            if (!row.has("rank")) {
                String why = row.text("unranked") + (row.text("lacking") == null ? "" : ": " + row.text("lacking"));
                paper.unused(
                        of,
                        subjects.nameZh(row.subject()),
                        subjects.nameEn(row.subject()),
                        value,
                        value,
                        value == null ? "missing" : "excluded",
                        number(row, "had"),
                        number(row, "needed"),
                        "不排名: " + why,
                        "without a rank: " + why);
                continue;
            }
            paper.used(
                    of,
                    subjects.nameZh(row.subject()),
                    subjects.nameEn(row.subject()),
                    value,
                    value,
                    number(row, "had"),
                    number(row, "needed"));
            if (own.has("rank")) {
                int order = Long.compare(row.number("value"), own.number("value"));
                better += (lowestFirst ? order < 0 : order > 0) ? 1 : 0;
            }
        }
        int ranked = Math.toIntExact(own.number("ranked"));
        paper.inputsZh = (station ? "各站数值 (" : "各单元数值 (") + ranked + " 个排名,共 " + rows.size() + " 个)";
        paper.inputsEn = (station ? "stations (" : "units (") + ranked + " ranked of " + rows.size() + ")";
        Status status = Status.valueOf(own.text("status").toUpperCase(java.util.Locale.ROOT));
        paper.counts(
                Objects.requireNonNullElse(number(own, "had"), 0),
                Objects.requireNonNullElse(number(own, "needed"), 0),
                status);
        if (own.has("rank")) {
            paper.value = Long.toString(own.number("rank"));
            paper.formula(
                    "rank", "1 + " + better + " (" + (lowestFirst ? "< " : "> ") + value(own) + ") = " + paper.value);
        } else {
            paper.remark("不排名", "without a rank", own.text("unranked"));
        }
    }

    private static String value(Row row) {
        return row.has("value")
                ? Scaled.print(
                        row.number("value"),
                        Measurement.AIR_RANK
                                .fields()
                                .get(Measurement.AIR_RANK.index("value"))
                                .digits())
                : null;
    }

    private static Integer number(Row row, String field) {
        return row.has(field) ? Integer.valueOf(Math.toIntExact(row.number(field))) : null;
    }
}
