package org.microgram.dashboard.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.messages.network.Target;
import org.microgram.standards.account.Coins;
import org.microgram.standards.account.Costs;
import org.microgram.standards.account.MeanAccount;
import org.microgram.standards.account.MissingDays;
import org.microgram.standards.account.Outlook;
import org.microgram.standards.account.PathToDate;
import org.microgram.standards.account.SameDates;
import org.microgram.standards.account.StationPull;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;

/** An account as JSON: numbers rounded once to hundredths, exact ones as fractions in keys that end in {@code _exact}; null where there is none. */
public final class AccountJson {

    private static final int DEAREST = 10;

    private AccountJson() {}

    /** Key by key, in the order in which it is written. */
    public static Map<String, Object> of(
            Target target, MeanAccount account, Optional<Outlook> whatIf, List<StationPull> pulls) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("subject", target.subject().id());
        json.put("target", shown(target.value()));
        json.put("target_id", target.id());
        json.put("target_source", target.source());
        json.put("period", target.period().toString());
        json.put("as_of", account.days().through().toString());
        json.put("n", account.valid());
        json.put("r", account.toCome());
        json.put("N", account.whole());
        json.put("sum", shown(account.sum()));
        json.put("sum_exact", account.sum().toString());
        json.put("mean", shown(account.mean()));
        json.put("allowed", shown(account.allowed()));
        json.put("allowed_exact", account.allowed().map(Fraction::toString).orElse(null));
        json.put("allowed_coming_month", shown(account.allowedComingMonth()));
        json.put("spent", shown(account.spent()));
        json.put("path", shown(PathToDate.of(account).map(PathToDate::coins)));
        Optional<SameDates> last = SameDates.of(account);
        json.put("last_year_mean", shown(last.map(SameDates::mean)));
        json.put("last_year_days", last.map(SameDates::days).orElse(null));
        json.put("difference", shown(last.flatMap(SameDates::difference)));
        json.put("difference_percent", shown(last.flatMap(SameDates::percent)));
        json.put(
                "matched_days",
                last.flatMap(SameDates::matched).map(SameDates.Matched::days).orElse(null));
        json.put("matched_difference", shown(last.flatMap(SameDates::matched).map(SameDates.Matched::difference)));
        Optional<PublishedChange> change = PublishedChange.of(target, account);
        json.put(
                "published_change",
                change.map(of -> ordered(
                                "now", of.change().now().toString(),
                                "base", of.change().base().toString(),
                                "rate_percent",
                                        of.change()
                                                .ratePercent()
                                                .map(Object::toString)
                                                .orElse(null),
                                "source", of.source()))
                        .orElse(null));
        json.put("margin_exact", shown(account.allowed()));
        json.put("margin_judged", shown(account.allowedAsJudged()));
        json.put("status", account.status().code());
        json.put(
                "coins",
                Coins.of(account).stream()
                        .flatMap(coin -> coin.usedUp().stream())
                        .map(Object::toString)
                        .toList());
        json.put(
                "outlooks",
                account.outlooks().stream().map(each -> outlook(target, each)).toList());
        json.put("what_if", whatIf.map(each -> outlook(target, each)).orElse(null));
        costs(json, Costs.of(account));
        MissingDays missing = MissingDays.of(account);
        json.put("missing_days", missing.days().stream().map(Object::toString).toList());
        json.put("allowed_had_they_been_as_their_month", shown(missing.allowed()));
        json.put(
                "stations",
                pulls.stream()
                        .map(pull ->
                                ordered("station", pull.station(), "days", pull.days(), "pull", shown(pull.pull())))
                        .toList());
        return json;
    }

    public static String print(Map<String, Object> json) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers can always be written", e);
        }
    }

    private static void costs(Map<String, Object> json, Costs costs) {
        json.put("cost", shown(costs.total()));
        json.put(
                "months",
                costs.byMonth().entrySet().stream()
                        .map(each -> ordered("month", each.getKey().toString(), "cost", shown(each.getValue())))
                        .toList());
        json.put(
                "levels",
                costs.byLevel().entrySet().stream()
                        .map(each -> ordered("level", each.getKey(), "cost", shown(each.getValue())))
                        .toList());
        json.put(
                "episodes",
                costs.episodes().stream()
                        .map(each -> ordered(
                                "first", each.first().toString(),
                                "last", each.last().toString(),
                                "days", each.days(),
                                "cost", shown(each.cost())))
                        .toList());
        json.put(
                "dearest_days",
                costs.dearest(DEAREST).stream()
                        .map(each -> ordered(
                                "date", each.day().date().toString(),
                                "value", shown(each.day().value()),
                                "cost", shown(each.cost())))
                        .toList());
    }

    private static Map<String, Object> outlook(Target target, Outlook outlook) {
        return ordered(
                "name", outlook.name(),
                "rest", shown(outlook.rest()),
                "end", shown(outlook.end()),
                "margin", shown(target.value().minus(outlook.end())),
                "attains", outlook.attains());
    }

    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    static BigDecimal shown(Optional<Fraction> exact) {
        return exact.map(AccountJson::shown).orElse(null);
    }

    static BigDecimal shown(Fraction exact) {
        return BigDecimal.valueOf(exact.rounded(2, Rounding.HALF_EVEN), 2);
    }
}
