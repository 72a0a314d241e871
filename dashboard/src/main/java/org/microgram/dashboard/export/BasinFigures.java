package org.microgram.dashboard.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.microgram.messages.rows.BasinFields;
import org.microgram.messages.rows.Row;
import org.microgram.standards.Status;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.water.TrophicIndex;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterDecimals;
import org.microgram.standards.water.WaterParameter;

/**
 * Lines of {@code figures.csv} of a river's, basin's, lake's or area's month, year to date or year: level, shares, and of what has a mean the
 * class, the means, the multiples over class III and the trophic index. {@code valid_count} are the assessed sections.
 */
final class BasinFigures {

    /** As rows have them of a mean: {@code CODMn(1.2)}; of shares there is a percent sign. */
    private static final Pattern MULTIPLE = Pattern.compile("(\\S+)\\(([^)%]+)\\)");

    private static final long PERCENT = 100;

    private final Row row;
    private final String period;
    private final List<Figure> figures = new ArrayList<>();

    private BasinFigures(Row row, String period) {
        this.row = row;
        this.period = period;
    }

    static List<Figure> of(Row row, String period) {
        BasinFigures of = new BasinFigures(row, period);
        of.assessment();
        of.shares();
        for (WaterParameter p : BasinFields.COLUMNS) {
            if (row.has(p.column())) {
                of.mean(p);
            }
        }
        of.trophicIndex();
        return of.figures;
    }

    private void assessment() {
        add("level", "", row.has("level") ? Long.toString(row.number("level")) : "", "", "1");
        if (row.has("class") || "points".equals(row.text("method"))) {
            add("class", "", row.has("class") ? Long.toString(row.number("class")) : "", "", "1");
            String main = row.text("main_pollutants");
            for (MatchResult each :
                    MULTIPLE.matcher(main == null ? "" : main).results().toList()) {
                add("exceedance_multiple", each.group(1), each.group(2), "", "1");
            }
        }
    }

    private void shares() {
        if (row.has("share_I_III")) {
            long good = 0;
            for (WaterClass each : List.of(WaterClass.I, WaterClass.II, WaterClass.III)) {
                good += row.number(BasinFields.sections(each));
            }
            share("share_I_III", exact(good));
            share("share_worse_V", exact(row.number(BasinFields.sections(WaterClass.WORSE_THAN_V))));
        }
        if (row.has("share_I_III_length")) {
            share("share_I_III_length", "");
            share("share_worse_V_length", "");
        }
    }

    private String exact(long sections) {
        return Fraction.of(PERCENT * sections, row.number("assessed")).toSixDecimals();
    }

    private void share(String name, String exact) {
        add(name, "", Scaled.printFixed(row.number(name), BasinFields.SHARE_DIGITS), exact, "%");
    }

    private void mean(WaterParameter p) {
        Fraction exact = Fraction.parse(row.text(p.column() + "_exact"));
        long had = row.number(p.column() + "_had");
        boolean enough = had >= row.number("sections_needed") && row.number(p.column() + "_short") == 0;
        figures.add(new Figure(
                row,
                "mean",
                period,
                p.code(),
                WaterDecimals.published(p, exact).toString(),
                exact.toSixDecimals(),
                p.unit(),
                had,
                row.number("sections_needed"),
                (enough ? Status.OK : Status.BELOW_MINIMUM).code(),
                "assessment",
                row.number("revision")));
    }

    /** Where there is none, which of the inputs it lacks is in the row. */
    private void trophicIndex() {
        String lacking = row.text("tli_lacking");
        if (!row.has("tli") && lacking == null) {
            return;
        }
        long needed = TrophicIndex.inputs().size();
        long had = needed - (lacking == null ? 0 : lacking.split(" ").length);
        figures.add(new Figure(
                row,
                "tli",
                period,
                "",
                row.has("tli") ? Scaled.printFixed(row.number("tli"), BasinFields.TLI_DIGITS) : "",
                "",
                "1",
                had,
                needed,
                row.has("tli") ? row.text("status") : Status.NONE.code(),
                "assessment",
                row.number("revision")));
    }

    private void add(String name, String parameter, String value, String exact, String unit) {
        figures.add(new Figure(
                row,
                name,
                period,
                parameter,
                value,
                exact,
                unit,
                row.has("assessed") ? row.number("assessed") : 0,
                row.has("sections_needed") ? row.number("sections_needed") : 0,
                row.text("status"),
                "assessment",
                row.number("revision")));
    }
}
