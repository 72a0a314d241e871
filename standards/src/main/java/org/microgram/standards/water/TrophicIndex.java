package org.microgram.standards.water;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.microgram.standards.Table;
import org.microgram.standards.number.Enclosure;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Logarithm;
import org.microgram.standards.number.Rounded;

/**
 * The comprehensive trophic level index of a lake or reservoir, TLI(Σ).
 *
 * <p><b>Rule.</b> TLI(j) = 10 (a + b ln x), TLI = Σ W TLI(j) over chlorophyll a (mg/m³), TP, TN, CODMn (mg/L) and transparency
 * (m). It needs all five, each greater than zero: there is no logarithm of nothing.
 *
 * <p><b>Rounding.</b> Once, at the end, half-even, and proven: a sum of logarithms of rational numbers with rational factors is
 * zero or transcendental (Baker), so it never lies half-way between two digits and a narrower enclosure always decides.
 * docs/decisions/0013.
 *
 * <p><b>Source.</b> 环办[2011]22号 2.4; {@code water/tli.csv}, {@code water/tli-levels.csv}.
 *
 * @param ofEach TLI(j), each rounded alone
 * @param place of the level, 0 for the one with the fewest nutrients
 */
public record TrophicIndex(
        Rounded total, Map<WaterParameter, Rounded> ofEach, int place, String levelZh, String levelEn) {

    private static final int FIRST_DIGITS = 20;
    private static final int LAST_DIGITS = 320;
    private static final int TEN = 10;

    private static final List<Table.Row> LEVELS = Table.read("water/tli-levels.csv");
    private static final List<Term> TERMS =
            Table.read("water/tli.csv").stream().map(Term::of).toList();

    private record Term(WaterParameter parameter, Fraction factor, Fraction a, Fraction b, Fraction weight) {

        static Term of(Table.Row row) {
            return new Term(
                    WaterParameter.of(row.get("parameter")),
                    WaterRules.exact(row.get("factor")),
                    WaterRules.exact(row.get("a")),
                    WaterRules.exact(row.get("b")),
                    WaterRules.exact(row.get("weight")));
        }
    }

    /** The five that it needs. */
    public static List<WaterParameter> inputs() {
        return TERMS.stream().map(Term::parameter).toList();
    }

    /** Those of the five without a value, or with one that is not greater than zero: why there is no index. */
    public static List<WaterParameter> lacking(Map<WaterParameter, Fraction> values) {
        return inputs().stream()
                .filter(each -> !values.containsKey(each) || values.get(each).compareTo(Fraction.ZERO) <= 0)
                .toList();
    }

    /**
     * @param values exact, in the units of their parameters
     * @return empty when {@link #lacking} any
     */
    public static Optional<TrophicIndex> of(Map<WaterParameter, Fraction> values) {
        if (!lacking(values).isEmpty()) {
            return Optional.empty();
        }
        List<Term> weighted = new ArrayList<>();
        Map<WaterParameter, Rounded> ofEach = new EnumMap<>(WaterParameter.class);
        for (Term term : TERMS) {
            Term alone = new Term(term.parameter, term.factor, term.a, term.b, Fraction.of(1));
            ofEach.put(term.parameter, rounded(List.of(alone), values));
            weighted.add(term);
        }
        Rounded total = rounded(weighted, values);
        int place = IntStream.range(0, LEVELS.size())
                .filter(at -> fits(LEVELS.get(at), total.exact()))
                .findFirst()
                .orElseThrow();
        Table.Row level = LEVELS.get(place);
        return Optional.of(new TrophicIndex(total, ofEach, place, level.get("level_zh"), level.get("level_en")));
    }

    private static Rounded rounded(List<Term> terms, Map<WaterParameter, Fraction> values) {
        for (int digits = FIRST_DIGITS; digits <= LAST_DIGITS; digits *= 2) {
            Optional<Rounded> rounded = enclosed(terms, values, digits).rounded(WaterRules.TLI_DECIMALS);
            if (rounded.isPresent()) {
                return rounded.get();
            }
        }
        throw new ArithmeticException("the trophic index of " + values + " lies half-way between two digits to "
                + LAST_DIGITS + " decimals, which only its constants alone could do; look at water/tli.csv");
    }

    /** The constants are exact; each logarithm is off by at most one unit of the last digit, times its factor. */
    private static Enclosure enclosed(List<Term> terms, Map<WaterParameter, Fraction> values, int digits) {
        Fraction sum = Fraction.ZERO;
        Fraction error = Fraction.ZERO;
        BigDecimal unit = BigDecimal.ONE.movePointLeft(digits);
        for (Term term : terms) {
            BigDecimal ln = Logarithm.ln(values.get(term.parameter).times(term.factor), digits);
            Fraction times = term.weight.times(TEN);
            sum = sum.plus(times.times(term.a.plus(term.b.times(WaterRules.exact(ln)))));
            Fraction factor = times.times(term.b);
            error = factor.compareTo(Fraction.ZERO) < 0 ? error.minus(factor) : error.plus(factor);
        }
        return new Enclosure(decimal(sum), decimal(error).multiply(unit));
    }

    /** Of a fraction whose denominator is a power of ten or divides one, as those of decimals do. */
    private static BigDecimal decimal(Fraction exact) {
        return new BigDecimal(exact.numerator()).divide(new BigDecimal(exact.denominator()));
    }

    private static boolean fits(Table.Row row, Fraction index) {
        String under = row.get("under");
        String atMost = row.get("at_most");
        return (under.isEmpty() || index.compareTo(WaterRules.exact(under)) < 0)
                && (atMost.isEmpty() || index.compareTo(WaterRules.exact(atMost)) <= 0);
    }
}
