package org.microgram.dashboard.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.PublishedDecimals;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;

/** One figure read from a row of its measurement. */
final class RowFigure {

    private RowFigure() {}

    static History.Reading read(Row row, Parameter parameter) {
        Measurement m = row.measurement();
        String field = parameter.field(m);
        if (!row.has(field)) {
            return new History.Reading(null, null, status(row, parameter, field));
        }
        int digits = m.fields().get(m.index(field)).digits();
        int wanted = decimals(row, parameter);
        long number = row.number(field);
        String value = wanted < 0 || wanted > digits
                ? Scaled.print(number, digits)
                : Scaled.printFixed(number / Scaled.powerOfTen(digits - wanted), wanted);
        Fraction exact = exact(row, field);
        return new History.Reading(value, exact == null ? null : exact.toSixDecimals(), status(row, parameter, field));
    }

    /** Decimals that the figure is published with; −1 for a station's hour, which stands as received. */
    private static int decimals(Row row, Parameter parameter) {
        Pollutant p = parameter.pollutant();
        boolean concentration = parameter.kind() == Parameter.Kind.VALUE
                || parameter.kind() == Parameter.Kind.ROLLING
                || parameter.kind() == Parameter.Kind.PERCENTILE;
        if (!concentration) {
            return 0;
        }
        if (row.measurement() == Measurement.AIR_HOUR
                && parameter.kind() == Parameter.Kind.VALUE
                && row.subject().kind().equals(Subject.STATION)) {
            return -1;
        }
        boolean day = row.measurement() == Measurement.AIR_HOUR || row.measurement() == Measurement.AIR_DAY;
        LocalDate last = ChinaTime.date(ChinaTime.dayOf(row.key().endSecond() - 1));
        return day || parameter.kind() == Parameter.Kind.PERCENTILE ? p.decimals() : PublishedDecimals.ofMean(p, last);
    }

    private static Fraction exact(Row row, String field) {
        Measurement m = row.measurement();
        if (m.hasField(field + "_exact")) {
            return Fraction.parse(row.text(field + "_exact"));
        }
        if (m.hasField(field + "_num") && row.has(field + "_num")) {
            return Fraction.ofScaled(row.number(field + "_num"), row.number(field + "_den"));
        }
        return null;
    }

    private static String status(Row row, Parameter parameter, String field) {
        Measurement m = row.measurement();
        if (parameter.kind() == Parameter.Kind.AQI && m.hasField("status")) {
            return row.text("status");
        }
        String stem = parameter.kind() == Parameter.Kind.VALUE || parameter.pollutant() == null
                ? field
                : parameter.pollutant().column();
        if (m.hasField(stem + "_status")) {
            return row.text(stem + "_status");
        }
        if (m == Measurement.AIR_HOUR
                && parameter.kind() == Parameter.Kind.VALUE
                && row.subject().kind().equals(Subject.STATION)
                && (row.number("below_minimum") >> parameter.pollutant().ordinal() & 1) == 1) {
            return Status.BELOW_MINIMUM.code(); // excluded until somebody has reviewed it
        }
        return row.has(field) ? Status.OK.code() : Status.NONE.code();
    }

    /** The number and what is exact behind it, for comparison; empty when there is no row or no value. */
    static String fields(Row row, Parameter parameter) {
        if (row == null) {
            return "";
        }
        String field = parameter.field(row.measurement());
        List<String> parts = new ArrayList<>();
        for (String suffix : List.of("", "_exact", "_num", "_den")) {
            if (row.measurement().hasField(field + suffix) && row.has(field + suffix)) {
                Field of = row.measurement().fields().get(row.measurement().index(field + suffix));
                parts.add(of.isText() ? row.text(of.name()) : Scaled.print(row.number(of.name()), of.digits()));
            }
        }
        return String.join(" = ", parts);
    }
}
