package org.microgram.ingest.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.ReadReport;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Reader;
import org.microgram.ingest.ReadingSink;
import org.microgram.ingest.files.Limits;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.StationRecord;

/**
 * Stop 1 of a reading's way: tables with one value a row, as a bureau exports or enters them. UTF-8, comma separated, columns in any order:
 *
 * <pre>station,parameter,start,length,value,unit,rank,state,received_at,seq,author,reason</pre>
 *
 * <p>station: id, name or alias. parameter: PM2.5 … O3. start and received_at: ISO 8601 with offset; <em>start</em> of the interval, not its
 * end. length: seconds or PT1H. unit: µg/m3 (ug/m3), for CO mg/m3. rank: minutes, hour, audited. state: raw, first, second, final. seq: a
 * whole number. author and reason: who decided it and why; needed when audited.
 *
 * <p>An empty value of an audited row withdraws the hour's value (a tombstone); of any other row it is a value that is missing, and says
 * nothing. The version's source is the format's name, so that the file's name does not decide which of two values counts.
 */
public final class ReadingsCsvReader implements Reader {

    public static final String FORMAT = "readings-csv";

    private static final int MOST_FIELD_CHARS = 16_384;

    /**
     * A row that repeats one of this many before it is counted as duplicate. One further back is handed on again, which changes nothing (its
     * version is the same); the bound keeps a table of any length from filling memory.
     */
    private static final int ROWS_LOOKED_BACK = 250_000;

    private final Limits limits;

    public ReadingsCsvReader() {
        this(Limits.DEFAULT);
    }

    public ReadingsCsvReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public ReadReport read(List<Path> inputs, ReadContext context, ReadingSink sink) throws IOException {
        ReadRun run = new ReadRun(FORMAT, context, sink);
        List<Path> files = new ArrayList<>();
        for (Path input : inputs) {
            gather(input, files, run);
        }
        run.expectFiles(files.size());
        RowParser parser = new RowParser(context.network(), context.batch());
        Recent<StationRecord> seen = new Recent<>(ROWS_LOOKED_BACK);
        for (Path file : files) {
            byte[] bytes = head(file);
            if (bytes.length > limits.fileBytes()) {
                String found = "it has more than " + limits.fileBytes() + " bytes";
                run.refuse(Reason.TOO_LARGE, file.toString(), 0, found, "", 0);
            } else {
                new Table(file.toString(), parser, run, seen).read(bytes);
            }
            run.fileDone();
        }
        return run.report();
    }

    private static void gather(Path input, List<Path> files, ReadRun run) throws IOException {
        if (!Files.exists(input)) {
            throw new NoSuchFileException(input.toString(), null, "there is no such file or folder");
        }
        if (!Files.isDirectory(input)) {
            files.add(input);
            return;
        }
        try (Stream<Path> walk = Files.walk(input)) {
            for (Path path : walk.filter(p -> !Files.isDirectory(p)).sorted().toList()) {
                if (path.toString().endsWith(".csv") && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(path);
                } else {
                    run.countOtherFile();
                }
            }
        }
    }

    /** The file, or one byte more than is allowed. */
    private byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes((int) limits.fileBytes() + 1);
        }
    }

    /** One file. */
    private static final class Table {

        private final String source;
        private final RowParser parser;
        private final ReadRun run;
        private final Recent<StationRecord> seen;

        Table(String source, RowParser parser, ReadRun run, Recent<StationRecord> seen) {
            this.source = source;
            this.parser = parser;
            this.run = run;
            this.seen = seen;
        }

        void read(byte[] bytes) throws IOException {
            if (bytes.length == 0) {
                run.refuse(Reason.EMPTY_FILE, source, 0, "no bytes", "", 0);
                return;
            }
            if (isNoText(bytes)) {
                run.refuse(Reason.NOT_A_TABLE, source, 0, "a page or binary data", text(bytes), 0);
                return;
            }
            long line = 1;
            try (CsvReader<CsvRecord> csv = CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .detectBomHeader(true)
                    .build(
                            CsvRecordHandler.of(handler -> handler.maxFields(64).maxFieldSize(MOST_FIELD_CHARS)),
                            new ByteArrayInputStream(bytes),
                            StandardCharsets.UTF_8)) {
                Columns columns = null;
                for (CsvRecord row : csv) {
                    line = row.getStartingLineNumber();
                    if (columns != null) {
                        row(columns, row);
                    } else {
                        columns = Columns.of(row.getFields());
                        if (!columns.fault().isEmpty()) {
                            int values = countRows(csv);
                            run.refuse(Reason.BAD_HEADER, source, line, columns.fault(), text(bytes), values);
                            return;
                        }
                    }
                }
            } catch (CsvParseException e) {
                // A quote that is never closed swallows the rest of the file: what was read before stands.
                run.refuse(Reason.CUT_ROW, source, line + 1, "the rest cannot be split into rows", text(bytes), 0);
            }
        }

        private void row(Columns columns, CsvRecord row) {
            run.countRead(1);
            RowParser.Outcome outcome = parser.parse(columns, row.getFields());
            if (outcome.reason() != null) {
                String raw = String.join(",", row.getFields());
                run.refuse(outcome.reason(), source, row.getStartingLineNumber(), outcome.found(), raw, 1);
            } else if (outcome.record() == null) {
                run.countEmpty(1);
            } else if (seen.add(outcome.record())) {
                run.accept(outcome.record());
            } else {
                run.countDuplicate(1);
            }
        }

        private int countRows(CsvReader<CsvRecord> csv) {
            int rows = 0;
            for (CsvRecord row : csv) {
                rows += row.getFieldCount() > 0 ? 1 : 0;
            }
            run.countRead(rows);
            return rows;
        }

        private static boolean isNoText(byte[] bytes) {
            int looked = Math.min(bytes.length, 1024);
            for (int i = 0; i < looked; i++) {
                if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != '\t') {
                    return true;
                }
            }
            return new String(bytes, 0, looked, StandardCharsets.UTF_8)
                    .stripLeading()
                    .startsWith("<");
        }

        private static String text(byte[] bytes) {
            return new String(bytes, 0, Math.min(bytes.length, ReadRun.RAW_CHARS), StandardCharsets.UTF_8);
        }
    }
}
