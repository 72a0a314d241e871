package org.microgram.standards.water;

import java.util.List;
import java.util.Optional;
import org.microgram.standards.number.Fraction;

/**
 * What a sample says of a parameter. A number is only one of the answers; the others are results and never become one silently.
 *
 * <p><b>Source.</b> Below detection: 环办监测函〔2020〕82号, half the limit enters calculations. The signs of absence are those of the
 * national site.
 */
public sealed interface Measured {

    /** What enters a calculation, exact; empty when there is nothing. */
    Optional<Fraction> entering();

    /** A number, in millionths of the parameter's unit. */
    record Value(long scaled) implements Measured {

        @Override
        public Optional<Fraction> entering() {
            return Optional.of(Fraction.ofScaled(scaled, 1));
        }
    }

    /** Less than the method can see; the detection limit in millionths. */
    record BelowDetection(long limit) implements Measured {

        @Override
        public Optional<Fraction> entering() {
            return Optional.of(Fraction.ofScaled(limit, 1).times(WaterRules.BELOW_DETECTION));
        }
    }

    /** No number, and why. */
    record Absent(Absence why) implements Measured {

        @Override
        public Optional<Fraction> entering() {
            return Optional.empty();
        }
    }

    /** Two absences that public files keep apart. */
    enum Absence {
        /** {@code *}: the section does not measure it. */
        NOT_MEASURED("*"),
        /** {@code --}: it is measured there, but this time there is no value. */
        NO_VALUE("--");

        private final String sign;

        Absence(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        /** Of a cell of a public file; empty when it is none of the signs. */
        public static Optional<Absence> find(String cell) {
            return List.of(values()).stream()
                    .filter(each -> each.sign.equals(cell))
                    .findFirst();
        }
    }
}
