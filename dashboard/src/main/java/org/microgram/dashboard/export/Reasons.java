package org.microgram.dashboard.export;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.microgram.messages.rows.AirFields;
import org.microgram.messages.rows.Row;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.Period;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/** Why a figure of ours may differ from the published one, as far as the data tell. */
final class Reasons {

    private static final int DAYS_NAMED = 20;

    private final List<String> zh = new ArrayList<>();
    private final List<String> en = new ArrayList<>();

    String zh() {
        return String.join(";", zh);
    }

    String en() {
        return String.join("; ", en);
    }

    void add(String inChinese, String inEnglish) {
        zh.add(inChinese);
        en.add(inEnglish);
    }

    /** Which days have no valid value of a pollutant. */
    void missingDays(Period period, List<Row> days, Pollutant p) {
        Set<LocalDate> valid = dates(days, row -> isValid(row, p));
        List<LocalDate> missing = outside(period, valid);
        if (!missing.isEmpty()) {
            add(
                    "缺 " + missing.size() + " 天的 " + p.code() + " 有效日值" + named(missing),
                    days(missing.size()) + " without a valid " + p.code() + named(missing));
        }
    }

    /**
     * What the missing days must have been if the published mean is to be right: a figure that cannot be is no reason.
     *
     * @param row ours, a year or a year to date
     */
    void impliedMean(Period period, Row row, Pollutant p, BigDecimal published) {
        long had = row.number(p.column() + "_had");
        long missing = period.days() - had;
        if (missing == 0) {
            return;
        }
        Fraction mean = Fraction.parse(row.text(p.column() + "_exact"));
        Fraction last = Fraction.of(1, Scaled.powerOfTen(published.scale()) * 2L);
        Fraction target = Fraction.of(published.unscaledValue(), BigInteger.TEN.pow(published.scale()));
        boolean oursIsHigher = mean.compareTo(target) > 0;
        Fraction bound = (oursIsHigher ? target.plus(last) : target.minus(last))
                .times(period.days())
                .minus(mean.times(had))
                .dividedBy(missing);
        String at = one(bound);
        if (bound.compareTo(Fraction.ZERO) < 0) {
            add("仅缺测日不足以解释此差", "the missing days alone cannot explain it");
        } else {
            add(
                    "若这些天平均" + (oursIsHigher ? "不高于 " : "不低于 ") + at + ",则与公布值一致",
                    "with a mean of at " + (oursIsHigher ? "most " : "least ") + at
                            + " on these days it is the published one");
        }
    }

    private static String days(long count) {
        return count == 1 ? "1 day" : count + " days";
    }

    /** Which days have no AQI, and on how many it rests on all six pollutants. */
    void evaluatedDays(Period period, Row row, List<Row> days) {
        List<LocalDate> missing = outside(period, dates(days, day -> day.has("aqi")));
        long evaluated = row.number("evaluated_days");
        long six = row.number("evaluated_days_six");
        add(
                period.days() + " 天中参评 " + evaluated + " 天(六项齐全 " + six + " 天)"
                        + (missing.isEmpty() ? "" : ",未参评" + named(missing)),
                evaluated + " of " + period.days() + " days evaluated, " + six + " of them with all six"
                        + (missing.isEmpty() ? "" : "; not evaluated" + named(missing)));
        pm10(days);
    }

    /** Days without PM10 are not like the others: whoever leaves them out, or judges them without it, is off to one side. */
    private void pm10(List<Row> days) {
        Fraction with = meanOfPm25(days, day -> isValid(day, Pollutant.PM10));
        Fraction without = meanOfPm25(days, day -> !isValid(day, Pollutant.PM10));
        if (with == null || without == null) {
            return;
        }
        long lacking =
                days.stream().filter(day -> !isValid(day, Pollutant.PM10)).count();
        add(
                lacking + " 天缺 PM10,且并非随机:缺的日子 PM2.5 平均 " + one(without) + ",其余 " + one(with),
                days(lacking) + " without PM10, not at random: their PM2.5 averages " + one(without)
                        + ", that of the others " + one(with));
    }

    private static Fraction meanOfPm25(List<Row> days, Predicate<Row> which) {
        Fraction sum = Fraction.ZERO;
        int count = 0;
        for (Row day : days) {
            if (isValid(day, Pollutant.PM25) && which.test(day)) {
                sum = sum.plus(Fraction.parse(day.text("pm25_exact")));
                count++;
            }
        }
        return count == 0 ? null : sum.dividedBy(count);
    }

    private static boolean isValid(Row day, Pollutant p) {
        return Status.OK.code().equals(day.text(AirFields.assessed(day, p) + "_status"));
    }

    private static Set<LocalDate> dates(List<Row> days, Predicate<Row> which) {
        Set<LocalDate> dates = new HashSet<>();
        days.stream()
                .filter(which)
                .forEach(day ->
                        dates.add(ChinaTime.date(ChinaTime.dayOf(day.key().startSecond()))));
        return dates;
    }

    private static List<LocalDate> outside(Period period, Set<LocalDate> present) {
        return period.first()
                .datesUntil(period.last().plusDays(1))
                .filter(day -> !present.contains(day))
                .toList();
    }

    private static String named(List<LocalDate> days) {
        List<String> names = days.stream()
                .limit(DAYS_NAMED)
                .map(day -> day.toString().substring(5))
                .toList();
        return " (" + String.join(", ", names) + (days.size() > DAYS_NAMED ? " …" : "") + ")";
    }

    private static String one(Fraction value) {
        return Scaled.printFixed(value.rounded(1, Rounding.HALF_EVEN), 1);
    }
}
