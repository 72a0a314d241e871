package org.microgram.flink.air;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.microgram.standards.ledger.DayBlock;
import org.microgram.standards.ledger.StationDay;

/** The values that count, of blocks, each made once; none for a day of which nothing was received. */
final class StationValues implements IntFunction<StationDay> {

    private final IntFunction<DayBlock> blocks;
    private final Map<Integer, StationDay> made = new HashMap<>();

    StationValues(IntFunction<DayBlock> blocks) {
        this.blocks = blocks;
    }

    @Override
    public StationDay apply(int day) {
        return made.computeIfAbsent(day, d -> {
            DayBlock block = blocks.apply(d);
            if (block == null) {
                return null;
            }
            StationDay values = block.values();
            return values.receivedAt() == Long.MIN_VALUE ? null : values;
        });
    }
}
