package org.microgram.dashboard.explain.water;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.microgram.dashboard.explain.Explainer;
import org.microgram.dashboard.explain.Paper;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.dashboard.explain.Words;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionGroups;
import org.microgram.messages.network.SectionPeriod;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.Status;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.store.Store;

/** Explains figures of rivers, basins, lakes and areas from the stored rows of their sections, each of which has a receipt of its own. */
public final class BasinExplainer implements Explainer {

    private static final List<ReviewState> STATES =
            List.of(ReviewState.RAW, ReviewState.FIRST, ReviewState.SECOND, ReviewState.FINAL);

    private final Store store;
    private final Network network;
    private final Subjects subjects;
    private final SectionGroups groups;
    private final String version;

    public BasinExplainer(Store store, Network network, String version) {
        this.store = store;
        this.network = network;
        this.subjects = new Subjects(network);
        this.groups = new SectionGroups(network.water());
        this.version = version;
    }

    /** Whether a key asks for such a figure. */
    public static boolean isOfBasins(String key) {
        return BasinKey.isOfBasins(key);
    }

    /** @throws IllegalArgumentException also for an earlier moment: ask for the sections' earlier receipts */
    @Override
    public Optional<Receipt> explain(String text, OptionalLong asOfMillis) {
        BasinKey key = BasinKey.parse(text, subjects);
        if (asOfMillis.isPresent()) {
            throw new IllegalArgumentException(
                    "Found: an earlier moment for " + key.measurement().code()
                            + ". Expected: none, for it is made of its sections' rows as they stand. Do: leave it out, and ask for the"
                            + " earlier receipts of its sections.");
        }
        Row row = stored(key, key.measurement(), key.subject()).orElse(null);
        Paper paper = new Paper();
        new BasinFigure(key, row, members(key), paper).write();
        return Optional.of(receipt(key, row, paper));
    }

    /** The sections that count in the interval, with their rows; a section without a row has had no sample. */
    private List<BasinFigure.Member> members(BasinKey key) {
        List<BasinFigure.Member> members = new ArrayList<>();
        for (Section section : groups.sections(key.subject())) {
            Optional<SectionPeriod> held = section.inService(key.first(), key.last());
            boolean counts = held.isPresent()
                    && groups.counts(
                            key.subject(),
                            section,
                            held.get(),
                            held.get()
                                    .to()
                                    .filter(to -> to.isBefore(key.last()))
                                    .orElse(key.last()));
            if (counts) {
                members.add(new BasinFigure.Member(
                        section,
                        stored(key, key.ofSections(), Subject.section(section.id()))
                                .orElse(null)));
            }
        }
        return members;
    }

    private Optional<Row> stored(BasinKey key, Measurement of, Subject subject) {
        Row[] found = {null};
        long anchor = of.anchor(key.start(), key.end());
        store.scan(of, Set.of(subject), anchor, anchor + 1, row -> {
            if (row.key().equals(key.rowKey(of, subject))) {
                found[0] = row;
            }
        });
        return Optional.ofNullable(found[0]);
    }

    private Receipt receipt(BasinKey key, Row row, Paper paper) {
        boolean has = row != null && row.has("state");
        ReviewState state = has ? STATES.get((int) row.number("state")) : ReviewState.RAW;
        return new Receipt(
                key.text(),
                subjects.about(key.subject()),
                key.measurement().code(),
                key.code(),
                BasinFigure.titleZh(key),
                BasinFigure.titleEn(key),
                new Receipt.Interval(
                        Words.iso(key.start()),
                        Words.iso(key.end()),
                        key.first() + " 至 " + key.last(),
                        key.first() + " to " + key.last()),
                paper.value,
                paper.unit,
                paper.exact == null ? null : paper.exact.toSixDecimals(),
                paper.exact == null ? null : paper.exact.toString(),
                paper.rounding,
                row == null ? Status.NONE.code() : row.text("status"),
                paper.had,
                paper.needed,
                paper.inputsZh,
                paper.inputsEn,
                paper.inputs,
                paper.formula,
                paper.remarks,
                row == null ? 0 : (int) row.number("revision"),
                List.of(),
                state.name().toLowerCase(Locale.ROOT),
                null,
                null,
                row == null ? null : Words.iso(Math.floorDiv(row.number("received_at"), 1000L)),
                row == null ? null : row.text("edition"),
                row == null ? null : row.text("method"),
                row == null ? network.hash() : row.text("config"),
                version);
    }
}
