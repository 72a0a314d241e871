package org.microgram.dashboard.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;
import org.microgram.store.Store;

/** The city at one hour: its index, its six pollutants with the day behind them, and its stations. */
final class CityNow {

    private static final long DAY = 24 * Hours.HOUR;

    private final Store store;
    private final Network network;

    CityNow(Store store, Network network) {
        this.store = store;
        this.network = network;
    }

    /** The city that the page is about: the first of its kind in the configuration. */
    Area city() {
        return network.areas().stream()
                .filter(a -> a.kind().equals("city"))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        503,
                        "the configuration has no city",
                        "an area of kind city",
                        "add one to config/areas.csv, then ./microgram check-config"));
    }

    /** The newest hour the city has. */
    Optional<Long> latestHour() {
        return store.latest(Measurement.AIR_HOUR, Subject.area(city().id()))
                .map(row -> row.key().endSecond());
    }

    View at(long endSecond) {
        Area city = city();
        Subject subject = Subject.area(city.id());
        LocalDate day = Hours.dayOf(endSecond);
        Map<Long, Row> hours = hours(subject, endSecond);
        Row row = hours.get(endSecond);
        Optional<Long> before = sameHourLastYear(day, endSecond);
        Map<Long, Row> lastYear = before.map(end -> hours(subject, end)).orElse(Map.of());

        List<PollutantNow> pollutants = new ArrayList<>();
        for (Pollutant p : Pollutant.ALL) {
            pollutants.add(pollutant(subject, p, endSecond, hours, before, lastYear));
        }
        List<StationNow> stations = stations(day, endSecond);
        return new View(
                new HourName(
                        Hours.label(endSecond),
                        day.toString(),
                        Hours.hourOf(endSecond),
                        Hours.iso(endSecond - Hours.HOUR),
                        Hours.iso(endSecond)),
                new Named(subject.kind(), city.id(), city.nameZh(), city.nameEn()),
                row == null ? null : index(subject, row),
                pollutants,
                stations,
                (int) stations.stream().filter(StationNow::reporting).count(),
                stations.size());
    }

    private Map<Long, Row> hours(Subject subject, long endSecond) {
        Map<Long, Row> rows = new HashMap<>();
        store.scan(
                Measurement.AIR_HOUR,
                List.of(subject),
                endSecond - DAY,
                endSecond,
                row -> rows.put(row.key().endSecond(), row));
        return rows;
    }

    /** 29 February has no counterpart. */
    private static Optional<Long> sameHourLastYear(LocalDate day, long endSecond) {
        LocalDate then = day.minusYears(1);
        return then.getDayOfMonth() == day.getDayOfMonth()
                ? Optional.of(Hours.startOfDay(then) + Hours.hourOf(endSecond) * Hours.HOUR)
                : Optional.empty();
    }

    private static Index index(Subject subject, Row row) {
        return new Index(
                Figures.text(row, "aqi"),
                Figures.integer(row, "level"),
                Figures.primary(row),
                Figures.integer(row, "inputs_present"),
                Figures.text(row, "edition"),
                Figures.text(row, "profile"),
                Figures.integer(row, "revision"),
                Figures.hourKey(subject, "AQI", row.key().endSecond()));
    }

    private PollutantNow pollutant(
            Subject subject,
            Pollutant p,
            long endSecond,
            Map<Long, Row> hours,
            Optional<Long> before,
            Map<Long, Row> lastYear) {
        Row row = hours.get(endSecond);
        boolean hollow =
                row != null && row.has("below_minimum") && (row.number("below_minimum") >> p.ordinal() & 1) == 1;
        return new PollutantNow(
                p.code(),
                p.unit(),
                row == null ? null : Figures.concentration(row, p.column(), p.decimals()),
                row == null ? null : exactMean(row, p),
                row == null ? null : Figures.integer(row, "iaqi_" + p.column()),
                hollow,
                Figures.hourKey(subject, p.code(), endSecond),
                LimitLines.on(p, Hours.dayOf(endSecond)).orElse(null),
                series(p, endSecond, hours),
                before.map(end -> new LastYear(
                                Hours.label(end),
                                lastYear.containsKey(end)
                                        ? Figures.concentration(lastYear.get(end), p.column(), p.decimals())
                                        : null,
                                Figures.hourKey(subject, p.code(), end),
                                series(p, end, lastYear)))
                        .orElse(null));
    }

    /** 24 values, oldest first; null where an hour has none, so that a line shows the gap. */
    private static List<String> series(Pollutant p, long endSecond, Map<Long, Row> hours) {
        List<String> values = new ArrayList<>();
        for (long end = endSecond - DAY + Hours.HOUR; end <= endSecond; end += Hours.HOUR) {
            Row row = hours.get(end);
            values.add(row == null ? null : Figures.concentration(row, p.column(), p.decimals()));
        }
        return values;
    }

    private static String exactMean(Row row, Pollutant p) {
        if (!row.has(p.column() + "_num") || !row.has(p.column() + "_den") || row.number(p.column() + "_den") == 0) {
            return null;
        }
        return Fraction.ofScaled(row.number(p.column() + "_num"), row.number(p.column() + "_den"))
                .toSixDecimals();
    }

    private List<StationNow> stations(LocalDate day, long endSecond) {
        List<Station> inService = network.stations().stream()
                .filter(s -> !day.isBefore(s.from())
                        && s.to().map(last -> !day.isAfter(last)).orElse(true))
                .toList();
        if (inService.isEmpty()) {
            return List.of();
        }
        Map<String, Row> rows = new HashMap<>();
        store.scan(
                Measurement.AIR_HOUR,
                inService.stream().map(s -> Subject.station(s.id())).toList(),
                endSecond - Hours.HOUR,
                endSecond,
                row -> rows.put(row.subject().id(), row));
        List<String> members = network.members(city().id(), day);
        return inService.stream()
                .map(s -> station(s, rows.get(s.id()), members.contains(s.id()), endSecond))
                .toList();
    }

    private static StationNow station(Station s, Row row, boolean member, long endSecond) {
        boolean reporting = row != null && Pollutant.ALL.stream().anyMatch(p -> row.has(p.column()));
        return new StationNow(
                s.id(),
                s.nameZh(),
                s.nameEn(),
                s.role(),
                s.district(),
                member,
                reporting,
                row == null ? null : Figures.text(row, "aqi"),
                row == null ? null : Figures.integer(row, "level"),
                Figures.hourKey(Subject.station(s.id()), "AQI", endSecond),
                finite(s.lon()),
                finite(s.lat()));
    }

    /** JSON has no NaN. */
    private static Double finite(double degrees) {
        return Double.isNaN(degrees) ? null : degrees;
    }

    /** The answer of {@code /api/now}. */
    record View(
            HourName hour,
            Named city,
            Index aqi,
            List<PollutantNow> pollutants,
            List<StationNow> stations,
            int reporting,
            int expected) {}

    record HourName(String label, String date, int hour, String start, String end) {}

    record Named(String kind, String id, String nameZh, String nameEn) {}

    record Index(
            String value,
            Integer level,
            List<String> primary,
            Integer inputsPresent,
            String edition,
            String profile,
            Integer revision,
            String key) {}

    record PollutantNow(
            String code,
            String unit,
            String value,
            String exact,
            Integer subIndex,
            boolean belowMinimum,
            String key,
            LimitLines.Line limit,
            List<String> series,
            LastYear lastYear) {}

    record LastYear(String hour, String value, String key, List<String> series) {}

    record StationNow(
            String id,
            String nameZh,
            String nameEn,
            String role,
            String district,
            boolean member,
            boolean reporting,
            String aqi,
            Integer level,
            String key,
            Double lon,
            Double lat) {}
}
