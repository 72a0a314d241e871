package org.microgram.dashboard.explain.water;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.messages.rows.BasinFields;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.water.WaterParameter;

/**
 * Asks for one figure of a river, basin, lake or area: {@code "<subject> <measurement> <figure> <interval>"}, such as
 * {@code hai basin_month share_I_III 2020-05}.
 *
 * @param called id of the subject, with its kind where the id alone could be another's, as {@code water_body:miyun}
 * @param field of the row that holds it
 * @param parameter whose mean it is; null of shares, classes and the trophic index
 */
record BasinKey(
        Subject subject,
        String called,
        Measurement measurement,
        String field,
        WaterParameter parameter,
        LocalDate first,
        LocalDate last) {

    private static final List<String> FIGURES = List.of(
            "share_I_III", "share_worse_V", "share_I_III_length", "share_worse_V_length", "class", "level", "tli");

    static boolean isOfBasins(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        return words.size() >= 4 && words.get(words.size() - 3).startsWith("basin_");
    }

    /** @throws IllegalArgumentException saying what was found, what is accepted and what to do */
    static BasinKey parse(String text, Subjects subjects) {
        List<String> words = List.of(text.strip().split("\\s+"));
        int size = words.size();
        Measurement measurement = Measurement.stored().stream()
                .filter(each -> each.isOfBasins() && each.code().equals(words.get(size - 3)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Found: measurement \"" + words.get(size - 3)
                        + "\". Expected: basin_month, basin_to_date or basin_year. Do: write"
                        + " \"hai basin_month share_I_III 2020-05\"."));
        Subject subject = subjects.find(String.join(" ", words.subList(0, size - 3)), measurement);
        if (!subjects.isOf(subject, measurement)) {
            throw new IllegalArgumentException("Found: " + subject.kind() + " " + subject.id() + " with "
                    + measurement.code()
                    + ", which is of rivers, basins, lakes and areas. Expected: one of these. Do: take a key of"
                    + " rivers.yaml or basins.yaml, or an id of water-bodies.csv or areas.csv; of a section "
                    + sections(measurement).code() + ".");
        }
        String figure = words.get(size - 2);
        Optional<WaterParameter> parameter = WaterParameter.find(figure).filter(BasinFields.COLUMNS::contains);
        if (parameter.isEmpty() && !FIGURES.contains(figure)) {
            List<String> all = new ArrayList<>(FIGURES);
            BasinFields.COLUMNS.forEach(each -> all.add(each.code()));
            throw new IllegalArgumentException("Found: figure \"" + figure + "\". Expected: " + String.join(", ", all)
                    + ". Do: write one of these.");
        }
        LocalDate[] days = interval(measurement, words.get(size - 1));
        return new BasinKey(
                subject,
                subjects.isAlone(subject, measurement) ? subject.id() : subject.kind() + ":" + subject.id(),
                measurement,
                parameter.map(WaterParameter::column).orElse(figure),
                parameter.orElse(null),
                days[0],
                days[1]);
    }

    private static LocalDate[] interval(Measurement measurement, String text) {
        try {
            if (measurement == Measurement.BASIN_MONTH) {
                YearMonth month = YearMonth.parse(text);
                return new LocalDate[] {month.atDay(1), month.atEndOfMonth()};
            }
            if (measurement == Measurement.BASIN_YEAR && text.matches("\\d{4}")) {
                LocalDate first = LocalDate.of(Integer.parseInt(text), 1, 1);
                return new LocalDate[] {first, first.withDayOfYear(first.lengthOfYear())};
            }
            LocalDate last = LocalDate.parse(text);
            if (measurement == Measurement.BASIN_TO_DATE && last.getDayOfMonth() == last.lengthOfMonth()) {
                return new LocalDate[] {last.withDayOfYear(1), last};
            }
        } catch (DateTimeException e) {
            // told below, with what is accepted
        }
        throw new IllegalArgumentException("Found: interval \"" + text + "\". Expected of " + measurement.code()
                + (measurement == Measurement.BASIN_MONTH
                        ? ": a month such as 2020-05."
                        : measurement == Measurement.BASIN_YEAR
                                ? ": a year such as 2020."
                                : ": the last day of a month such as 2020-05-31.")
                + " Do: write it with hyphens.");
    }

    /** The measurement of the sections that it is made of. */
    Measurement ofSections() {
        return sections(measurement);
    }

    private static Measurement sections(Measurement measurement) {
        return switch (measurement) {
            case BASIN_MONTH -> Measurement.WATER_MONTH;
            case BASIN_TO_DATE -> Measurement.WATER_TO_DATE;
            default -> Measurement.WATER_YEAR;
        };
    }

    /** The key of a section's figure of the same interval. */
    String ofSection(String section, String figure) {
        return section + " " + ofSections().code() + " " + figure + " " + interval();
    }

    RowKey rowKey(Measurement of, Subject whom) {
        return new RowKey(of, whom, start(), end(), "");
    }

    long start() {
        return ChinaTime.startOf(first);
    }

    long end() {
        return ChinaTime.startOf(last.plusDays(1));
    }

    String interval() {
        return switch (measurement) {
            case BASIN_MONTH -> YearMonth.from(first).toString();
            case BASIN_YEAR -> Integer.toString(first.getYear());
            default -> last.toString();
        };
    }

    String code() {
        return parameter == null ? field : parameter.code();
    }

    /** The key of another parameter's mean of the same subject and interval. */
    BasinKey of(WaterParameter other) {
        return new BasinKey(subject, called, measurement, other.column(), other, first, last);
    }

    /** The key in its one canonical form; with the kind where an id alone could be another's. */
    String text() {
        return called + " " + measurement.code() + " " + code() + " " + interval();
    }
}
