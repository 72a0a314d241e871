package org.microgram.ingest;

import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

/**
 * What whoever reads files in may bring besides raw values: a decision that stands in a file takes the right that it takes anywhere else.
 *
 * @param review audited values, and those of a first or second review
 * @param approve final ones: only these can count beside or after a lock
 */
public record Rights(boolean review, boolean approve) {

    /** Everything: whoever owns the data directory, as long as there are no users. */
    public static final Rights ALL = new Rights(true, true);

    /** Raw values only. */
    public static final Rights RAW = new Rights(false, false);

    public boolean cover(Version version) {
        if (version.state() == ReviewState.FINAL) {
            return approve;
        }
        return review || (version.state() == ReviewState.RAW && version.rank() != Rank.AUDITED);
    }
}
