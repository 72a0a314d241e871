package org.microgram.standards.ledger;

/** Where an hour's value comes from; a later one outranks an earlier one (rule K1). */
public enum Rank {
    /** Formed here from minute values. */
    MINUTES,
    /** Sent as an hour's value. */
    HOUR,
    /** Entered by a person, with author and reason. */
    AUDITED
}
