package org.microgram.standards.figures;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.microgram.standards.air.Pollutant;

/**
 * Which of the six a station or an area need not monitor, and when.
 *
 * <p><b>Rule.</b> HJ 633-2026: a pollutant that is not in the monitoring plan, and has led no day of light pollution or worse in three
 * consecutive years, is published as "/" and does not withhold the AQI. That the condition is met, an exemption's document says; it is not
 * asked of the readings here. Editions without the rule take such a pollutant as missing.
 */
public final class MonitoringPlan implements Serializable {

    private static final long serialVersionUID = 1;

    /** All six, always. */
    public static final MonitoringPlan ALL_SIX = new MonitoringPlan(List.of());

    /** What is published in place of a value that the plan does not ask for. */
    public static final String MARK = "/";

    private final List<Exemption> exemptions;

    /**
     * One pollutant is not in the plan from a day to another, both included.
     *
     * @param document that says so
     */
    public record Exemption(Pollutant pollutant, LocalDate from, LocalDate to, String document)
            implements Serializable {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    public MonitoringPlan(List<Exemption> exemptions) {
        this.exemptions = List.copyOf(exemptions);
    }

    /** The pollutants that need not be monitored on a day; as a rule none. */
    public Set<Pollutant> exempt(LocalDate day) {
        Set<Pollutant> exempt = EnumSet.noneOf(Pollutant.class);
        for (Exemption each : exemptions) {
            if (each.holdsOn(day)) {
                exempt.add(each.pollutant);
            }
        }
        return exempt.isEmpty() ? Set.of() : exempt;
    }

    /** As rows carry a set of pollutants: their codes in order, joined by a space; null when there is none. */
    public static String codes(Collection<Pollutant> pollutants) {
        return pollutants.isEmpty()
                ? null
                : pollutants.stream().sorted().map(Pollutant::code).collect(Collectors.joining(" "));
    }

    /** The set that {@link #codes} wrote; none of null. */
    public static Set<Pollutant> parse(String codes) {
        if (codes == null) {
            return Set.of();
        }
        Set<Pollutant> pollutants = EnumSet.noneOf(Pollutant.class);
        for (String code : codes.split(" ")) {
            pollutants.add(Pollutant.find(code).orElseThrow());
        }
        return pollutants;
    }

    /** What says that a pollutant need not be monitored on a day; null when it must be. */
    public String document(Pollutant pollutant, LocalDate day) {
        return exemptions.stream()
                .filter(each -> each.pollutant == pollutant && each.holdsOn(day))
                .map(Exemption::document)
                .findFirst()
                .orElse(null);
    }
}
