package org.microgram.dashboard.explain.water;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.microgram.messages.rows.Row;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.water.Assessed;
import org.microgram.standards.water.ParameterJudgement;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.SectionType;
import org.microgram.standards.water.SingleFactor;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterEdition;
import org.microgram.standards.water.WaterParameter;

/** Values of a row held against the limits that judged it, by either profile. */
final class WaterLimits {

    private final WaterEdition edition;
    private final SectionType type;
    private final Optional<WaterClass> target;
    private final Map<WaterParameter, Fraction> values;

    private WaterLimits(
            WaterEdition edition, SectionType type, Optional<WaterClass> target, Map<WaterParameter, Fraction> values) {
        this.edition = edition;
        this.type = type;
        this.target = target;
        this.values = values;
    }

    /**
     * @param last day whose limits judge
     * @param values exact; of a sample what enters of each
     * @return empty when the section was out of service or no limits were in force
     */
    static Optional<WaterLimits> of(Row row, LocalDate last, Map<WaterParameter, Fraction> values) {
        Optional<SectionType> type =
                Optional.ofNullable(row.text("section_type")).flatMap(SectionType::find);
        Optional<WaterEdition> edition = WaterEdition.on(last);
        if (type.isEmpty() || edition.isEmpty()) {
            return Optional.empty();
        }
        Optional<WaterClass> target =
                row.has("target") ? Optional.of(WaterClass.ofNumber((int) row.number("target"))) : Optional.empty();
        return Optional.of(new WaterLimits(edition.get(), type.get(), target, values));
    }

    String edition() {
        return edition.name();
    }

    Optional<WaterClass> target() {
        return target;
    }

    Optional<Assessed> assessed(Profile profile) {
        return new SingleFactor(edition, profile).assess(type, values, target) instanceof Assessed assessed
                ? Optional.of(assessed)
                : Optional.empty();
    }

    /** One parameter, also one that is judged beside the class. */
    Optional<ParameterJudgement> judged(Profile profile, WaterParameter parameter) {
        return assessed(profile)
                .map(assessed -> Stream.of(assessed.judged(), assessed.apart()).flatMap(List::stream))
                .flatMap(
                        all -> all.filter(each -> each.parameter() == parameter).findFirst());
    }

    /** {@code ≤ 6 mg/L}, {@code ≥ 5 mg/L}, {@code 6–9}; empty where a class has no limit. */
    String limit(WaterParameter parameter, WaterClass of) {
        Optional<Fraction> single = edition.limit(type, parameter, of);
        if (single.isPresent()) {
            boolean least = edition.broken(type, parameter, Fraction.ZERO, of).isPresent();
            String sign = least ? "≥ " : "≤ ";
            return sign + single.get().toSixDecimals() + " " + parameter.unit();
        }
        return edge(parameter, of, Fraction.ZERO) + "–" + edge(parameter, of, Fraction.of(14));
    }

    private String edge(WaterParameter parameter, WaterClass of, Fraction beyond) {
        return edition.broken(type, parameter, beyond, of)
                .map(broken -> broken.limit().toSixDecimals())
                .orElse("");
    }
}
