package org.microgram.dashboard.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Version;
import org.microgram.store.Store;

/**
 * Hours of one station.
 *
 * @param from start of the first hour, seconds since 1970 UTC
 * @param to end of the last hour
 * @param pollutants which of the six
 */
public record Span(String station, long from, long to, Set<Pollutant> pollutants) implements Scope<HourSlot> {

    /** The years that a reading or a lock may be of; others are refused at the gate. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2199;

    public Span {
        boolean hours = Math.floorMod(from, (long) ChinaTime.SECONDS_OF_HOUR) == 0
                && Math.floorMod(to, (long) ChinaTime.SECONDS_OF_HOUR) == 0;
        if (!hours || to <= from || pollutants.isEmpty()) {
            throw new IllegalArgumentException("a span is one hour or more, on the hour, of at least one pollutant");
        }
        pollutants = Set.copyOf(pollutants);
    }

    /** One hour of one pollutant. */
    public static Span hour(String station, long start, Pollutant pollutant) {
        return new Span(station, start, start + ChinaTime.SECONDS_OF_HOUR, Set.of(pollutant));
    }

    /** Whole days, all pollutants; the last one included. */
    public static Span days(String station, LocalDate first, LocalDate last) {
        return new Span(
                station, ChinaTime.startOf(first), ChinaTime.startOf(last.plusDays(1)), Set.copyOf(Pollutant.ALL));
    }

    /**
     * The first second of a day ({@code 2019-02-12}) or of an hour by the label of its end ({@code 2019-02-12T08}, 01 to 24), or the first
     * second after it; nothing when the text is neither, or of a year before 1900 or after 2199.
     */
    public static OptionalLong bound(String text, boolean first) {
        try {
            LocalDate date = LocalDate.parse(text.substring(0, Math.min(10, text.length())));
            if (!isOfReadings(date)) {
                return OptionalLong.empty();
            }
            long day = ChinaTime.startOf(date);
            if (text.length() == 10) {
                return OptionalLong.of(first ? day : day + ChinaTime.SECONDS_OF_DAY);
            }
            int label = text.matches(".{10}T\\d{2}") ? Integer.parseInt(text.substring(11)) : 0;
            if (label >= 1 && label <= 24) {
                return OptionalLong.of(day + (first ? label - 1L : label) * ChinaTime.SECONDS_OF_HOUR);
            }
        } catch (DateTimeException | ArithmeticException e) {
            // no day of any calendar we know: told by the one who asked
        }
        return OptionalLong.empty();
    }

    /** Whether a reading may be of such a day. */
    static boolean isOfReadings(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    /** An hour by the label of its end: {@code 2019-02-12T08}. */
    public static String label(long start) {
        return "%sT%02d".formatted(ChinaTime.date(ChinaTime.dayOf(start)), ChinaTime.hourOf(start) + 1);
    }

    @Override
    public Subject subject() {
        return Subject.station(station);
    }

    @Override
    public List<String> codes() {
        return Pollutant.ALL.stream()
                .filter(pollutants::contains)
                .map(Pollutant::code)
                .toList();
    }

    @Override
    public Optional<HourSlot> one() {
        return to - from == ChinaTime.SECONDS_OF_HOUR && pollutants.size() == 1
                ? Optional.of(new HourSlot(from, pollutants.iterator().next()))
                : Optional.empty();
    }

    @Override
    public String first() {
        return label(from);
    }

    @Override
    public String last() {
        return label(to - ChinaTime.SECONDS_OF_HOUR);
    }

    @Override
    public boolean isOfWholeDays() {
        return equals(days(station, ChinaTime.date(firstDay()), ChinaTime.date(lastDay())));
    }

    @Override
    public Span day(int day) {
        return days(station, ChinaTime.date(day), ChinaTime.date(day));
    }

    @Override
    public ReviewDays<HourSlot> load(Store store, String except) {
        return new HourDays(store, this, except);
    }

    @Override
    public StationMessage message(
            Order order, long start, String author, Version version, String reason, Map<HourSlot, Long> values) {
        long[] scaled = new long[Pollutant.COUNT];
        Arrays.fill(scaled, HourValues.ABSENT);
        values.forEach((slot, value) -> scaled[slot.pollutant().ordinal()] = value);
        return new StationRecord(
                station, start, StationRecord.HOUR, version, "", order.trace(), author, reason, HourValues.of(scaled));
    }
}
