package org.microgram.standards.water;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.stream.Collectors;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

/** The single numbers of the methods ({@code water/rules.csv}): each with clause and confidence there. */
public final class WaterRules {

    private static final Map<String, Table.Row> ROWS =
            Table.read("water/rules.csv").stream().collect(Collectors.toMap(row -> row.get("rule"), row -> row));

    /** Times the detection limit: what enters for a value below it. */
    static final Fraction BELOW_DETECTION = fraction("below_detection_times_limit");

    /** Sections from which on a river or basin is assessed by shares instead of means. */
    static final int SECTIONS_FOR_RATIO = integer("sections_for_ratio");

    /** Percent of its sections that must be assessed for a river's figures to be more than a reference. */
    static final int PERCENT_OF_SECTIONS_ASSESSED = integer("percent_of_sections_assessed");

    /** The class that exceedance multiples are taken against, and that is worse than which there are main pollutants. */
    static final WaterClass MULTIPLE_AGAINST = WaterClass.ofNumber(integer("multiple_against_class"));

    static final int MULTIPLE_DECIMALS = integer("multiple_decimals");
    static final int SHARE_DECIMALS = integer("share_decimals");
    static final int MAIN_POLLUTANTS = integer("main_pollutants");
    static final int SAMPLES_OF_DAY = integer("samples_of_day");
    static final int VALID_DAYS_OF_MONTH = integer("valid_days_of_month");
    static final int MONTHS_OF_QUARTER = integer("samples_of_quarter");
    static final int MONTHS_OF_YEAR = integer("samples_of_year");
    static final int PERCENT_OF_MONTHS_TO_DATE = integer("percent_of_months_to_date");
    static final int TREND_SOME = integer("trend_points_some");
    static final int TREND_CLEAR = integer("trend_points_clear");
    static final int TLI_DECIMALS = integer("tli_decimals");

    private WaterRules() {}

    /** How sure we are of a rule. */
    public static String confidence(String rule) {
        return row(rule).get("confidence");
    }

    public static String clause(String rule) {
        return row(rule).get("clause");
    }

    static int integer(String rule) {
        return row(rule).integer("value");
    }

    static Fraction fraction(String rule) {
        return exact(row(rule).get("value"));
    }

    /** A decimal, exactly. */
    static Fraction exact(String decimal) {
        return exact(new BigDecimal(decimal));
    }

    static Fraction exact(BigDecimal decimal) {
        return Fraction.of(
                decimal.unscaledValue().multiply(BigInteger.TEN.pow(Math.max(0, -decimal.scale()))),
                BigInteger.TEN.pow(Math.max(0, decimal.scale())));
    }

    private static Table.Row row(String rule) {
        Table.Row row = ROWS.get(rule);
        if (row == null) {
            throw new IllegalStateException("water/rules.csv has no rule " + rule + "; add its row with its clause");
        }
        return row;
    }
}
