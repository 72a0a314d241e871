package org.microgram.standards.water;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

/**
 * 优, 良好, 轻度污染, 中度污染, 重度污染: of a section by its class, of a river or basin by the shares of its sections.
 *
 * <p><b>Source.</b> 环办[2011]22号, tables 1 and 2; {@code water/section-levels.csv}, {@code water/basin-levels.csv}.
 *
 * @param place 0 for the best
 */
public record WaterLevel(int place, String nameZh, String nameEn) {

    private static final List<Table.Row> OF_SECTIONS = Table.read("water/section-levels.csv");
    private static final List<Table.Row> OF_BASINS = Table.read("water/basin-levels.csv");

    static WaterLevel ofClass(WaterClass waterClass) {
        String number = Integer.toString(waterClass.number());
        return at(OF_SECTIONS, row -> List.of(row.get("classes").split(" ")).contains(number))
                .orElseThrow();
    }

    static WaterLevel ofShares(Shares shares) {
        Fraction good = shares.good().exact();
        Fraction worse = shares.worseThanV().exact();
        return at(OF_BASINS, row -> holds(row, "g", good) && holds(row, "d", worse))
                .orElseThrow();
    }

    /** The colour that the method names for a class: {@code 蓝色}. */
    public static String colourZh(WaterClass waterClass) {
        return OF_SECTIONS.get(ofClass(waterClass).place).get("colour_zh");
    }

    /** Red, green, blue of it, ours: {@code 0 112 192}. */
    public static String rgb(WaterClass waterClass) {
        return OF_SECTIONS.get(ofClass(waterClass).place).get("rgb");
    }

    private static boolean holds(Table.Row row, String of, Fraction percent) {
        String least = row.get(of + "_least");
        String below = row.get(of + "_below");
        return (least.isEmpty() || percent.compareTo(WaterRules.exact(least)) >= 0)
                && (below.isEmpty() || percent.compareTo(WaterRules.exact(below)) < 0);
    }

    private static Optional<WaterLevel> at(List<Table.Row> rows, Predicate<Table.Row> fits) {
        return IntStream.range(0, rows.size())
                .filter(i -> fits.test(rows.get(i)))
                .mapToObj(i -> new WaterLevel(
                        i, rows.get(i).get("level_zh"), rows.get(i).get("level_en")))
                .findFirst();
    }
}
