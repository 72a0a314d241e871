package org.microgram.standards.screening;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.microgram.standards.air.Pollutant;

/**
 * The rules that find suspect values. Each looks at the slots of a ledger as they are, so the order of arrival cannot matter.
 *
 * <p>The bits are what rows carry and never change; the version of a rule rises when what it finds changes.
 */
public enum Rule {
    /** Under {@code least} or over {@code most}. */
    RANGE(0, 1, Number.concentration("least"), Number.concentration("most")),
    /** Equal to {@code at}, where the instrument's scale ends: a clipped value. Does not count while it is raw. */
    CEILING(1, 1, Number.concentration("at")),
    /** One of {@code hours} consecutive hours with equal values, all over {@code above}. */
    STUCK(2, 1, Number.count("hours", 2, 24), Number.concentration("above")),
    /**
     * Over both neighbouring hours, or under both, by more than {@code by}, and by more than {@code times} the one that is nearer. Hours without both
     * neighbours are not judged.
     */
    JUMP(3, 1, Number.concentration("by"), Number.factor("times")),
    /** PM2.5 over PM10 of the same hour by more than {@code by}: one of the two is wrong, so both are flagged. */
    PM25_OVER_PM10(4, 1, Number.concentration("by")),
    /**
     * At or under {@code at_most}, mostly zero. {@code substitute} puts this value in its place in all figures; absent, the value counts as it
     * is.
     */
    LOW(5, 1, Number.concentration("at_most"), Number.optional("substitute")),
    /**
     * Over or under the median of the other members of the area in the same hour by more than {@code by}, and by more than {@code times};
     * judged where at least {@code stations} others have a value.
     */
    NEIGHBOURS(6, 1, Number.concentration("by"), Number.factor("times"), Number.count("stations", 3, 1000));

    /** All rules, by bit. */
    public static final List<Rule> ALL = List.of(values());

    /** What one number of a rule is. */
    public enum Kind {
        /** A scaled concentration in the pollutant's unit. */
        CONCENTRATION,
        /** A scaled factor. */
        FACTOR,
        /** A whole number. */
        COUNT
    }

    /**
     * One number of a rule.
     *
     * @param key its name in the file
     * @param least the least it may be, scaled unless it is a count; so {@code most}
     */
    public record Number(String key, Kind kind, boolean required, long least, long most) {

        /** No more than the physical range has. */
        private static Number concentration(String key) {
            return new Number(key, Kind.CONCENTRATION, true, -1_000_000_000L, 10_000_000_000L);
        }

        private static Number optional(String key) {
            return new Number(key, Kind.CONCENTRATION, false, 0, 10_000_000_000L);
        }

        /** From one to a hundred: with more, a product with the greatest concentration would leave a long. */
        private static Number factor(String key) {
            return new Number(key, Kind.FACTOR, true, 1_000_000, 100_000_000);
        }

        private static Number count(String key, int least, int most) {
            return new Number(key, Kind.COUNT, true, least, most);
        }
    }

    private final int bit;
    private final int version;
    private final List<Number> numbers;

    Rule(int bit, int version, Number... numbers) {
        this.bit = bit;
        this.version = version;
        this.numbers = List.of(numbers);
    }

    /** Its flag in the bit set of a row. */
    public int flag() {
        return 1 << bit;
    }

    public int version() {
        return version;
    }

    /** What it must be told. */
    public List<Number> numbers() {
        return numbers;
    }

    /** As in files and reports: {@code pm25_over_pm10}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Rule> find(String code) {
        return ALL.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    /**
     * Whether the rule can be used for the pollutant. CO stands in steps of 0.1 mg/m³ and is equal for hours by nature; PM2.5 over PM10 is
     * a rule of PM2.5.
     */
    public boolean suits(Pollutant pollutant) {
        return switch (this) {
            case STUCK -> pollutant != Pollutant.CO;
            case PM25_OVER_PM10 -> pollutant == Pollutant.PM25;
            default -> true;
        };
    }
}
