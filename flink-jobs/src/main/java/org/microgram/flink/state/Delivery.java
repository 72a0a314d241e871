package org.microgram.flink.state;

/**
 * What became of a station's records of one batch; kept in state, so that the law of conservation can be counted after any restart.
 *
 * @param records records read
 * @param used values that entered a slot
 * @param duplicate values that were there already, version and all
 * @param refused values that could not be used
 */
public record Delivery(long records, long used, long duplicate, long refused) {

    public static final Delivery NOTHING = new Delivery(0, 0, 0, 0);

    public Delivery plus(int usedValues, int duplicateValues, int refusedValues) {
        return new Delivery(records + 1, used + usedValues, duplicate + duplicateValues, refused + refusedValues);
    }

    public long values() {
        return used + duplicate + refused;
    }
}
