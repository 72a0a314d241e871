package org.microgram.messages.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.network.Target;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Table;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.air.Pollutant;

/**
 * The oracle's rows of an account, word by word after definitions §8 and §9: each of its days from all days there are, every sum from its first
 * day. What each kind of account is made of is in {@link MeanOracle}, {@link CountOracle} and {@link OzoneOracle}.
 */
final class AccountOracle {

    private static final Ratio ONE = Ratio.whole(1);

    private final Network network;
    private final Target target;
    private final NavigableMap<LocalDate, Day> days;
    private final NavigableMap<LocalDate, Ratio> valid = new TreeMap<>();
    private final LocalDate first;
    private final LocalDate last;
    private List<Integer> known;

    /** @param days of which there is a record, whose AQI is known */
    AccountOracle(Network network, Target target, NavigableMap<LocalDate, Day> days) {
        this.network = network;
        this.target = target;
        this.days = days;
        this.first = target.period().first().atDay(1);
        this.last = target.period().last().atEndOfMonth();
        days.forEach((date, day) -> {
            Ratio value = value(day);
            if (value != null && !date.isAfter(last)) {
                valid.put(date, value);
            }
        });
    }

    void rows(Predicate<LocalDate> wanted, Consumer<Row> out) {
        LocalDate begun = days.ceilingKey(first);
        if (begun == null || begun.isAfter(last)) {
            return;
        }
        LocalDate end = days.lastKey().isAfter(last) ? last : days.lastKey();
        for (LocalDate day = begun; !day.isAfter(end); day = day.plusDays(1)) {
            if (wanted.test(day)) {
                out.accept(row(day));
            }
        }
    }

    private Row row(LocalDate day) {
        long start = ChinaTime.startOf(day);
        Row.Builder row =
                Row.builder(new RowKey(Measurement.AIR_ACCOUNT, target.subject(), start, start + 86_400, target.id()));
        int n = soFar(day).size();
        long r = ChronoUnit.DAYS.between(day, last);
        shown(row, "target", target());
        row.text("indicator", target.indicator().code())
                .text("target_id", target.id())
                .text("target_period", target.period().toString())
                .number("n", n)
                .number("r", r)
                .number("whole", n + r)
                .number("known_years", known().size())
                .number("missing", ChronoUnit.DAYS.between(first, day) + 1 - n);
        if (target.indicator() == Indicator.O3_P90) {
            new OzoneOracle(this, network.targets().tooEarlyDays(), day).write(row);
        } else {
            row.number("last_year_days", earlier(1, day, true).size());
            if (target.indicator() == Indicator.PM25_MEAN) {
                new MeanOracle(this, network.targets().tooEarlyDays(), day).write(row);
            } else {
                new CountOracle(this, network.targets().tooEarlyDays(), day).write(row);
            }
        }
        List<Day> inputs = Stream.concat(
                        days.subMap(first, true, day, true).values().stream(),
                        days.headMap(first, false).values().stream().filter(this::isInAnEarlierYear))
                .toList();
        return row.text("edition", Law.limits(last))
                .text("profile", network.dailyProfile())
                .number("revision", inputs.stream().mapToInt(this::superseded).sum())
                .number(
                        "received_at",
                        inputs.stream().mapToLong(d -> d.receivedAt).max().orElseThrow())
                .text("config", network.hash())
                .build();
    }

    private boolean isInAnEarlierYear(Day day) {
        YearMonth month = YearMonth.from(day.date).plusYears(1);
        while (month.isBefore(target.period().first())) {
            month = month.plusYears(1);
        }
        return !month.isAfter(target.period().last());
    }

    private int superseded(Day day) {
        return switch (target.indicator()) {
            case PM25_MEAN -> day.superseded[Pollutant.PM25.ordinal()];
            case O3_P90 -> day.superseded[Pollutant.O3.ordinal()];
            default -> {
                int sum = 0;
                for (int of : day.superseded) {
                    sum += of;
                }
                yield sum;
            }
        };
    }

    private Ratio value(Day day) {
        int o3 = Pollutant.O3.ordinal();
        return switch (target.indicator()) {
            case PM25_MEAN -> day.isAssessed(Pollutant.PM25) ? day.assessed(Pollutant.PM25) : null;
            case O3_P90 ->
                day.valid[o3] ? Ratio.whole(day.published(Pollutant.O3).longValueExact()) : null;
            case GOOD_DAYS -> day.aqi == null ? null : day.aqi <= 100 ? ONE : Ratio.ZERO;
            case HEAVY_DAYS -> day.aqi == null ? null : day.aqi > 200 ? ONE : Ratio.ZERO;
        };
    }

    Indicator indicator() {
        return target.indicator();
    }

    Ratio target() {
        return new Ratio(target.value().numerator(), target.value().denominator());
    }

    LocalDate first() {
        return first;
    }

    LocalDate last() {
        return last;
    }

    NavigableMap<LocalDate, Ratio> valid() {
        return valid;
    }

    NavigableMap<LocalDate, Ratio> soFar(LocalDate day) {
        return valid.subMap(first, true, day, true);
    }

    /** Whether the value, rounded as it is judged, is at most the target. */
    boolean attains(Ratio exact) {
        BigDecimal rounded = exact.rounded(target.judgedAt().decimals(), mode());
        BigDecimal of = target().rounded(2, RoundingMode.UNNECESSARY);
        return rounded.compareTo(of) <= 0;
    }

    /** The edge of the values that round to at most the target. */
    Ratio edge() {
        int decimals = target.judgedAt().decimals();
        Ratio step = Ratio.of(BigInteger.ONE, BigInteger.TEN.pow(decimals).longValueExact());
        BigDecimal below = target().rounded(decimals, RoundingMode.FLOOR);
        Ratio floor = Ratio.whole(below.unscaledValue().longValueExact()).times(step);
        return mode() == RoundingMode.CEILING ? floor : floor.plus(step.over(2));
    }

    private RoundingMode mode() {
        return RoundingMode.valueOf(target.judgedAt().rounding().name());
    }

    /** Valid days of the same months some years before: up to the same date, or after it. */
    List<Ratio> earlier(int years, LocalDate day, boolean before) {
        LocalDate from = target.period().first().minusYears(years).atDay(1);
        LocalDate to = target.period().last().minusYears(years).atEndOfMonth();
        LocalDate parted = day.equals(last) ? to : day.minusYears(years);
        List<Ratio> found = new ArrayList<>();
        valid.subMap(from, true, to, true).forEach((date, value) -> {
            if (before == !date.isAfter(parted)) {
                found.add(value);
            }
        });
        return found;
    }

    /** How many years back the years lie that have the days they need. */
    List<Integer> known() {
        if (known == null) {
            known = new ArrayList<>();
            for (int years = 1; years < 40; years++) {
                if (earlier(years, last, true).size() >= needed()) {
                    known.add(years);
                }
            }
        }
        return known;
    }

    int needed() {
        if (first.getMonthValue() == 1 && last.getMonthValue() == 12) {
            return Law.needs("days_of_year");
        }
        int sum = 0;
        for (LocalDate month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            sum += Law.neededInMonth(month.getMonthValue());
        }
        return sum;
    }

    /** Of the span when it is over. */
    String ofOver(LocalDate day, boolean attains) {
        boolean enough = soFar(day).size() >= needed();
        for (LocalDate month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            int had = valid.subMap(month, true, month.plusMonths(1), false).size();
            enough &= had >= Law.neededInMonth(month.getMonthValue());
        }
        return !enough ? "below_minimum" : attains ? "attained" : "missed";
    }

    static Ratio sum(Collection<Ratio> of) {
        return of.stream().reduce(Ratio.ZERO, Ratio::plus);
    }

    static Ratio mean(Collection<Ratio> of) {
        return of.isEmpty() ? null : sum(of).over(of.size());
    }

    static Ratio median(List<Ratio> of) {
        List<Ratio> sorted = of.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1).plus(sorted.get(half)).over(2);
    }

    static void shown(Row.Builder row, String field, Ratio exact) {
        if (exact != null) {
            row.number(
                    field,
                    exact.rounded(2, RoundingMode.HALF_EVEN).unscaledValue().longValueExact());
        }
    }

    static void exact(Row.Builder row, String field, Ratio exact) {
        shown(row, field, exact);
        if (exact != null) {
            row.text(field + "_exact", exact.toString());
        }
    }

    // ---- of single days

    /** Whether the rounded daily value is over the daily limit of the subject's grade. */
    boolean isOver(LocalDate date) {
        Day day = days.get(date);
        Table.Row limit = Law.dailyLimit(date, Pollutant.PM25);
        int grade = network.stations().stream()
                .filter(s -> target.subject().equals(Subject.station(s.id())))
                .mapToInt(Station::grade)
                .findFirst()
                .orElse(2);
        return limit != null && day.published(Pollutant.PM25).compareTo(new BigDecimal(limit.get("grade" + grade))) > 0;
    }

    /** Of the AQI; 0 without one. */
    int level(LocalDate date) {
        Integer aqi = days.get(date).aqi;
        return aqi == null ? 0 : Law.level(aqi);
    }

    /** Each exact sum behind its name. */
    static String sums(TreeMap<?, Ratio> sums) {
        StringJoiner text = new StringJoiner(" ");
        sums.forEach((of, cost) -> text.add(of + ":" + cost));
        return sums.isEmpty() ? null : text.toString();
    }
}
