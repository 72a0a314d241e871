package org.microgram.standards.water;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.microgram.standards.number.Fraction;

/**
 * A river, a basin or an area by its sections.
 *
 * <p><b>Rule.</b> With five assessed sections and more: by the shares of their classes, which give a level and no class. With
 * fewer: the mean of each parameter over the sections, judged like a section. Dry and frozen sections leave the denominator; what
 * else is not assessed is listed as 未评价. Shares are of the assessed ones, so they say "N assessed of M".
 *
 * <p><b>Source.</b> 环办[2011]22号 2.2 and 2.3. It speaks of rivers: fewer than five sections of rivers and lakes together have no
 * mean.
 *
 * @param sections M: how many there are without those that left
 * @param left ids of the dry and the frozen ones
 * @param notAssessed ids and reasons of the others (未评价)
 * @param shares by number of sections; empty when none is assessed
 * @param byLength by kilometres of those that have a reach; empty when none has
 * @param byMean what the mean of the sections comes to; empty with five and more
 * @param level of the shares or of the mean; empty when there is neither
 * @param mainByShare with five sections and more: what exceeds at most of them
 * @param worseThanV ids of the sections that are worse than V
 */
public record BasinAssessment(
        int sections,
        int assessed,
        List<String> left,
        Map<String, NotAssessed.Reason> notAssessed,
        Optional<Shares> shares,
        Optional<Shares> byLength,
        Optional<WaterAssessment> byMean,
        Optional<WaterLevel> level,
        List<MainPollutants.AtSections> mainByShare,
        List<String> worseThanV) {

    private static final int PERCENT = 100;

    /** Of sections that were assessed by the same method over the same period. */
    public static BasinAssessment of(SingleFactor method, Collection<SectionOutcome> sections) {
        List<SectionOutcome> with = new ArrayList<>();
        List<Assessed> classes = new ArrayList<>();
        List<String> left = new ArrayList<>();
        Map<String, NotAssessed.Reason> without = new TreeMap<>();
        for (SectionOutcome each : sections) {
            if (each.assessment() instanceof Assessed assessed) {
                with.add(each);
                classes.add(assessed);
            } else if (each.assessment() instanceof NotAssessed none
                    && none.reason().leaves()) {
                left.add(each.section());
            } else if (each.assessment() instanceof NotAssessed none) {
                without.put(each.section(), none.reason());
            }
        }
        boolean byRatio = with.size() >= sectionsForRatio();
        Optional<Shares> shares = with.isEmpty()
                ? Optional.empty()
                : Optional.of(Shares.ofCounts(
                        classes.stream().map(Assessed::waterClass).toList()));
        Optional<WaterAssessment> byMean =
                byRatio || with.isEmpty() ? Optional.empty() : Optional.of(mean(method, with));
        Optional<WaterLevel> level = byRatio
                ? shares.map(WaterLevel::ofShares)
                : byMean.filter(Assessed.class::isInstance).map(each -> ((Assessed) each).level());
        return new BasinAssessment(
                with.size() + without.size(),
                with.size(),
                List.copyOf(left),
                without,
                shares,
                byLength(with),
                byMean,
                level,
                byRatio ? MainPollutants.ofSections(classes) : List.of(),
                with.stream()
                        .filter(each -> each.assessment().isWorseThanV())
                        .map(SectionOutcome::section)
                        .toList());
    }

    /** How many of so many sections, or points of a lake, must be assessed: with fewer the figures are for reference only. */
    public static int sectionsNeeded(int sections) {
        return (WaterRules.PERCENT_OF_SECTIONS_ASSESSED * sections + PERCENT - 1) / PERCENT;
    }

    /** Assessed sections from which on shares decide. */
    public static int sectionsForRatio() {
        return WaterRules.SECTIONS_FOR_RATIO;
    }

    private static WaterAssessment mean(SingleFactor method, List<SectionOutcome> sections) {
        SectionType type = sections.get(0).type();
        if (sections.stream().anyMatch(each -> each.type().isLake() != type.isLake())) {
            return new NotAssessed(NotAssessed.Reason.MIXED_WATER);
        }
        Map<WaterParameter, List<Fraction>> values = new EnumMap<>(WaterParameter.class);
        for (SectionOutcome section : sections) {
            section.values().forEach((parameter, exact) -> values.computeIfAbsent(parameter, p -> new ArrayList<>())
                    .add(exact));
        }
        Map<WaterParameter, Fraction> means = new EnumMap<>(WaterParameter.class);
        values.forEach(
                (parameter, all) -> WaterMean.mean(parameter, all).ifPresent(exact -> means.put(parameter, exact)));
        return method.assess(type, means, Optional.empty());
    }

    private static Optional<Shares> byLength(List<SectionOutcome> sections) {
        List<WaterClass> classes = new ArrayList<>();
        List<Fraction> kilometres = new ArrayList<>();
        for (SectionOutcome each : sections) {
            if (each.kilometres().isPresent() && each.assessment() instanceof Assessed assessed) {
                classes.add(assessed.waterClass());
                kilometres.add(each.kilometres().get());
            }
        }
        return classes.isEmpty() ? Optional.empty() : Optional.of(Shares.of(classes, kilometres));
    }
}
