package org.microgram.messages.water;

import static java.util.stream.Collectors.joining;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionGroups;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.water.Assessed;
import org.microgram.standards.water.Attainment;
import org.microgram.standards.water.BasinAssessment;
import org.microgram.standards.water.NotAssessed;
import org.microgram.standards.water.WaterAssessment;
import org.microgram.standards.water.WaterEdition;
import org.microgram.standards.water.WorseThanV;

/**
 * Figures of one river, basin, lake or area as rows: {@code basin_month}, {@code basin_to_date}, {@code basin_year}. A pure function of what
 * its sections sent.
 *
 * <p><b>Rule.</b> A row exists when one of the sections that count in the period has a sample in it; a year to date at the ends of the months
 * from the first to the last in which one has.
 *
 * <p><b>Status.</b> {@code below_minimum} when too few of the sections are assessed, and as soon as one of the assessed ones rests on too few
 * values: the figures then say more than is known, and {@code status_reason} says which. House rule.
 *
 * <p><b>Time.</b> As {@link WaterRows}.
 */
public final class BasinRows {

    private final Subject subject;
    private final Network network;
    private final SectionGroups groups;
    private final List<Section> sections;
    private final SectionParts parts;

    /** @param parts shared by all subjects that have sections in common */
    public BasinRows(Subject subject, Network network, SectionGroups groups, SectionParts parts) {
        this.subject = subject;
        this.network = network;
        this.groups = groups;
        this.sections = groups.sections(subject);
        this.parts = parts;
    }

    Optional<Row> row(BasinSpan span, BasinYear year) {
        List<SectionPart> members = new ArrayList<>();
        for (Section section : sections) {
            parts.of(section, year.sections().get(section.id()), span)
                    .filter(part -> groups.counts(subject, section, part.held(), part.on()))
                    .ifPresent(members::add);
        }
        return exists(members, span, year) ? Optional.of(row(members, span, year)) : Optional.empty();
    }

    private static boolean exists(List<SectionPart> members, BasinSpan span, BasinYear year) {
        int first = 13;
        int last = 0;
        for (SectionPart each : members) {
            SectionYear sent = year.sections().get(each.outcome().section());
            if (sent != null) {
                first = Math.min(first, sent.months().firstKey());
                last = Math.max(last, sent.months().lastKey());
            }
        }
        return switch (span.measurement()) {
            case BASIN_MONTH -> members.stream().anyMatch(each -> each.inputs().samples() > 0);
            case BASIN_TO_DATE -> first <= span.month() && span.month() <= last;
            default -> last > 0;
        };
    }

    private Row row(List<SectionPart> members, BasinSpan span, BasinYear year) {
        long start = ChinaTime.startOf(span.first());
        long end = ChinaTime.startOf(span.last().plusDays(1));
        Row.Builder row = Row.builder(new RowKey(span.measurement(), subject, start, end, ""));
        Optional<NotAssessed.Reason> without = WaterEdition.on(span.last())
                .map(edition -> subject.kind().equals(Subject.WATER_BODY)
                        ? new LakeJudge(network, subject.id()).judge(row, edition, members)
                        : new BasinJudge().judge(row, edition, members))
                .orElse(Optional.of(NotAssessed.Reason.NOT_MONITORED));
        status(row, members, without);
        targets(row, members);
        if (!span.isMonth()) {
            worseThanV(row, members, span, year);
        }
        SampleDay.Inputs inputs =
                members.stream().map(SectionPart::inputs).reduce(SampleDay.Inputs.NONE, SampleDay.Inputs::plus);
        row.number("samples", inputs.samples());
        WaterEdition.on(span.last()).ifPresent(each -> row.text("edition", each.name()));
        inputs.state().ifPresent(each -> row.number("state", SectionJudge.STATES.indexOf(each)));
        row.number("revision", inputs.revision());
        row.number("received_at", inputs.receivedAt());
        return row.text("config", network.hash()).build();
    }

    private static void status(Row.Builder row, List<SectionPart> members, Optional<NotAssessed.Reason> without) {
        List<Status> assessed = members.stream()
                .map(SectionPart::status)
                .filter(each -> each != Status.NONE)
                .toList();
        long left = members.stream()
                .filter(each -> each.outcome().assessment() instanceof NotAssessed none
                        && none.reason().leaves())
                .count();
        long shortSections = assessed.stream().filter(each -> each != Status.OK).count();
        List<String> reasons = new ArrayList<>();
        if (assessed.size() < BasinAssessment.sectionsNeeded(Math.toIntExact(members.size() - left))) {
            reasons.add("few_sections");
        }
        if (shortSections > 0) {
            reasons.add("short_sections");
        }
        row.number("sections_short", shortSections);
        if (without.isPresent()) {
            row.text("status", Status.NONE.code());
            row.text("status_reason", without.get().code());
        } else {
            row.text("status", (reasons.isEmpty() ? Status.OK : Status.BELOW_MINIMUM).code());
            row.text("status_reason", SectionJudge.orNone(String.join(" ", reasons)));
        }
    }

    private static void targets(Row.Builder row, List<SectionPart> members) {
        Map<Attainment, Long> counts = new HashMap<>();
        members.forEach(each -> counts.merge(each.attainment(), 1L, Long::sum));
        long without = counts.getOrDefault(Attainment.NO_TARGET, 0L);
        row.number("targets", members.size() - without);
        row.number("targets_attained", counts.getOrDefault(Attainment.ATTAINED, 0L));
        row.number("targets_missed", counts.getOrDefault(Attainment.MISSED, 0L));
        row.number("targets_too_few", counts.getOrDefault(Attainment.TOO_FEW, 0L));
        row.number("targets_not_assessed", counts.getOrDefault(Attainment.NOT_ASSESSED, 0L));
    }

    /** On the cumulative value, and the months beside it. */
    private void worseThanV(Row.Builder row, List<SectionPart> members, BasinSpan span, BasinYear year) {
        Map<String, WaterAssessment> cumulative = new TreeMap<>();
        Map<String, Map<YearMonth, WaterAssessment>> monthly = new TreeMap<>();
        for (SectionPart each : members) {
            String id = each.outcome().section();
            cumulative.put(id, each.outcome().assessment());
            Map<YearMonth, WaterAssessment> months = new HashMap<>();
            Section section = network.water().section(id).orElseThrow();
            for (int month = 1; month <= span.month(); month++) {
                YearMonth of = YearMonth.of(span.year(), month);
                parts.of(section, year.sections().get(id), BasinSpan.month(span.year(), month))
                        .ifPresent(part -> months.put(of, part.outcome().assessment()));
            }
            monthly.put(id, months);
        }
        WorseThanV worse = WorseThanV.of(cumulative, monthly);
        String beside = worse.months().entrySet().stream()
                .map(each -> each.getKey() + ":"
                        + each.getValue().stream().map(YearMonth::toString).collect(joining(",")))
                .collect(joining(" "));
        row.text("worse_V_months", SectionJudge.orNone(beside));
        if (cumulative.values().stream().anyMatch(Assessed.class::isInstance)) {
            row.number("worse_V_eliminated", worse.isEliminated() ? 1 : 0);
        }
    }
}
