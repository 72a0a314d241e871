package org.microgram.dashboard.export;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.microgram.standards.figures.Period;

/**
 * A figure that an authority published.
 *
 * @param subject id of an area; one that the network lacks has no figure of ours
 * @param figure mean, mean_base_mee (the base of a change), change, p90, good_days, heavy_days, attaining_days
 * @param period a year {@code 2019}, or first and last month {@code 2019-01..2019-06}
 * @param parameter {@code PM2.5}, {@code O3}, {@code AQI}
 * @param source where it stands
 */
public record PublishedFigure(
        String subject, String figure, String period, String parameter, BigDecimal value, String unit, String source) {

    /** Reads the CSV that ships with the demonstration data; lines that begin with {@code #} are its notes. */
    public static List<PublishedFigure> read(Reader csv) throws IOException {
        List<PublishedFigure> figures = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                figures.add(new PublishedFigure(
                        row.getField("subject"),
                        row.getField("figure"),
                        row.getField("period"),
                        row.getField("parameter"),
                        new BigDecimal(row.getField("value")),
                        row.getField("unit"),
                        row.getField("source")));
            }
        }
        return figures;
    }

    /** Its days; months from January on are a year to date. */
    Period days() {
        int dots = period.indexOf("..");
        if (dots < 0) {
            return Period.year(Integer.parseInt(period));
        }
        YearMonth first = YearMonth.parse(period.substring(0, dots));
        YearMonth last = YearMonth.parse(period.substring(dots + 2));
        if (first.getMonthValue() != 1 || first.getYear() != last.getYear()) {
            throw new IllegalArgumentException(
                    "Found: the published period " + period
                            + ". Expected: a year, or months of one year from January on. Do: write it so, or leave the line out.");
        }
        return Period.yearTo(last.atEndOfMonth());
    }

    /** The same dates a year earlier, as a published period is written. */
    String periodBefore() {
        int year = days().first().getYear();
        return period.replace(Integer.toString(year), Integer.toString(year - 1));
    }

    /** 2019 年 or 2019 年 1–6 月. */
    String periodZh() {
        LocalDate last = days().last();
        return last.getYear() + " 年" + (period.contains("..") ? " 1–" + last.getMonthValue() + " 月" : "");
    }
}
