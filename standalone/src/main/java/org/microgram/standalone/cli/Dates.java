package org.microgram.standalone.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import org.microgram.standalone.terminal.Lang;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Days and months as options have them; what is none is told in words, with how one is written. */
final class Dates {

    private Dates() {}

    static void register(CommandLine root, Lang lang) {
        root.registerConverter(
                LocalDate.class,
                of(
                        LocalDate::parse,
                        lang,
                        "不是一个日子；请写作 2021-04-30",
                        "is no day of the calendar; write one as 2021-04-30"));
        root.registerConverter(
                YearMonth.class, of(YearMonth::parse, lang, "不是一个月份；请写作 2021-04", "is no month; write one as 2021-04"));
    }

    private static <T> ITypeConverter<T> of(Function<String, T> parse, Lang lang, String zh, String en) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("\"" + text + "\" " + lang.pick(zh, en));
            }
        };
    }
}
