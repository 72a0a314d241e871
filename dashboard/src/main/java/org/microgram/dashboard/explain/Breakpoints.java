package org.microgram.dashboard.explain;

import org.microgram.standards.air.SubIndex;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;

/**
 * The arithmetic of a sub-index with its numbers: formula 1 of HJ 633 between the two breakpoints around a concentration. It explains and
 * does not decide; the index itself comes from {@code standards}.
 */
final class Breakpoints {

    private Breakpoints() {}

    /** @param exact before it is rounded */
    record Line(Fraction exact, String text) {}

    /** The indicator that takes over above the last breakpoint, {@code day} or {@code hour}; null when none does. */
    static String takesOver(String edition, String indicator, long value) {
        long[] points = SubIndex.edition(edition).points(indicator);
        String above = SubIndex.edition(edition).above(indicator);
        boolean redirects = above.equals("day") || above.equals("hour");
        return value > points[points.length - 1] && redirects ? above : null;
    }

    /** @param value scaled, rounded as it enters the index */
    static Line line(String edition, String indicator, long value) {
        long[] points = SubIndex.edition(edition).points(indicator);
        for (int i = 1; i < points.length; i++) {
            if (value <= points[i]) {
                Fraction exact = Fraction.of(
                                Math.multiplyExact(
                                        SubIndex.atBreakpoint(i) - SubIndex.atBreakpoint(i - 1), value - points[i - 1]),
                                points[i] - points[i - 1])
                        .plus(Fraction.of(SubIndex.atBreakpoint(i - 1)));
                String text = "(%d − %d) ÷ (%s − %s) × (%s − %s) + %d = %s"
                        .formatted(
                                SubIndex.atBreakpoint(i),
                                SubIndex.atBreakpoint(i - 1),
                                print(points[i]),
                                print(points[i - 1]),
                                print(value),
                                print(points[i - 1]),
                                SubIndex.atBreakpoint(i - 1),
                                exact.toSixDecimals());
                return new Line(exact, text);
            }
        }
        String above = SubIndex.edition(edition).above(indicator);
        int index = above.equals("day") || above.equals("hour")
                ? SubIndex.atBreakpoint(points.length - 1)
                : Integer.parseInt(above);
        return new Line(Fraction.of(index), print(value) + " > " + print(points[points.length - 1]) + ": " + index);
    }

    private static String print(long scaled) {
        return Scaled.print(scaled, Scaled.DIGITS);
    }
}
