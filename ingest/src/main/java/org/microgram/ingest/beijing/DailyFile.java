package org.microgram.ingest.beijing;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One daily file of the archive, not read yet.
 *
 * @param kind {@code all} (particles) or {@code extra} (gases)
 * @param date yyyymmdd, as its name says
 * @param source where it is: a path, or archive!/entry
 * @param content its bytes
 */
record DailyFile(String kind, int date, String source, Content content) {

    /** Files of a day in an order that the order of the inputs does not change. */
    static final Comparator<DailyFile> ORDER =
            Comparator.comparing(DailyFile::kind).thenComparing(DailyFile::source);

    private static final Pattern NAME =
            Pattern.compile("(?:.*[/\\\\])?beijing_(all|extra)_(\\d{8})\\.csv", Pattern.DOTALL);

    /** Where the bytes come from: memory for archives, the disk for files, so that a folder of any size can be read. */
    @FunctionalInterface
    interface Content {
        byte[] bytes() throws IOException;
    }

    /** Whether a path or an entry of an archive is named like a daily file. */
    static boolean isNamedLikeOne(String name) {
        return NAME.matcher(name).matches();
    }

    /** A daily file by its name; empty when it is not named like one. */
    static Optional<DailyFile> named(String name, String source, Content content) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(new DailyFile(matcher.group(1), Integer.parseInt(matcher.group(2)), source, content))
                : Optional.empty();
    }

    /** The day, or empty when there is no such day. */
    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.of(date / 10_000, date / 100 % 100, date % 100));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
