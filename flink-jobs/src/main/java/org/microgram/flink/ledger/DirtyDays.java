package org.microgram.flink.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.Collector;
import org.microgram.flink.state.Figure;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.LockRows;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.standards.ledger.LockEvent;

/**
 * A key's days, and what they were when its rows were last sent. Sending makes the rows that depend on the changed days twice, from before
 * and from now, and sends those that differ: so a correction writes exactly the rows that it changes, and a tick after a batch each row
 * once.
 *
 * @param <B> the immutable block of a day
 */
public final class DirtyDays<B> {

    private final MapState<Integer, B> blocks;
    private final MapState<Integer, B> sent;
    private final IntFunction<B> empty;

    /**
     * @param blocks the days as they are
     * @param sent of each day that changed since rows were last sent, the block they were made of; an empty one if there was none
     * @param empty makes the block of a day of which nothing is known
     */
    public DirtyDays(MapState<Integer, B> blocks, MapState<Integer, B> sent, IntFunction<B> empty) {
        this.blocks = blocks;
        this.sent = sent;
        this.empty = empty;
    }

    /** The block of the day as it is. */
    public B get(int day) throws Exception {
        B block = blocks.get(day);
        return block == null ? empty.apply(day) : block;
    }

    /** Replaces a day's block. */
    public void put(int day, B before, B after) throws Exception {
        if (!sent.contains(day)) {
            sent.put(day, before);
        }
        blocks.put(day, after);
    }

    /**
     * Enters a lock event and sends its row; two people may lock at one moment: it is one event, and each has a row.
     *
     * @param entered the block with an event in it; the same object when it is known there
     * @return whether the day is another one now
     */
    public boolean lock(DayLock lock, BiFunction<B, LockEvent, B> entered, Collector<Figure> out) throws Exception {
        out.collect(Figure.of(LockRows.row(lock)));
        B before = get(lock.day());
        B after = entered.apply(before, lock.event());
        if (after == before) {
            return false;
        }
        put(lock.day(), before, after);
        return true;
    }

    public boolean isClean() throws Exception {
        return sent.isEmpty();
    }

    /** The days that changed since rows were last sent. */
    public SortedSet<Integer> changed() throws Exception {
        SortedSet<Integer> days = new TreeSet<>();
        sent.keys().forEach(days::add);
        return days;
    }

    /** All days of which there is a block. */
    public SortedSet<Integer> known() throws Exception {
        SortedSet<Integer> days = new TreeSet<>();
        blocks.keys().forEach(days::add);
        return days;
    }

    /** The block of a day for rules that ask for many; null when there is none. */
    public B block(int day) {
        return remembering(blocks::get).apply(day);
    }

    /** Makes the rows that depend on some days. */
    public interface Rows<B> {

        /** @param blocks gives a day's block, null for a day of which nothing is known */
        void affected(IntFunction<B> blocks, SortedSet<Integer> changed, Consumer<Row> out);
    }

    /**
     * Sends what changed, and forgets what was.
     *
     * @param rows is asked once with the days as they were and once with the days as they are
     */
    public void send(Rows<B> rows, Collector<Figure> out) throws Exception {
        SortedSet<Integer> changed = changed();
        Map<RowKey, Row> before = new HashMap<>();
        IntFunction<B> then = remembering(day -> sent.contains(day) ? sent.get(day) : blocks.get(day));
        rows.affected(then, changed, row -> before.put(row.key(), row));
        IntFunction<B> now = remembering(blocks::get);
        rows.affected(now, changed, row -> {
            if (!row.equals(before.get(row.key()))) {
                out.collect(Figure.of(row));
            }
        });
        sent.clear();
    }

    private interface Lookup<B> {
        B get(int day) throws Exception;
    }

    /** State is asked once for a day, however often the rules ask. */
    private IntFunction<B> remembering(Lookup<B> lookup) {
        Map<Integer, B> known = new HashMap<>();
        return day -> known.computeIfAbsent(day, d -> {
            try {
                return lookup.get(d);
            } catch (Exception e) {
                throw new IllegalStateException("the state of day " + d + " cannot be read", e);
            }
        });
    }
}
