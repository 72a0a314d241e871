package org.microgram.flink.state;

import org.microgram.standards.ledger.StationDay;

/**
 * A station's day as an area should know it from now on (rule K4: an upsert, never a difference).
 *
 * @param live whether its rows are to be sent at once; else with the next tick
 */
public record AreaUpdate(String area, String station, boolean live, StationDay day) {}
