package org.microgram.dashboard.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.messages.network.Network;
import org.microgram.messages.rows.AirFields;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.account.StationPull;
import org.microgram.standards.air.Level;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.screening.Rule;
import org.microgram.store.Store;

/**
 * A day of PM2.5 opened into its 24 hours at each station that is a member on it, with the station's day mean and how far it pulls the area's, and
 * the area's own hours below.
 *
 * <p><b>Time.</b> Hours 1 to 24 are named by their end. <b>Levels</b> are those of the hour's value held against the breakpoints of a day in the
 * edition in force, as the real-time index has held it since 2017; they colour a cell and are no figure.
 */
final class DayHours {

    private static final String PM25 = Pollutant.PM25.column();
    private static final String INDICATOR = Pollutant.PM25.code() + "_day";
    private static final int HOURS = 24;

    private final Store store;
    private final Network network;
    private final Subjects subjects;

    DayHours(Store store, Network network) {
        this.store = store;
        this.network = network;
        this.subjects = new Subjects(network);
    }

    /** @param subject an area, or a station, which is its only row */
    View of(Subject subject, LocalDate day) {
        boolean area = subject.kind().equals(Subject.AREA);
        List<Subject> members = area
                ? network.members(subject.id(), day).stream()
                        .sorted()
                        .map(Subject::station)
                        .toList()
                : List.of(subject);
        Map<String, Row> days = new HashMap<>();
        List<Subject> all = new ArrayList<>(members);
        if (area) {
            all.add(subject);
        }
        long from = Hours.startOfDay(day);
        long to = Hours.startOfDay(day.plusDays(1));
        store.scan(Measurement.AIR_DAY, all, from, to, row -> days.put(name(row.subject()), row));
        Map<String, Map<Integer, Row>> hours = new HashMap<>();
        store.scan(Measurement.AIR_HOUR, all, from, to, row -> hours.computeIfAbsent(
                        name(row.subject()), each -> new HashMap<>())
                .put(Hours.hourOf(row.key().endSecond()), row));
        Map<String, String> pulls = pulls(day, members, days);
        return new View(
                day.toString(),
                Pollutant.PM25.code(),
                Pollutant.PM25.unit(),
                members.stream()
                        .map(each -> line(
                                each,
                                day,
                                hours.getOrDefault(name(each), Map.of()),
                                days.get(name(each)),
                                pulls.get(each.id())))
                        .toList(),
                area
                        ? line(subject, day, hours.getOrDefault(name(subject), Map.of()), days.get(name(subject)), null)
                        : null);
    }

    private Line line(Subject subject, LocalDate day, Map<Integer, Row> hours, Row ofDay, String pull) {
        List<Cell> cells = new ArrayList<>();
        for (int hour = 1; hour <= HOURS; hour++) {
            cells.add(cell(subject, day, hour, hours.get(hour)));
        }
        return new Line(
                subject.kind(),
                subject.id(),
                subjects.nameZh(subject),
                subjects.nameEn(subject),
                cells,
                Figures.key(subject, Measurement.AIR_DAY.code(), Pollutant.PM25.code(), day.toString()),
                ofDay == null ? null : Figures.concentration(ofDay, PM25, Pollutant.PM25.decimals()),
                ofDay == null ? null : Figures.exact(ofDay, PM25 + "_exact"),
                ofDay == null ? null : Figures.text(ofDay, PM25 + "_status"),
                ofDay == null ? null : Figures.integer(ofDay, PM25 + "_had"),
                ofDay == null ? null : Figures.integer(ofDay, PM25 + "_needed"),
                pull);
    }

    private static Cell cell(Subject subject, LocalDate day, int hour, Row row) {
        String key = Figures.hourKey(subject, Pollutant.PM25.code(), Hours.startOfDay(day) + hour * Hours.HOUR);
        if (row == null) {
            return new Cell(hour, key, null, null, false, List.of(), "no_record");
        }
        List<String> flags = flags(row);
        String value = Figures.concentration(row, PM25, Pollutant.PM25.decimals());
        if (value == null) {
            return new Cell(hour, key, null, null, false, flags, flags.isEmpty() ? "no_value" : "left_out");
        }
        boolean few = row.has("below_minimum") && (row.number("below_minimum") >> Pollutant.PM25.ordinal() & 1) == 1;
        return new Cell(hour, key, value, level(row, day), few, flags, null);
    }

    private static List<String> flags(Row row) {
        String field = AirFields.flags(Pollutant.PM25);
        long flags = row.has(field) ? row.number(field) : 0;
        return Rule.ALL.stream()
                .filter(rule -> (flags & rule.flag()) != 0)
                .map(Rule::code)
                .toList();
    }

    private static int level(Row row, LocalDate day) {
        SubIndex index = SubIndex.on(day);
        long value = index.input(Pollutant.PM25, Fraction.ofScaled(row.number(PM25), 1));
        return Level.of(index.of(INDICATOR, value, index.rounding())).number();
    }

    /** What leaving a member out would change of the area's mean of this day, to hundredths. */
    private static Map<String, String> pulls(LocalDate day, List<Subject> members, Map<String, Row> days) {
        Map<String, Fraction> values = new HashMap<>();
        for (Subject member : members) {
            Row row = days.get(name(member));
            if (row != null && "ok".equals(row.text(PM25 + "_status"))) {
                values.put(member.id(), Fraction.parse(row.text(PM25 + "_exact")));
            }
        }
        Map<String, String> pulls = new HashMap<>();
        StationPull.of(new TreeMap<>(Map.of(day, values)))
                .forEach(pull ->
                        pulls.put(pull.station(), Rounded.of(pull.pull(), 2).toString()));
        return pulls;
    }

    /** A station and an area may share an id. */
    private static String name(Subject subject) {
        return subject.kind() + ":" + subject.id();
    }

    /** @param area null when the day is one of a station alone */
    record View(String date, String parameter, String unit, List<Line> stations, Line area) {}

    /**
     * @param pull µg/m³; null where there is none
     * @param status of the day mean: ok, below_minimum or none
     */
    record Line(
            String kind,
            String id,
            String nameZh,
            String nameEn,
            List<Cell> hours,
            String key,
            String mean,
            String exact,
            String status,
            Integer had,
            Integer needed,
            String pull) {}

    /**
     * @param level 1 to 6; null without a value
     * @param few whether the area's hour rests on too few stations
     * @param flags codes of the rules that suspect it
     * @param missing why there is no value: {@code no_record}, {@code no_value}, {@code left_out}; null where there is one
     */
    record Cell(int hour, String key, String value, Integer level, boolean few, List<String> flags, String missing) {}
}
