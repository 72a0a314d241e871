package org.microgram.standards.water;

import java.util.List;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

/**
 * How the water of two periods compares, in the words of the method: 无明显变化, 有所好转, 明显下降 …
 *
 * <p><b>Rule.</b> By levels: none, one, two and more steps. By shares: with G the percentage at I to III and D the one worse than
 * V, ΔG − ΔD over 0 is better; up to 10 points either way no clear change, up to 20 some, over 20 a clear one. Published shares
 * are compared.
 *
 * <p><b>Source.</b> 环办[2011]22号 3 (the points: medium); {@code water/trends.csv}.
 *
 * @param steps 2 for clearly better to −2 for clearly worse
 */
public record WaterTrend(int steps, String wordZh, String wordEn) {

    private static final int MOST = 2;

    private static final List<Table.Row> WORDS = Table.read("water/trends.csv");

    /** Of a section, or of a river or basin whose level is known in both periods. */
    public static WaterTrend ofLevels(WaterLevel before, WaterLevel now) {
        return of(before.place() - now.place());
    }

    /** Of a river or basin with five sections and more in both periods. */
    public static WaterTrend ofShares(Shares before, Shares now) {
        Fraction good = now.good().exact().minus(before.good().exact());
        Fraction worse = now.worseThanV().exact().minus(before.worseThanV().exact());
        Fraction points = good.minus(worse);
        boolean better = points.compareTo(Fraction.ZERO) > 0;
        Fraction size = better ? points : Fraction.ZERO.minus(points);
        int steps = over(size, WaterRules.TREND_CLEAR) ? MOST : over(size, WaterRules.TREND_SOME) ? 1 : 0;
        return of(better ? steps : -steps);
    }

    private static boolean over(Fraction size, int points) {
        return size.compareTo(Fraction.of(points)) > 0;
    }

    private static WaterTrend of(int steps) {
        int within = Math.max(-MOST, Math.min(MOST, steps));
        Table.Row row = WORDS.stream()
                .filter(each -> each.integer("steps") == within)
                .findFirst()
                .orElseThrow();
        return new WaterTrend(within, row.get("word_zh"), row.get("word_en"));
    }
}
