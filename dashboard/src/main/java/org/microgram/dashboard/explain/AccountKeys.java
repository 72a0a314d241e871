package org.microgram.dashboard.explain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.microgram.messages.network.Target;

/** What asks for the receipts of an account, by the names of its figures. */
public final class AccountKeys {

    private AccountKeys() {}

    /** None before the first day of the target's span is gone. */
    public static Map<String, String> of(Target target, LocalDate through) {
        Map<String, String> keys = new LinkedHashMap<>();
        if (!through.isBefore(target.period().firstDay())) {
            AccountKey.figures(target.indicator())
                    .forEach(figure -> keys.put(figure, new AccountKey(target, figure, through).text()));
        }
        return keys;
    }
}
