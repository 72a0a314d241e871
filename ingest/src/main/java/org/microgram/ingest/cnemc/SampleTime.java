package org.microgram.ingest.cnemc;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.microgram.ingest.csv.Refused;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.standards.ChinaTime;

/**
 * When water was taken, of a text without a year such as {@code 04-01 08:00} (China Standard Time).
 *
 * <p><b>Rule.</b> The year is that of the arrival, or the one before when that would lie in the future: a sample cannot arrive before it is
 * taken. What lies ahead by a day or less is no sample of last year but a clock that runs ahead, and is refused.
 */
final class SampleTime {

    private static final Pattern TEXT = Pattern.compile("(\\d{2})-(\\d{2}) (\\d{2}):(\\d{2})");

    private SampleTime() {}

    /**
     * @param arrival seconds since 1970 UTC
     * @return seconds since 1970 UTC
     */
    static long resolve(String text, long arrival) throws Refused {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new Refused(Reason.BAD_TIME, "time \"" + text + "\"");
        }
        int year = ChinaTime.date(ChinaTime.dayOf(arrival)).getYear();
        // A 29 February that the arrival's year does not have is the one of the year before, if that has it.
        for (int candidate = year; candidate >= year - 1; candidate--) {
            long second;
            try {
                second = LocalDateTime.of(
                                candidate, number(parts, 1), number(parts, 2), number(parts, 3), number(parts, 4))
                        .toEpochSecond(ChinaTime.OFFSET);
            } catch (DateTimeException e) {
                continue;
            }
            if (second <= arrival) {
                return second;
            }
            if (second - arrival <= ChinaTime.SECONDS_OF_DAY) {
                throw new Refused(Reason.IN_THE_FUTURE, "time \"" + text + "\", which lies behind its arrival");
            }
        }
        throw new Refused(Reason.BAD_TIME, "time \"" + text + "\", which no such year has");
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
