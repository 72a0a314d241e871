package org.microgram.standalone.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment as people write it: with an offset, or in Beijing's time; a day alone is its end. */
final class Moments implements ITypeConverter<Instant> {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @Override
    public Instant convert(String text) {
        try {
            if (text.length() == "2020-02-12".length()) {
                return LocalDate.parse(text).plusDays(1).atStartOfDay(BEIJING).toInstant();
            }
            if (text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")) {
                return OffsetDateTime.parse(text).toInstant();
            }
            return LocalDateTime.parse(text.replace(' ', 'T')).atZone(BEIJING).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no moment; write 2020-02-13T09:00:00+08:00, 2020-02-13T09:00 or 2020-02-13");
        }
    }
}
