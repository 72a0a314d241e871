package org.microgram.dashboard.explain.water;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Section;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.water.AffectedWaterRows;
import org.microgram.messages.water.WaterRows;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.samples.SectionDay;
import org.microgram.standards.screening.WaterFlag;
import org.microgram.standards.screening.WaterRule;
import org.microgram.standards.screening.WaterScreening;
import org.microgram.standards.water.CumulativeValue;
import org.microgram.standards.water.MonthValue;
import org.microgram.standards.water.SectionValues;
import org.microgram.standards.water.SingleFactor;
import org.microgram.standards.water.WaterMean;
import org.microgram.standards.water.WaterParameter;
import org.microgram.standards.water.WaterSample;

/** A section's figures counted again from what was said of its samples and from the locks of its days, by the functions of the job. */
final class SectionRecount {

    /** A slot: one parameter of one sample. */
    record Slot(long second, boolean byHand, WaterParameter parameter) {

        int day() {
            return ChinaTime.dayOf(second);
        }
    }

    private record Said(long second, boolean byHand, Version version) {}

    private final NavigableMap<Integer, SectionDay> days = new TreeMap<>();
    private final Map<Said, SectionSample> messages = new HashMap<>();
    private final Map<Integer, Set<Slot>> slots = new HashMap<>();
    private final Map<Integer, DayLock> locks = new HashMap<>();

    /** Days that stay as they are from one row to the next are computed once. */
    private final AffectedWaterRows rows;

    private final WaterScreening screening;

    SectionRecount(Section section, Network network) {
        this.rows = new AffectedWaterRows(new WaterRows(section, network));
        this.screening = network.screening().water();
    }

    void apply(SectionMessage message) {
        SectionDay before = days.getOrDefault(message.day(), SectionDay.empty(message.day()));
        if (message instanceof DayLock lock) {
            locks.merge(lock.day(), lock, (known, next) -> next.event().compareTo(known.event()) > 0 ? next : known);
            days.put(lock.day(), before.apply(lock.event()));
        } else if (message instanceof SectionSample sample) {
            days.put(
                    sample.day(),
                    before.apply(sample.second(), sample.byHand(), sample.version(), sample.values())
                            .block());
            messages.put(new Said(sample.second(), sample.byHand(), sample.version()), sample);
            sample.values().codes().keySet().forEach(parameter -> slots.computeIfAbsent(
                            sample.day(), day -> new LinkedHashSet<>())
                    .add(new Slot(sample.second(), sample.byHand(), parameter)));
        }
    }

    /** Everything that was said something of on a day. */
    Set<Slot> slots(int day) {
        return slots.getOrDefault(day, Set.of());
    }

    /** The newest lock event of a day; null when there was none. */
    DayLock newestLockEvent(int day) {
        return locks.get(day);
    }

    /** The lock that holds; null when the day is open. */
    DayLock lock(int day) {
        DayLock newest = newestLockEvent(day);
        return newest == null || !newest.locked() ? null : newest;
    }

    /** The row of a figure; empty when nothing was received for it. */
    Optional<Row> row(WaterKey key) {
        Integer within = days.ceilingKey((int) key.firstDay().toEpochDay());
        if (within == null || within > key.lastDay().toEpochDay()) {
            return Optional.empty();
        }
        Row[] found = {null};
        rows.of(days::get, new TreeSet<>(List.of(within)), row -> {
            if (row.key().equals(key.rowKey())) {
                found[0] = row;
            }
        });
        return Optional.ofNullable(found[0]);
    }

    /** Samples as they count, in order of time. */
    List<SectionDay.Counting> samples(LocalDate first, LocalDate last) {
        List<SectionDay.Counting> all = new ArrayList<>();
        days.subMap((int) first.toEpochDay(), true, (int) last.toEpochDay(), true)
                .values()
                .forEach(day -> all.addAll(day.counting()));
        return all;
    }

    Map<WaterParameter, WaterMean> means(LocalDate day) {
        return SectionValues.ofDay(plain(day, day));
    }

    Map<WaterParameter, MonthValue> month(YearMonth month) {
        return SectionValues.ofMonth(plain(month.atDay(1), month.atEndOfMonth()));
    }

    /** Of the months of a year, until the one that a day lies in. */
    Map<WaterParameter, CumulativeValue> cumulative(Measurement measurement, LocalDate last) {
        List<Map<WaterParameter, MonthValue>> months = new ArrayList<>();
        for (int month = 1; month <= last.getMonthValue(); month++) {
            months.add(month(YearMonth.of(last.getYear(), month)));
        }
        return measurement == Measurement.WATER_YEAR
                ? SectionValues.ofYear(months)
                : SectionValues.toDate(months, last.getMonthValue());
    }

    /** What the classes of a figure's interval rest on, exact. */
    Map<WaterParameter, Fraction> values(WaterKey key) {
        return switch (key.measurement()) {
            case WATER_SAMPLE ->
                sample(key)
                        .map(counting -> SingleFactor.entering(counting.sample().values()))
                        .orElse(Map.of());
            case WATER_DAY -> SectionValues.exact(means(key.firstDay()), WaterMean::exact);
            case WATER_MONTH -> SectionValues.exact(month(YearMonth.from(key.firstDay())), MonthValue::exact);
            default -> SectionValues.exact(cumulative(key.measurement(), key.lastDay()), CumulativeValue::exact);
        };
    }

    /** The sample that a key asks for. */
    Optional<SectionDay.Counting> sample(WaterKey key) {
        return samples(key.firstDay(), key.firstDay()).stream()
                .filter(each ->
                        each.sample().second() == key.start() && each.sample().byHand() == key.byHand())
                .findFirst();
    }

    private List<WaterSample> plain(LocalDate first, LocalDate last) {
        return samples(first, last).stream().map(SectionDay.Counting::sample).toList();
    }

    /** What is suspect in a value of a sample, and counts all the same; a function of the samples around it. */
    List<WaterRule> suspicions(Slot slot) {
        LocalDate day = ChinaTime.date(slot.day());
        List<WaterSample> around = plain(day.minusDays(screening.reachDays()), day.plusDays(screening.reachDays()));
        for (int i = 0; i < around.size(); i++) {
            if (around.get(i).second() == slot.second && around.get(i).byHand() == slot.byHand) {
                return screening.flags(around, i).stream()
                        .filter(flag -> flag.parameter() == slot.parameter)
                        .map(WaterFlag::rule)
                        .toList();
            }
        }
        return List.of();
    }

    Optional<SlotHistory> history(Slot slot) {
        SectionDay day = days.get(slot.day());
        return day == null ? Optional.empty() : day.history(slot.second, slot.byHand, slot.parameter);
    }

    /** Values of a slot that were superseded. */
    int revision(Slot slot) {
        SectionDay day = days.get(slot.day());
        return day == null ? 0 : day.revision(slot.second, slot.byHand, slot.parameter);
    }

    /** The value of a slot that counts; empty when none does. */
    Optional<SlotHistory.Entry> counting(Slot slot) {
        SectionDay day = days.get(slot.day());
        return day == null ? Optional.empty() : day.counting(slot.second, slot.byHand, slot.parameter);
    }

    /** What was said with a version of a sample; of several messages with one version, the last applied. */
    SectionSample message(Slot slot, Version version) {
        return messages.get(new Said(slot.second, slot.byHand, version));
    }
}
