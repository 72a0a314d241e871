package org.microgram.standards.ledger;

/** How far a value has been reviewed: raw, first review (初审), second review (复审), final (终审入库). */
public enum ReviewState {
    RAW,
    FIRST,
    SECOND,
    FINAL
}
