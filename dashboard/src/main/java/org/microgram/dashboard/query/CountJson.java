package org.microgram.dashboard.query;

import static org.microgram.dashboard.query.AccountJson.ordered;
import static org.microgram.dashboard.query.AccountJson.shown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.microgram.messages.network.Target;
import org.microgram.standards.account.CountAccount;
import org.microgram.standards.account.Outlook;

/** The account of a number of days as JSON: days are whole, what is a share of days to hundredths; null where there is none. */
final class CountJson {

    private CountJson() {}

    static Map<String, Object> of(Target target, CountAccount account) {
        Map<String, Object> json = head(target);
        json.put("as_of", account.days().through().toString());
        json.put("unit", "d");
        json.put("target", account.target());
        json.put("target_is", account.isAtLeast() ? "at_least" : "at_most");
        json.put("count", account.count());
        json.put("evaluated", account.evaluated());
        json.put("r", account.toCome());
        json.put("needed", account.needed());
        json.put("left", account.left());
        json.put("must_keep", account.mustKeep());
        json.put("highest_aqi", target.indicator().highestAqi());
        json.put(
                "last_year_count",
                account.lastYear().isPresent() ? account.lastYear().getAsInt() : null);
        json.put("status", account.status().code());
        json.put("outlooks", account.outlooks().stream().map(CountJson::outlook).toList());
        json.put("dates", texts(account.counted()));
        json.put("missing_days", texts(account.days().missing()));
        json.put("left_had_they_been_as_their_month", shown(account.leftHadMissingBeenAsTheirMonth()));
        return json;
    }

    /** What the accounts of counts and of ozone begin with. */
    static Map<String, Object> head(Target target) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("subject", target.subject().id());
        json.put("indicator", target.indicator().code());
        json.put("target_id", target.id());
        json.put("target_written", target.written());
        json.put("target_source", target.source());
        json.put("period", target.period().toString());
        return json;
    }

    static Map<String, Object> outlook(Outlook outlook) {
        return ordered(
                "name", outlook.name(),
                "rest", shown(outlook.rest()),
                "end", shown(outlook.end()),
                "attains", outlook.attains());
    }

    static List<String> texts(List<?> dates) {
        return dates.stream().map(Object::toString).toList();
    }
}
