package org.microgram.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.microgram.messages.air.AffectedRows;
import org.microgram.messages.air.AirRows;
import org.microgram.messages.air.StationDays;
import org.microgram.messages.network.Judges;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.NetworkLoader;
import org.microgram.messages.network.Station;
import org.microgram.messages.oracle.NaiveOracle;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.ledger.BlockCodec;
import org.microgram.standards.ledger.DayBlock;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.screening.Screening;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** A station's ledger alone, in values a second, beside the naive way. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 4, time = 3)
public class LedgerBenchmark {

    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final LocalDate LIVE = LocalDate.of(2019, 7, 1);
    private static final int HOURS = 365 * 24;
    private static final int VALUES = HOURS * Pollutant.COUNT;
    private static final String STATION = "1001A";
    private static final Screening SCREENING =
            NetworkLoader.load(java.nio.file.Path.of("config")).screening();

    private final AirRows rows = new AirRows(Subject.station(STATION), DailyProfile.ARCHIVE, "h");
    private final List<StationRecord> records = new ArrayList<>();
    private Network network;
    private SortedMap<Integer, DayBlock> year;
    private SortedMap<Integer, StationDay> values;
    private long seq;

    /** Prints the size of a station-year, then measures. */
    public static void main(String[] arguments) throws RunnerException, IOException {
        LedgerBenchmark benchmark = new LedgerBenchmark();
        benchmark.prepare();
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        ByteArrayOutputStream days = new ByteArrayOutputStream();
        for (DayBlock block : benchmark.year.values()) {
            BlockCodec.write(block, new DataOutputStream(blocks));
            BlockCodec.write(block.values(), new DataOutputStream(days));
        }
        System.out.println("bytes per station-year: " + blocks.size() + " with versions, " + days.size()
                + " as sent to areas (aim 180000)");
        new Runner(new OptionsBuilder()
                        .include(LedgerBenchmark.class.getSimpleName())
                        .build())
                .run();
    }

    @Setup
    public void prepare() {
        Random random = new Random(2019);
        long[] level = {42, 68, 4, 37, 7, 60};
        for (int hour = 0; hour < HOURS; hour++) {
            long[] scaled = new long[Pollutant.COUNT];
            for (int p = 0; p < scaled.length; p++) {
                level[p] = Math.max(2, Math.min(400, level[p] + random.nextInt(21) - 10));
                scaled[p] = level[p] * (p == Pollutant.CO.ordinal() ? Scaled.ONE / 10 : Scaled.ONE);
            }
            long start = ChinaTime.startOf(FIRST) + hour * 3600L;
            records.add(record(start, (start + 3600) * 1000, hour, scaled));
        }
        Station station =
                new Station(STATION, "站", "Station", List.of(), "unit", "national", 2, FIRST, Optional.empty(), 0, 0);
        network = new Network(List.of(station), List.of(), List.of(), "archive", SCREENING, Judges.NATIONAL, "h");
        year = apply(records);
        values = values(year);
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public void ledgerOfAYear(Blackhole out) {
        SortedMap<Integer, StationDay> days = values(apply(records));
        AffectedRows.of(
                rows,
                new StationDays(2, DailyProfile.ARCHIVE, SCREENING, days::get),
                new TreeSet<>(days.keySet()),
                out::consume);
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public void naiveYear(Blackhole out) {
        NaiveOracle.each(records, network, out::consume);
    }

    @Benchmark
    @OperationsPerInvocation(Pollutant.COUNT)
    public void ledgerLive(Blackhole out) {
        StationRecord live = records.get((int) (LIVE.toEpochDay() - FIRST.toEpochDay()) * 24 + 8);
        long[] scaled = new long[Pollutant.COUNT];
        for (Pollutant p : Pollutant.ALL) {
            scaled[p.ordinal()] = live.values().get(p) + (seq % 2) * Scaled.ONE;
        }
        seq++;
        Version version = new Version(ReviewState.RAW, Rank.HOUR, live.version().receivedAt() + 1, "live", seq);
        int day = ChinaTime.dayOf(live.startSecond());
        DayBlock next = year.get(day)
                .apply(ChinaTime.hourOf(live.startSecond()), version, HourValues.of(scaled))
                .block();
        TreeMap<Integer, StationDay> after = new TreeMap<>(values);
        after.put(day, next.values());
        AffectedRows.of(
                rows,
                new StationDays(2, DailyProfile.ARCHIVE, SCREENING, after::get),
                new TreeSet<>(List.of(day)),
                out::consume);
    }

    private static SortedMap<Integer, DayBlock> apply(List<StationRecord> records) {
        SortedMap<Integer, DayBlock> blocks = new TreeMap<>();
        for (StationRecord record : records) {
            int day = ChinaTime.dayOf(record.startSecond());
            DayBlock block = blocks.computeIfAbsent(day, DayBlock::empty);
            int hour = ChinaTime.hourOf(record.startSecond());
            blocks.put(day, block.apply(hour, record.version(), record.values()).block());
        }
        return blocks;
    }

    private static SortedMap<Integer, StationDay> values(SortedMap<Integer, DayBlock> blocks) {
        SortedMap<Integer, StationDay> values = new TreeMap<>();
        blocks.forEach((day, block) -> values.put(day, block.values()));
        return values;
    }

    private static StationRecord record(long start, long receivedAt, long seq, long[] scaled) {
        Version version = new Version(ReviewState.RAW, Rank.HOUR, receivedAt, "1001A@10.12.0.17:49152", seq);
        return new StationRecord(STATION, start, StationRecord.HOUR, version, "", "", "", "", HourValues.of(scaled));
    }
}
