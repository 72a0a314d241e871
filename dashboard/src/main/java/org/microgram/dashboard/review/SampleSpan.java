package org.microgram.dashboard.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.WaterParameter;
import org.microgram.store.Store;

/**
 * Samples of one section, those of its automatic station or those that people took.
 *
 * @param from seconds since 1970 UTC
 * @param to the second after the last one
 */
public record SampleSpan(String section, boolean byHand, long from, long to, Set<WaterParameter> items)
        implements Scope<SampleSlot> {

    public SampleSpan {
        if (to <= from || items.isEmpty()) {
            throw new IllegalArgumentException("a span is a second or more, of at least one parameter");
        }
        items = Set.copyOf(items);
    }

    /** One parameter of one sample. */
    public static SampleSpan sample(String section, boolean byHand, long second, WaterParameter item) {
        return new SampleSpan(section, byHand, second, second + 1, Set.of(item));
    }

    /** Whole days, all parameters; the last one included. */
    public static SampleSpan days(String section, boolean byHand, LocalDate first, LocalDate last) {
        return new SampleSpan(
                section,
                byHand,
                ChinaTime.startOf(first),
                ChinaTime.startOf(last.plusDays(1)),
                Set.copyOf(WaterParameter.ALL));
    }

    /**
     * A day ({@code 2021-04-01}) or a moment ({@code 2021-04-01T12:00}): its first second, or the one after it; nothing when the text is
     * neither, or of a year that a reading cannot be of.
     */
    public static OptionalLong bound(String text, boolean first) {
        if (!text.contains("T")) {
            return Span.bound(text, first);
        }
        try {
            LocalDateTime moment = LocalDateTime.parse(text);
            return Span.isOfReadings(moment.toLocalDate()) && moment.getNano() == 0
                    ? OptionalLong.of(moment.toEpochSecond(ChinaTime.OFFSET) + (first ? 0 : 1))
                    : OptionalLong.empty();
        } catch (DateTimeException e) {
            return OptionalLong.empty(); // told by the one who asked
        }
    }

    @Override
    public Subject subject() {
        return Subject.section(section);
    }

    @Override
    public List<String> codes() {
        return WaterParameter.ALL.stream()
                .filter(items::contains)
                .map(WaterParameter::code)
                .toList();
    }

    @Override
    public Optional<SampleSlot> one() {
        return to - from == 1 && items.size() == 1
                ? Optional.of(new SampleSlot(from, byHand, items.iterator().next()))
                : Optional.empty();
    }

    @Override
    public String first() {
        return SampleSlot.label(from, byHand);
    }

    @Override
    public String last() {
        return SampleSlot.label(to - 1, byHand);
    }

    @Override
    public boolean isOfWholeDays() {
        return equals(days(section, byHand, ChinaTime.date(firstDay()), ChinaTime.date(lastDay())));
    }

    /** A day is locked with the samples of its automatic station and those that people took. */
    @Override
    public List<Scope<SampleSlot>> underOneLock() {
        return List.of(this, new SampleSpan(section, !byHand, from, to, items));
    }

    @Override
    public SampleSpan day(int day) {
        return days(section, byHand, ChinaTime.date(day), ChinaTime.date(day));
    }

    @Override
    public boolean everyValueWaits() {
        return true;
    }

    @Override
    public ReviewDays<SampleSlot> load(Store store, String except) {
        return new SampleDays(store, this, except);
    }

    @Override
    public SectionSample message(
            Order order, long start, String author, Version version, String reason, Map<SampleSlot, Long> values) {
        Map<WaterParameter, Long> codes = new EnumMap<>(WaterParameter.class);
        values.forEach((slot, code) -> codes.put(slot.item(), code));
        SampleValues said = new SampleValues(codes, Optional.empty(), Optional.empty());
        return new SectionSample(section, start, byHand, version, "", order.trace(), author, reason, said, "");
    }
}
