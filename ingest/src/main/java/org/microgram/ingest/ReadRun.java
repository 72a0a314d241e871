package org.microgram.ingest;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ledger.Version;

/**
 * One run of a reader: passes on to the sink and counts. What is <em>read</em> is counted where cells are found, its fate where it is
 * decided, so that the law of conservation in {@link ReadReport} compares two counts and not one with itself.
 */
public final class ReadRun {

    /** More of a refused text than this helps nobody to find the fault. */
    public static final int RAW_CHARS = 4096;

    private final String format;
    private final ReadContext context;
    private final ReadingSink sink;
    private final Map<Refusal.Reason, Long> refused = new EnumMap<>(Refusal.Reason.class);
    private int files;
    private int filesTotal;
    private int otherFiles;
    private int duplicateFiles;
    private long records;
    private long read;
    private long used;
    private long duplicate;
    private long empty;
    private long published;
    private long refusals;
    private long knownRefusals;
    private long minutes;
    private long formed;

    public ReadRun(String format, ReadContext context, ReadingSink sink) {
        this.format = format;
        this.context = context;
        this.sink = sink;
    }

    public ReadContext context() {
        return context;
    }

    /** Hands a record on; its values are used, unless whoever reads them in may not bring them. */
    public void accept(StationRecord record) {
        if (isRefused(record.version(), record.toString(), record.values().count())) {
            return;
        }
        sink.accept(record);
        records++;
        used += record.values().count();
    }

    /** Hands a water sample on; its values are used. What it says of absences are no values: they were counted as empty. */
    public void accept(SectionSample sample) {
        int values = sample.values().count();
        if ((values > 0 || isYetToCome(sample.version())) && isRefused(sample.version(), sample.toString(), values)) {
            return;
        }
        sink.accept(sample);
        records++;
        used += values;
    }

    /** Hands on an hour's value that was formed of so many minute values; these are used. */
    public void acceptFormed(StationRecord record, int minuteValues) {
        if (isRefused(record.version(), record.toString(), minuteValues)) {
            return;
        }
        sink.accept(record);
        records++;
        used += minuteValues;
        minutes += minuteValues;
        formed += record.values().count();
    }

    private boolean isYetToCome(Version version) {
        return Instant.ofEpochMilli(version.receivedAt()).isAfter(context.latest());
    }

    /** The last gate, for what has not arrived yet, and for readers that do not refuse row by row what whoever reads it in may not bring. */
    private boolean isRefused(Version version, String raw, int values) {
        if (isYetToCome(version)) {
            Instant arrival = Instant.ofEpochMilli(version.receivedAt());
            String found = "arrival " + arrival + ", read in before " + context.latest();
            refuse(Refusal.Reason.IN_THE_FUTURE, version.source(), version.seq(), found, raw, values);
            return true;
        }
        if (context.rights().cover(version)) {
            return false;
        }
        refuse(Refusal.Reason.NOT_ALLOWED, version.source(), version.seq(), notCovered(version), raw, values);
        return true;
    }

    /** What a refusal says of a version that whoever reads it in may not bring. */
    public static String notCovered(Version version) {
        return "rank " + version.rank().name().toLowerCase(Locale.ROOT) + ", state "
                + version.state().name().toLowerCase(Locale.ROOT);
    }

    /**
     * Refuses a cell, row or file.
     *
     * @param position line, or 0 for a whole file
     * @param raw the text; cut here
     * @param values how many values are lost by it; they must have been counted as read
     */
    public void refuse(Refusal.Reason reason, String source, long position, String found, String raw, int values) {
        String cut = raw.length() > RAW_CHARS ? raw.substring(0, RAW_CHARS) : raw;
        Refusal refusal = new Refusal(reason, oneLine(source), position, oneLine(found), cut, context.batch(), values);
        sink.refuse(refusal);
        refusals++;
        if (context.knownDefects().covers(refusal)) {
            knownRefusals++;
        }
        refused.merge(reason, (long) values, Long::sum);
    }

    /** Names of files and cells go into messages, logs and terminals; they may not bring lines or escapes of their own. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** Cells found that may hold a value. */
    public void countRead(int values) {
        read += values;
    }

    public void countEmpty(int values) {
        empty += values;
    }

    public void countDuplicate(int values) {
        duplicate += values;
    }

    public void countPublished(int figures) {
        published += figures;
    }

    public void countOtherFile() {
        otherFiles++;
    }

    public void countDuplicateFile() {
        duplicateFiles++;
    }

    /** Says how many files there will be. */
    public void expectFiles(int total) {
        filesTotal = total;
    }

    /** A file is done. */
    public void fileDone() {
        files++;
        context.progress().at(files, Math.max(files, filesTotal), records);
    }

    /** The account of the run; checks the law of conservation. */
    public ReadReport report() {
        return new ReadReport(
                format,
                files,
                otherFiles,
                duplicateFiles,
                records,
                read,
                used,
                refused,
                duplicate,
                empty,
                published,
                refusals,
                knownRefusals,
                minutes,
                formed);
    }
}
