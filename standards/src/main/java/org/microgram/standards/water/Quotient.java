package org.microgram.standards.water;

import org.microgram.standards.number.Fraction;

/** One exact number by another. */
final class Quotient {

    private Quotient() {}

    static Fraction of(Fraction a, Fraction b) {
        return Fraction.of(
                a.numerator().multiply(b.denominator()), a.denominator().multiply(b.numerator()));
    }
}
