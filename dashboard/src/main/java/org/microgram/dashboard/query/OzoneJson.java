package org.microgram.dashboard.query;

import static org.microgram.dashboard.query.AccountJson.ordered;
import static org.microgram.dashboard.query.AccountJson.shown;

import java.util.Map;
import java.util.OptionalLong;
import org.microgram.messages.network.Target;
import org.microgram.standards.account.PercentileAccount;

/** The account of the 90th percentile of O3 as JSON: values of days whole, percentiles to hundredths; null where there is none. */
final class OzoneJson {

    private OzoneJson() {}

    static Map<String, Object> of(Target target, PercentileAccount account) {
        Map<String, Object> json = CountJson.head(target);
        json.put("as_of", account.days().through().toString());
        json.put("unit", "µg/m³");
        json.put("target", shown(target.value()));
        json.put("n", account.valid());
        json.put("r", account.toCome());
        json.put("N", account.whole());
        json.put("place", shown(account.place()));
        json.put("percentile", shown(account.percentile()));
        json.put("percentile_judged", shown(account.judged()));
        json.put("last_year_percentile", shown(account.lastYear()));
        json.put("over", account.over());
        json.put("left", account.left().isPresent() ? account.left().getAsInt() : null);
        json.put("highest_others", highest(account.highestEach(account.left().orElse(0))));
        json.put("highest_each", highest(account.highestEach()));
        json.put("safe", account.isSafe());
        json.put("status", account.status().code());
        json.put(
                "outlooks",
                account.asLastYear().stream().map(CountJson::outlook).toList());
        json.put(
                "over_days",
                account.overDays().stream()
                        .map(day -> ordered(
                                "date",
                                day.date().toString(),
                                "value",
                                day.value().numerator().longValueExact()))
                        .toList());
        PercentileAccount asMonth = account.hadMissingBeenAsTheirMonth();
        json.put("missing_days", CountJson.texts(account.days().missing()));
        json.put("highest_each_had_they_been_as_their_month", highest(asMonth.highestEach()));
        json.put(
                "left_had_they_been_as_their_month",
                asMonth.left().isPresent() ? asMonth.left().getAsInt() : null);
        return json;
    }

    /** Null also where a day may have anything: {@code safe} tells the two apart. */
    private static Long highest(OptionalLong highest) {
        return highest.isEmpty() || PercentileAccount.isAnything(highest.getAsLong()) ? null : highest.getAsLong();
    }
}
