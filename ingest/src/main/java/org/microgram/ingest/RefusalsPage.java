package org.microgram.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.microgram.messages.readings.Refusal.Reason;

/** Writes {@code docs/refusals.md} from the closed set of reasons, so that the page and the program cannot say different things. */
public final class RefusalsPage {

    /** Run in the project's root. */
    public static final String COMMAND =
            "java -cp standards/target/classes:messages/target/classes:ingest/target/classes "
                    + RefusalsPage.class.getName() + " docs/refusals.md";

    private static final Map<Reason, String> EXAMPLES = examples();

    private RefusalsPage() {}

    /**
     * @param args the file to write
     */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), text());
    }

    /** The page. */
    public static String text() {
        StringBuilder page = new StringBuilder("""
                # What is refused, and what to do

                Nothing that arrives is dropped without a trace. What cannot be used goes to the topic `refusals`, with one of the reasons
                below, the place it was found at, and the text itself (cut to 4,096 characters). Its neighbours are used: a bad cell does
                not cost its row, a bad row does not cost its file. Every run prints its account, *read = used + refused + duplicate +
                empty*, in values. Refusals listed in `config/known-defects.csv` are counted like all others, and do not turn exit code 0
                into 3.

                The reason is also the code in files and metrics.

                """);
        for (Reason reason : Reason.values()) {
            page.append("""
                    ## %s

                    | | |
                    |---|---|
                    | found | %s |
                    | expected | %s |
                    | what to do | %s |
                    | example | %s |

                    """.formatted(
                            reason.code(), reason.found(), reason.expected(), reason.remedy(), EXAMPLES.get(reason)));
        }
        return page.append(
                        "This page is made from `Refusal.Reason`. After a change of it, build, then run in the project's root:\n\n")
                .append("```\n" + COMMAND + "\n```\n")
                .toString();
    }

    private static Map<Reason, String> examples() {
        Map<Reason, String> examples = new EnumMap<>(Reason.class);
        examples.put(Reason.EMPTY_FILE, "`beijing_all_20161230.csv`, 0 bytes as downloaded");
        examples.put(
                Reason.NOT_A_TABLE,
                "`<html><h1>Not Found</h1><p>The resource could not be found.</p></html>` named .csv; a page of water that has no table, `{\"result\": 0}`");
        examples.put(Reason.BAD_HEADER, "`date,hour,type,涓滃洓,澶╁潧`: UTF-8 that was read as GBK");
        examples.put(Reason.CUT_ROW, "`20160724,18,PM2.5,,121,132` … `119,8`: 31 cells, the header has 38");
        examples.put(
                Reason.BAD_TIME,
                "`20190213,7,PM2.5,42` in the file of 12 February; `24` as an hour label; of water `*` as 监测时间 beside values; a page of water whose file's name has no date");
        examples.put(
                Reason.IN_THE_FUTURE,
                "start `2019-02-12T07:00:00+08:00`, received_at `2019-02-12T07:59:59+08:00`; received_at `2031-03-08T09:00:00+08:00`, read in 2026");
        examples.put(Reason.UNKNOWN_STATION, "station `9999A`");
        examples.put(Reason.UNKNOWN_SECTION, "`河北省,海河流域,古北口`: 古北口 stands in 北京市");
        examples.put(Reason.UNKNOWN_PARAMETER, "type `PM1`");
        examples.put(
                Reason.NOT_A_NUMBER,
                "`NaN`, `1e5`, `—`, `4 2`; also more than six decimals (of water these are rounded, with a note)");
        examples.put(Reason.OUT_OF_RANGE, "PM2.5 of `553405`, as in the public record of 2014; `-1`; pH of `14.2`");
        examples.put(Reason.BAD_UNIT, "`ppb` for PM2.5; no unit at all");
        examples.put(
                Reason.BAD_LENGTH,
                "`PT24H`; 30 minutes from 07:45 on; a table of times without lengths that are not all full hours");
        examples.put(Reason.TOO_FEW_MINUTES, "44 of the minutes from 07:00 on");
        examples.put(Reason.NO_AUTHOR, "rank `audited`, author empty; a lock of a day without a reason");
        examples.put(
                Reason.NOT_ALLOWED,
                "`…,41,ug/m3,audited,final,2019-03-01T09:00:00+08:00,1,Li Wei,\"zero drift, checked\"` by a user of the role system alone");
        examples.put(
                Reason.BAD_FIELD,
                "rank `daily`; seq `1.5`; flag `X`; an author of more than 1,000 characters; a class of water `Ⅵ`");
        examples.put(
                Reason.UNREADABLE_ARCHIVE,
                "an entry `../../etc/beijing_all_20190101.csv`; an archive cut off half-way");
        examples.put(Reason.TOO_LARGE, "50 kB of xz that unfold to 48 MB of zeros");
        examples.put(
                Reason.OVERFLOW,
                "hours whose sum does not fit 64 bits; readers refuse such values as `out_of_range` before");
        return examples;
    }
}
