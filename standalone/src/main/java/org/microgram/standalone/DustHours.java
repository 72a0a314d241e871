package org.microgram.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.microgram.messages.network.ExceptionalEvent;
import org.microgram.messages.network.ExceptionalEvent.State;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.events.DustRule;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;
import org.microgram.store.Store;

/** What the signs of dust propose, by the stored hours of an area or a station. */
final class DustHours {

    /** The rule looks at the hours before, and an event may go on after the last hour that is asked for. */
    private static final long BEFORE = 24L * ChinaTime.SECONDS_OF_HOUR;

    private static final long AFTER = 10L * ChinaTime.SECONDS_OF_DAY;

    private DustHours() {}

    /**
     * Proposals that begin in the hours asked for.
     *
     * @param from beginning of the first hour, seconds since 1970 UTC
     * @param to beginning of the last hour
     * @param at when it is proposed, ISO 8601
     */
    static List<ExceptionalEvent> propose(Store store, Subject subject, long from, long to, String at) {
        NavigableMap<Long, DustRule.Hour> hours = new TreeMap<>();
        store.scan(
                Measurement.AIR_HOUR,
                List.of(subject),
                from - BEFORE,
                to + AFTER,
                row -> hours.put(
                        row.key().startSecond() / ChinaTime.SECONDS_OF_HOUR,
                        new DustRule.Hour(value(row, Pollutant.PM25), value(row, Pollutant.PM10))));
        List<ExceptionalEvent> proposed = new ArrayList<>();
        for (DustRule.Proposal each : DustRule.propose(hours)) {
            long first = each.first() * ChinaTime.SECONDS_OF_HOUR;
            if (first >= from && first <= to) {
                proposed.add(event(subject, each, first, at));
            }
        }
        return proposed;
    }

    private static ExceptionalEvent event(Subject subject, DustRule.Proposal seen, long first, String at) {
        boolean area = subject.kind().equals(Subject.AREA);
        String label = "%02d".formatted(ChinaTime.hourOf(first) + 1);
        return new ExceptionalEvent(
                "dust-" + subject.id().toLowerCase(Locale.ROOT) + "-" + ChinaTime.date(ChinaTime.dayOf(first)) + "-"
                        + label,
                area ? subject.id() : "",
                area ? List.of() : List.of(subject.id()),
                first,
                seen.last() * ChinaTime.SECONDS_OF_HOUR,
                List.of(Pollutant.PM25, Pollutant.PM10),
                State.PROPOSED,
                "",
                ExceptionalEvent.RULE,
                at,
                "",
                "",
                "",
                "",
                Map.of(
                        "pm10", print(seen.pm10(), 1),
                        "pm10_before", print(seen.before(), 1),
                        "pm10_most", print(seen.most(), 1),
                        "ratio", print(seen.ratio(), 3),
                        "ratio_before", print(seen.ratioBefore(), 3)));
    }

    /** The exact mean of an area's hour; of a station what was received; null when there is none. */
    private static Fraction value(Row row, Pollutant p) {
        String name = p.column();
        if (row.has(name + "_den")) {
            return Fraction.ofScaled(row.number(name + "_num"), row.number(name + "_den"));
        }
        return row.has(name) ? Fraction.ofScaled(row.number(name), 1) : null;
    }

    private static String print(Fraction value, int digits) {
        return Scaled.printFixed(value.rounded(digits, Rounding.HALF_EVEN), digits);
    }
}
