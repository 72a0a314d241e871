package org.microgram.ingest.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.ReadReport;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Reader;
import org.microgram.ingest.ReadingSink;
import org.microgram.ingest.Recent;
import org.microgram.ingest.Records;
import org.microgram.ingest.Trace;
import org.microgram.ingest.files.InputFiles;
import org.microgram.ingest.files.Limits;
import org.microgram.ingest.minutes.HoursFromMinutes;
import org.microgram.ingest.minutes.MinuteValue;
import org.microgram.ingest.values.ReadValue;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.samples.SampleValues;

/**
 * Stop 1 of a reading's way: tables with one value a row, as a bureau exports or enters them. UTF-8, comma separated, {@code .csv} or
 * {@code .csv.gz}, columns in any order; docs/extend/readings-csv.md says what each means:
 *
 * <pre>station,parameter,start,length,value,unit,rank,state,received_at,seq,author,reason,flag,method,detection_limit</pre>
 *
 * <p>station: id, name or alias. parameter: PM2.5 … O3. start and received_at: ISO 8601 with offset; <em>start</em> of the interval, not its
 * end. length: seconds, PT1H, or PT1M to PT59M within an hour with rank minutes. unit: µg/m3 (ug/m3), mg/m3, of gases ppb, ppm. rank:
 * minutes, hour, audited. state: raw, first, second, final. seq: a whole number. author and reason: who decided it and why; needed when
 * audited. flag: HJ 212. The last five columns may be missing.
 *
 * <p>Rows whose parameter is one of surface water are samples of sections: {@link SampleParser}.
 *
 * <p>An empty value of an audited row withdraws the hour's value (a tombstone), and so does a flag that is not valid; of any other row it is
 * a value that is missing, and says nothing. The version's source is the format's name, so that the file's name does not decide which of two
 * values counts.
 */
public final class ReadingsCsvReader implements Reader {

    public static final String FORMAT = "readings-csv";

    static final List<String> NEEDED =
            List.of("station", "parameter", "start", "length", "value", "unit", "rank", "state", "received_at", "seq");

    /** Only a person's decision, a logger's flag or a laboratory needs them. */
    static final List<String> OPTIONAL = List.of("author", "reason", "flag", "method", "detection_limit");

    /** As of samples of any reader: one further back is handed on again, which changes nothing. */
    private static final int LOOKED_BACK = 20_000;

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
        RowParser parser = new RowParser(context.network(), context.rights());
        Records records = new Records(run, FORMAT);
        SampleParser samples = new SampleParser(context.network().water(), context.rights());
        Recent<SectionSample> seen = new Recent<>(LOOKED_BACK);
        HoursFromMinutes hours = new HoursFromMinutes(run, FORMAT);
        InputFiles.each(
                inputs,
                run,
                limits,
                name -> name.endsWith(".csv"),
                (file, bytes, source) -> CsvTable.read(
                        bytes, source, run, new Rows(source, parser, run, records, hours, samples, seen)));
        hours.handOn();
        return run.report();
    }

    /** The rows of one file. */
    private static final class Rows implements CsvTable.Rows {

        private final String source;
        private final RowParser parser;
        private final ReadRun run;
        private final Records records;
        private final HoursFromMinutes hours;
        private final SampleParser samples;
        private final Recent<SectionSample> seen;
        private Columns columns;

        Rows(
                String source,
                RowParser parser,
                ReadRun run,
                Records records,
                HoursFromMinutes hours,
                SampleParser samples,
                Recent<SectionSample> seen) {
            this.source = source;
            this.parser = parser;
            this.run = run;
            this.records = records;
            this.hours = hours;
            this.samples = samples;
            this.seen = seen;
        }

        @Override
        public String header(List<String> names) {
            columns = Columns.closed(names, NEEDED, OPTIONAL);
            return columns.fault();
        }

        @Override
        public int valuesInRow() {
            return 1;
        }

        @Override
        public void row(long line, List<String> cells) {
            run.countRead(1);
            try {
                if (SampleParser.speaksOfWater(columns, cells)) {
                    handOn(samples.parse(columns, cells));
                } else {
                    handOn(line, parser.parse(columns, cells));
                }
            } catch (Refused e) {
                run.refuse(e.reason(), source, line, e.getMessage(), String.join(",", cells), 1);
            }
        }

        /** A sample of water, of which the row says one parameter; the section's ledger puts those of one sample together. */
        private void handOn(SampleParser.Said said) {
            if (!said.value().isValue()) {
                run.countEmpty(1);
            }
            if (said.value().code().isEmpty() && said.status().isEmpty()) {
                return;
            }
            SectionSample sample = new SectionSample(
                    said.section(),
                    said.second(),
                    said.byHand(),
                    said.version(),
                    run.context().batch(),
                    Trace.of(FORMAT, said.section()).at(said.second()),
                    said.author(),
                    said.reason(),
                    new SampleValues(
                            said.value()
                                    .code()
                                    .map(code -> Map.of(said.parameter(), code))
                                    .orElse(Map.of()),
                            Optional.empty(),
                            said.status()),
                    said.value().notes());
            if (seen.add(sample)) {
                run.accept(sample);
            } else {
                run.countDuplicate(sample.values().count());
            }
        }

        private void handOn(long line, RowParser.Said said) {
            Version version = said.version();
            if (said.value().isAbsent()) {
                run.countEmpty(1);
            } else if (said.lengthSeconds() < StationRecord.HOUR) {
                hours.add(new MinuteValue(
                        said.station(),
                        said.pollutant(),
                        said.startSecond(),
                        said.lengthSeconds() / 60,
                        said.value().scaled(),
                        said.value().note(),
                        version.state(),
                        version.receivedAt(),
                        version.seq(),
                        source,
                        line));
            } else {
                Map<Pollutant, ReadValue> value = Map.of(said.pollutant(), said.value());
                records.hour(said.station(), said.startSecond(), version, said.author(), said.reason(), value);
            }
        }
    }
}
