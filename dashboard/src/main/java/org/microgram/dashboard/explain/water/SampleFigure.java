package org.microgram.dashboard.explain.water;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.dashboard.explain.LockWords;
import org.microgram.dashboard.explain.Paper;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.dashboard.review.Notes;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.SectionSample;
import org.microgram.standards.Status;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.screening.WaterRule;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.WaterParameter;

/** A value of a sample: what its greatest version says. */
final class SampleFigure {

    private final WaterKey key;
    private final SectionRecount recount;
    private final Paper paper;

    SampleFigure(WaterKey key, SectionRecount recount, Paper paper) {
        this.key = key;
        this.recount = recount;
        this.paper = paper;
    }

    void write() {
        paper.inputsZh = "收到的版本";
        paper.inputsEn = "versions received";
        SectionRecount.Slot slot = new SectionRecount.Slot(key.start(), key.byHand(), parameter());
        Optional<SlotHistory> history = recount.history(slot);
        paper.counts(0, 1, Status.NONE);
        if (history.isEmpty()) {
            missing();
            return;
        }
        SlotHistory.Entry winner = recount.counting(slot).orElse(null);
        for (SlotHistory.Entry each : history.get().entries()) {
            version(each, winner, recount.message(slot, each.version()));
        }
        paper.revision = recount.revision(slot);
        if (winner == null) {
            return;
        }
        Measured measured = SampleValues.measured(winner.value());
        measured.entering().ifPresent(entering -> {
            paper.counts(1, 1, Status.OK);
            paper.exact = entering;
            paper.value = WaterWords.received(measured);
            boolean below = measured instanceof Measured.BelowDetection;
            paper.formula = new Receipt.Formula(
                    "mean",
                    below ? "低于检出限，取一半 " + entering.toSixDecimals() + " (82号)" : "原值照录 " + paper.value,
                    below
                            ? "below detection, half the limit enters: " + entering.toSixDecimals() + " (no. 82)"
                            : "as received " + paper.value);
        });
    }

    private void missing() {
        boolean sampled = recount.sample(key).isPresent();
        paper.unused(
                null,
                WaterWords.intervalZh(key),
                WaterWords.intervalEn(key),
                null,
                null,
                "missing",
                null,
                null,
                sampled ? "该样品无此项" : "未收到该样品",
                sampled ? "the sample has no value of it" : "no such sample was received");
    }

    private void version(SlotHistory.Entry each, SlotHistory.Entry winner, SectionSample message) {
        String name = WaterWords.who(message);
        String said = WaterWords.received(each.value());
        List<WaterRule> suspicions =
                recount.suspicions(new SectionRecount.Slot(key.start(), key.byHand(), parameter()));
        boolean counts = each.equals(winner)
                && SampleValues.measured(each.value()).entering().isPresent();
        if (counts && suspicions.isEmpty()) {
            paper.used(null, name, name, said, said, null, null);
        } else if (counts) {
            String zh = WaterWords.suspectZh(suspicions);
            paper.unused(null, name, name, said, said, "flagged", null, null, zh, WaterWords.suspectEn(suspicions));
        } else if (each.equals(winner)) {
            paper.unused(
                    null,
                    name,
                    name,
                    said,
                    null,
                    "missing",
                    null,
                    null,
                    whyNone(each, message, true),
                    whyNone(each, message, false));
        } else {
            leftOut(name, said, each, winner, message);
        }
        note(each, message);
    }

    private void leftOut(
            String name, String said, SlotHistory.Entry each, SlotHistory.Entry winner, SectionSample message) {
        DayLock lock = recount.lock(message.day());
        boolean absence = SampleValues.isAbsence(each.value());
        boolean none = winner == null || SampleValues.isAbsence(winner.value());
        String zh;
        String en;
        if (lock != null && (!each.hadArrivedBy(lock.event()) || none && !absence)) {
            zh = LockWords.proposalZh(lock);
            en = LockWords.proposalEn(lock);
        } else if (Notes.isAmendment(message)
                && each.version().receivedAt() > winner.version().receivedAt()) {
            zh = Notes.proposedZh(message);
            en = Notes.proposedEn(message);
        } else if (absence) {
            zh = "无值不替代有值";
            en = "that there is none supersedes no value";
        } else {
            zh = "已被 " + winner.version().source() + " 替换";
            en = "superseded by " + winner.version().source();
        }
        paper.unused(null, name, name, said, null, "excluded", null, null, zh, en);
    }

    /** The last input gets what was sent besides, and when it arrived. */
    private void note(SlotHistory.Entry each, SectionSample message) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        String at = WaterWords.moment(each.version().receivedAt());
        zh.add("到达 " + at);
        en.add("arrived " + at);
        WaterWords.notes(message, parameter()).forEach(note -> {
            zh.add(note);
            en.add(note);
        });
        if (!message.reason().isEmpty()) {
            zh.add(message.reason());
            en.add(message.reason());
        }
        paper.note(String.join("; ", zh), String.join("; ", en));
    }

    private static String whyNone(SlotHistory.Entry winner, SectionSample message, boolean zh) {
        if (winner.value() == SampleValues.WITHDRAWN) {
            return zh ? "被 " + WaterWords.who(message) + " 撤回" : "withdrawn by " + WaterWords.who(message);
        }
        if (winner.value() == SampleValues.NOT_MEASURED) {
            return zh ? "该断面不测此项 (*)" : "not measured at this section (*)";
        }
        return zh ? "此次无值 (--)" : "no value this time (--)";
    }

    private WaterParameter parameter() {
        return key.figure().parameter();
    }
}
