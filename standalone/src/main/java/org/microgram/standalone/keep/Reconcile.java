package org.microgram.standalone.keep;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.microgram.flink.air.Gate;
import org.microgram.flink.water.SectionGate;
import org.microgram.messages.Topics;
import org.microgram.messages.network.Network;
import org.microgram.messages.oracle.BasinOracle;
import org.microgram.messages.oracle.NaiveOracle;
import org.microgram.messages.oracle.WaterOracle;
import org.microgram.messages.readings.LedgerMessage;
import org.microgram.messages.readings.ReadingsCodec;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.number.Scaled;
import org.microgram.store.Store;

/**
 * A day's figures counted again from {@code readings} the long way, by the oracle that knows neither ledger nor block nor difference, and
 * held against the store: its hours, the day, the year to its end, and the month and the year that it lies in. Of surface water the day's
 * samples, the day, its month and year, and the year to that month's end, of sections and of what is assessed by them.
 *
 * <p>It reads the whole log once and holds one year of it. What the job refuses is refused here by the same rules.
 */
public final class Reconcile {

    /**
     * A row that is not what the readings amount to.
     *
     * @param what missing, different or not expected
     * @param fields of a different row: each field, what it is and what it should be
     */
    public record Finding(String what, RowKey key, List<String> fields) {}

    /**
     * @param messages records, samples and locks that it was counted from
     * @param rows rows held against each other
     * @param findings empty when all are equal
     */
    public record Result(LocalDate day, long messages, long rows, List<Finding> findings) {}

    private final Store store;
    private final Network network;
    private final LocalDate day;

    public Reconcile(Store store, Network network, LocalDate day) {
        this.store = store;
        this.network = network;
        this.day = day;
    }

    /** @param progress told how many messages of the log have been read */
    public Result count(LogReader log, LongConsumer progress) throws IOException {
        Messages year = read(log, progress);
        Map<RowKey, Row> expected = new TreeMap<>();
        Consumer<Row> ofDay = row -> {
            if (isOfDay(row.key())) {
                expected.put(row.key(), row);
            }
        };
        NaiveOracle.each(year.ofAir, network, new NaiveOracle.BesideYear(day, this::daysBeside), ofDay);
        WaterOracle.rows(year.ofWater, network).values().forEach(ofDay);
        BasinOracle.rows(year.ofWater, network).values().forEach(ofDay);
        long rows = expected.size();
        List<Finding> findings = new ArrayList<>();
        for (Measurement measurement : Measurement.stored()) {
            if (measurement != Measurement.DELIVERY) {
                compare(measurement, expected, findings);
            }
        }
        expected.keySet().forEach(key -> findings.add(new Finding("missing", key, List.of())));
        return new Result(day, year.ofAir.size() + year.ofWater.size(), rows, findings);
    }

    /** Accounts look back on other years: on the days as they are stored, each of which a reconciliation of its own day counts. */
    private List<Row> daysBeside(Subject subject) {
        List<Row> days = new ArrayList<>();
        if (network.targets().of(subject).isEmpty()) {
            return days;
        }
        long first = ChinaTime.startOf(LocalDate.of(1970, 1, 2));
        store.scan(Measurement.AIR_DAY, List.of(subject), first, ChinaTime.startOf(day.withDayOfYear(1)), days::add);
        store.latest(Measurement.AIR_DAY, subject).ifPresent(days::add);
        return days;
    }

    private record Messages(List<StationMessage> ofAir, List<SectionMessage> ofWater) {}

    /** Of the day's year, and the days beside it, which rolling means and runs of equal values reach into. */
    private Messages read(LogReader log, LongConsumer progress) throws IOException {
        Gate gate = new Gate(network);
        SectionGate ofSections = new SectionGate(network.water());
        Messages year = new Messages(new ArrayList<>(), new ArrayList<>());
        long[] seen = new long[1];
        for (int partition = 0; partition < log.partitions(Topics.READINGS); partition++) {
            log.read(Topics.READINGS, partition, read -> {
                ReadingsMessage message = ReadingsCodec.decode(read.value());
                if (SectionGate.isOfSection(message)) {
                    ofSections.pass((SectionMessage) message, each -> add(year.ofWater, each), refusal -> {});
                } else {
                    gate.pass(message, each -> add(year.ofAir, each), refusal -> {});
                }
                progress.accept(++seen[0]);
            });
        }
        return year;
    }

    private <M extends LedgerMessage> void add(List<M> messages, M message) {
        long first = day.withDayOfYear(1).minusDays(2).toEpochDay();
        long last = day.withDayOfYear(day.lengthOfYear()).plusDays(2).toEpochDay();
        if (message.day() >= first && message.day() <= last) {
            messages.add(message);
        }
    }

    private boolean isOfDay(RowKey key) {
        long start = ChinaTime.startOf(day);
        long end = start + ChinaTime.SECONDS_OF_DAY;
        return switch (key.measurement()) {
            case AIR_TO_DATE -> key.endSecond() == end;
            case WATER_TO_DATE, BASIN_TO_DATE -> key.endSecond() == endOfMonth();
            case AIR_MONTH, AIR_YEAR, WATER_MONTH, WATER_YEAR, BASIN_MONTH, BASIN_YEAR ->
                key.startSecond() <= start && key.endSecond() >= end;
            default -> key.startSecond() >= start && key.endSecond() <= end;
        };
    }

    /** The first second after the day's month. */
    private long endOfMonth() {
        return ChinaTime.startOf(day.withDayOfMonth(1).plusMonths(1));
    }

    private void compare(Measurement measurement, Map<RowKey, Row> expected, List<Finding> findings) {
        long from = ChinaTime.startOf(day.withDayOfYear(1));
        long to = measurement.isOfWater() ? endOfMonth() : ChinaTime.startOf(day) + ChinaTime.SECONDS_OF_DAY;
        store.scan(measurement, List.of(), from, to, row -> {
            if (!isOfDay(row.key())) {
                return;
            }
            Row shall = expected.remove(row.key());
            if (shall == null) {
                findings.add(new Finding("not expected", row.key(), List.of()));
            } else if (!shall.equals(row)) {
                findings.add(new Finding("different", row.key(), fields(row, shall)));
            }
        });
    }

    private static List<String> fields(Row is, Row shall) {
        List<String> different = new ArrayList<>();
        for (Field field : is.measurement().fields()) {
            String found = cell(is, field);
            String right = cell(shall, field);
            if (!found.equals(right)) {
                different.add(field.name() + " " + found + " ≠ " + right);
            }
        }
        return different;
    }

    private static String cell(Row row, Field field) {
        if (!row.has(field.name())) {
            return "—";
        }
        return field.isText() ? row.text(field.name()) : Scaled.print(row.number(field.name()), field.digits());
    }
}
