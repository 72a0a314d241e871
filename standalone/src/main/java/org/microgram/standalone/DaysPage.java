package org.microgram.standalone;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.dashboard.query.TargetAccount;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Target;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Tables;
import org.microgram.standards.account.AccountDay;
import org.microgram.standards.account.AccountDays;
import org.microgram.standards.account.CountAccount;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.Outlook;
import org.microgram.standards.account.PercentileAccount;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

/** The account of counted days, or of ozone, as a page in the terminal: the sentence, a mark a day, what is left, outlooks, days without a value. */
final class DaysPage {

    private static final int HIGHEST = 10;

    private final PrintStream out;
    private final Lang lang;
    private final Subjects subjects;

    DaysPage(Session session, Network network) {
        this.out = session.terminal().out();
        this.lang = session.lang();
        this.subjects = new Subjects(network);
    }

    /** The other targets of a subject, a line each. */
    void others(List<TargetAccount> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        out.println();
        out.println(lang.pick("其他目标（--target ID 看全部）", "other targets (--target ID shows all of it)"));
        for (TargetAccount account : accounts) {
            out.println("  " + account.target().id() + "  " + new DaysSentence(lang).of(account));
        }
    }

    void print(TargetAccount account) {
        Target target = account.target();
        out.println("%s · %s · %s · %s %s (%s) · %s %s"
                .formatted(
                        lang.pick(subjects.nameZh(target.subject()), subjects.nameEn(target.subject())),
                        title(target.indicator()),
                        target.period(),
                        lang.pick("目标", "target"),
                        target.written(),
                        target.id(),
                        lang.pick("截至", "as of"),
                        account.days().through()));
        out.println(target.source());
        out.println();
        out.println(new DaysSentence(lang).of(account));
        out.println();
        if (account instanceof TargetAccount.OfCount count) {
            count(target, count.account());
        } else if (account instanceof TargetAccount.OfOzone ozone) {
            ozone(target, ozone.account());
        }
    }

    private String title(Indicator indicator) {
        return switch (indicator) {
            case GOOD_DAYS -> lang.pick("优良天", "good days");
            case HEAVY_DAYS -> lang.pick("重污染天", "heavy days");
            default -> lang.pick("O3 第 90 百分位", "90th percentile of O3");
        };
    }

    private void count(Target target, CountAccount account) {
        boolean good = target.indicator() == Indicator.GOOD_DAYS;
        Set<LocalDate> counted = new TreeSet<>(account.counted());
        strip(account.days(), counted, good ? "●" : "▲", good ? "○" : "·");
        out.println(
                good
                        ? lang.pick(
                                "● 优良  ○ 非优良  × 无 AQI，算作失去  ┄ 未到", "● good  ○ not good  × no AQI, so lost  ┄ to come")
                        : lang.pick("▲ 重污染  · 不是  × 无 AQI  ┄ 未到", "▲ heavy  · not heavy  × no AQI  ┄ to come"));
        if (!good && !counted.isEmpty()) {
            out.println(lang.pick("重污染日  ", "heavy days  ")
                    + String.join(
                            " · ", counted.stream().map(LocalDate::toString).toList()));
        }
        out.println();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(
                lang.pick("至今", "so far"),
                account.count(),
                lang.pick("有 AQI 的 %d 天中", "of %d days with an AQI").formatted(account.evaluated())));
        account.lastYear().ifPresent(last -> rows.add(row(lang.pick("去年同期", "same dates of last year"), last, "")));
        if (account.toCome() > 0) {
            String left = account.left() < 0
                    ? lang.pick("已多失", "went wrong beyond it")
                    : good ? lang.pick("还可失", "may still be lost") : lang.pick("还可有", "may still be heavy");
            rows.add(row(
                    left,
                    Math.abs(account.left()),
                    lang.pick("余 %d 天", "of %d days to come").formatted(account.toCome())));
            rows.add(row(
                    good ? lang.pick("须优良", "must be good") : lang.pick("不可重污染", "must not be heavy"),
                    account.mustKeep(),
                    lang.pick("每天 AQI 至多 %d", "each with an AQI of %d at most")
                            .formatted(target.indicator().highestAqi())));
        }
        figures(rows, account.outlooks());
        missing(
                account.days().missing(),
                account.leftHadMissingBeenAsTheirMonth()
                        .filter(left -> account.left() >= 0)
                        .map(left -> lang.pick(
                                        "若同其当月比例，则为 %s 天", "had they been as their month, %s might still go wrong")
                                .formatted(AccountPage.hundredths(left))));
    }

    private void ozone(Target target, PercentileAccount account) {
        Set<LocalDate> over =
                new TreeSet<>(account.overDays().stream().map(AccountDay::date).toList());
        strip(account.days(), over, "▲", "·");
        out.println(
                lang.pick("▲ 高于目标值  · 不高  × 无有效值  ┄ 未到", "▲ over the value  · not over  × no valid value  ┄ to come"));
        if (!over.isEmpty()) {
            out.println(lang.pick("最高的日子  ", "highest days  ")
                    + String.join(
                            " · ",
                            account.overDays().stream()
                                    .limit(HIGHEST)
                                    .map(day -> day.date() + " " + day.value())
                                    .toList()));
        }
        out.println();
        List<List<String>> rows = new ArrayList<>();
        account.percentile()
                .ifPresent(now -> rows.add(List.of(
                        lang.pick("至今第 90 百分位", "90th percentile so far"),
                        AccountPage.hundredths(now),
                        lang.pick("n %d + r %d = N %d；第 %s 位", "n %d + r %d = N %d; place %s")
                                .formatted(
                                        account.valid(),
                                        account.toCome(),
                                        account.whole(),
                                        Rounded.of(account.place(), 1)))));
        account.lastYear()
                .ifPresent(last -> rows.add(
                        List.of(lang.pick("去年同期", "same dates of last year"), AccountPage.hundredths(last), "")));
        rows.add(row(lang.pick("高于目标值的天数", "days over the value"), account.over(), ""));
        if (account.left().isPresent() && !account.isSafe()) {
            int left = account.left().getAsInt();
            rows.add(row(
                    lang.pick("还可任意高", "more that may have anything"),
                    left,
                    lang.pick("其余每天至多 %d µg/m³", "each of the others %d µg/m³ at most")
                            .formatted(account.highestEach(left).orElseThrow())));
            rows.add(List.of(
                    lang.pick("若各天相同，每天至多", "if all are alike, each at most"),
                    Long.toString(account.highestEach().orElseThrow()),
                    "µg/m³"));
        }
        figures(rows, account.asLastYear().stream().toList());
        PercentileAccount asMonth = account.hadMissingBeenAsTheirMonth();
        missing(
                account.days().missing(),
                asMonth.highestEach().isEmpty() || asMonth.isSafe()
                        ? Optional.empty()
                        : Optional.of(lang.pick(
                                        "若同其当月均值，余下每天至多 %d µg/m³",
                                        "had they been as the mean of their month, each to come might have %d µg/m³")
                                .formatted(asMonth.highestEach().getAsLong())));
    }

    private void strip(AccountDays days, Set<LocalDate> counted, String yes, String no) {
        Set<LocalDate> missing = Set.copyOf(days.missing());
        for (YearMonth month = days.span().first(); !month.isAfter(days.span().last()); month = month.plusMonths(1)) {
            StringBuilder line = new StringBuilder(month + "  ");
            int of = 0;
            for (int day = 1; day <= month.lengthOfMonth(); day++) {
                LocalDate date = month.atDay(day);
                boolean counts = counted.contains(date);
                of += counts ? 1 : 0;
                line.append(date.isAfter(days.through()) ? "┄" : missing.contains(date) ? "×" : counts ? yes : no);
            }
            out.println(month.atDay(1).isAfter(days.through()) ? line : line + "  " + of);
        }
    }

    private void figures(List<List<String>> rows, List<Outlook> outlooks) {
        try (Tables table = aligned(lang.pick("项目", "figure"), lang.pick("数值", "value"), lang.pick("说明", "note"))) {
            rows.forEach(table::row);
            for (Outlook outlook : outlooks) {
                table.row(List.of(
                        lang.pick("其余", "rest ") + new AccountWords(lang).outlook(outlook.name()),
                        tenths(outlook.end()),
                        lang.pick("余下 %s；%s", "rest %s; %s")
                                .formatted(
                                        tenths(outlook.rest()),
                                        outlook.attains() ? lang.pick("达到", "attains") : lang.pick("未达到", "misses"))));
            }
        }
        out.println();
    }

    private void missing(List<LocalDate> days, Optional<String> whatOfIt) {
        if (!days.isEmpty()) {
            out.println(lang.pick("缺 %d 天", "%d days missing").formatted(days.size())
                    + whatOfIt.map(text -> lang.pick("；", "; ") + text).orElse(""));
        }
    }

    private Tables aligned(String... header) {
        return new Tables(out, Tables.Format.ALIGNED, List.of(header));
    }

    private static List<String> row(String name, int days, String note) {
        return List.of(name, Integer.toString(days), note);
    }

    private static String tenths(Fraction exact) {
        return Rounded.of(exact, 1).toString();
    }
}
