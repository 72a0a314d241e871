package org.microgram.dashboard.explain;

import java.util.ArrayList;
import java.util.List;
import org.microgram.standards.Status;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/** The part of a receipt that differs from kind to kind of figure, while it is filled in. */
final class Draft {

    Status status = Status.NONE;
    /** Null when there is none, or when the value is exact by nature. */
    Fraction exact;

    String value;
    Receipt.RoundedBy rounding;
    int had;
    int needed;
    Words.Both inputsTitle = new Words.Both("输入", "inputs");
    final List<Receipt.Input> inputs = new ArrayList<>();
    Receipt.Formula formula;
    /** What is to be said of the figure besides what limits and index say. */
    final List<Receipt.Judgement> remarks = new ArrayList<>();

    String edition;
    String profile;

    static final String GBT_8170 = "GB/T 8170-2008";

    /** The exact value and what it is published as. */
    Draft rounded(Fraction of, int digits, Rounding rule, String clause) {
        exact = of;
        value = Scaled.printFixed(of.rounded(digits, rule), digits);
        rounding = new Receipt.RoundedBy(digits, name(rule), clause);
        return this;
    }

    Draft counts(int hadInputs, int neededInputs, Status howFar) {
        had = hadInputs;
        needed = neededInputs;
        status = howFar;
        return this;
    }

    void mean(Fraction sum, int count) {
        formula = formula("mean", sum.toSixDecimals() + " ÷ " + count + " = " + exact.toSixDecimals());
    }

    static Receipt.Formula formula(String kind, String text) {
        return new Receipt.Formula(kind, text, text);
    }

    static String name(Rounding rule) {
        return switch (rule) {
            case HALF_EVEN -> "half-even";
            case HALF_UP -> "half-up";
            case CEILING -> "ceiling";
        };
    }

    /** An input that counts. */
    static Receipt.Input used(
            String key, Words.Both name, String value, String exact, Integer had, Integer needed, String strip) {
        return new Receipt.Input(key, name.zh(), name.en(), value, exact, "used", had, needed, strip, null, null);
    }

    /** An input that does not count although it is there (excluded), or that is not there (missing). */
    static Receipt.Input unused(
            String key,
            Words.Both name,
            String value,
            String exact,
            String use,
            Integer had,
            Integer needed,
            String strip,
            Words.Both cause) {
        return new Receipt.Input(
                key, name.zh(), name.en(), value, exact, use, had, needed, strip, cause.zh(), cause.en());
    }
}
