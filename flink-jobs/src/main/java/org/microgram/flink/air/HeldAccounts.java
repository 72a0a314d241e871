package org.microgram.flink.air;

import java.util.HashMap;
import java.util.Map;
import org.microgram.flink.ledger.DirtyDays;
import org.microgram.messages.air.SubjectAccounts;
import org.microgram.messages.network.Network;
import org.microgram.messages.rows.Subject;

/** The accounts of an operator's subjects: kept between calls, made anew after a restart from the days that its state has. */
final class HeldAccounts {

    private final Network network;
    private final Map<Subject, SubjectAccounts> accounts = new HashMap<>();

    HeldAccounts(Network network) {
        this.network = network;
    }

    /** @param days of the subject, whose key is the current one */
    SubjectAccounts of(Subject subject, DirtyDays<?> days) throws Exception {
        SubjectAccounts held = accounts.get(subject);
        if (held == null) {
            held = new SubjectAccounts(network, subject, days.known());
            accounts.put(subject, held);
        }
        return held;
    }
}
