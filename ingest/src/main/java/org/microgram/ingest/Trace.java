package org.microgram.ingest;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Makes trace ids: sixteen hexadecimal digits, FNV-1a over source, station and start of the interval. The same reading has the same id on
 * every way and in every run; an id leads to a reading, it proves nothing.
 */
public final class Trace {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final long stem;

    private Trace(long stem) {
        this.stem = stem;
    }

    /** The part that all readings of one station from one source share. */
    public static Trace of(String source, String station) {
        long hash = BASIS;
        for (byte b : (source + "|" + station + "|").getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        return new Trace(hash);
    }

    /**
     * @param startSecond start of the interval, seconds since 1970 UTC
     */
    public String at(long startSecond) {
        long hash = stem;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            hash = (hash ^ ((startSecond >>> shift) & 0xff)) * PRIME;
        }
        return HexFormat.of().toHexDigits(hash);
    }
}
