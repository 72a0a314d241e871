package org.microgram.messages.oracle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.microgram.messages.air.AffectedRows;
import org.microgram.messages.air.AirRows;
import org.microgram.messages.air.AreaDays;
import org.microgram.messages.air.DaySource;
import org.microgram.messages.air.ReadingRows;
import org.microgram.messages.air.StationDays;
import org.microgram.messages.air.SubjectAccounts;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.LockRows;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.ledger.AreaDay;
import org.microgram.standards.ledger.BlockCodec;
import org.microgram.standards.ledger.DayBlock;
import org.microgram.standards.ledger.StationDay;

/**
 * The jobs without their engine: one ledger a station, one a area, rows by difference. A batch of one record is what a live record does;
 * many are what a backfill does between two ticks. Every block goes through its bytes, as in state and network.
 */
public final class PlainJob {

    private final Network network;
    private final DailyProfile profile;
    private final Map<String, SortedMap<Integer, DayBlock>> stations = new HashMap<>();
    private final Map<String, SortedMap<Integer, AreaDay>> areas = new HashMap<>();
    private final Map<String, AreaDays.Memory> memories = new HashMap<>();
    private final Map<Subject, SubjectAccounts> accounts = new HashMap<>();
    private final SortedMap<RowKey, Row> rows = new TreeMap<>();
    private long used;
    private long duplicate;

    public PlainJob(Network network) {
        this.network = network;
        this.profile = DailyProfile.of(network.dailyProfile());
    }

    /** Applies the records, then makes the rows that changed; in the order in which they are written. */
    public List<Row> apply(Collection<? extends StationMessage> batch) {
        Map<String, List<StationMessage>> byStation = new LinkedHashMap<>();
        for (StationMessage record : batch) {
            byStation.computeIfAbsent(record.station(), s -> new ArrayList<>()).add(record);
        }
        List<Row> written = new ArrayList<>();
        Map<String, Map<String, List<StationDay>>> sentToAreas = new TreeMap<>();
        byStation.forEach((station, records) -> {
            List<StationDay> changed = station(station, records, written);
            for (String area : network.areasOf(station)) {
                sentToAreas.computeIfAbsent(area, a -> new TreeMap<>()).put(station, changed);
            }
        });
        sentToAreas.forEach((area, sent) -> area(area, sent, written));
        Set<RowKey> once = new HashSet<>();
        for (Row row : written) {
            if (!once.add(row.key())) {
                throw new IllegalStateException("written twice at once: " + row.key());
            }
            rows.put(row.key(), row);
        }
        return written;
    }

    /** Everything written so far; of rows written again the last. */
    public SortedMap<RowKey, Row> rows() {
        return rows;
    }

    /** Values that entered a slot. */
    public long used() {
        return used;
    }

    /** Values that were there already. */
    public long duplicate() {
        return duplicate;
    }

    private List<StationDay> station(String id, List<StationMessage> messages, List<Row> written) {
        SortedMap<Integer, DayBlock> blocks = stations.computeIfAbsent(id, s -> new TreeMap<>());
        SortedMap<Integer, DayBlock> blocksBefore = new TreeMap<>(blocks);
        SortedMap<Integer, StationDay> before = values(blocks);
        TreeSet<Integer> touched = new TreeSet<>();
        Map<RowKey, Row> readings = new LinkedHashMap<>();
        for (StationMessage message : messages) {
            if (message instanceof DayLock lock) {
                DayBlock block = blocks.getOrDefault(lock.day(), DayBlock.empty(lock.day()));
                DayBlock next = block.apply(lock.event());
                Row row = LockRows.row(lock);
                readings.put(row.key(), row);
                if (next != block) {
                    blocks.put(lock.day(), throughBytes(next));
                    touched.add(lock.day());
                }
                continue;
            }
            StationRecord record = (StationRecord) message;
            int day = ChinaTime.dayOf(record.startSecond());
            DayBlock block = blocks.getOrDefault(day, DayBlock.empty(day));
            DayBlock.Applied applied =
                    block.apply(ChinaTime.hourOf(record.startSecond()), record.version(), record.values());
            used += applied.used();
            duplicate += applied.duplicate();
            if (applied.used() > 0) {
                Row reading = ReadingRows.row(record);
                readings.put(reading.key(), reading);
                blocks.put(day, throughBytes(applied.block()));
                touched.add(day);
            }
        }
        written.addAll(readings.values());
        SortedMap<Integer, StationDay> after = values(blocks);
        TreeSet<Integer> changed = new TreeSet<>();
        touched.stream()
                .filter(after::containsKey)
                .filter(day -> !after.get(day).equals(before.get(day)))
                .forEach(changed::add);
        difference(
                new AirRows(Subject.station(id), profile, network.judges().periods(), network.hash()),
                Subject.station(id),
                days(id, before),
                blocksBefore::get,
                days(id, after),
                blocks::get,
                changed,
                written);
        return changed.stream()
                .map(after::get)
                .map(network.screening()::counting)
                .toList();
    }

    private StationDays days(String station, SortedMap<Integer, StationDay> values) {
        Subject subject = Subject.station(station);
        return new StationDays(
                network.grade(subject),
                profile,
                network.screening(),
                network.plan(subject),
                day -> network.events().out(station, day),
                values::get);
    }

    private void area(String id, Map<String, List<StationDay>> sent, List<Row> written) {
        SortedMap<Integer, AreaDay> before = areas.getOrDefault(id, new TreeMap<>());
        SortedMap<Integer, AreaDay> after = new TreeMap<>(before);
        TreeSet<Integer> changed = new TreeSet<>();
        sent.forEach((station, days) -> {
            for (StationDay each : days) {
                AreaDay block = after.getOrDefault(each.day(), AreaDay.empty(each.day()));
                AreaDay next = block.with(station, throughBytes(each));
                if (next != block) {
                    after.put(each.day(), throughBytes(next));
                    changed.add(each.day());
                }
            }
        });
        areas.put(id, after);
        AreaDays.Memory memory = memories.computeIfAbsent(id, a -> new AreaDays.Memory(network, a));
        difference(
                new AirRows(Subject.area(id), profile, network.judges().periods(), network.hash()),
                Subject.area(id),
                new AreaDays(memory, before::get),
                before::get,
                new AreaDays(memory, after::get),
                after::get,
                changed,
                written);
    }

    /** @param blocksBefore blocks that the days were made of, the same objects as long as a day has not changed */
    private void difference(
            AirRows rows,
            Subject subject,
            DaySource before,
            IntFunction<?> blocksBefore,
            DaySource after,
            IntFunction<?> blocksAfter,
            TreeSet<Integer> changed,
            List<Row> written) {
        if (changed.isEmpty()) {
            return;
        }
        SubjectAccounts account = accounts.computeIfAbsent(subject, s -> new SubjectAccounts(network, s, List.of()));
        Map<RowKey, Row> old = new HashMap<>();
        AffectedRows.of(rows, before, changed, row -> old.put(row.key(), row));
        account.of(before, blocksBefore, changed, row -> old.put(row.key(), row));
        Consumer<Row> difference = row -> {
            if (!row.equals(old.remove(row.key()))) {
                written.add(row);
            }
        };
        AffectedRows.of(rows, after, changed, difference);
        account.of(after, blocksAfter, changed, difference);
        if (!old.isEmpty()) {
            throw new IllegalStateException("rows that existed exist no more: " + old.keySet());
        }
    }

    private static SortedMap<Integer, StationDay> values(SortedMap<Integer, DayBlock> blocks) {
        SortedMap<Integer, StationDay> values = new TreeMap<>();
        blocks.forEach((day, block) -> {
            StationDay of = block.values();
            if (of.receivedAt() != Long.MIN_VALUE) {
                values.put(day, of); // a day that is only locked has nothing yet
            }
        });
        return values;
    }

    private interface Write {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Read<T> {
        T from(DataInputStream in) throws IOException;
    }

    private static DayBlock throughBytes(DayBlock block) {
        return throughBytes(out -> BlockCodec.write(block, out), BlockCodec::readBlock);
    }

    private static StationDay throughBytes(StationDay day) {
        return throughBytes(out -> BlockCodec.write(day, out), BlockCodec::readDay);
    }

    private static AreaDay throughBytes(AreaDay day) {
        return throughBytes(day::write, AreaDay::read);
    }

    private static <T> T throughBytes(Write write, Read<T> read) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write.to(new DataOutputStream(bytes));
            return read.from(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
