package org.microgram.messages.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.microgram.messages.network.NotMonitored;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Table;
import org.microgram.standards.air.Pollutant;

/** One natural day of a station or an area as the oracle sees it. */
final class Day {

    final LocalDate date;
    final Ratio[] exact = new Ratio[Pollutant.COUNT];
    final boolean[] valid = new boolean[Pollutant.COUNT];
    final int[] superseded = new int[Pollutant.COUNT];
    /** Of each pollutant, how many hourly values that count are raw, after the first and second review, and final. */
    final int[][] states = new int[Pollutant.COUNT][4];

    private final int[] had = new int[Pollutant.COUNT];
    private final int[] needed = new int[Pollutant.COUNT];
    private boolean byExceedance;
    private Ratio greatestOzoneHour;
    long receivedAt = Long.MIN_VALUE;

    /** The published AQI; null when it is not given. */
    Integer aqi;

    int inputs;

    List<Pollutant> notMonitored = List.of();

    final Marks marks = new Marks();

    /** Of a pollutant that a confirmed event touches: what is left without its hours. */
    static final class Left {
        final Ratio exact;
        final int had;
        final boolean valid;

        Left(Ratio exact, int had, int needed) {
            this(exact, had, exact != null && had >= needed);
        }

        Left(Ratio exact, int had, boolean valid) {
            this.exact = exact;
            this.had = had;
            this.valid = valid;
        }
    }

    /** By pollutant; null where no event touches it. */
    final Left[] left = new Left[Pollutant.COUNT];

    final SortedSet<String> events = new TreeSet<>();

    private Day(LocalDate date) {
        this.date = date;
    }

    /** What accounts need of a day, read from its row. */
    static Day stored(Row row) {
        Day day = new Day(ChinaTime.date(ChinaTime.dayOf(row.key().startSecond())));
        for (Pollutant p : Pollutant.ALL) {
            int i = p.ordinal();
            String name = p == Pollutant.O3 ? "o3_mda8" : p.column();
            day.exact[i] = ratio(row.text(name + "_exact"));
            day.valid[i] = "ok".equals(row.text(name + "_status"));
            day.superseded[i] = (int) row.number(name + "_revision");
            if (p.isParticulate() && row.text(name + "_less_events_status") != null) {
                day.left[i] = new Left(
                        ratio(row.text(name + "_less_events_exact")),
                        (int) row.number(name + "_less_events_had"),
                        "ok".equals(row.text(name + "_less_events_status")));
            }
        }
        day.aqi = row.has("aqi") ? (Integer) (int) row.number("aqi") : null;
        day.receivedAt = row.number("received_at");
        return day;
    }

    /** Of a text such as {@code 1036/24}; null of none. */
    private static Ratio ratio(String exact) {
        if (exact == null) {
            return null;
        }
        String[] parts = exact.split("/");
        return new Ratio(new BigInteger(parts[0]), parts.length == 1 ? BigInteger.ONE : new BigInteger(parts[1]));
    }

    static Day ofStation(LocalDate date, StationFacts.Hour[] hours, int grade, String station, EventFacts events) {
        Day day = new Day(date);
        for (StationFacts.Hour hour : hours) {
            if (hour != null) {
                day.receivedAt = Math.max(day.receivedAt, hour.receivedAt);
                for (int i = 0; i < Pollutant.COUNT; i++) {
                    day.superseded[i] += hour.superseded[i];
                    if (hour.value[i] != null) {
                        day.states[i][List.of("RAW", "FIRST", "SECOND", "FINAL").indexOf(hour.state[i].name())]++;
                    }
                }
            }
        }
        for (Pollutant p : Pollutant.ALL) {
            int i = p.ordinal();
            List<BigInteger> values = values(hours, p, 0, 24);
            if (p == Pollutant.O3) {
                day.ozone(hours, values, grade);
                continue;
            }
            day.had[i] = values.size();
            day.needed[i] = Law.needs("hours_of_day");
            day.exact[i] = values.isEmpty() ? null : mean(values);
            day.valid[i] = day.had[i] >= day.needed[i];
            if (events.touches(station, date, p)) {
                List<BigInteger> rest = new ArrayList<>();
                for (int label = 1; label <= 24; label++) {
                    if (!events.isOut(station, date, label, p)) {
                        rest.addAll(values(hours, p, label - 1, label));
                    }
                }
                day.left[i] = new Left(rest.isEmpty() ? null : mean(rest), rest.size(), day.needed[i]);
            }
        }
        day.touchedBy(events.ids(station, date));
        return day;
    }

    private void touchedBy(Collection<String> ids) {
        events.addAll(ids);
        if (!ids.isEmpty()) {
            marks.event(date);
        }
    }

    /** Without the hours of confirmed events; null when there is no value. */
    Ratio assessed(Pollutant p) {
        return left[p.ordinal()] == null ? exact[p.ordinal()] : left[p.ordinal()].exact;
    }

    boolean isAssessed(Pollutant p) {
        return left[p.ordinal()] == null ? valid[p.ordinal()] : left[p.ordinal()].valid;
    }

    /** The greatest of the eight-hour means labelled 08 to 24, over hours of this day only. */
    private void ozone(StationFacts.Hour[] hours, List<BigInteger> all, int grade) {
        int i = Pollutant.O3.ordinal();
        List<Ratio> means = new ArrayList<>();
        for (int label = 8; label <= 24; label++) {
            List<BigInteger> values = values(hours, Pollutant.O3, label - 8, label);
            if (values.size() >= Law.needs("hours_of_8h")) {
                means.add(mean(values));
            }
        }
        had[i] = means.size();
        needed[i] = Law.needs("windows_of_mda8");
        exact[i] = means.stream().max(Ratio::compareTo).orElse(null);
        greatestOzoneHour = all.stream()
                .max(BigInteger::compareTo)
                .map(v -> mean(List.of(v)))
                .orElse(null);
        boolean enough = had[i] >= needed[i];
        Table.Row limit = Law.dailyLimit(date, Pollutant.O3);
        boolean exceeds = exact[i] != null
                && limit != null
                && exact[i].compareTo(new Ratio(new BigInteger(limit.get("grade" + grade)), BigInteger.ONE)) > 0;
        valid[i] = enough || exceeds;
        byExceedance = !enough && exceeds;
    }

    /** @param stations days of the members that have a record that day */
    static Day ofArea(LocalDate date, List<Day> stations, int members) {
        Day day = new Day(date);
        for (Pollutant p : Pollutant.ALL) {
            int i = p.ordinal();
            List<Ratio> values = stations.stream()
                    .filter(s -> s.valid[i])
                    .map(s -> s.exact[i])
                    .toList();
            day.had[i] = values.size();
            day.needed[i] = Law.neededStations(members);
            day.exact[i] = values.isEmpty()
                    ? null
                    : values.stream().reduce(Ratio.ZERO, Ratio::plus).over(values.size());
            day.valid[i] = !values.isEmpty() && day.had[i] >= day.needed[i];
            if (stations.stream().anyMatch(s -> s.left[i] != null)) {
                List<Ratio> rest = stations.stream()
                        .filter(s -> s.isAssessed(p))
                        .map(s -> s.assessed(p))
                        .toList();
                Ratio mean = rest.isEmpty()
                        ? null
                        : rest.stream().reduce(Ratio.ZERO, Ratio::plus).over(rest.size());
                day.left[i] = new Left(mean, rest.size(), day.needed[i]);
            }
            day.superseded[i] = stations.stream().mapToInt(s -> s.superseded[i]).sum();
            for (int state = 0; state < 4; state++) {
                int of = state;
                day.states[i][state] =
                        stations.stream().mapToInt(s -> s.states[i][of]).sum();
            }
        }
        day.receivedAt = stations.stream().mapToLong(s -> s.receivedAt).max().orElseThrow();
        day.marks.members(members);
        stations.forEach(s -> day.touchedBy(s.events));
        return day;
    }

    private static List<BigInteger> values(StationFacts.Hour[] hours, Pollutant p, int from, int to) {
        List<BigInteger> values = new ArrayList<>();
        for (StationFacts.Hour hour : Arrays.asList(hours).subList(from, to)) {
            if (hour != null && hour.value[p.ordinal()] != null) {
                values.add(hour.value[p.ordinal()]);
            }
        }
        return values;
    }

    private static Ratio mean(List<BigInteger> millionths) {
        BigInteger sum = millionths.stream().reduce(BigInteger.ZERO, BigInteger::add);
        return Ratio.of(sum, millionths.size() * 1_000_000L);
    }

    BigDecimal published(Pollutant p) {
        return published(p, exact[p.ordinal()]);
    }

    static BigDecimal published(Pollutant p, Ratio exact) {
        return exact.rounded(Law.decimals(p), RoundingMode.HALF_EVEN);
    }

    private String status(Pollutant p) {
        return exact[p.ordinal()] == null ? "none" : valid[p.ordinal()] ? "ok" : "below_minimum";
    }

    /** @param plan what monitoring plans leave out, of all subjects */
    Row row(Subject subject, String profile, List<NotMonitored> plan, String config) {
        long start = ChinaTime.startOf(date);
        Row.Builder row = Row.builder(new RowKey(Measurement.AIR_DAY, subject, start, start + 86_400, ""));
        Index index = new Index();
        for (Pollutant p : Pollutant.ALL) {
            int i = p.ordinal();
            String name = p == Pollutant.O3 ? "o3_mda8" : p.column();
            if (exact[i] != null) {
                row.number(name, published(p).unscaledValue().longValueExact());
                row.text(name + "_exact", exact[i].toString());
            }
            row.number(name + "_had", had[i]).number(name + "_needed", needed[i]);
            row.text(name + "_status", status(p)).number(name + "_revision", superseded[i]);
            writeStates(row, name, states[i]);
            if (left[i] != null) {
                if (left[i].exact != null) {
                    row.number(
                            name + "_less_events",
                            published(p, left[i].exact).unscaledValue().longValueExact());
                    row.text(name + "_less_events_exact", left[i].exact.toString());
                }
                row.number(name + "_less_events_had", left[i].had);
                row.text(
                        name + "_less_events_status",
                        left[i].exact == null ? "none" : left[i].valid ? "ok" : "below_minimum");
            }
            index.add(p, valid[i] ? subIndex(p) : null, row);
            if (valid[i]) {
                marks.roundedBeforeTheIndex(date);
                if (Law.endsBelow(date, p == Pollutant.O3 ? "O3_8h" : p.code() + "_day", published(p))) {
                    marks.add("above_last_breakpoint");
                }
            }
        }
        inputs = index.inputs();
        notMonitored = Pollutant.ALL.stream()
                .filter(p -> plan.stream()
                        .anyMatch(out -> out.subject().equals(subject)
                                && out.exemption().pollutant() == p
                                && !date.isBefore(out.exemption().from())
                                && !date.isAfter(out.exemption().to())))
                .toList();
        String status = aqiStatus(index.aqi(), profile);
        if (status.equals("ok")) {
            aqi = index.aqi();
            index.write(row);
        }
        return row.number("inputs_present", inputs)
                .text("status", status)
                .number("o3_by_exceedance", byExceedance ? 1 : 0)
                .text("edition", Law.edition(date))
                .text("profile", profile)
                .number("revision", Arrays.stream(superseded).sum())
                .number("received_at", receivedAt)
                .text("config", config)
                .text("unconfirmed", marks.text())
                .text("not_monitored", codes(notMonitored))
                .text("events", events.isEmpty() ? null : String.join(" ", events))
                .build();
    }

    static String codes(List<Pollutant> pollutants) {
        return pollutants.isEmpty()
                ? null
                : pollutants.stream().map(Pollutant::code).collect(Collectors.joining(" "));
    }

    static void writeStates(Row.Builder row, String name, int[] counts) {
        if (Arrays.stream(counts).sum() > 0) {
            int lowest = 0;
            while (counts[lowest] == 0) {
                lowest++;
            }
            row.number(name + "_state", lowest);
            row.text(name + "_states", counts[0] + "/" + counts[1] + "/" + counts[2] + "/" + counts[3]);
        }
    }

    private int subIndex(Pollutant p) {
        if (p != Pollutant.O3) {
            return Law.subIndex(date, p.code() + "_day", published(p), null, null, RoundingMode.CEILING);
        }
        BigDecimal hour = greatestOzoneHour == null ? null : greatestOzoneHour.rounded(0, RoundingMode.HALF_EVEN);
        return Law.subIndex(date, "O3_8h", published(p), "O3_hour", hour, RoundingMode.CEILING);
    }

    /**
     * Definitions §6: the standard of 2026 withholds an incomplete AQI of 100 or less, and takes none for missing
     * that the plan leaves out; before it the profile decides.
     */
    private String aqiStatus(Integer candidate, String profile) {
        if (candidate == null) {
            return "none";
        }
        boolean given;
        if (!date.isBefore(LocalDate.of(2026, 3, 1))) {
            long missing = Pollutant.ALL.stream()
                    .filter(p -> !valid[p.ordinal()] && !notMonitored.contains(p))
                    .count();
            given = missing == 0 || candidate > 100;
        } else if (profile.equals("archive")) {
            given = valid[Pollutant.PM25.ordinal()];
        } else {
            given = inputs == 6;
        }
        return given ? "ok" : "withheld";
    }
}
