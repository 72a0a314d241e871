package org.microgram.messages.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionArea;
import org.microgram.messages.network.SectionPeriod;
import org.microgram.messages.network.WaterBody;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.water.WaterParameter;

/**
 * Every row of rivers, basins, lakes and areas, from the samples and locks alone, all at once and the plain way. It shares the tables of the law, the
 * mean of pH and the trophic index with what it is held against, nothing else.
 */
public final class BasinOracle {

    private final Network network;
    private final SortedMap<String, SortedMap<YearMonth, List<WaterFacts>>> facts = new TreeMap<>();
    private final SortedMap<String, SortedMap<YearMonth, Map<WaterParameter, WaterMonth>>> values = new TreeMap<>();
    private final SortedMap<RowKey, Row> rows = new TreeMap<>();

    private BasinOracle(Network network) {
        this.network = network;
    }

    public static SortedMap<RowKey, Row> rows(Collection<? extends SectionMessage> messages, Network network) {
        BasinOracle oracle = new BasinOracle(network);
        Map<String, List<SectionMessage>> bySection = new TreeMap<>();
        messages.forEach(each -> bySection
                .computeIfAbsent(each.section(), key -> new ArrayList<>())
                .add(each));
        bySection.forEach((section, said) -> WaterFacts.of(said).forEach(facts -> oracle.facts
                .computeIfAbsent(section, key -> new TreeMap<>())
                .computeIfAbsent(YearMonth.from(facts.day()), key -> new ArrayList<>())
                .add(facts)));
        oracle.facts.forEach((section, months) -> {
            SortedMap<YearMonth, Map<WaterParameter, WaterMonth>> of = new TreeMap<>();
            months.forEach((month, taken) -> of.put(month, WaterMonth.of(taken)));
            oracle.values.put(section, of);
        });
        oracle.all();
        return oracle.rows;
    }

    /** Which sections a subject has in a period. */
    private interface Has {
        boolean section(Section section, SectionPeriod held, LocalDate on);
    }

    private void all() {
        network.water()
                .basins()
                .forEach(basin -> subject(
                        Subject.basin(basin.id()), (s, held, on) -> s.basin().equals(basin.id())));
        network.water()
                .rivers()
                .forEach(river -> subject(
                        Subject.river(river.id()), (s, held, on) -> s.river().equals(river.id())));
        network.water()
                .waterBodies()
                .forEach(body -> subject(Subject.waterBody(body.id()), (s, held, on) -> held.waterBody()
                        .equals(body.id())));
        network.areas()
                .forEach(area -> subject(Subject.area(area.id()), (s, held, on) -> {
                    for (SectionArea link : network.water().areas()) {
                        boolean names =
                                link.area().equals(area.id()) && link.section().equals(s.id());
                        boolean ended = link.to().isPresent() && link.to().get().isBefore(on);
                        if (names && !link.from().isAfter(on) && !ended) {
                            return true;
                        }
                    }
                    return false;
                }));
    }

    private void subject(Subject subject, Has has) {
        TreeSet<Integer> years = new TreeSet<>();
        facts.values().forEach(of -> of.keySet().forEach(month -> years.add(month.getYear())));
        for (int year : years) {
            YearMonth january = YearMonth.of(year, 1);
            YearMonth december = YearMonth.of(year, 12);
            for (YearMonth month = january; !month.isAfter(december); month = month.plusMonths(1)) {
                List<BasinMember> members = members(has, month, month, 0);
                if (!months(members, month, month).isEmpty()) {
                    put(Measurement.BASIN_MONTH, subject, members, month, month, has);
                }
                // Half of the months gone, rounded up.
                List<BasinMember> toDate = members(has, january, month, (month.getMonthValue() + 1) / 2);
                TreeSet<YearMonth> some = months(toDate, january, december);
                if (!some.isEmpty() && !month.isBefore(some.first()) && !month.isAfter(some.last())) {
                    put(Measurement.BASIN_TO_DATE, subject, toDate, january, month, has);
                }
            }
            List<BasinMember> whole = members(has, january, december, 6);
            if (!months(whole, january, december).isEmpty()) {
                put(Measurement.BASIN_YEAR, subject, whole, january, december, has);
            }
        }
    }

    private List<BasinMember> members(Has has, YearMonth first, YearMonth last, long needed) {
        List<BasinMember> members = new ArrayList<>();
        for (Section section : network.water().sections()) {
            member(section, first, last, needed)
                    .filter(each -> has.section(section, each.held, each.on))
                    .ifPresent(members::add);
        }
        return members;
    }

    /** Empty when it was not in service. */
    private Optional<BasinMember> member(Section section, YearMonth first, YearMonth last, long needed) {
        SectionPeriod held = null;
        for (SectionPeriod each : section.periods()) {
            boolean ended = each.to().isPresent() && each.to().get().isBefore(first.atDay(1));
            held = each.from().isAfter(last.atEndOfMonth()) || ended ? held : each;
        }
        return held == null
                ? Optional.empty()
                : Optional.of(new BasinMember(
                        section,
                        held,
                        first,
                        last,
                        needed,
                        of(section),
                        values.getOrDefault(section.id(), new TreeMap<>())));
    }

    private SortedMap<YearMonth, List<WaterFacts>> of(Section section) {
        return facts.getOrDefault(section.id(), new TreeMap<>());
    }

    private TreeSet<YearMonth> months(List<BasinMember> members, YearMonth first, YearMonth last) {
        TreeSet<YearMonth> months = new TreeSet<>();
        members.forEach(each ->
                months.addAll(of(each.section).subMap(first, last.plusMonths(1)).keySet()));
        return months;
    }

    private void put(
            Measurement measurement,
            Subject subject,
            List<BasinMember> members,
            YearMonth first,
            YearMonth last,
            Has has) {
        Row.Builder row = Row.builder(new RowKey(
                measurement,
                subject,
                WaterFacts.midnight(first.atDay(1)),
                WaterFacts.midnight(last.atEndOfMonth().plusDays(1)),
                ""));
        List<BasinMember> assessed =
                members.stream().filter(BasinMember::assessed).toList();
        int left = (int) BasinMember.count(members, BasinMember::left);
        row.number("sections", members.size() - left);
        row.number("assessed", assessed.size());
        // Three quarters, rounded up.
        int needed = (3 * (members.size() - left) + 3) / 4;
        row.number("sections_needed", needed);
        row.text("sections_left", ids(members, BasinMember::left, each -> ":" + each.reason()));
        row.text(
                "sections_not_assessed",
                ids(members, each -> !each.assessed() && !each.left(), each -> ":" + each.reason()));
        row.text("worse_V", ids(assessed, each -> each.worst().number() == 6, each -> ""));
        BasinLaw law = new BasinLaw(network.water(), row, members, assessed);
        String without = subject.kind().equals(Subject.WATER_BODY) ? law.lake(type(subject)) : law.basin();
        long few = BasinMember.count(assessed, BasinMember::isShort);
        row.number("sections_short", few);
        List<String> reasons = new ArrayList<>();
        if (assessed.size() < needed) {
            reasons.add("few_sections");
        }
        if (few > 0) {
            reasons.add("short_sections");
        }
        row.text("status", without != null ? "none" : reasons.isEmpty() ? "ok" : "below_minimum");
        row.text("status_reason", without != null ? without : WaterLaw.join(reasons));
        targets(row, members);
        if (measurement != Measurement.BASIN_MONTH) {
            months(row, members, first, last);
            if (!assessed.isEmpty()) {
                row.number(
                        "worse_V_eliminated",
                        assessed.stream().allMatch(each -> each.worst().number() < 6) ? 1 : 0);
            }
        }
        List<WaterFacts> samples =
                members.stream().flatMap(each -> each.samples.stream()).toList();
        row.number("samples", samples.size());
        row.text("edition", WaterLaw.EDITION.name());
        samples.stream()
                .flatMap(each -> each.state().stream())
                .mapToInt(Enum::ordinal)
                .min()
                .ifPresent(lowest -> row.number("state", lowest));
        row.number("revision", samples.stream().mapToInt(WaterFacts::revision).sum());
        row.number(
                "received_at",
                samples.stream().mapToLong(WaterFacts::receivedAt).max().orElse(Long.MIN_VALUE));
        row.text("config", network.hash());
        Row made = row.build();
        rows.put(made.key(), made);
    }

    private org.microgram.standards.water.SectionType type(Subject body) {
        return network.water().waterBodies().stream()
                .filter(each -> each.id().equals(body.id()))
                .map(WaterBody::type)
                .findFirst()
                .orElseThrow();
    }

    private static void targets(Row.Builder row, List<BasinMember> members) {
        long with = 0;
        long attained = 0;
        long missed = 0;
        long few = 0;
        long none = 0;
        for (BasinMember each : members) {
            if (each.held.target().isPresent()) {
                with++;
                if (!each.assessed()) {
                    none++;
                } else if (each.worst().compareTo(each.held.target().get()) > 0) {
                    missed++;
                } else if (each.isShort()) {
                    few++;
                } else {
                    attained++;
                }
            }
        }
        row.number("targets", with);
        row.number("targets_attained", attained);
        row.number("targets_missed", missed);
        row.number("targets_too_few", few);
        row.number("targets_not_assessed", none);
    }

    /** Months in which a section that counts over the whole was worse than V. */
    private void months(Row.Builder row, List<BasinMember> members, YearMonth first, YearMonth last) {
        List<String> texts = new ArrayList<>();
        for (BasinMember each : members) {
            List<String> worse = new ArrayList<>();
            for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                YearMonth of = month;
                member(each.section, month, month, 0)
                        .filter(then -> then.assessed() && then.worst().number() == 6)
                        .ifPresent(then -> worse.add(of.toString()));
            }
            if (!worse.isEmpty()) {
                texts.add(each.section.id() + ":" + String.join(",", worse));
            }
        }
        row.text("worse_V_months", WaterLaw.join(texts));
    }

    private static String ids(
            List<BasinMember> of,
            Predicate<BasinMember> which,
            java.util.function.Function<BasinMember, String> behind) {
        return WaterLaw.join(of.stream()
                .filter(which)
                .map(each -> each.section.id() + behind.apply(each))
                .collect(Collectors.toList()));
    }
}
