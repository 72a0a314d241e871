package org.microgram.standards.water;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

/**
 * How much of the assessed is of which class: numbers of sections, or kilometres of river.
 *
 * @param byClass of class I, II, … worse than V
 * @param total their sum, greater than zero
 */
public record Shares(List<Fraction> byClass, Fraction total) {

    private static final int PERCENT = 100;

    /** By amounts of classes; a section counts 1, a reach its length. */
    static Shares of(List<WaterClass> classes, List<Fraction> amounts) {
        Fraction[] sums = new Fraction[WaterClass.ALL.size()];
        Arrays.fill(sums, Fraction.ZERO);
        for (int i = 0; i < classes.size(); i++) {
            int at = classes.get(i).ordinal();
            sums[at] = sums[at].plus(amounts.get(i));
        }
        Fraction total = Arrays.stream(sums).reduce(Fraction.ZERO, Fraction::plus);
        return new Shares(List.of(sums), total);
    }

    static Shares ofCounts(List<WaterClass> classes) {
        return of(classes, Collections.nCopies(classes.size(), Fraction.of(1)));
    }

    /** Percent of one class, as published. */
    public Rounded percent(WaterClass of) {
        return published(byClass.get(of.ordinal()));
    }

    /** G: percent at class I to III, as published. */
    public Rounded good() {
        return published(byClass.subList(0, WaterClass.III.number()).stream().reduce(Fraction.ZERO, Fraction::plus));
    }

    /** D: percent worse than V, as published. */
    public Rounded worseThanV() {
        return percent(WaterClass.WORSE_THAN_V);
    }

    static Rounded percent(int part, int whole) {
        return Rounded.of(Fraction.of((long) PERCENT * part, whole), WaterRules.SHARE_DECIMALS);
    }

    private Rounded published(Fraction part) {
        return Rounded.of(Quotient.of(part.times(PERCENT), total), WaterRules.SHARE_DECIMALS);
    }
}
