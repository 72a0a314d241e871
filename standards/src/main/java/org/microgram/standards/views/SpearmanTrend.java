package org.microgram.standards.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

/**
 * Whether the values of consecutive years rise or fall (Daniel's test with Spearman's rank correlation).
 *
 * <p><b>Rule.</b> r<sub>s</sub> = 1 − 6 Σd² / (n³ − n), d the difference between a year's place in time and its place by value; equal values share
 * the mean of their places. Five years at least. There is a trend when |r<sub>s</sub>| reaches the critical value of n at 0.05, one side.
 *
 * <p><b>Source.</b> HJ 663 (medium); the critical values are exact for untied values, counted over all n! orders ({@code views/spearman.csv}).
 *
 * @param years n
 * @param rs exact
 * @param critical at 0.05
 * @param criticalStrong at 0.01
 * @param direction of the trend; FLAT when there is none (无显著变化)
 * @param strong whether it holds at 0.01 as well
 */
public record SpearmanTrend(
        int years,
        Fraction rs,
        Fraction critical,
        Fraction criticalStrong,
        Change.Direction direction,
        boolean strong,
        String confidence) {

    private static final List<Table.Row> CRITICAL = Table.read("views/spearman.csv");

    /** Years that a trend needs. */
    public static final int YEARS_NEEDED =
            CRITICAL.stream().mapToInt(row -> row.integer("years")).min().orElseThrow();

    /** The greatest number of years that the table reaches to. */
    public static final int YEARS_AT_MOST =
            CRITICAL.stream().mapToInt(row -> row.integer("years")).max().orElseThrow();

    /**
     * @param published values of consecutive years, in order
     * @return empty when there are fewer years than a trend needs, or more than the table of critical values has
     */
    public static Optional<SpearmanTrend> of(List<Rounded> published) {
        int n = published.size();
        if (n < YEARS_NEEDED || n > YEARS_AT_MOST) {
            return Optional.empty();
        }
        Fraction squares = Fraction.ZERO;
        List<Fraction> places = places(published);
        for (int i = 0; i < n; i++) {
            Fraction d = places.get(i).minus(Fraction.of(i + 1L));
            squares = squares.plus(d.times(d));
        }
        Fraction rs = coefficient(squares, n);
        Table.Row usual = critical(n, "0.05");
        Fraction critical = coefficient(Fraction.of(usual.integer("squares")), n);
        Fraction strong = coefficient(Fraction.of(critical(n, "0.01").integer("squares")), n);
        Fraction size = rs.compareTo(Fraction.ZERO) < 0 ? Fraction.ZERO.minus(rs) : rs;
        Change.Direction direction = size.compareTo(critical) < 0
                ? Change.Direction.FLAT
                : size.equals(rs) ? Change.Direction.UP : Change.Direction.DOWN;
        return Optional.of(new SpearmanTrend(
                n, rs, critical, strong, direction, size.compareTo(strong) >= 0, usual.get("confidence")));
    }

    public String verdict() {
        return direction == Change.Direction.FLAT
                ? "none"
                : (strong ? "strong_" : "") + direction.name().toLowerCase(Locale.ROOT);
    }

    static Fraction coefficient(Fraction squares, int n) {
        return Fraction.of(1).minus(squares.times(6).dividedBy((long) n * n * n - n));
    }

    /** The place of each value among all, the lowest 1; of equal ones the mean of theirs. */
    private static List<Fraction> places(List<Rounded> values) {
        List<Fraction> places = new ArrayList<>();
        for (Rounded value : values) {
            long lower = values.stream().filter(v -> v.compareTo(value) < 0).count();
            long equal = values.stream().filter(v -> v.compareTo(value) == 0).count();
            places.add(Fraction.of(2 * lower + equal + 1, 2));
        }
        return places;
    }

    private static Table.Row critical(int n, String level) {
        return CRITICAL.stream()
                .filter(row -> row.integer("years") == n && row.get("level").equals(level))
                .findFirst()
                .orElseThrow();
    }
}
