package org.microgram.ingest.values;

/** Numbers that American networks write where a value is missing. A mean over them would be far below zero. */
public final class Missing {

    private Missing() {}

    /** -999, -9999 and the same with decimals of zero. */
    public static boolean isCode(String value) {
        return value.matches("-(999|9999)(\\.0{1,6})?");
    }
}
