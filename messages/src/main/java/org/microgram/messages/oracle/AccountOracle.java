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
 * day. What the mean's account is made of is in {@link MeanOracle}, the two others are here.
 */
final class AccountOracle {

    private static final Ratio ONE = Ratio.whole(1);
    private static final long ANYTHING = 10_000;

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
                .text("target_period", target.period().toString())
                .number("n", n)
                .number("r", r)
                .number("whole", n + r)
                .number("known_years", known().size())
                .number("missing", ChronoUnit.DAYS.between(first, day) + 1 - n);
        if (target.indicator() == Indicator.O3_P90) {
            ozone(row, day, (int) r);
        } else {
            row.number("last_year_days", earlier(1, day, true).size());
            if (target.indicator() == Indicator.PM25_MEAN) {
                new MeanOracle(this, network.targets().tooEarlyDays(), day).write(row);
            } else {
                count(row, day, (int) r);
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

    // ---- counts of days

    private void count(Row.Builder row, LocalDate day, int r) {
        boolean atLeast = target.indicator() == Indicator.GOOD_DAYS;
        long count = counted(soFar(day).values());
        long of = target.value().numerator().longValueExact();
        long left = atLeast ? count + r - of : of - count;
        exact(row, "so_far", Ratio.whole(count));
        List<Ratio> lastYear = earlier(1, day, true);
        if (!lastYear.isEmpty()) {
            exact(row, "last_year", sum(lastYear));
        }
        row.number("days_used", count)
                .number("days_left", left)
                .number("days_needed", atLeast ? Math.max(0, of - count) : 0);
        List<Ratio> ends = new ArrayList<>();
        if (r > 0) {
            List<Ratio> shares = new ArrayList<>();
            shares.add(mean(earlier(1, day, false)));
            shares.add(mean(known().stream()
                    .map(k -> mean(earlier(k, day, false)))
                    .filter(each -> each != null)
                    .toList()));
            shares.add(mean(soFar(day).values()));
            List<String> names = List.of("last_year", "known_years", "so_far");
            for (int i = 0; i < names.size(); i++) {
                if (shares.get(i) != null) {
                    Ratio rest = shares.get(i).times(r);
                    Ratio end = rest.plus(Ratio.whole(count));
                    shown(row, "rest_" + names.get(i), rest);
                    shown(row, "end_" + names.get(i), end);
                    ends.add(end);
                }
            }
        }
        row.text("status", countStatus(day, r, left, atLeast, ends, of));
    }

    private String countStatus(LocalDate day, int r, long left, boolean atLeast, List<Ratio> ends, long of) {
        if (r == 0) {
            return ofOver(day, left >= 0);
        }
        if (left < 0) {
            return "out_of_reach";
        }
        if (soFar(day).size() < network.targets().tooEarlyDays()) {
            return "too_early";
        }
        boolean fewerThanEver = !known().isEmpty();
        for (int k : known()) {
            List<Ratio> rest = earlier(k, day, false);
            long wrong = atLeast ? rest.size() - counted(rest) : counted(rest);
            fewerThanEver &= left < wrong;
        }
        if (fewerThanEver) {
            return "out_of_reach";
        }
        int order = ends.isEmpty() ? 0 : median(ends).compareTo(Ratio.whole(of));
        return (atLeast ? order >= 0 : order <= 0) ? "on_course" : "at_risk";
    }

    private static long counted(Collection<Ratio> of) {
        return of.stream().filter(ONE::equals).count();
    }

    // ---- ozone

    private void ozone(Row.Builder row, LocalDate day, int r) {
        exact(row, "so_far", percentile(soFar(day).values()));
        row.number(
                "days_used",
                soFar(day).values().stream()
                        .filter(value -> value.compareTo(target()) > 0)
                        .count());
        List<Ratio> rest = earlier(1, day, false);
        Ratio end = null;
        if (r > 0 && !rest.isEmpty()) {
            List<Ratio> all = new ArrayList<>(soFar(day).values());
            all.addAll(rest);
            end = percentile(all);
            shown(row, "rest_last_year", percentile(rest));
            shown(row, "end_last_year", end);
        }
        boolean reachable = r > 0 && attainsWith(day, r, r, 0);
        if (reachable) {
            int left = 0;
            while (left < r && attainsWith(day, r, left + 1, ANYTHING)) {
                left++;
            }
            row.number("days_left", left);
            if (!attainsWith(day, r, r, ANYTHING)) {
                long keeps = 0;
                for (long step = 8192; step > 0; step /= 2) {
                    keeps = keeps + step <= ANYTHING && attainsWith(day, r, r, keeps + step) ? keeps + step : keeps;
                }
                row.number("each_may", keeps);
            }
        }
        String status;
        if (r == 0) {
            Ratio whole = percentile(soFar(day).values());
            status = ofOver(day, whole != null && attains(whole));
        } else if (!reachable) {
            status = "out_of_reach";
        } else if (soFar(day).size() < network.targets().tooEarlyDays()) {
            status = "too_early";
        } else {
            status = end == null || attains(end) ? "on_course" : "at_risk";
        }
        row.text("status", status);
    }

    private boolean attainsWith(LocalDate day, int r, int some, long each) {
        List<Ratio> all = new ArrayList<>(soFar(day).values());
        for (int i = 0; i < r; i++) {
            all.add(Ratio.whole(i < some ? each : 0));
        }
        return attains(percentile(all));
    }

    private static Ratio percentile(Collection<Ratio> of) {
        return of.isEmpty()
                ? null
                : PeriodRows.percentile(
                        of.stream()
                                .map(each -> new BigDecimal(each.numerator()))
                                .sorted()
                                .toList(),
                        90);
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
