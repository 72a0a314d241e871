package org.microgram.dashboard.explain.view;

import java.util.Optional;
import java.util.stream.Collectors;
import org.microgram.dashboard.explain.Paper;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.views.CompositeIndex;
import org.microgram.standards.views.SpanFigures;
import org.microgram.standards.views.Statistic;
import org.microgram.standards.views.SubjectDays;

/** The composite index: the ratio of each pollutant's published concentration to its limit, and their sum. */
final class CompositeFigure {

    private CompositeFigure() {}

    static void write(ViewKey key, SubjectDays days, SpanFigures figures, Paper paper) {
        paper.inputsZh = "各项浓度与限值之比";
        paper.inputsEn = "ratio of each concentration to its limit";
        Optional<CompositeIndex> index = CompositeIndex.of(figures);
        int had = 0;
        for (Pollutant p : Pollutant.ALL) {
            Statistic statistic = Statistic.judging(p, figures.span().lastDay());
            Optional<Statistic.Value> value = statistic.of(figures, days.profile());
            String of = ViewKey.figureKey(key.subject(), statistic, figures.span(), figures.through());
            if (value.isEmpty()) {
                paper.unused(of, p.code(), p.code(), null, null, "missing", null, null, "无有效日值", "no valid day");
                continue;
            }
            had++;
            Statistic.Value v = value.get();
            if (index.isEmpty()) {
                paper.unused(
                        of,
                        p.code(),
                        p.code(),
                        v.published().toString(),
                        v.exact().toSixDecimals(),
                        "excluded",
                        v.had(),
                        v.needed(),
                        "六项不全,不计算",
                        "not all six have a value");
                continue;
            }
            Rounded ratio = index.get().ratios().get(p);
            Fraction limit = index.get().limits().get(p);
            String name = p.code() + " " + v.published() + " ÷ " + plain(limit);
            paper.used(
                    of,
                    name,
                    ratio.toString(),
                    v.published()
                            .exact()
                            .times(Fraction.of(limit.denominator(), limit.numerator()))
                            .toSixDecimals(),
                    v.had(),
                    v.needed());
        }
        paper.had = had;
        paper.needed = Pollutant.COUNT;
        index.ifPresent(i -> {
            paper.counts(Pollutant.COUNT, Pollutant.COUNT, i.status());
            paper.value = i.total().toString();
            paper.formula(
                    "sum",
                    Pollutant.ALL.stream()
                                    .map(p -> i.ratios().get(p).toString())
                                    .collect(Collectors.joining(" + "))
                            + " = " + i.total());
            paper.remark(
                    "首要污染物",
                    "main pollutant",
                    i.main().stream().map(Pollutant::code).collect(Collectors.joining(" ")));
            paper.remark("限值", "limits of", i.edition());
        });
    }

    private static String plain(Fraction limit) {
        String text = limit.toSixDecimals();
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
