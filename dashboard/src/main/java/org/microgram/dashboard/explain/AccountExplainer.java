package org.microgram.dashboard.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.microgram.dashboard.explain.Words.Both;
import org.microgram.messages.air.ReadingRows;
import org.microgram.messages.air.SubjectAccounts;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.LockRows;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.figures.AirDay;
import org.microgram.standards.figures.States;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;
import org.microgram.store.Store;

/**
 * Explains figures of accounts: counts the days of the span so far again from the readings received until the moment asked for (rule K2), each of them
 * an input with a receipt of its own, and compares the result with the row that the jobs wrote.
 */
public final class AccountExplainer implements Explainer {

    /** Before the first year of any network. */
    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    private final Store store;
    private final Network network;
    private final Subjects subjects;
    private final String version;

    /** @param version of the program, printed on every receipt */
    public AccountExplainer(Store store, Network network, String version) {
        this.store = store;
        this.network = network;
        this.subjects = new Subjects(network);
        this.version = version;
    }

    /** Whether a key asks for a figure of an account. */
    public static boolean isOfAccount(String text) {
        return AccountKey.isOfAccount(text);
    }

    @Override
    public Optional<Receipt> explain(String text, OptionalLong asOfMillis) {
        AccountKey key = AccountKey.parse(text, subjects, network.targets());
        List<StationMessage> records = records(key, asOfMillis);
        Recount recount = new Recount(network, key.target().subject());
        records.forEach(recount::apply);
        Row row = row(recount, key);
        AccountDraft draft = new AccountDraft(key, recount, row);
        draft.write();
        List<Receipt.Judgement> judgements = new ArrayList<>();
        if (asOfMillis.isEmpty()) {
            differenceFromStore(key, row).ifPresent(judgements::add);
        }
        judgements.addAll(draft.draft.remarks);
        Footprint footprint = footprint(key);
        States states = footprint.states(recount);
        FigureKey soFar = key.soFar();
        Both label = Words.interval(soFar);
        Both title = key.title();
        long newest = records.stream().mapToLong(StationMessage::arrival).max().orElse(Long.MIN_VALUE);
        return Optional.of(new Receipt(
                key.text(),
                subjects.about(key.target().subject()),
                Measurement.AIR_ACCOUNT.code(),
                key.target().id() + ":" + key.figure(),
                title.zh(),
                title.en(),
                new Receipt.Interval(Words.iso(soFar.start()), Words.iso(soFar.end()), label.zh(), label.en()),
                draft.draft.value,
                key.unit(),
                draft.draft.exact == null ? null : draft.draft.exact.toSixDecimals(),
                draft.draft.exact == null ? null : draft.draft.exact.toString(),
                draft.draft.rounding,
                draft.draft.status.code(),
                draft.draft.had,
                draft.draft.needed,
                draft.draft.inputsTitle.zh(),
                draft.draft.inputsTitle.en(),
                draft.draft.inputs,
                draft.draft.formula,
                judgements,
                footprint.revision(recount),
                Restatements.revisions(history(key, records)),
                states.lowest().name().toLowerCase(Locale.ROOT),
                states.print(),
                null,
                asOfMillis.isPresent()
                        ? History.moment(asOfMillis.getAsLong())
                        : newest == Long.MIN_VALUE ? null : History.moment(newest),
                row == null ? null : row.text("edition"),
                network.dailyProfile(),
                network.hash(),
                version));
    }

    /**
     * What a figure of an account was from its first complete value on; where a restatement made another number of days valid, its cause says so.
     *
     * @throws IllegalArgumentException when the key cannot be read; the message says what is accepted
     */
    public List<HistoryEntry> history(String text) {
        AccountKey key = AccountKey.parse(text, subjects, network.targets());
        return history(key, records(key, OptionalLong.empty()));
    }

    private List<HistoryEntry> history(AccountKey key, List<StationMessage> records) {
        return new History(key.soFar(), footprint(key), subjects, records)
                .entries(
                        () -> new Recount(network, key.target().subject()), recount -> reading(key, row(recount, key)));
    }

    private static History.Reading reading(AccountKey key, Row row) {
        if (row == null || !row.has(key.figure())) {
            return new History.Reading(null, null, Status.NONE.code());
        }
        Fraction exact = exact(key, row);
        return new History.Reading(
                value(key, row),
                exact == null ? null : exact.toSixDecimals(),
                row.text("status"),
                "N = " + row.number("whole"));
    }

    /** As shown; null when the row has none. */
    static String value(AccountKey key, Row row) {
        int field = row.measurement().index(key.figure());
        if (!row.has(field)) {
            return null;
        }
        return row.measurement().fields().get(field).isText()
                ? row.text(field)
                : Scaled.printFixed(
                        row.number(field), row.measurement().fields().get(field).digits());
    }

    static Fraction exact(AccountKey key, Row row) {
        String name = key.figure() + "_exact";
        return row.measurement().hasField(name) && row.has(name) ? Fraction.parse(row.text(name)) : null;
    }

    private Row row(Recount recount, AccountKey key) {
        List<AirDay> days = new ArrayList<>();
        for (int day = firstDay(key); day <= key.day().toEpochDay(); day++) {
            AirDay own = recount.day(day);
            if (own != null) {
                days.add(own);
            }
        }
        return SubjectAccounts.row(network, key.target(), key.day(), days).orElse(null);
    }

    /** Of a status the first day of any year. */
    private static int firstDay(AccountKey key) {
        LocalDate first = key.looksBack() ? BEGINNING : key.target().period().firstDay();
        return Math.toIntExact(first.toEpochDay());
    }

    private static Footprint footprint(AccountKey key) {
        Footprint soFar = Footprint.of(key.soFar());
        long from = ChinaTime.startOf(firstDay(key));
        return new Footprint(
                soFar.parts().stream()
                        .map(part -> new Footprint.Part(part.pollutant(), from, part.to()))
                        .toList(),
                Footprint.EACH_DAY);
    }

    private List<StationMessage> records(AccountKey key, OptionalLong asOf) {
        Set<Subject> stations = new HashSet<>();
        footprint(key)
                .stations(new Recount(network, key.target().subject()))
                .forEach(id -> stations.add(Subject.station(id)));
        List<StationMessage> messages = new ArrayList<>();
        if (stations.isEmpty()) {
            return messages; // to the store no subjects mean all of them
        }
        long from = ChinaTime.startOf(firstDay(key) - 1);
        long to = ChinaTime.startOf(key.day().plusDays(2));
        store.scan(Measurement.READING, stations, from, to, row -> messages.add(ReadingRows.record(row)));
        store.scan(Measurement.LOCK, stations, from, to, row -> messages.add(LockRows.lock(row)));
        asOf.ifPresent(moment -> messages.removeIf(message -> message.arrival() > moment));
        return messages;
    }

    /** A receipt that contradicts the figure it explains must say so before anything else. */
    private Optional<Receipt.Judgement> differenceFromStore(AccountKey key, Row recounted) {
        Row[] stored = {null};
        long start = key.rowKey().startSecond();
        store.scan(Measurement.AIR_ACCOUNT, Set.of(key.target().subject()), start, start + 1, row -> {
            if (row.key().equals(key.rowKey())) {
                stored[0] = row;
            }
        });
        String is = figure(key, recounted);
        String was = figure(key, stored[0]);
        // Rows are written up to the last day that has a record; asked for later, it stays what it was.
        if (stored[0] == null || Objects.equals(is, was)) {
            return Optional.empty();
        }
        return Optional.of(new Receipt.Judgement(
                "!! 库中为 " + was + ",由读数重算为 " + is,
                "!! the store has " + was + ", counted again from the readings it is " + is,
                "不一致:可能仍在计算;若持续,请运行 rebuild",
                "differs: it may still be on its way; if it stays so, run rebuild",
                true));
    }

    private static String figure(AccountKey key, Row row) {
        if (row == null || value(key, row) == null) {
            return "—";
        }
        Fraction exact = exact(key, row);
        return exact == null ? value(key, row) : value(key, row) + " = " + exact;
    }
}
