package org.microgram.ingest.cnemc;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.microgram.ingest.csv.Refused;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.standards.ChinaTime;

/**
 * When a page was fetched, which is not in it: of its file's name, {@code …2026-08-21….json} or {@code …2026-08-21T2130….json}, China Standard
 * Time. The day alone means its end. A file's time on disk says nothing, as copying changes it.
 */
final class PageTime {

    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?:T(\\d{2})[-:]?(\\d{2})(?!\\d))?");

    private PageTime() {}

    /** Seconds since 1970 UTC. */
    static long of(Path file) throws Refused {
        String name = String.valueOf(file.getFileName());
        Matcher parts = DATE.matcher(name);
        if (parts.find()) {
            try {
                LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
                if (day.getYear() >= 1970 && day.getYear() < 2200) {
                    return parts.group(4) == null
                            ? ChinaTime.startOf(day.plusDays(1))
                            : ChinaTime.startOf(day)
                                    + LocalTime.of(number(parts, 4), number(parts, 5))
                                            .toSecondOfDay();
                }
            } catch (DateTimeException e) {
                // told below
            }
        }
        throw new Refused(
                Reason.BAD_TIME,
                "the name does not say when the page was fetched: name it like page-2026-08-21T2130.json (China time)");
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
