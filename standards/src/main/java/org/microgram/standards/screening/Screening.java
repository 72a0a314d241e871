package org.microgram.standards.screening;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.StationDay;

/**
 * The rules of a configuration: which values of the air are flagged, and which of them do not count. Immutable; every result is a function of the
 * slots alone. Beside them stand those of surface water.
 */
public final class Screening implements Serializable {

    /** No rule at all. */
    public static final Screening NONE = new Screening(List.of());

    private static final long serialVersionUID = 1L;

    private final List<Criterion> criteria;
    private final WaterScreening water;
    private transient TreeMap<Integer, DayCriteria> bySpan;

    /** @param criteria of one rule and pollutant at most one holds on any day */
    public Screening(List<Criterion> criteria) {
        this(criteria, WaterScreening.NONE);
    }

    /** @param water the rules of surface water */
    public Screening(List<Criterion> criteria, WaterScreening water) {
        this.water = water;
        this.criteria = List.copyOf(criteria);
        this.bySpan = spans(this.criteria);
    }

    private static TreeMap<Integer, DayCriteria> spans(List<Criterion> criteria) {
        TreeSet<Integer> firsts = new TreeSet<>();
        firsts.add(Integer.MIN_VALUE);
        for (Criterion each : criteria) {
            firsts.add((int) each.from().toEpochDay());
            firsts.add((int) each.to().toEpochDay() + 1);
        }
        TreeMap<Integer, DayCriteria> spans = new TreeMap<>();
        for (int first : firsts) {
            LocalDate day = first == Integer.MIN_VALUE ? LocalDate.MIN : ChinaTime.date(first);
            spans.put(
                    first,
                    new DayCriteria(
                            criteria.stream().filter(each -> each.holdsOn(day)).toList()));
        }
        return spans;
    }

    private Object readResolve() {
        return new Screening(criteria, water);
    }

    public List<Criterion> criteria() {
        return criteria;
    }

    /** The rules of surface water. */
    public WaterScreening water() {
        return water;
    }

    /** The criterion of a rule for a pollutant on a day (days since 1970-01-01). */
    public Optional<Criterion> criterion(Rule rule, Pollutant pollutant, int day) {
        return Optional.ofNullable(on(day).of(rule, pollutant.ordinal()));
    }

    DayCriteria on(int day) {
        return bySpan.floorEntry(day).getValue();
    }

    /**
     * The values that count in figures: those received without the excluded ones, low ones substituted where that is asked for. This very
     * day when that is all of them.
     */
    public StationDay counting(StationDay received) {
        DayCriteria criteria = on(received.day());
        if (!criteria.alters()) {
            return received;
        }
        StationDay counting = received;
        for (int p = 0; p < Pollutant.COUNT; p++) {
            Criterion ceiling = criteria.of(Rule.CEILING, p);
            Criterion low = criteria.of(Rule.LOW, p);
            long at = ceiling == null ? Long.MIN_VALUE : ceiling.number(0);
            long substitute = low == null ? Criterion.NONE : low.number(1);
            long atMost = substitute == Criterion.NONE ? Long.MIN_VALUE : low.number(0);
            for (int hour = 0; hour < StationDay.HOURS; hour++) {
                long value = received.value(hour, p);
                if (!HourValues.isValue(value)) {
                    continue;
                }
                if (value == at && received.state(hour, p) == ReviewState.RAW) {
                    counting = counting.with(hour, p, HourValues.ABSENT);
                } else if (value <= atMost) {
                    counting = counting.with(hour, p, substitute);
                }
            }
        }
        return counting;
    }

    /**
     * A station's day with its flags.
     *
     * @param before the day before as received; null when nothing is known of it; so {@code after}
     */
    public ScreenedDay screen(StationDay before, StationDay day, StationDay after) {
        return screen(before, day, counting(day), after);
    }

    /** The same for whoever has worked out already what {@link #counting} gives of the day. */
    public ScreenedDay screen(StationDay before, StationDay day, StationDay counting, StationDay after) {
        DayCriteria criteria = on(day.day());
        int[] flags = criteria.isEmpty() ? null : new StationFlags(criteria, before, day, after).flags();
        return new ScreenedDay(day, counting, flags);
    }

    /**
     * The members of an area whose values stand apart from the others': {@code 1003A:PM2.5 1004A:PM2.5 1003A:PM10}, by pollutant, then in the
     * order of the members; null when none does.
     *
     * @param members ids
     * @param days the values that count, in the order of the members; null for one that sent nothing
     */
    public String outliers(int day, List<String> members, List<StationDay> days, int hour) {
        DayCriteria criteria = on(day);
        if (!criteria.comparesNeighbours()) {
            return null;
        }
        StringBuilder found = new StringBuilder();
        for (Pollutant p : Pollutant.ALL) {
            Criterion criterion = criteria.of(Rule.NEIGHBOURS, p.ordinal());
            if (criterion != null) {
                new Neighbours(criterion, days, hour, p.ordinal())
                        .each(member -> found.append(found.isEmpty() ? "" : " ")
                                .append(members.get(member))
                                .append(':')
                                .append(p.code()));
            }
        }
        return found.isEmpty() ? null : found.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Screening that && criteria.equals(that.criteria) && water.equals(that.water);
    }

    @Override
    public int hashCode() {
        return criteria.hashCode() * 31 + water.hashCode();
    }

    @Override
    public String toString() {
        return criteria + " " + water.criteria();
    }
}
