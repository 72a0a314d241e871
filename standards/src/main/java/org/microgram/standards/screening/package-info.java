/** Which values are suspect: rules over a ledger's slots, by what {@code config/screening.yaml} says. Flags are outputs, never state. */
package org.microgram.standards.screening;
