package org.microgram.standards.account;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.microgram.standards.number.Fraction;

/** Sums of the first few of some days, on one denominator, so that adding a day reduces no fraction; any part of them is a difference. */
final class ExactSums {

    private final BigInteger common;
    private final BigInteger[] sums;
    private final int[] counts;
    // Of each beginning the last answer, and up to how many days it went: a finished month is asked for with every
    // later day.
    private final int[] askedFor;
    private final Part[] answers;

    ExactSums(BigInteger common, int size) {
        this.common = common;
        this.sums = new BigInteger[size + 1];
        this.counts = new int[size + 1];
        sums[0] = BigInteger.ZERO;
        this.askedFor = new int[size + 1];
        this.answers = new Part[size + 1];
    }

    /** What all values can be counted in. */
    static BigInteger common(List<AccountDay> days) {
        Set<BigInteger> denominators = new HashSet<>();
        BigInteger common = BigInteger.ONE;
        for (AccountDay day : days) {
            BigInteger denominator = day.value().denominator();
            if (denominators.add(denominator)) {
                common = common.divide(common.gcd(denominator)).multiply(denominator);
            }
        }
        return common;
    }

    /** @param day number {@code index}; null when it is not one of those added up here */
    void add(int index, AccountDay day) {
        sums[index + 1] = sums[index];
        counts[index + 1] = counts[index];
        if (day != null) {
            BigInteger factor = common.divide(day.value().denominator());
            sums[index + 1] = sums[index].add(day.value().numerator().multiply(factor));
            counts[index + 1]++;
        }
    }

    /** Of the days from one to before another. */
    Part part(int from, int to) {
        if (from >= to || counts[to] == counts[from]) {
            return Part.NOTHING;
        }
        if (answers[from] == null || askedFor[from] != counts[to]) {
            askedFor[from] = counts[to];
            answers[from] = new Part(counts[to] - counts[from], Fraction.of(sums[to].subtract(sums[from]), common));
        }
        return answers[from];
    }
}
