package org.microgram.standards.water;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/**
 * The Class V account of a section: a parameter that misses the section's target in a period that is not over, the mean that the
 * rest of the period must keep so that it still reaches the target, and what cost it most so far.
 *
 * <p><b>Rule.</b> With Σ over the n terms so far, r terms to come and N = n + r: the rest must keep (L · N − Σ) / r, with L the
 * last mean that still rounds to the limit of the target. Of a month the terms are its valid days, of a year its month values,
 * each of which counts once, as the mean of the period does ({@link WaterMean}). It is out of reach when even what is best cannot
 * keep it: nothing at all of a pollutant, the most oxygen that can be measured ({@code water/physical-range.csv}). The cost of a
 * term is its distance beyond the limit, divided by N. pH goes by hydrogen ions, which alkaline water has too few of; its terms
 * have an order and no cost.
 *
 * <p><b>Source.</b> None: the account is ours; the mean is that of 环办监测函〔2020〕82号, limits those of a {@link WaterEdition}.
 *
 * <p><b>Units.</b> Those of the parameter. <b>Time.</b> A term is named by its first day.
 *
 * @param broken the limit of the target that the mean so far breaks
 * @param mean of the terms so far, exact
 * @param terms so far (n)
 * @param rest terms to come (r)
 * @param mayBe the mean of the rest that brings the whole to the last mean which still rounds to the limit, exact (pH: six
 *     decimals); empty when no mean does, or nothing is to come
 * @param toLimit the same that brings it to the limit itself
 * @param dearest the terms beyond the limit, the dearest first
 */
public record WaterAccount(
        WaterParameter parameter,
        WaterClass target,
        BrokenLimit broken,
        Fraction mean,
        int terms,
        int rest,
        Optional<Fraction> mayBe,
        Optional<Fraction> toLimit,
        List<Cost> dearest) {

    /** What went into the mean so far. */
    public record Term(LocalDate from, Fraction value) {}

    /** @param amount what the term takes of the period's mean beyond its even share; empty of pH */
    public record Cost(Term term, Optional<Fraction> amount) {}

    /** What can still become of it. */
    public enum Outlook {
        REACHABLE,
        OUT_OF_REACH,
        /** Nothing is to come: it is missed. */
        OVER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param terms so far, at least one
     * @param rest terms to come
     * @return empty when the mean so far keeps the target, or the target has no limit for the parameter
     */
    public static Optional<WaterAccount> of(
            WaterEdition edition,
            SectionType type,
            WaterParameter parameter,
            WaterClass target,
            List<Term> terms,
            int rest) {
        Fraction mean = WaterMean.mean(
                        parameter, terms.stream().map(Term::value).toList())
                .orElseThrow();
        Fraction judged = Profile.ASSESSMENT.judged(parameter, mean);
        return edition.broken(type, parameter, judged, target)
                .map(broken -> new WaterAccount(
                        parameter,
                        target,
                        broken,
                        mean,
                        terms.size(),
                        rest,
                        ofRest(parameter, broken.edge(parameter), terms, rest),
                        ofRest(parameter, broken.limit(), terms, rest),
                        costs(parameter, broken, terms, rest)));
    }

    public Outlook outlook() {
        if (rest == 0) {
            return Outlook.OVER;
        }
        return mayBe.filter(this::canBe).isPresent() ? Outlook.REACHABLE : Outlook.OUT_OF_REACH;
    }

    /**
     * The mean that the rest must keep, with a decimal more than the parameter is judged by: rounded to the side of the target, so
     * that who keeps what is shown reaches it. Empty when the target is out of reach.
     */
    public Optional<Rounded> mustKeep() {
        int digits = WaterDecimals.assessment(parameter, broken.limit()).digits() + 1;
        return outlook() == Outlook.REACHABLE ? mayBe.map(exact -> towardsTarget(exact, digits)) : Optional.empty();
    }

    private Rounded towardsTarget(Fraction exact, int digits) {
        int sign = broken.above() ? -1 : 1;
        long units = sign * exact.times(sign).rounded(digits, Rounding.CEILING);
        boolean onTheEdge = Fraction.of(units, Scaled.powerOfTen(digits)).equals(exact);
        return new Rounded(onTheEdge && !broken.edgeIncluded(parameter) ? units + sign : units, digits);
    }

    private boolean canBe(Fraction needed) {
        WaterRange range = WaterRange.of(parameter);
        Fraction best =
                Fraction.ofScaled(broken.above() && parameter != WaterParameter.PH ? range.from() : range.to(), 1);
        int room = broken.above() && parameter != WaterParameter.PH ? needed.compareTo(best) : best.compareTo(needed);
        return room > 0 || (room == 0 && broken.edgeIncluded(parameter));
    }

    private static Optional<Fraction> ofRest(WaterParameter parameter, Fraction whole, List<Term> terms, int rest) {
        if (rest == 0) {
            return Optional.empty();
        }
        if (parameter == WaterParameter.PH) {
            List<Long> scaled = terms.stream()
                    .map(each -> each.value().rounded(Scaled.DIGITS, Rounding.HALF_EVEN))
                    .toList();
            return PhRest.mean(scaled, whole, rest);
        }
        Fraction sum = terms.stream().map(Term::value).reduce(Fraction.ZERO, Fraction::plus);
        return Optional.of(whole.times(terms.size() + rest).minus(sum).dividedBy(rest));
    }

    private static List<Cost> costs(WaterParameter parameter, BrokenLimit broken, List<Term> terms, int rest) {
        Comparator<Term> order =
                Comparator.comparing(each -> beyond(broken, each), Comparator.<Fraction>reverseOrder());
        return terms.stream()
                .filter(each -> beyond(broken, each).compareTo(Fraction.ZERO) > 0)
                .sorted(order.thenComparing(Term::from))
                .map(each -> new Cost(
                        each,
                        parameter == WaterParameter.PH
                                ? Optional.empty()
                                : Optional.of(beyond(broken, each).dividedBy(terms.size() + rest))))
                .toList();
    }

    private static Fraction beyond(BrokenLimit broken, Term term) {
        return broken.above()
                ? term.value().minus(broken.limit())
                : broken.limit().minus(term.value());
    }
}
