package org.microgram.dashboard.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.messages.network.Target;
import org.microgram.standards.account.Account;
import org.microgram.standards.account.AccountDays;
import org.microgram.standards.account.AccountStatus;
import org.microgram.standards.account.CountAccount;
import org.microgram.standards.account.MeanAccount;
import org.microgram.standards.account.PercentileAccount;

/** A target with its account, of a mean, of a number of days, or of a percentile. */
public sealed interface TargetAccount {

    Target target();

    Account account();

    default AccountDays days() {
        return account().days();
    }

    default AccountStatus status() {
        return account().status();
    }

    /** Its figures, key by key in the order in which they are written. */
    Map<String, Object> json();

    /** Whether a day so far has what the indicator takes; without one there is nothing to say. */
    default boolean hasDays() {
        return !days().soFar().isEmpty();
    }

    /** Of PM2.5; its JSON is without what needs more than the days, a what-if and the stations. */
    record OfMean(Target target, MeanAccount account) implements TargetAccount {

        @Override
        public Map<String, Object> json() {
            return AccountJson.of(target, account, Optional.empty(), List.of());
        }
    }

    /** Of good days or of heavy ones. */
    record OfCount(Target target, CountAccount account) implements TargetAccount {

        @Override
        public Map<String, Object> json() {
            return CountJson.of(target, account);
        }
    }

    /** Of the 90th percentile of O3. */
    record OfOzone(Target target, PercentileAccount account) implements TargetAccount {

        @Override
        public Map<String, Object> json() {
            return OzoneJson.of(target, account);
        }
    }
}
