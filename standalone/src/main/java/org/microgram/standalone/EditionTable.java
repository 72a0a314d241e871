package org.microgram.standalone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.microgram.dashboard.query.EditionQuery.Compared;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Tables;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.air.Unconfirmed;
import org.microgram.standards.compare.EditionComparison.Base;
import org.microgram.standards.compare.Verdict;
import org.microgram.standards.compare.YearJudgement;
import org.microgram.standards.number.Scaled;

/** Prints what {@code compare} found: a short table for a person, every column for a file or a program. */
final class EditionTable {

    private final Session session;
    private final LocalDate first;
    private final LocalDate last;

    EditionTable(Session session, LocalDate first, LocalDate last) {
        this.session = session;
        this.first = first;
        this.last = last;
    }

    void print(List<Compared> all) {
        if (session.json() || !session.terminal().outIsTerminal()) {
            full(all);
            return;
        }
        Lang lang = session.lang();
        List<String> header = new ArrayList<>(List.of(
                lang.pick("对象", "subject"),
                lang.pick("口径", "judged by"),
                lang.pick("优良/参评", "good/evaluated"),
                lang.pick("重污染", "heavy"),
                lang.pick("其中各口径均参评", "of days by all")));
        Pollutant.ALL.forEach(p -> header.add(p.code() + lang.pick(" 达标", " attaining")));
        header.add(lang.pick("年度评价", "the year"));
        try (Tables table = session.table(header)) {
            all.forEach(each -> each.bases().forEach(base -> table.row(brief(each, base))));
        }
        notes(all);
    }

    private List<String> brief(Compared compared, Base base) {
        Lang lang = session.lang();
        List<String> cells = new ArrayList<>();
        cells.add(lang.pick(compared.nameZh(), compared.nameEn()));
        cells.add(base.edition().map(e -> lang.pick(e.nameZh(), e.name())).orElse(lang.pick("当日发布", "as published"))
                + (base.mixedEdition() ? lang.pick(" 口径不一致", " (mixed bases)") : "")
                + (base.mixedState() ? lang.pick(" 状态不一致", " (mixed states)") : ""));
        cells.add(
                base.counts().good().isPresent()
                        ? base.counts().good().getAsInt() + "/"
                                + base.counts().evaluated().getAsInt()
                        : "–");
        cells.add(text(base.counts().heavy(), "–"));
        cells.add(base.goodOfThem().isPresent() ? base.goodOfThem().getAsInt() + "/" + base.evaluatedByAll() : "–");
        for (Pollutant p : Pollutant.ALL) {
            OptionalInt attaining = base.counts().attaining().get(p.ordinal());
            cells.add(
                    attaining.isPresent()
                            ? attaining.getAsInt() + "/" + base.counts().valid().get(p.ordinal())
                            : "–");
        }
        cells.add(base.year().map(this::verdict).orElse("–"));
        return cells;
    }

    private String verdict(YearJudgement year) {
        String exceeding = year.exceeding().stream().map(Pollutant::code).collect(Collectors.joining(" "));
        Lang lang = session.lang();
        return switch (year.verdict()) {
            case ATTAINS -> lang.pick("达标", "attains");
            case EXCEEDS -> lang.pick("超标：", "exceeds: ") + exceeding;
            case EXCEEDS_TOO_FEW -> lang.pick("超标（数据不足）：", "exceeds (too few days): ") + exceeding;
            case TOO_FEW -> lang.pick("数据不足，不评价", "too few days to judge");
            case NO_VALUE -> "–";
        };
    }

    /** Under the table: what of it no text confirms. */
    private void notes(List<Compared> all) {
        int bits = all.stream()
                .flatMap(each -> each.bases().stream())
                .mapToInt(Base::unconfirmed)
                .reduce(0, (a, b) -> a | b);
        if (bits != 0) {
            session.terminal()
                    .err()
                    .println(session.lang().pick("未经证实的依据：", "rests on, unconfirmed: ") + Unconfirmed.text(bits));
        }
    }

    private void full(List<Compared> all) {
        List<String> header = new ArrayList<>(List.of(
                "subject_kind",
                "subject_id",
                "subject_name",
                "from",
                "to",
                "edition",
                "index",
                "mixed_edition",
                "mixed_state",
                "good_days",
                "heavy_days",
                "evaluated_days",
                "evaluated_by_all",
                "good_of_them"));
        Pollutant.ALL.forEach(p -> header.addAll(List.of(
                p.column() + "_valid",
                p.column() + "_attaining",
                p.column() + "_year",
                p.column() + "_year_limit",
                p.column() + "_year_percentile",
                p.column() + "_year_percentile_limit",
                p.column() + "_year_verdict")));
        header.addAll(List.of("year_edition", "year_verdict", "unconfirmed"));
        try (Tables table = session.table(header)) {
            all.forEach(each -> each.bases().forEach(base -> table.row(cells(each, base))));
        }
    }

    private List<String> cells(Compared compared, Base base) {
        List<String> cells = new ArrayList<>(List.of(
                compared.subject().kind(),
                compared.subject().id(),
                compared.nameZh(),
                first.toString(),
                last.toString(),
                base.edition().map(Edition::name).orElse("as published"),
                base.index().map(SubIndex::edition).orElse(""),
                base.mixedEdition() ? "1" : "0",
                base.mixedState() ? "1" : "0",
                text(base.counts().good(), ""),
                text(base.counts().heavy(), ""),
                text(base.counts().evaluated(), ""),
                Integer.toString(base.evaluatedByAll()),
                text(base.goodOfThem(), "")));
        for (Pollutant p : Pollutant.ALL) {
            cells.add(base.counts().valid().get(p.ordinal()).toString());
            cells.add(text(base.counts().attaining().get(p.ordinal()), ""));
            item(cells, base, p, false);
            item(cells, base, p, true);
            cells.add(base.year()
                    .map(year -> year.verdict(p))
                    .filter(v -> v != Verdict.NO_VALUE)
                    .map(Verdict::code)
                    .orElse(""));
        }
        cells.add(base.year().map(year -> year.edition().name()).orElse(""));
        cells.add(base.year().map(year -> year.verdict().code()).orElse(""));
        String unconfirmed = Unconfirmed.text(base.unconfirmed());
        cells.add(unconfirmed == null ? "" : unconfirmed);
        return cells;
    }

    private static void item(List<String> cells, Base base, Pollutant p, boolean percentile) {
        YearJudgement.Item item = base.year().stream()
                .flatMap(year -> year.items().stream())
                .filter(i -> i.statistic().pollutant() == p && i.statistic().isPercentile() == percentile)
                .findFirst()
                .orElse(null);
        cells.add(
                item == null || item.exact() == null
                        ? ""
                        : Scaled.printFixed(
                                item.published() / Scaled.powerOfTen(Scaled.DIGITS - item.decimals()),
                                item.decimals()));
        cells.add(item == null ? "" : Scaled.print(item.limit(), Scaled.DIGITS));
    }

    private static String text(OptionalInt number, String none) {
        return number.isPresent() ? String.format(Locale.ROOT, "%d", number.getAsInt()) : none;
    }
}
