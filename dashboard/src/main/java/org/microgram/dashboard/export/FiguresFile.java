package org.microgram.dashboard.export;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.microgram.dashboard.explain.CountStatus;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.dashboard.query.Csv;
import org.microgram.messages.network.Network;
import org.microgram.messages.rows.AirFields;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.PublishedDecimals;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;
import org.microgram.store.Store;

/**
 * {@code figures.csv} of a month: every day, the month, the year to date at its end, the accounts at its end, and the year when the month is
 * December; of stations, areas, river sections, rivers, basins and lakes. Sorted by subject, period, figure and parameter: the same rows give the same bytes.
 */
public final class FiguresFile {

    private static final String HEADER =
            "subject_kind,subject_id,subject_name,figure,period,period_start,parameter,value,value_exact,unit,"
                    + "valid_count,required_count,status,edition,profile,revision";

    private final Store store;
    private final Subjects subjects;

    public FiguresFile(Store store, Network network) {
        this.store = store;
        this.subjects = new Subjects(network);
    }

    /**
     * @return how many figures were written, the header not counted
     */
    public long write(YearMonth month, Writer out) throws IOException {
        List<Figure> figures = new ArrayList<>();
        long first = ChinaTime.startOf(month.atDay(1));
        long next = ChinaTime.startOf(month.plusMonths(1).atDay(1));
        store.scan(Measurement.AIR_DAY, List.of(), first, next, row -> day(figures, row));
        store.scan(Measurement.AIR_MONTH, List.of(), first, first + 1, row -> period(figures, row, "month"));
        for (Row row : lastToDate(month, next)) {
            period(figures, row, "year_to_date");
        }
        store.scan(
                Measurement.AIR_ACCOUNT,
                List.of(),
                next - ChinaTime.SECONDS_OF_DAY, // as of the month's end
                next,
                row -> figures.addAll(AccountFigures.of(row)));
        store.scan(Measurement.WATER_DAY, List.of(), first, next, row -> figures.addAll(WaterFigures.of(row, "day")));
        store.scan(
                Measurement.WATER_MONTH,
                List.of(),
                first,
                first + 1,
                row -> figures.addAll(WaterFigures.of(row, "month")));
        store.scan(
                Measurement.WATER_TO_DATE,
                List.of(),
                next - ChinaTime.SECONDS_OF_DAY, // a year to date stands at its last day
                next,
                row -> figures.addAll(WaterFigures.of(row, "year_to_date")));
        store.scan(
                Measurement.BASIN_MONTH,
                List.of(),
                first,
                first + 1,
                row -> figures.addAll(BasinFigures.of(row, "month")));
        store.scan(
                Measurement.BASIN_TO_DATE,
                List.of(),
                next - ChinaTime.SECONDS_OF_DAY,
                next,
                row -> figures.addAll(BasinFigures.of(row, "year_to_date")));
        if (month.getMonthValue() == 12) {
            long january = ChinaTime.startOf(LocalDate.of(month.getYear(), 1, 1));
            store.scan(Measurement.AIR_YEAR, List.of(), january, january + 1, row -> period(figures, row, "year"));
            store.scan(
                    Measurement.WATER_YEAR,
                    List.of(),
                    january,
                    january + 1,
                    row -> figures.addAll(WaterFigures.of(row, "year")));
            store.scan(
                    Measurement.BASIN_YEAR,
                    List.of(),
                    january,
                    january + 1,
                    row -> figures.addAll(BasinFigures.of(row, "year")));
        }
        figures.sort(Figure.ORDER);
        out.write(HEADER + "\n");
        for (Figure figure : figures) {
            out.write(line(figure));
        }
        return figures.size();
    }

    /** The year to date at the month's end: of the month's last day, or of the last one before it that has a row. */
    private List<Row> lastToDate(YearMonth month, long next) {
        Map<Subject, Row> last = new HashMap<>();
        long january = ChinaTime.startOf(LocalDate.of(month.getYear(), 1, 1));
        // Rows come in the order of their keys, and those of one subject and year differ in their end alone.
        store.scan(Measurement.AIR_TO_DATE, List.of(), january, next, row -> last.put(row.subject(), row));
        return List.copyOf(last.values());
    }

    private static void day(List<Figure> figures, Row row) {
        for (Pollutant p : Pollutant.ALL) {
            String name = AirFields.day(p);
            figures.add(new Figure(
                    row,
                    p == Pollutant.O3 ? "mda8" : "mean",
                    "day",
                    p.code(),
                    row.has(name) ? Scaled.printFixed(row.number(name), p.decimals()) : "",
                    exact(row, name + "_exact"),
                    p.unit(),
                    row.number(name + "_had"),
                    row.number(name + "_needed"),
                    row.text(name + "_status"),
                    row.text("profile"),
                    row.number(name + "_revision")));
            EventFigures.ofDay(row, p).ifPresent(figures::add);
        }
        // Of an index the valid pollutants are counted; it needs one to exist, and the profile says when it is given.
        figures.add(new Figure(
                row,
                "aqi",
                "day",
                "AQI",
                row.has("aqi") ? Long.toString(row.number("aqi")) : "",
                "",
                "1",
                row.number("inputs_present"),
                1,
                row.text("status"),
                row.text("profile"),
                row.number("revision")));
    }

    private static void period(List<Figure> figures, Row row, String period) {
        LocalDate last = ChinaTime.date(ChinaTime.dayOf(row.key().endSecond() - 1));
        String profile = row.text("profile");
        for (Pollutant p : Pollutant.ALL) {
            String name = p.column();
            long had = row.number(name + "_had");
            long needed = row.number(name + "_needed");
            String status = row.text(name + "_status");
            long revision = row.number(name + "_revision");
            int decimals = PublishedDecimals.ofMean(p, last);
            // Rows hold means at one decimal; the published ones have none or one.
            String mean = row.has(name)
                    ? Scaled.printFixed(row.number(name) / Scaled.powerOfTen(1 - decimals), decimals)
                    : "";
            figures.add(new Figure(
                    row,
                    "mean",
                    period,
                    p.code(),
                    mean,
                    exact(row, name + "_exact"),
                    p.unit(),
                    had,
                    needed,
                    status,
                    profile,
                    revision));
            String percentile = AirFields.percentile(p);
            figures.add(new Figure(
                    row,
                    p == Pollutant.O3 ? "p90_mda8" : "p" + p.percentile(),
                    period,
                    p.code(),
                    row.has(percentile) ? Scaled.printFixed(row.number(percentile), p.decimals()) : "",
                    exact(row, percentile + "_exact"),
                    p.unit(),
                    had,
                    needed,
                    status,
                    profile,
                    revision));
            figures.addAll(EventFigures.ofPeriod(row, p, period, decimals));
            String attaining = Long.toString(row.number(name + "_attaining"));
            figures.add(new Figure(
                    row,
                    "attaining_days",
                    period,
                    p.code(),
                    attaining,
                    attaining,
                    "d",
                    EventFigures.had(row, p), // counts of days keep events
                    needed,
                    EventFigures.status(row, p),
                    profile,
                    revision));
        }
        Status status = CountStatus.of(row);
        for (String count : List.of("good_days", "heavy_days", "evaluated_days")) {
            String value = Long.toString(row.number(count));
            figures.add(new Figure(
                    row,
                    count,
                    period,
                    "AQI",
                    value,
                    value,
                    "d",
                    row.number("evaluated_days"),
                    CountStatus.needed(row),
                    status.code(),
                    profile,
                    row.number("revision")));
        }
    }

    private static String exact(Row row, String field) {
        return row.has(field) ? Fraction.parse(row.text(field)).toSixDecimals() : "";
    }

    private String line(Figure figure) {
        Row row = figure.row();
        return String.join(
                        ",",
                        row.subject().kind(),
                        Csv.text(row.subject().id()),
                        Csv.text(subjects.nameZh(row.subject())),
                        figure.name(),
                        figure.period(),
                        ChinaTime.date(ChinaTime.dayOf(row.key().startSecond())).toString(),
                        figure.parameter(),
                        figure.value(),
                        figure.exact(),
                        figure.unit(),
                        Long.toString(figure.had()),
                        Long.toString(figure.needed()),
                        figure.status(),
                        Csv.text(row.text("edition")),
                        Csv.text(figure.profile()),
                        Long.toString(figure.revision()))
                + "\n";
    }
}
