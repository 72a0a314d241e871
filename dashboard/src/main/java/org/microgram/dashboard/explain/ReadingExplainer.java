package org.microgram.dashboard.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.microgram.dashboard.explain.Words.Both;
import org.microgram.messages.air.ReadingRows;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.LockRows;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.States;
import org.microgram.store.Store;

/**
 * Explains figures from the readings in the store: it counts them again with the functions of the jobs over the readings received until
 * the moment asked for (rule K2), and compares the result with the row that the jobs wrote.
 */
public final class ReadingExplainer implements Explainer {

    private final Store store;
    private final Network network;
    private final Subjects subjects;
    private final String version;

    /** @param version of the program, printed on every receipt */
    public ReadingExplainer(Store store, Network network, String version) {
        this.store = store;
        this.network = network;
        this.subjects = new Subjects(network);
        this.version = version;
    }

    /** Always has an answer: of a figure without any reading it says what is missing and why. */
    @Override
    public Optional<Receipt> explain(String text, OptionalLong asOfMillis) {
        FigureKey key = FigureKey.parse(text, subjects);
        Footprint footprint = Footprint.of(key);
        List<StationMessage> records = records(key, asOfMillis);
        Recount recount = recount(key, records);
        Row row = recount.row(key);
        Draft draft = draft(recount, key, row);
        List<Receipt.Judgement> judgements = new ArrayList<>();
        if (asOfMillis.isEmpty()) {
            differenceFromStore(key, draft, row).ifPresent(judgements::add);
        }
        judgements.addAll(draft.remarks);
        judgements.addAll(Judgements.of(key, draft, subjects.grade(key.subject()), row));
        List<Receipt.Revision> revisions = Restatements.revisions(history(key, footprint, records));
        States states = footprint.states(recount);
        Both title = Words.title(key, recount.isArea());
        Both label = Words.interval(key);
        return Optional.of(new Receipt(
                key.text(),
                subjects.about(key.subject()),
                key.measurement().code(),
                key.parameter().code(),
                title.zh(),
                title.en(),
                new Receipt.Interval(Words.iso(key.start()), Words.iso(key.end()), label.zh(), label.en()),
                draft.value,
                key.parameter().unit(),
                draft.exact == null ? null : draft.exact.toSixDecimals(),
                draft.exact == null ? null : draft.exact.toString(),
                draft.rounding,
                draft.status.code(),
                draft.had,
                draft.needed,
                draft.inputsTitle.zh(),
                draft.inputsTitle.en(),
                draft.inputs,
                draft.formula,
                judgements,
                footprint.revision(recount),
                revisions,
                states.lowest().name().toLowerCase(Locale.ROOT),
                states.print(),
                lock(key, recount),
                asOf(asOfMillis, key, records),
                draft.edition,
                draft.profile,
                network.hash(),
                version));
    }

    /**
     * What a figure was from its first complete value on.
     *
     * @throws IllegalArgumentException when the key cannot be read; the message says what is accepted
     */
    public List<HistoryEntry> history(String text) {
        FigureKey key = FigureKey.parse(text, subjects);
        return history(key, Footprint.of(key), records(key, OptionalLong.empty()));
    }

    private List<HistoryEntry> history(FigureKey key, Footprint footprint, List<StationMessage> records) {
        return new History(key, footprint, subjects, records)
                .entries(() -> new Recount(network, key.subject()), recount -> read(recount, key));
    }

    /** The figure without its inputs, which cost most. */
    private History.Reading read(Recount recount, FigureKey key) {
        Row row = recount.row(key);
        if (row == null) {
            return new History.Reading(null, null, Status.NONE.code());
        }
        return RowFigure.read(row, key.parameter());
    }

    private Draft draft(Recount recount, FigureKey key, Row row) {
        DailyProfile profile = DailyProfile.of(network.dailyProfile());
        return switch (key.measurement()) {
            case AIR_HOUR -> new HourFigures(recount, key, subjects).draft();
            case AIR_DAY -> new DayFigures(recount, key, subjects).draft(profile);
            default -> new PeriodFigures(recount, key, row).draft(profile);
        };
    }

    private Recount recount(FigureKey key, List<StationMessage> records) {
        Recount recount = new Recount(network, key.subject());
        records.forEach(recount::apply);
        return recount;
    }

    /** Rolling means reach into the day before, flags into both days beside; so whole days are read, and one more on either side. */
    private List<StationMessage> records(FigureKey key, OptionalLong asOf) {
        Recount nothing = new Recount(network, key.subject());
        Set<Subject> stations = new HashSet<>();
        Footprint.of(key).stations(nothing).forEach(id -> stations.add(Subject.station(id)));
        List<StationMessage> messages = new ArrayList<>();
        if (stations.isEmpty()) {
            // To the store no subjects mean all of them.
            return messages;
        }
        long from = ChinaTime.startOf(key.firstDay() - 1);
        long to = ChinaTime.startOf(key.lastDay() + 2);
        store.scan(Measurement.READING, stations, from, to, row -> messages.add(ReadingRows.record(row)));
        store.scan(Measurement.LOCK, stations, from, to, row -> messages.add(LockRows.lock(row)));
        asOf.ifPresent(moment -> messages.removeIf(message -> message.arrival() > moment));
        return messages;
    }

    /** Of a station's hour and day; areas and periods have days of which some may be locked and some not. */
    private static String lock(FigureKey key, Recount recount) {
        boolean oneDay = !recount.isArea() && key.firstDay() == key.lastDay();
        return oneDay ? LockWords.of(recount.lock(key.subject().id(), key.firstDay())) : null;
    }

    /** Without a moment asked for it is the newest arrival: nothing later can have been known. */
    private static String asOf(OptionalLong asked, FigureKey key, List<StationMessage> records) {
        long newest = records.stream()
                .filter(r -> History.start(r) < ChinaTime.startOf(key.lastDay() + 1))
                .mapToLong(StationMessage::arrival)
                .max()
                .orElse(Long.MIN_VALUE);
        return asked.isPresent()
                ? History.moment(asked.getAsLong())
                : newest == Long.MIN_VALUE ? null : History.moment(newest);
    }

    /** A receipt that contradicts the figure it explains must say so before anything else. */
    private Optional<Receipt.Judgement> differenceFromStore(FigureKey key, Draft draft, Row recounted) {
        Row[] stored = {null};
        long anchor = key.measurement().anchor(key.start(), key.end());
        store.scan(key.measurement(), Set.of(key.subject()), anchor, anchor + 1, row -> {
            if (row.key().equals(key.rowKey())) {
                stored[0] = row;
            }
        });
        String is = RowFigure.fields(recounted, key.parameter());
        String was = RowFigure.fields(stored[0], key.parameter());
        String drafted = draft.value == null ? "" : plain(new BigDecimal(draft.value));
        boolean sameAsRow = drafted.equals(recounted == null ? "" : number(recounted, key));
        if (is.equals(was) && sameAsRow) {
            return Optional.empty();
        }
        // A year to date is written up to the last day that has a record; asked for later, it stays what it was.
        if (stored[0] == null && key.measurement() == Measurement.AIR_TO_DATE && sameAsRow) {
            return Optional.empty();
        }
        String stands = was.isEmpty() ? "—" : was;
        String recount = sameAsRow ? is.isEmpty() ? "—" : is : drafted;
        return Optional.of(new Receipt.Judgement(
                "!! 库中为 " + stands + ",由读数重算为 " + recount,
                "!! the store has " + stands + ", counted again from the readings it is " + recount,
                "不一致:可能仍在计算;若持续,请运行 rebuild",
                "differs: it may still be on its way; if it stays so, run rebuild",
                true));
    }

    private static String number(Row row, FigureKey key) {
        Field field = row.measurement()
                .fields()
                .get(row.measurement().index(key.parameter().field(key.measurement())));
        long number = row.number(field.name());
        return number == Row.NONE ? "" : plain(BigDecimal.valueOf(number, field.digits()));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
