/** What was ever said of water samples, by section and day: the ledger's blocks of surface water, as {@code ledger} has those of the air. */
package org.microgram.standards.samples;
