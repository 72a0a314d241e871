package org.microgram.dashboard.explain.view;

import java.util.List;
import java.util.Optional;
import org.microgram.dashboard.explain.Paper;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.messages.network.PublishedBases;
import org.microgram.standards.Status;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.views.Change;
import org.microgram.standards.views.Mark;
import org.microgram.standards.views.Span;
import org.microgram.standards.views.SpanChange;
import org.microgram.standards.views.Statistic;
import org.microgram.standards.views.SubjectDays;

/**
 * A change: the two figures that it is made of, as published, and their exact pair. Of counts between editions the value is the one on the base of
 * the newest edition; the counts as published and the other bases stand beside it.
 */
final class ChangeFigure {

    private final ViewKey key;
    private final SubjectDays days;
    private final PublishedBases published;
    private final Paper paper;

    ChangeFigure(ViewKey key, SubjectDays days, PublishedBases published, Paper paper) {
        this.key = key;
        this.days = days;
        this.published = published;
        this.paper = paper;
    }

    void write() {
        List<SpanChange> all = SpanChange.all(key.statistic(), key.against(), key.span(), days);
        paper.unit = key.statistic().unit();
        paper.inputsZh = "本期与基期";
        paper.inputsEn = "this period and its base";
        if (all.isEmpty()) {
            return;
        }
        SpanChange asPublished = all.get(0);
        SpanChange shown = all.get(all.size() - 1);
        side(shown, shown.now(), Optional.of(shown.nowValue()));
        side(shown, shown.base(), shown.baseValue());
        paper.revision = shown.revision();
        paper.receivedAt = shown.receivedAt();
        paper.counts(shown.nowValue().had(), shown.nowValue().needed(), status(shown));
        shown.change().ifPresent(this::arithmetic);
        shown.basis().filter(on -> all.size() > 1).ifPresent(on -> {
            paper.remark("两期均按此标准计数", "both sides counted by", on);
            other(asPublished, "逐日按当日标准 (口径不一致,不相减)", "as published day by day (mixed editions, not subtracted)");
            all.subList(1, all.size() - 1)
                    .forEach(each -> other(
                            each,
                            "若均按 " + each.basis().orElseThrow(),
                            "under " + each.basis().orElseThrow()));
        });
        if (all.size() == 1 && shown.marks().contains(Mark.MIXED_EDITIONS)) {
            paper.remark("口径不一致", "mixed editions", "不相减", "not subtracted");
        }
        shown.matched()
                .ifPresent(m -> paper.remark(
                        "同日 " + m.days() + " 天均值之差",
                        "difference of the means of " + m.days() + " matched days",
                        m.now().toSixDecimals() + " − " + m.base().toSixDecimals() + " = "
                                + Rounded.of(m.difference(), 2)));
        shown.converted()
                .ifPresent(
                        c -> paper.remark("气体换算至 298.15 K", "gases at 298.15 K", c.now() + " / " + c.base() + rate(c)));
        for (PublishedBases.Base base : published.of(
                key.subject().id(),
                key.statistic().code(),
                key.statistic().parameter(),
                shown.base().toString())) {
            other(asPublished.against(base.value()), "基数: " + base.source(), "base by " + base.source());
        }
    }

    private void side(SpanChange change, Span span, Optional<Statistic.Value> value) {
        boolean asStored = change.published().isEmpty();
        boolean finished = !span.lastDay().isAfter(days.asOf());
        // Of a base that is cut off at the same date, or counted by another edition, there is no receipt of its own.
        boolean cut = span.equals(change.base()) && change.isBaseCut();
        boolean own = asStored && !cut && (finished || span.equals(change.now()));
        String of = own
                ? ViewKey.figureKey(key.subject(), key.statistic(), span, finished ? span.lastDay() : days.asOf())
                : null;
        String through = cut ? " …" : "";
        if (value.isEmpty()) {
            paper.unused(of, span + through, span + through, null, null, "missing", null, null, "基期无值", "no base");
            return;
        }
        Statistic.Value v = value.get();
        paper.used(of, span + through, v.published().toString(), v.exact().toSixDecimals(), v.had(), v.needed());
    }

    private void arithmetic(Change change) {
        String difference = change.now() + " − " + change.base() + " = " + change.difference();
        if (change.ratePercent().isEmpty()) {
            paper.value = change.difference().toString();
            paper.formula("difference", difference);
            return;
        }
        Rounded rate = change.ratePercent().get();
        Fraction now = change.now().exact();
        Fraction base = change.base().exact();
        Fraction exact = now.minus(base).times(100).times(Fraction.of(base.denominator(), base.numerator()));
        paper.unit = "%";
        paper.rounded(exact, rate);
        paper.rounding = new Receipt.RoundedBy(rate.digits(), "half-even", "HJ 663; " + Paper.GBT_8170);
        paper.formula(
                "change",
                difference + "; " + change.difference() + " ÷ " + change.base() + " × 100 = " + exact.toSixDecimals());
        paper.remark(
                "差", "difference", change.difference() + " " + key.statistic().unit());
    }

    private void other(SpanChange change, String zh, String en) {
        String sides = change.nowValue().published() + " / "
                + change.baseValue().map(v -> v.published().toString()).orElse("—");
        paper.remark(
                zh,
                en,
                change.change()
                        .map(c -> sides + ": " + c.difference() + rate(c))
                        .orElse(sides));
    }

    private static String rate(Change change) {
        return change.ratePercent().map(rate -> " (" + rate + " %)").orElse("");
    }

    private static Status status(SpanChange change) {
        if (change.baseValue().isEmpty()) {
            return Status.NONE;
        }
        if (change.change().isEmpty()) {
            return Status.WITHHELD;
        }
        boolean few = change.marks().contains(Mark.NOW_BELOW_MINIMUM)
                || change.marks().contains(Mark.BASE_BELOW_MINIMUM);
        return few ? Status.BELOW_MINIMUM : Status.OK;
    }
}
