package org.microgram.dashboard.explain.water;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.microgram.dashboard.explain.Explainer;
import org.microgram.dashboard.explain.HistoryEntry;
import org.microgram.dashboard.explain.LockWords;
import org.microgram.dashboard.explain.Paper;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.dashboard.explain.Restatements;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.dashboard.explain.Words;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.LockRows;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.messages.water.SampleRows;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.figures.States;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.samples.SectionDay;
import org.microgram.standards.water.MonthValue;
import org.microgram.standards.water.WaterEdition;
import org.microgram.store.Store;

/**
 * Explains figures of sections from what was said of their samples and from the locks of their days: it counts them again with the functions of the job over what had been
 * received until the moment asked for (rule K2), and compares the result with the row that the job wrote.
 */
public final class WaterExplainer implements Explainer {

    private final Store store;
    private final Network network;
    private final Subjects subjects;
    private final String version;

    /** @param version of the program, printed on every receipt */
    public WaterExplainer(Store store, Network network, String version) {
        this.store = store;
        this.network = network;
        this.subjects = new Subjects(network);
        this.version = version;
    }

    /** Whether a key asks for a figure of water. */
    public static boolean isOfWater(String key) {
        return WaterKey.isOfWater(key);
    }

    /** Always has an answer: of a figure without any sample it says what is missing and why. */
    @Override
    public Optional<Receipt> explain(String text, OptionalLong asOfMillis) {
        WaterKey key = WaterKey.parse(text, subjects, network);
        List<SectionMessage> messages = messages(key, asOfMillis);
        SectionRecount recount = recount(key, messages);
        Row row = recount.row(key).orElse(null);
        Paper paper = new Paper();
        if (asOfMillis.isEmpty()) {
            differenceFromStore(key, row).ifPresent(paper.remarks::add);
        }
        WaterLimits limits = row == null
                ? null
                : WaterLimits.of(row, key.lastDay(), recount.values(key)).orElse(null);
        if (key.figure().isClass()) {
            new ClassFigure(key, row, limits, paper).write();
        } else {
            if (key.isPeriod()) {
                new MeanFigure(key, recount, paper).write();
            } else {
                new SampleFigure(key, recount, paper).write();
            }
            if (limits != null && paper.exact != null) {
                new ValueVerdict(key.figure().parameter(), limits, paper).write();
            }
        }
        return Optional.of(receipt(key, paper, recount, row, messages, asOfMillis));
    }

    private Receipt receipt(
            WaterKey key,
            Paper paper,
            SectionRecount recount,
            Row row,
            List<SectionMessage> messages,
            OptionalLong asOf) {
        Subject subject = Subject.section(key.section().id());
        States states = states(key, recount);
        return new Receipt(
                key.text(),
                subjects.about(subject),
                key.measurement().code(),
                key.figure().code(),
                WaterWords.titleZh(key),
                WaterWords.titleEn(key),
                new Receipt.Interval(
                        Words.iso(key.start()),
                        Words.iso(key.end()),
                        WaterWords.intervalZh(key),
                        WaterWords.intervalEn(key)),
                paper.value,
                key.figure().unit(),
                paper.exact == null ? null : paper.exact.toSixDecimals(),
                paper.exact == null ? null : paper.exact.toString(),
                paper.rounding,
                paper.status.code(),
                paper.had,
                paper.needed,
                paper.inputsZh,
                paper.inputsEn,
                paper.inputs,
                paper.formula,
                paper.remarks,
                revision(key, recount),
                Restatements.revisions(history(key, messages)),
                states.lowest().name().toLowerCase(Locale.ROOT),
                states.print(),
                lock(key, recount),
                asOf(key, asOf, messages),
                WaterEdition.on(key.lastDay()).map(WaterEdition::name).orElse(null),
                key.figure().isClass() ? key.figure().profile().code() : null,
                row == null ? network.hash() : row.text("config"),
                version);
    }

    /**
     * What a figure was from its first complete value on.
     *
     * @throws IllegalArgumentException when the key cannot be read; the message says what is accepted
     */
    public List<HistoryEntry> history(String text) {
        WaterKey key = WaterKey.parse(text, subjects, network);
        return history(key, messages(key, OptionalLong.empty()));
    }

    private List<HistoryEntry> history(WaterKey key, List<SectionMessage> messages) {
        return new WaterHistory(key, messages).entries(() -> new SectionRecount(key.section(), network));
    }

    private SectionRecount recount(WaterKey key, List<SectionMessage> messages) {
        SectionRecount recount = new SectionRecount(key.section(), network);
        messages.forEach(recount::apply);
        return recount;
    }

    /** Whole days, that means of a day are those of the day; and the days beside, which suspicions reach into. */
    private List<SectionMessage> messages(WaterKey key, OptionalLong asOf) {
        List<SectionMessage> messages = new ArrayList<>();
        int beside = network.screening().water().reachDays();
        Set<Subject> section = Set.of(Subject.section(key.section().id()));
        long from = ChinaTime.startOf(key.firstDay().minusDays(beside));
        long to = ChinaTime.startOf(key.lastDay().plusDays(1L + beside));
        store.scan(Measurement.WATER_READING, section, from, to, row -> messages.add(SampleRows.sample(row)));
        store.scan(Measurement.LOCK, section, from, to, row -> messages.add(LockRows.lock(row)));
        asOf.ifPresent(moment -> messages.removeIf(message -> message.arrival() > moment));
        return messages;
    }

    private static int revision(WaterKey key, SectionRecount recount) {
        int[] sum = {0};
        eachSlot(key, recount, slot -> sum[0] += recount.revision(slot));
        return sum[0];
    }

    private static States states(WaterKey key, SectionRecount recount) {
        States[] sum = {States.NONE};
        eachSlot(key, recount, slot -> recount.counting(slot)
                .filter(entry -> SampleValues.measured(entry.value()).entering().isPresent())
                .ifPresent(entry -> sum[0] = sum[0].plus(entry.version().state())));
        return sum[0];
    }

    private static void eachSlot(WaterKey key, SectionRecount recount, Consumer<SectionRecount.Slot> visitor) {
        Map<YearMonth, Boolean> byHand = new HashMap<>();
        for (SectionDay.Counting each : recount.samples(key.firstDay(), key.lastDay())) {
            boolean ofKey = key.isPeriod()
                    ? isPart(key, recount, each, byHand)
                    : each.sample().second() == key.start() && each.sample().byHand() == key.byHand();
            if (ofKey) {
                each.sample().values().keySet().stream()
                        .filter(key.figure()::restsOn)
                        .forEach(parameter -> visitor.accept(new SectionRecount.Slot(
                                each.sample().second(), each.sample().byHand(), parameter)));
            }
        }
    }

    /** A class rests on all samples; a value on the automatic ones, or of a month on those by hand where they are its source. */
    private static boolean isPart(
            WaterKey key, SectionRecount recount, SectionDay.Counting each, Map<YearMonth, Boolean> byHand) {
        if (key.figure().isClass() || key.measurement() == Measurement.WATER_DAY) {
            return key.figure().isClass() || !each.sample().byHand();
        }
        YearMonth month =
                YearMonth.from(ChinaTime.date(ChinaTime.dayOf(each.sample().second())));
        return each.sample().byHand()
                == byHand.computeIfAbsent(month, of -> {
                    MonthValue value = recount.month(of).get(key.figure().parameter());
                    return value != null && value.source() == MonthValue.Source.MANUAL;
                });
    }

    /** Of a sample and of a day; a longer period has days of which some may be locked and some not. */
    private static String lock(WaterKey key, SectionRecount recount) {
        boolean oneDay = key.firstDay().equals(key.lastDay());
        return oneDay ? LockWords.of(recount.lock((int) key.firstDay().toEpochDay())) : null;
    }

    /** Without a moment asked for it is the newest arrival: nothing later can have been known. */
    private static String asOf(WaterKey key, OptionalLong asked, List<SectionMessage> messages) {
        OptionalLong newest = messages.stream()
                .filter(key::contains)
                .mapToLong(SectionMessage::arrival)
                .max();
        OptionalLong moment = asked.isPresent() ? asked : newest;
        return moment.isPresent() ? Words.iso(Math.floorDiv(moment.getAsLong(), 1000L)) : null;
    }

    /** A receipt that contradicts the figure it explains must say so before anything else. */
    private Optional<Receipt.Judgement> differenceFromStore(WaterKey key, Row recounted) {
        Row[] stored = {null};
        long anchor = key.measurement().anchor(key.start(), key.end());
        store.scan(key.measurement(), Set.of(key.rowKey().subject()), anchor, anchor + 1, row -> {
            if (row.key().equals(key.rowKey())) {
                stored[0] = row;
            }
        });
        String is = printed(key, recounted);
        String was = printed(key, stored[0]);
        return is.equals(was)
                ? Optional.empty()
                : Optional.of(new Receipt.Judgement(
                        "!! 库中为 " + was + "，由样品重算为 " + is,
                        "!! the store has " + was + ", counted again from the samples it is " + is,
                        "不一致：可能仍在计算；若持续，请运行 rebuild",
                        "differs: it may still be on its way; if it stays so, run rebuild",
                        true));
    }

    private static String printed(WaterKey key, Row row) {
        String value = row == null ? null : WaterHistory.value(key, row);
        Fraction exact = row == null ? null : WaterHistory.exact(key, row);
        return value == null ? "—" : exact == null ? value : value + " = " + exact;
    }
}
