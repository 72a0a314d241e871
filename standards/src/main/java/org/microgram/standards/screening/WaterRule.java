package org.microgram.standards.screening;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.screening.Rule.Kind;
import org.microgram.standards.screening.Rule.Number;
import org.microgram.standards.water.WaterParameter;

/**
 * The rules that find suspect values of water samples. Each looks at the samples of a section as they count now, so the order of arrival
 * cannot matter; none changes a value or leaves one out.
 *
 * <p>The codes stand in rows and never change; the version of a rule rises when what it finds changes.
 */
public enum WaterRule {
    /** Exactly zero: mostly a measurement without reagent, or none at all. */
    ZERO(1),
    /** Dissolved oxygen over {@code percent} of what water of the sample's temperature can hold; without a temperature it is not judged. */
    SATURATION(1, new Number("percent", Kind.FACTOR, true, 100 * Scaled.ONE, 1000 * Scaled.ONE)),
    /** NH3-N over TN of the same sample by more than {@code by}: TN contains it, so one of the two is wrong and both are flagged. */
    NH3N_OVER_TN(1, concentration("by")),
    /** Under {@code least} or over {@code most}. */
    RANGE(1, concentration("least"), concentration("most")),
    /**
     * Over both neighbouring values of the automatic station, or under both, by more than {@code by}, and by more than {@code times} the one
     * that is nearer. A neighbour is the next value of the parameter within {@code hours}; without both it is not judged.
     */
    JUMP(1, concentration("by"), factor("times"), hours()),
    /** One of {@code samples} consecutive equal values of the automatic station, all over {@code above}, each within {@code hours} of the next. */
    STUCK(1, new Number("samples", Kind.COUNT, true, 2, 49), concentration("above"), hours());

    /** All rules, in the order in which rows name them. */
    public static final List<WaterRule> ALL = List.of(values());

    /** How far a rule may look from a sample, hours: so only so many days beside a changed one are made anew. */
    public static final int FARTHEST_HOURS = 48;

    private final int version;
    private final List<Number> numbers;

    WaterRule(int version, Number... numbers) {
        this.version = version;
        this.numbers = List.of(numbers);
    }

    /** Algae are counted in hundreds of millions a litre. */
    private static Number concentration(String key) {
        return new Number(key, Kind.CONCENTRATION, true, -1_000 * Scaled.ONE, 1_000_000_000L * Scaled.ONE);
    }

    private static Number factor(String key) {
        return new Number(key, Kind.FACTOR, true, Scaled.ONE, 100 * Scaled.ONE);
    }

    private static Number hours() {
        return new Number("hours", Kind.COUNT, true, 1, FARTHEST_HOURS);
    }

    public int version() {
        return version;
    }

    /** What it must be told. */
    public List<Number> numbers() {
        return numbers;
    }

    /** As in files, rows and reports: {@code nh3n_over_tn}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<WaterRule> find(String code) {
        return ALL.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    /** Whether the rule can be used for the parameter: water of 0 °C and a potential of 0 mV are there by nature. */
    public boolean suits(WaterParameter parameter) {
        return switch (this) {
            case ZERO -> parameter != WaterParameter.TEMPERATURE && parameter != WaterParameter.ORP;
            case SATURATION -> parameter == WaterParameter.DO;
            case NH3N_OVER_TN -> parameter == WaterParameter.NH3N;
            default -> true;
        };
    }
}
