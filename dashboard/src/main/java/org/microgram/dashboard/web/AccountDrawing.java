package org.microgram.dashboard.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Target;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.account.AccountDay;
import org.microgram.standards.account.Coins;
import org.microgram.standards.account.Costs;
import org.microgram.standards.account.EarlierYear;
import org.microgram.standards.account.MeanAccount;
import org.microgram.standards.air.Limits;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.views.Span;

/** What the page of the account draws besides the figures of {@code account --json}: names, every day, parts of coins, the runway. */
final class AccountDrawing {

    private static final int SHOWN = 2;
    private static final int DRAWN = 4;

    private final Network network;
    private final Target target;
    private final Subjects subjects;

    AccountDrawing(Network network, Target target) {
        this.network = network;
        this.target = target;
        this.subjects = new Subjects(network);
    }

    /**
     * What the page of any account has.
     *
     * @param choices every target that there is an account of
     */
    void about(Map<String, Object> json, List<Target> choices) {
        json.put("about", named(target.subject()));
        json.put("example", target.example());
        json.put("year", target.period().lastDay().getYear());
        json.put("decimals", target.judgedAt().decimals());
        json.put(
                "choices",
                choices.stream()
                        .map(each -> Map.of(
                                "id", each.id(),
                                "subject", named(each.subject()),
                                "indicator", each.indicator().code(),
                                "period", each.period().toString(),
                                "value", each.written(),
                                "example", each.example()))
                        .toList());
        json.put(
                "subjects",
                Stream.concat(
                                network.areas().stream().map(area -> Subject.area(area.id())),
                                network.stations().stream().map(station -> Subject.station(station.id())))
                        .map(this::named)
                        .toList());
    }

    /** What that of a mean has besides. */
    void add(Map<String, Object> json, MeanAccount account) {
        LocalDate through = account.days().through();
        json.put("unit", "µg/m³");
        json.put("daily_limit", dailyLimit(through));
        if (target.period().kind() == Span.Kind.YEAR) {
            json.put("mean_key", target.subject().id() + " " + Measurement.AIR_TO_DATE.code() + " PM2.5 " + through);
        }
        EarlierYear last = account.days().yearsBefore(1);
        json.put(
                "last_year_spent",
                last.valid() == 0
                        ? null
                        : shown(last.before().stream()
                                .map(AccountDay::value)
                                .reduce(Fraction.ZERO, Fraction::plus)
                                .dividedBy(last.valid())));
        json.put(
                "coin_parts",
                Coins.of(account).stream().map(AccountDrawing::coin).toList());
        json.put("days", days(account));
        json.put(
                "runway",
                Stream.concat(
                                Stream.of(
                                        runway(through.getYear(), account.days().soFar(), account.whole())),
                                account.days().knownYears().stream()
                                        .map(each -> runway(
                                                each.year(),
                                                Stream.concat(each.before().stream(), each.rest().stream())
                                                        .toList(),
                                                each.valid())))
                        .toList());
        Map<String, Object> names = new HashMap<>();
        network.stations().forEach(station -> names.put(station.id(), named(Subject.station(station.id()))));
        json.put("station_names", names);
    }

    private Map<String, Object> named(Subject subject) {
        return Map.of(
                "kind", subject.kind(),
                "id", subject.id(),
                "nameZh", subjects.nameZh(subject),
                "nameEn", subjects.nameEn(subject));
    }

    private String dailyLimit(LocalDate day) {
        return Limits.knows(day)
                ? Scaled.print(Limits.daily(day, Pollutant.PM25).of(network.grade(target.subject())), Scaled.DIGITS)
                : null;
    }

    private static Map<String, Object> coin(Coins.Coin coin) {
        Map<String, Object> of = new LinkedHashMap<>();
        of.put("size", drawn(coin.size()));
        of.put("used", drawn(coin.used()));
        of.put("over_limit", drawn(coin.overLimit()));
        of.put("used_up", coin.usedUp().map(LocalDate::toString).orElse(null));
        of.put("beyond", coin.beyond());
        return of;
    }

    /** Every day that is gone; one without a valid value has no cost. */
    private List<Map<String, Object>> days(MeanAccount account) {
        Map<LocalDate, Costs.DayCost> costs = new HashMap<>();
        Costs.of(account).days().forEach(each -> costs.put(each.day().date(), each));
        List<Map<String, Object>> days = new ArrayList<>();
        for (LocalDate day = target.period().firstDay();
                !day.isAfter(account.days().through());
                day = day.plusDays(1)) {
            Optional<Costs.DayCost> cost = Optional.ofNullable(costs.get(day));
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("date", day.toString());
            of.put("key", target.subject().id() + " " + Measurement.AIR_DAY.code() + " PM2.5 " + day);
            of.put(
                    "value",
                    cost.map(each -> Scaled.printFixed(each.day().value().rounded(0, Rounding.HALF_EVEN), 0))
                            .orElse(null));
            of.put("cost", cost.map(each -> shown(each.cost())).orElse(null));
            days.add(of);
        }
        return days;
    }

    /** How far a year had run from this target by each of its valid days: sums of (d − T) / N with the year's own N. */
    private Map<String, Object> runway(int year, List<AccountDay> days, int whole) {
        List<List<String>> points = new ArrayList<>();
        Fraction sum = Fraction.ZERO;
        for (AccountDay day : days) {
            sum = sum.plus(day.value().minus(target.value()).dividedBy(whole));
            points.add(List.of(day.date().toString(), shown(sum)));
        }
        return Map.of("year", year, "points", points);
    }

    private static String shown(Fraction exact) {
        return Scaled.printFixed(exact.rounded(SHOWN, Rounding.HALF_EVEN), SHOWN);
    }

    private static String drawn(Fraction exact) {
        return Scaled.printFixed(exact.rounded(DRAWN, Rounding.HALF_EVEN), DRAWN);
    }

    /** A browser would make binary floating point of numbers, and 0.50 to 0.5: what has decimals travels as text. */
    static Map<String, Object> asTexts(Map<String, Object> json) {
        Map<String, Object> texts = new LinkedHashMap<>();
        json.forEach((key, value) -> texts.put(key, asText(value)));
        return texts;
    }

    @SuppressWarnings("unchecked")
    private static Object asText(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Map<?, ?> map) {
            return asTexts((Map<String, Object>) map);
        }
        return value instanceof List<?> list
                ? list.stream().map(AccountDrawing::asText).toList()
                : value;
    }
}
