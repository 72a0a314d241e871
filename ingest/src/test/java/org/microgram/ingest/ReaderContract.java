package org.microgram.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.ingest.files.Limits;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.DayBlock;
import org.microgram.standards.samples.SectionDay;

/**
 * What every reader promises. A new reader's test extends this class and says what its files look like; docs/extend/reader.md shows how.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class ReaderContract {

    /**
     * A file with a fault that costs exactly one refusal.
     *
     * @param name of the file
     * @param content of it
     * @param reason that it must be refused with
     * @param position line or place that the refusal must name; 0 for the whole file
     */
    public record Fault(String name, byte[] content, Reason reason, long position) {}

    @TempDir
    Path dir;

    /** The reader with these limits. */
    protected abstract Reader reader(Limits limits);

    /** The stations that the files speak of. */
    protected abstract Network network();

    /** Good files by name: at least three, with at least one hourly value that is used. */
    protected abstract Map<String, byte[]> files() throws IOException;

    /** Faulty files, as many kinds as the format has. */
    protected abstract List<Fault> faults();

    /** Whether the format's files may be {@code .gz}. */
    protected boolean readsGzip() {
        return true;
    }

    // ---- the law of conservation

    @Test
    void accounts_for_every_value_that_it_read() throws IOException {
        List<Path> inputs = write(dir, files());
        int n = 0;
        for (Fault fault : faults()) {
            inputs.add(write(dir.resolve("fault-" + n++), fault.name(), fault.content()));
        }
        inputs.addAll(write(dir.resolve("again"), files()));

        Run run = read(inputs);

        ReadReport report = run.report;
        assertThat(report.read()).isPositive();
        assertThat(report.used() + report.refusedValues() + report.duplicate() + report.empty())
                .as("used + refused + duplicate + empty")
                .isEqualTo(report.read());
        assertThat(run.values())
                .as("values in the records")
                .isEqualTo(report.handedOn())
                .isPositive();
        assertThat(run.refusals.stream().mapToLong(Refusal::values).sum())
                .as("values in the refusals")
                .isEqualTo(report.refusedValues());
        assertThat(report.records()).isEqualTo(run.said().size());
        assertThat(report.refusals()).isEqualTo(run.refusals.size());
        assertThat(report.format()).isEqualTo(reader(Limits.DEFAULT).format());
    }

    // ---- the content alone decides

    @RepeatedTest(10)
    void hands_on_the_same_in_any_order_and_packing(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Path> single = write(dir.resolve("single"), files());
        List<String> expected = read(single).said();
        assertThat(expected).isNotEmpty();

        Collections.shuffle(single, random);
        assertThat(read(single).said()).as("single files in another order").isEqualTo(expected);

        Path folder = dir.resolve("folder");
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            write(folder.resolve("f" + random.nextInt(3)), file.getKey(), file.getValue());
        }
        assertThat(read(List.of(folder)).said()).as("a folder with folders").isEqualTo(expected);

        if (readsGzip()) {
            List<Path> packed = new ArrayList<>();
            for (Map.Entry<String, byte[]> file : files().entrySet()) {
                boolean gzip = random.nextBoolean() && !file.getKey().endsWith(".gz");
                packed.add(write(
                        dir.resolve("packed"),
                        gzip ? file.getKey() + ".gz" : file.getKey(),
                        gzip ? gzip(file.getValue()) : file.getValue()));
            }
            assertThat(read(packed).said()).as("some of them compressed").isEqualTo(expected);
        }
    }

    @Test
    void does_not_depend_on_the_place_of_the_machine() throws IOException {
        List<Path> inputs = write(dir, files());
        List<String> expected = read(inputs).said();
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(read(inputs).said()).isEqualTo(expected);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void changes_nothing_when_it_reads_the_same_again() throws IOException {
        List<Path> inputs = write(dir.resolve("one"), files());
        inputs.addAll(write(dir.resolve("two"), files()));
        Ledgers ledgers = new Ledgers();
        assertThat(ledgers.enter(read(inputs))).isPositive();
        Map<String, Object> before = ledgers.all();

        assertThat(ledgers.enter(read(inputs)))
                .as("values that entered a ledger")
                .isZero();
        assertThat(ledgers.all()).isEqualTo(before);

        Ledgers once = new Ledgers();
        once.enter(read(write(dir.resolve("three"), files())));
        assertThat(once.all()).as("of the files read once").isEqualTo(before);
    }

    // ---- refusals

    @Test
    void refuses_a_fault_with_reason_source_and_place_and_keeps_the_text() throws IOException {
        assertThat(faults()).isNotEmpty();
        int n = 0;
        for (Fault fault : faults()) {
            Path file = write(dir.resolve("fault-" + n++), fault.name(), fault.content());
            Run run = read(List.of(file));
            assertThat(run.refusals).as(fault.toString()).hasSize(1);
            Refusal refusal = run.refusals.get(0);
            assertThat(refusal.reason()).as(fault.name()).isEqualTo(fault.reason());
            assertThat(refusal.source()).contains(fault.name());
            assertThat(refusal.position()).as(fault.name() + " " + refusal).isEqualTo(fault.position());
            assertThat(refusal.found()).isNotBlank().doesNotContain("\n");
            assertThat(refusal.batch()).isEqualTo("contract");
            if (fault.position() > 0) {
                assertThat(refusal.raw()).isNotEmpty();
            }
        }
    }

    @Test
    void refuses_a_file_that_is_empty_a_page_or_binary() throws IOException {
        String name = files().keySet().stream()
                .filter(n -> !n.endsWith(".gz"))
                .findFirst()
                .orElse("x.csv");
        Map<Reason, byte[]> bad = Map.of(
                Reason.EMPTY_FILE, new byte[0], Reason.NOT_A_TABLE, Archives.bytes("<html><h1>Not Found</h1></html>"));
        for (Map.Entry<Reason, byte[]> each : bad.entrySet()) {
            Run run = read(List.of(write(dir.resolve(each.getKey().code()), name, each.getValue())));
            assertThat(run.refusals).hasSize(1);
            assertThat(run.refusals.get(0).reason()).isEqualTo(each.getKey());
            assertThat(run.said()).isEmpty();
        }
        Run binary = read(List.of(write(dir.resolve("binary"), name, gzip(Archives.bytes("x")))));
        assertThat(binary.refusals.get(0).reason()).isEqualTo(Reason.NOT_A_TABLE);
    }

    @RepeatedTest(30)
    void survives_files_that_are_cut_or_damaged_anywhere(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Path> inputs = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            byte[] bytes = file.getValue().clone();
            for (int i = 0; i < 3 && bytes.length > 0; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            inputs.add(write(dir.resolve("damaged"), file.getKey(), bytes));
        }
        ReadReport report = read(inputs).report; // its constructor holds the law
        assertThat(report.files()).isEqualTo(files().size());
    }

    @Test
    void says_so_when_an_input_is_not_there() {
        assertThatThrownBy(() -> read(List.of(dir.resolve("nowhere.csv")))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void follows_no_link_out_of_a_folder() throws IOException {
        Map.Entry<String, byte[]> file = files().entrySet().iterator().next();
        Path elsewhere = write(dir.resolve("elsewhere"), file.getKey(), file.getValue());
        Path folder = Files.createDirectory(dir.resolve("folder"));
        Files.createSymbolicLink(folder.resolve(file.getKey()), elsewhere);
        Run run = read(List.of(folder));
        assertThat(run.said()).isEmpty();
        assertThat(run.refusals).hasSize(1);
        assertThat(run.refusals.get(0).reason()).isEqualTo(Reason.UNREADABLE_ARCHIVE);
    }

    // ---- memory

    @Test
    void holds_no_file_that_is_over_the_limit_of_size() throws IOException {
        Limits narrow = new Limits(20, 20, 20, 200, 1_000);
        Run run = read(reader(narrow), write(dir, files()), ReadContext.Progress.SILENT);
        assertThat(run.said()).isEmpty();
        assertThat(run.refusals).isNotEmpty().allMatch(refusal -> refusal.reason() == Reason.TOO_LARGE);
    }

    @Test
    void stops_at_a_gzip_bomb() throws IOException {
        if (!readsGzip()) {
            return;
        }
        String name = files().keySet().iterator().next().replaceAll("\\.gz$", "");
        Path bomb = dir.resolve(name + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            byte[] blanks = new byte[1 << 16];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 768; i++) {
                out.write(blanks);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(100_000);
        Run run = read(List.of(bomb));
        assertThat(run.refusals).hasSize(1);
        assertThat(run.refusals.get(0).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(run.refusals.get(0).found()).contains("200 times its size");

        byte[] whole = gzip(files().values().iterator().next());
        Path cut = write(dir, "cut-" + name + ".gz", Arrays.copyOf(whole, whole.length / 2));
        assertThat(read(List.of(cut)).refusals.get(0).reason()).isEqualTo(Reason.UNREADABLE_ARCHIVE);
    }

    @Test
    void hands_on_while_it_reads_and_does_not_gather_first() throws IOException {
        List<Long> recordsAfterFile = new ArrayList<>();
        ReadContext.Progress progress = (done, total, records) -> recordsAfterFile.add(records);
        read(reader(Limits.DEFAULT), write(dir, files()), progress);
        assertThat(recordsAfterFile).hasSizeGreaterThanOrEqualTo(3);
        assertThat(recordsAfterFile.get(recordsAfterFile.size() - 2))
                .as("records handed on before the last file was done")
                .isPositive();
    }

    // ---- how it is read

    /** What one run handed on. */
    private static final class Run implements ReadingSink {

        final List<StationRecord> records = new ArrayList<>();
        final List<SectionSample> samples = new ArrayList<>();
        final List<Refusal> refusals = new ArrayList<>();
        ReadReport report;

        @Override
        public void accept(StationRecord record) {
            records.add(record);
        }

        @Override
        public void accept(SectionSample sample) {
            samples.add(sample);
        }

        @Override
        public void refuse(Refusal refusal) {
            refusals.add(refusal);
        }

        /** Everything but the order. */
        List<String> said() {
            return Stream.concat(records.stream(), samples.stream())
                    .map(Object::toString)
                    .sorted()
                    .toList();
        }

        long values() {
            return records.stream().mapToLong(r -> r.values().count()).sum()
                    + samples.stream().mapToLong(s -> s.values().count()).sum();
        }
    }

    /** Every station's and section's days, as the job keeps them. */
    private static final class Ledgers {

        private final Map<String, DayBlock> days = new HashMap<>();
        private final Map<String, SectionDay> sections = new HashMap<>();

        Map<String, Object> all() {
            Map<String, Object> all = new HashMap<>(days);
            all.putAll(sections);
            return all;
        }

        /** How many values entered a slot. */
        int enter(Run run) {
            int used = 0;
            for (StationRecord record : run.records) {
                int day = ChinaTime.dayOf(record.startSecond());
                String key = record.station() + " " + day;
                DayBlock.Applied applied = days.getOrDefault(key, DayBlock.empty(day))
                        .apply(ChinaTime.hourOf(record.startSecond()), record.version(), record.values());
                days.put(key, applied.block());
                used += applied.used();
            }
            for (SectionSample sample : run.samples) {
                int day = ChinaTime.dayOf(sample.second());
                String key = sample.section() + " " + day;
                SectionDay.Applied applied = sections.getOrDefault(key, SectionDay.empty(day))
                        .apply(sample.second(), sample.byHand(), sample.version(), sample.values());
                sections.put(key, applied.block());
                used += applied.used();
            }
            return used;
        }
    }

    private Run read(List<Path> inputs) throws IOException {
        return read(reader(Limits.DEFAULT), inputs, ReadContext.Progress.SILENT);
    }

    private Run read(Reader reader, List<Path> inputs, ReadContext.Progress progress) throws IOException {
        Run run = new Run();
        run.report = reader.read(inputs, new ReadContext(network(), "contract", progress, KnownDefects.NONE), run);
        return run;
    }

    private static List<Path> write(Path folder, Map<String, byte[]> files) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            written.add(write(folder, file.getKey(), file.getValue()));
        }
        return written;
    }

    private static Path write(Path folder, String name, byte[] content) throws IOException {
        Files.createDirectories(folder);
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}
