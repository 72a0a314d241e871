package org.microgram.standards.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

/** Where an account stands (definitions §9). Each later one holds when none before it does. */
public enum AccountStatus {
    /** Nothing is to come, and the span lacks valid days: it neither attains nor misses. */
    BELOW_MINIMUM,
    /** Nothing is to come: the figure attains its target. */
    ATTAINED,
    /** Nothing is to come: it does not. */
    MISSED,
    /** Fewer valid days than an outlook is worth: {@link #TOO_EARLY_DAYS}, or what config/targets.yaml says. */
    TOO_EARLY,
    /** What the days to come may still take is less than nothing, or less than they took in any known year. */
    OUT_OF_REACH,
    /** The median of the outlooks misses. */
    AT_RISK,
    ON_COURSE;

    /** House rule, {@code account/rules.csv}. */
    public static final int TOO_EARLY_DAYS = Table.read("account/rules.csv").stream()
            .filter(row -> row.get("rule").equals("too_early"))
            .findFirst()
            .orElseThrow()
            .integer("value");

    /** {@code at_risk}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a span that is over has come to. */
    static AccountStatus ofOver(boolean enough, boolean attains) {
        return !enough ? BELOW_MINIMUM : attains ? ATTAINED : MISSED;
    }

    /** The median of where the outlooks end; empty without any. */
    static Optional<Fraction> median(List<Outlook> outlooks) {
        return Sums.median(outlooks.stream().map(Outlook::end).toList());
    }
}
