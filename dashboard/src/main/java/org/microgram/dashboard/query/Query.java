package org.microgram.dashboard.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.messages.air.StoredDays;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Editions;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.store.Store;

/**
 * Rows of one measurement as CSV (UTF-8, lines end with LF): {@code subject_kind,subject_id,subject_name,period_start,period_end}, then
 * the fields by their declared names. Numbers are printed exactly, without trailing zeros; none is empty. Sorted by row key.
 */
public final class Query {

    private final Network network;
    private final Views views;
    private final Subjects subjects;

    public Query(Store store, Network network) {
        this(new Views(store, network, PublishedBases.NONE), network);
    }

    public Query(Views views, Network network) {
        this.network = network;
        this.views = views;
        this.subjects = new Subjects(network);
    }

    /**
     * @param measurement {@code air_day}
     * @param names ids or names of subjects, or {@code kind:id}; empty for all
     * @param from first day {@code 2019-02-12} or first hour by the label of its end {@code 2019-02-12T08}, local; null for no bound
     * @param to last day or last hour, included; null for no bound. A row lies where its interval begins; a year to
     *     date, and a view whose page in docs/rows.md says so, on its last day
     * @return how many rows were written
     * @throws IllegalArgumentException saying what was found, what is accepted and what to do
     */
    public long write(String measurement, Collection<String> names, String from, String to, Writer out)
            throws IOException {
        return write(measurement, names, from, to, null, out);
    }

    /** @param edition that judges the days of {@code air_day} instead of the one in force on them; null for that one */
    public long write(String measurement, Collection<String> names, String from, String to, String edition, Writer out)
            throws IOException {
        return write(measurement, names, from, to, edition, new RowsCsv(subjects, out));
    }

    /** The same into any shape. */
    public long write(String measurement, Collection<String> names, String from, String to, RowsOut out)
            throws IOException {
        return write(measurement, names, from, to, null, out);
    }

    /** Both: judged by an edition or not, into any shape. */
    public long write(String measurement, Collection<String> names, String from, String to, String edition, RowsOut out)
            throws IOException {
        Measurement of = measurement(measurement);
        UnaryOperator<Row> judge = edition == null ? UnaryOperator.identity() : judge(of, edition);
        TreeSet<Subject> wanted = new TreeSet<>();
        names.forEach(name -> wanted.add(subjects.find(name, of)));
        // Not Long.MIN_VALUE: a store may turn seconds into microseconds.
        long fromSecond = from == null ? ChinaTime.startOf(LocalDate.of(1970, 1, 2)) : bounds(from)[0];
        long toSecond = to == null ? ChinaTime.startOf(LocalDate.of(2200, 1, 1)) : bounds(to)[1];
        if (fromSecond >= toSecond) {
            throw new IllegalArgumentException("Found: from " + from + " to " + to
                    + ". Expected: a from that is not after to. Do: exchange them; both are included.");
        }
        long[] count = {0};
        try {
            out.begin(of);
            views.scan(of, wanted, fromSecond, toSecond, row -> {
                write(judge.apply(row), out);
                count[0]++;
            });
            out.end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return count[0];
    }

    private static void write(Row row, RowsOut out) {
        try {
            out.row(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UnaryOperator<Row> judge(Measurement of, String name) {
        if (of != Measurement.AIR_DAY) {
            throw new IllegalArgumentException("Found: --edition with " + of.code() + ". Expected: it with air_day."
                    + " Do: leave it out, or ask for a year under several editions: ./microgram compare --help.");
        }
        Editions editions = network.judges().editions();
        Edition edition = editions.get(name);
        SubIndex index = editions.indexOf(edition)
                .orElseThrow(() -> new IllegalArgumentException("Found: edition \"" + edition.name()
                        + "\", which no index goes with. Expected: one that gives an AQI. Do: write HJ 633-2012 or"
                        + " HJ 633-2026, or count its attaining days: ./microgram compare --help."));
        DailyProfile profile = DailyProfile.of(network.dailyProfile());
        return row -> StoredDays.under(index, profile, row);
    }

    private static Measurement measurement(String code) {
        return Arrays.stream(Measurement.values())
                .filter(m -> m.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Found: measurement \"" + code + "\". Expected: "
                        + String.join(
                                ", ",
                                Arrays.stream(Measurement.values())
                                        .map(Measurement::code)
                                        .toList())
                        + ". Do: write one of these after --measurement."));
    }

    /** From the first second of a day or an hour to the first after it. */
    private static long[] bounds(String text) {
        try {
            long day = ChinaTime.startOf(LocalDate.parse(text.substring(0, Math.min(10, text.length()))));
            if (text.length() <= 10) {
                return new long[] {day, day + ChinaTime.SECONDS_OF_DAY};
            }
            int label = text.matches(".{10}T\\d{2}") ? Integer.parseInt(text.substring(11)) : 0;
            if (label >= 1 && label <= 24) {
                long end = day + label * (long) ChinaTime.SECONDS_OF_HOUR;
                return new long[] {end - ChinaTime.SECONDS_OF_HOUR, end};
            }
            throw new DateTimeException("no label of an hour");
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Found: \"" + text + "\". Expected: a day such as 2019-02-12, or an hour by the label of its end,"
                            + " 01 to 24, such as 2019-02-12T08. Do: check that the day exists; midnight is T24 of the day that ends.",
                    e);
        }
    }
}
