package org.microgram.messages.readings;

/** What one section's ledger is made of. */
public sealed interface SectionMessage extends LedgerMessage permits SectionSample, DayLock {

    /** Id of the section in {@code config/sections.csv}: the key. */
    String section();
}
