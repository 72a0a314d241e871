package org.microgram.messages.readings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.standards.ChinaTime;

/** Lock events as rows of the measurement {@code lock} and back, so that a figure can be recounted as of any moment. The batch is not kept. */
public final class LockRows {

    private LockRows() {}

    /** The row of an event; two different events never share a key. */
    public static Row row(DayLock lock) {
        long start = ChinaTime.startOf(lock.day());
        String variant = lock.at() + "." + (lock.locked() ? 1 : 0) + "." + digest(lock);
        return Row.builder(
                        new RowKey(Measurement.LOCK, lock.subject(), start, start + ChinaTime.SECONDS_OF_DAY, variant))
                .number("locked", lock.locked() ? 1 : 0)
                .number("at", lock.at())
                .text("author", orNone(lock.author()))
                .text("reason", orNone(lock.reason()))
                .text("trace", orNone(lock.trace()))
                .build();
    }

    /** Of who and why: two people may lock at one moment. */
    private static String digest(DayLock lock) {
        String who = String.join("\n", lock.author(), lock.reason(), lock.trace());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The event that a row was made of, with an empty batch. */
    public static DayLock lock(Row row) {
        return new DayLock(
                row.subject(),
                ChinaTime.dayOf(row.key().startSecond()),
                row.number("locked") == 1,
                row.number("at"),
                orEmpty(row.text("author")),
                orEmpty(row.text("reason")),
                "",
                orEmpty(row.text("trace")));
    }

    private static String orNone(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
