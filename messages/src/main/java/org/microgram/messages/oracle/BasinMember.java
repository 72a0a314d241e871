package org.microgram.messages.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionPeriod;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterDecimals;
import org.microgram.standards.water.WaterParameter;

/** A section over some months, as a river, basin, lake or area sees it. */
final class BasinMember {

    final Section section;
    final SectionPeriod held;
    final LocalDate on;
    final List<WaterFacts> samples = new ArrayList<>();
    final Map<WaterParameter, Fraction> values = new TreeMap<>();
    final Set<WaterParameter> shortOf = new TreeSet<>();
    final Map<WaterParameter, WaterClass> classes;

    /**
     * @param all the samples of the section by month
     * @param ofMonths its values by month
     * @param needed months that a mean needs; 0 for a month alone
     */
    BasinMember(
            Section section,
            SectionPeriod held,
            YearMonth first,
            YearMonth last,
            long needed,
            SortedMap<YearMonth, List<WaterFacts>> all,
            SortedMap<YearMonth, Map<WaterParameter, WaterMonth>> ofMonths) {
        this.section = section;
        this.held = held;
        LocalDate end = last.atEndOfMonth();
        this.on = held.to().isPresent() && held.to().get().isBefore(end)
                ? held.to().get()
                : end;
        Map<WaterParameter, List<WaterMonth>> months = new TreeMap<>();
        all.subMap(first, last.plusMonths(1)).values().forEach(samples::addAll);
        for (Map<WaterParameter, WaterMonth> of :
                ofMonths.subMap(first, last.plusMonths(1)).values()) {
            of.forEach((p, month) ->
                    months.computeIfAbsent(p, key -> new ArrayList<>()).add(month));
        }
        months.forEach((p, of) -> {
            boolean one = needed == 0;
            values.put(
                    p,
                    one
                            ? of.get(0).mean()
                            : WaterMonth.mean(
                                    p, of.stream().map(WaterMonth::mean).toList()));
            if (one ? of.get(0).isShort() : of.size() < needed) {
                shortOf.add(p);
            }
        });
        Map<WaterParameter, Fraction> judged = new TreeMap<>();
        for (WaterParameter p : Profile.single()) {
            if (values.containsKey(p)) {
                judged.put(p, WaterDecimals.assessment(p, values.get(p)).exact());
            }
        }
        this.classes = WaterLaw.classes(held.type(), judged);
    }

    boolean assessed() {
        return !classes.isEmpty();
    }

    WaterClass worst() {
        return WaterLaw.worst(classes);
    }

    boolean isShort() {
        return classes.keySet().stream().anyMatch(shortOf::contains);
    }

    /** As the list of those without a class has it. */
    String reason() {
        return samples.isEmpty() ? "not_monitored" : WaterLaw.why(samples);
    }

    /** Dry or frozen over: it leaves the number of sections. */
    boolean left() {
        return !assessed() && List.of("dry", "frozen").contains(reason());
    }

    static long count(Collection<BasinMember> members, java.util.function.Predicate<BasinMember> which) {
        return members.stream().filter(which).count();
    }
}
