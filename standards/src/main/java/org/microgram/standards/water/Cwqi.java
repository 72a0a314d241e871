package org.microgram.standards.water;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.number.Rounding;

/**
 * The city water quality index (城市水质指数): the sum of the sub-indices of the 21 indicators against class III; the lower, the better
 * the water.
 *
 * <p><b>Rule.</b> C / S; of dissolved oxygen S / C; of pH 7 − pH up to 7 and (pH − 7) / 2 above. C is the mean over the city's
 * sections, of rivers and of lakes apart; the city is the mean of both weighted by their sections. Nothing is rounded inside.
 *
 * <p><b>Source.</b> 城市地表水环境质量排名技术规定(试行), 2017, read in an implementation (medium). What stands for a DO of nothing is a house
 * rule.
 *
 * @param subIndices exact, of those that have a value
 * @param lacking indicators without a value: a sum without them compares with no other
 */
public record Cwqi(Map<WaterParameter, Fraction> subIndices, List<WaterParameter> lacking) {

    private static final Fraction SEVEN = Fraction.of(7);
    private static final int PERCENT = 100;

    private static final List<Table.Row> ROWS = Table.read("water/cwqi.csv");

    /**
     * @param means exact, of the city's sections of this kind
     */
    public static Cwqi of(WaterEdition edition, SectionType type, Map<WaterParameter, Fraction> means) {
        Map<WaterParameter, Fraction> subIndices = new EnumMap<>(WaterParameter.class);
        for (Table.Row row : ROWS) {
            WaterParameter parameter = WaterParameter.of(row.get("parameter"));
            if (means.containsKey(parameter)) {
                subIndices.put(parameter, subIndex(edition, type, parameter, row, means.get(parameter)));
            }
        }
        List<WaterParameter> lacking = ROWS.stream()
                .map(row -> WaterParameter.of(row.get("parameter")))
                .filter(parameter -> !subIndices.containsKey(parameter))
                .toList();
        return new Cwqi(subIndices, lacking);
    }

    /** The sum; empty when an indicator lacks. */
    public Optional<Fraction> total() {
        return lacking.isEmpty()
                ? Optional.of(subIndices.values().stream().reduce(Fraction.ZERO, Fraction::plus))
                : Optional.empty();
    }

    /** Of a city, from the index of its rivers over {@code rivers} sections and that of its lakes over {@code lakes}. */
    public static Fraction ofCity(Fraction ofRivers, int rivers, Fraction ofLakes, int lakes) {
        return ofRivers.times(rivers).plus(ofLakes.times(lakes)).dividedBy((long) rivers + lakes);
    }

    /** The change against an earlier index in percent, to 0.01 as the ministry prints it; less than zero is better. */
    public static Rounded change(Fraction now, Fraction before) {
        return new Rounded(Quotient.of(now.minus(before).times(PERCENT), before).rounded(2, Rounding.HALF_EVEN), 2);
    }

    private static Fraction subIndex(
            WaterEdition edition, SectionType type, WaterParameter parameter, Table.Row row, Fraction mean) {
        return switch (row.get("form")) {
            case "ph" ->
                mean.compareTo(SEVEN) <= 0
                        ? SEVEN.minus(mean)
                        : mean.minus(SEVEN).dividedBy(2);
            case "inverse" -> {
                Fraction floor = WaterRules.exact(row.get("floor"));
                yield Quotient.of(standard(edition, type, parameter), mean.compareTo(floor) < 0 ? floor : mean);
            }
            default -> Quotient.of(mean, standard(edition, type, parameter));
        };
    }

    private static Fraction standard(WaterEdition edition, SectionType type, WaterParameter parameter) {
        return edition.limit(type, parameter, WaterClass.III).orElseThrow();
    }
}
