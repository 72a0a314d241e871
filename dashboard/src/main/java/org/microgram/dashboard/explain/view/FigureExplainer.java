package org.microgram.dashboard.explain.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.microgram.dashboard.explain.AccountExplainer;
import org.microgram.dashboard.explain.EventWords;
import org.microgram.dashboard.explain.Explainer;
import org.microgram.dashboard.explain.HistoryEntry;
import org.microgram.dashboard.explain.Paper;
import org.microgram.dashboard.explain.ReadingExplainer;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.dashboard.explain.Words;
import org.microgram.dashboard.explain.water.BasinExplainer;
import org.microgram.dashboard.explain.water.WaterExplainer;
import org.microgram.dashboard.query.Views;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.PublishedBases;
import org.microgram.standards.Status;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Editions;
import org.microgram.standards.figures.States;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.views.Mark;
import org.microgram.standards.views.Span;
import org.microgram.standards.views.SpanFigures;
import org.microgram.standards.views.Statistic;
import org.microgram.standards.views.SubjectDays;
import org.microgram.standards.views.ViewRule;
import org.microgram.store.Store;

/**
 * Explains every figure: stored ones from their readings ({@link ReadingExplainer}, {@link AccountExplainer}) or samples ({@link WaterExplainer}), those of views from the stored
 * rows that they were made of.
 */
public final class FigureExplainer implements Explainer {

    private final ReadingExplainer readings;
    private final AccountExplainer accounts;
    private final WaterExplainer water;
    private final BasinExplainer basins;
    private final Views views;
    private final Network network;
    private final PublishedBases bases;
    private final Subjects subjects;
    private final String version;

    /**
     * @param bases of changes that others published
     * @param version of the program, printed on every receipt
     */
    public FigureExplainer(Store store, Network network, PublishedBases bases, String version) {
        this.readings = new ReadingExplainer(store, network, version);
        this.accounts = new AccountExplainer(store, network, version);
        this.water = new WaterExplainer(store, network, version);
        this.basins = new BasinExplainer(store, network, version);
        this.views = new Views(store, network, bases);
        this.network = network;
        this.bases = bases;
        this.subjects = new Subjects(network);
        this.version = version;
    }

    @Override
    public Optional<Receipt> explain(String text, OptionalLong asOfMillis) {
        if (BasinExplainer.isOfBasins(text)) {
            return basins.explain(text, asOfMillis);
        }
        if (WaterExplainer.isOfWater(text)) {
            return water.explain(text, asOfMillis);
        }
        if (AccountExplainer.isOfAccount(text)) {
            return accounts.explain(text, asOfMillis);
        }
        if (!ViewKey.isView(text)) {
            return readings.explain(text, asOfMillis);
        }
        ViewKey key = ViewKey.parse(text, subjects);
        if (asOfMillis.isPresent()) {
            throw new IllegalArgumentException(
                    "Found: an earlier moment for " + key.view().code()
                            + ". Expected: none, for a view is made of the rows as they stand. Do: leave it out, and ask for the"
                            + " earlier receipts of its days.");
        }
        return Optional.of(receipt(key));
    }

    /**
     * What a figure was from its first complete value on.
     *
     * @throws IllegalArgumentException when the key cannot be read, or asks for a view
     */
    public List<HistoryEntry> history(String text) {
        if (BasinExplainer.isOfBasins(text)) {
            throw new IllegalArgumentException(
                    "Found: a river, basin, lake or area. Expected: a section. Do: ask for the receipt, and for the history of the"
                            + " sections that it names.");
        }
        if (AccountExplainer.isOfAccount(text)) {
            return accounts.history(text);
        }
        return WaterExplainer.isOfWater(text) ? water.history(text) : readings.history(text);
    }

    private Receipt receipt(ViewKey key) {
        Span span = key.span();
        LocalDate first = Optional.ofNullable(key.against())
                .flatMap(against -> against.baseOf(span))
                .orElse(span)
                .firstDay();
        SubjectDays days = views.days(key.subject(), first, span.lastDay());
        Optional<SpanFigures> figures = days.figures(span);
        LocalDate through = figures.map(SpanFigures::through).orElse(span.lastDay());
        StoredDayRows rows = new StoredDayRows(views, key, through);
        Paper paper = new Paper();
        figures.ifPresent(of -> {
            paper.revision = key.statistic().revision(of);
            paper.receivedAt = of.receivedAt();
            switch (key.view()) {
                case AIR_CHANGE -> new ChangeFigure(key, days, bases, paper).write();
                case AIR_COMPOSITE -> CompositeFigure.write(key, days, of, paper);
                case AIR_RANK -> RankFigure.write(key, days, views, subjects, paper);
                default -> new SpanFigure(key, days, of, paper).write(rows);
            }
            marks(key, of, paper);
        });
        States states = rows.states();
        String until = through.equals(span.lastDay()) ? "" : " (… " + through + ")";
        return new Receipt(
                key.text(),
                subjects.about(key.subject()),
                key.view().code(),
                key.parameter(),
                Titles.zh(key),
                Titles.en(key),
                new Receipt.Interval(
                        Words.iso(key.start()),
                        Words.iso(key.end()),
                        span.firstDay() + " 至 " + span.lastDay() + until,
                        span.firstDay() + " to " + span.lastDay() + until),
                paper.value,
                paper.unit.equals("1") ? "" : paper.unit,
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
                paper.revision,
                List.of(),
                states.lowest().name().toLowerCase(Locale.ROOT),
                states.print(),
                null,
                paper.receivedAt == Long.MIN_VALUE ? null : Words.iso(Math.floorDiv(paper.receivedAt, 1000L)),
                Editions.limitsOn(span.lastDay()).map(Edition::name).orElse(null),
                network.dailyProfile(),
                network.hash(),
                version);
    }

    /** What a reader of a view must know besides its numbers. */
    private void marks(ViewKey key, SpanFigures figures, Paper paper) {
        if (!figures.isFinished()) {
            paper.remark("时段未结束,计至", "not over, so far", figures.through().toString());
        }
        List<String> lacking = key.statistic().lacking(figures);
        if (paper.status == Status.BELOW_MINIMUM && !lacking.isEmpty()) {
            paper.remark("不足之处", "what falls short", String.join("; ", lacking));
        }
        boolean mixedState = key.statistic().pollutant() == null
                ? figures.six().stream().anyMatch(SpanFigures.OfPollutant::mixedState)
                : figures.of(key.statistic().pollutant()).mixedState();
        if (mixedState) {
            paper.remark("参比状态不一", "mixed reference states", Mark.MIXED_STATE.code());
        }
        if (figures.indexEditions().size() > 1 && key.statistic().pollutant() == null) {
            paper.remark("口径不一致", "mixed editions", String.join(", ", figures.indexEditions()));
        }
        if (key.statistic().isLessEvents(figures)) {
            withDust(key.statistic(), figures, paper);
            figures.events().forEach(id -> paper.remarks.add(EventWords.told(network.events(), id)));
        }
        ViewRule rule = ViewRule.of(figures.span().kind());
        if (!rule.confidence().equals("high")) {
            boolean house = rule.confidence().equals("house rule");
            paper.remark(
                    "依据未经证实: " + rule.rule(),
                    "rests on, unconfirmed: " + rule.rule(),
                    house ? "内部约定" : "未经证实",
                    rule.confidence());
        }
    }

    /** The other result: what the mean or percentile is with all hours. */
    private static void withDust(Statistic statistic, SpanFigures figures, Paper paper) {
        if (statistic.pollutant() == null) {
            return;
        }
        SpanFigures.WithEvents all = figures.of(statistic.pollutant()).withEvents();
        Fraction exact = statistic.kind() == Statistic.Kind.MEAN ? all.mean() : all.percentile();
        if (exact != null) {
            paper.remark("含沙尘", "with dust", exact.toSixDecimals());
        }
    }
}
