package org.microgram.messages.water;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Section;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.samples.SectionDay;
import org.microgram.standards.screening.WaterFlag;
import org.microgram.standards.screening.WaterScreening;
import org.microgram.standards.water.CumulativeValue;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.MonthValue;
import org.microgram.standards.water.SectionValues;
import org.microgram.standards.water.SingleFactor;
import org.microgram.standards.water.WaterDecimals;
import org.microgram.standards.water.WaterMean;
import org.microgram.standards.water.WaterParameter;

/**
 * Figures of a section as rows: {@code water_sample}, {@code water_day}, {@code water_month}, {@code water_to_date}, {@code water_year}.
 *
 * <p><b>Time.</b> The interval of a sample is the second at which the water was taken; of a day, month and year the natural one in
 * Asia/Shanghai; a year to date runs from 1 January to a month's end.
 */
public final class WaterRows {

    private final Section section;
    private final SectionJudge judge;
    private final WaterScreening screening;

    /** @param network whose rules screen the samples, and whose hash every row carries */
    public WaterRows(Section section, Network network) {
        this.section = section;
        this.judge = new SectionJudge(section, network.hash());
        this.screening = network.screening().water();
    }

    WaterScreening screening() {
        return screening;
    }

    Row sample(SectionDay.Counting counting, SortedSet<WaterFlag> flags) {
        long second = counting.sample().second();
        Map<WaterParameter, Measured> values = counting.sample().values();
        boolean byHand = counting.sample().byHand();
        Row.Builder row = builder(Measurement.WATER_SAMPLE, second, second + 1, byHand ? "manual" : "");
        for (WaterParameter p : WaterFields.COLUMNS) {
            if (values.get(p) instanceof Measured.Value value) {
                row.number(p.column(), value.scaled());
            }
        }
        row.text("below_detection", said(values, WaterRows::belowDetection));
        row.text("absent", said(values, WaterRows::absent));
        row.number("by_hand", byHand ? 1 : 0);
        counting.publishedClass().ifPresent(each -> row.number("class_published", each.number()));
        counting.status().ifPresent(each -> row.text("station_status", each.code()));
        row.text(
                "flags",
                flags.isEmpty() ? null : flags.stream().map(WaterFlag::code).collect(joining(" ")));
        SampleDay.Inputs inputs = new SampleDay.Inputs(
                1, counting.revision(), counting.receivedAt(), counting.state(), counting.status());
        return judge.judge(row, ChinaTime.date(ChinaTime.dayOf(second)), SingleFactor.entering(values), inputs)
                .build();
    }

    /** @param flagged samples of it in which something is suspect */
    Row day(SampleDay day, int flagged) {
        LocalDate date = ChinaTime.date(day.day());
        Row.Builder row = interval(Measurement.WATER_DAY, date, date).number("flagged", flagged);
        for (WaterParameter p : WaterFields.COLUMNS) {
            WaterMean mean = day.means().get(p);
            int had = mean == null ? 0 : mean.values();
            value(row, p, mean == null ? null : mean.exact(), had, SectionValues.samplesNeeded(), Status.OK);
        }
        return judge.judge(
                        row,
                        date,
                        date,
                        day.means(),
                        WaterMean::exact,
                        mean -> Status.OK,
                        SampleDay.Inputs.of(day.samples()))
                .build();
    }

    Row month(LocalDate first, Map<WaterParameter, MonthValue> values, SampleDay.Inputs inputs) {
        LocalDate last = first.withDayOfMonth(first.lengthOfMonth());
        Row.Builder row = interval(Measurement.WATER_MONTH, first, last);
        for (WaterParameter p : WaterFields.COLUMNS) {
            MonthValue value = values.get(p);
            int days = value == null ? 0 : value.validDays();
            value(
                    row,
                    p,
                    value == null ? null : value.exact(),
                    days,
                    MonthValue.daysNeeded(),
                    value == null ? Status.NONE : value.status());
            if (value != null) {
                row.text(p.column() + "_source", value.source().name().toLowerCase(Locale.ROOT));
            }
        }
        return judge.judge(row, first, last, values, MonthValue::exact, MonthValue::status, inputs)
                .build();
    }

    /** A year, or one to date. */
    Row cumulative(
            Measurement measurement,
            LocalDate last,
            Map<WaterParameter, CumulativeValue> values,
            SampleDay.Inputs inputs) {
        LocalDate first = last.withDayOfYear(1);
        Row.Builder row = interval(measurement, first, last);
        for (WaterParameter p : WaterFields.COLUMNS) {
            CumulativeValue value = values.get(p);
            if (value == null) {
                value(row, p, null, 0, Row.NONE, Status.NONE);
            } else {
                value(row, p, value.exact(), value.months(), value.needed(), value.status());
                row.number(p.column() + "_short", value.shortMonths());
            }
        }
        return judge.judge(row, first, last, values, CumulativeValue::exact, CumulativeValue::status, inputs)
                .build();
    }

    private static void value(Row.Builder row, WaterParameter p, Fraction exact, long had, long needed, Status status) {
        if (exact != null) {
            row.number(p.column(), published(p, exact));
            row.text(p.column() + "_exact", exact.toString());
        }
        row.number(p.column() + "_had", had);
        row.number(p.column() + "_needed", needed);
        row.text(p.column() + "_status", (exact == null ? Status.NONE : status).code());
    }

    /** In millionths, as a row holds it; what has its first digit further behind is a millionth and not nothing. */
    static long published(WaterParameter parameter, Fraction exact) {
        Rounded rounded = WaterDecimals.published(parameter, exact);
        return rounded.digits() <= Scaled.DIGITS
                ? rounded.at(Scaled.DIGITS)
                : Math.max(1, exact.rounded(Scaled.DIGITS, Rounding.HALF_EVEN));
    }

    private Row.Builder interval(Measurement measurement, LocalDate first, LocalDate last) {
        return builder(measurement, ChinaTime.startOf(first), ChinaTime.startOf(last.plusDays(1)), "");
    }

    private Row.Builder builder(Measurement measurement, long start, long end, String variant) {
        return Row.builder(new RowKey(measurement, Subject.section(section.id()), start, end, variant));
    }

    private static String said(
            Map<WaterParameter, Measured> values, Function<Map.Entry<WaterParameter, Measured>, String> says) {
        String text = values.entrySet().stream()
                .map(says)
                .filter(each -> !each.isEmpty())
                .collect(joining(" "));
        return text.isEmpty() ? null : text;
    }

    private static String belowDetection(Map.Entry<WaterParameter, Measured> of) {
        return of.getValue() instanceof Measured.BelowDetection below
                ? of.getKey().code() + "<" + Scaled.print(below.limit(), Scaled.DIGITS)
                : "";
    }

    private static String absent(Map.Entry<WaterParameter, Measured> of) {
        return of.getValue() instanceof Measured.Absent absent
                ? of.getKey().code() + ":" + absent.why().sign()
                : "";
    }
}
