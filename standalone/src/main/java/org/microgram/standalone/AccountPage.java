package org.microgram.standalone;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.dashboard.query.PublishedChange;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Target;
import org.microgram.messages.rows.Subject;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Tables;
import org.microgram.standards.account.Coins;
import org.microgram.standards.account.Costs;
import org.microgram.standards.account.MeanAccount;
import org.microgram.standards.account.MissingDays;
import org.microgram.standards.account.Outlook;
import org.microgram.standards.account.PathToDate;
import org.microgram.standards.account.SameDates;
import org.microgram.standards.account.StationPull;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.number.Scaled;

/** The account as a page in the terminal: the row of coins, the sentence, last year, outlooks, months, dearest days, stations. */
final class AccountPage {

    private static final int COINS_A_LINE = 21;
    private static final int DEAREST = 5;
    private static final Fraction HALF = Fraction.of(1, 2);

    /** One block of a month's bar is so many hundredths of a microgram. */
    private static final int BLOCK = 10;

    private final PrintStream out;
    private final Session session;
    private final Lang lang;
    private final Subjects subjects;

    AccountPage(Session session, Network network) {
        this.session = session;
        this.out = session.terminal().out();
        this.lang = session.lang();
        this.subjects = new Subjects(network);
    }

    void print(Target target, MeanAccount account, Optional<Outlook> whatIf, List<StationPull> pulls) {
        out.println("%s · PM2.5 · %s · %s %s µg/m³ (%s) · %s %s"
                .formatted(
                        name(target.subject()),
                        target.period(),
                        lang.pick("目标", "target"),
                        shortest(target.value()),
                        target.id(),
                        lang.pick("截至", "as of"),
                        account.days().through()));
        out.println(target.source());
        out.println();
        coins(Coins.of(account));
        out.println();
        out.println(sentence(target, account));
        out.println();
        comparisons(target, account);
        outlooks(account, whatIf);
        costs(Costs.of(account));
        stations(pulls);
    }

    private void coins(List<Coins.Coin> coins) {
        StringBuilder line = new StringBuilder();
        SortedMap<YearMonth, List<String>> dates = new TreeMap<>();
        for (Coins.Coin coin : coins) {
            if (coin.number() > 1 && (coin.number() - 1) % COINS_A_LINE == 0) {
                line.append('\n');
            }
            String glyph = glyph(coin);
            line.append(coin.beyond() ? session.terminal().red(glyph) : glyph);
            coin.usedUp().ifPresent(day -> dates.computeIfAbsent(YearMonth.from(day), month -> new ArrayList<>())
                    .add(Integer.toString(day.getDayOfMonth())));
        }
        out.println(line);
        out.println(
                lang.pick(
                        "1 枚 = 年均 1 µg/m³：● 已用  ◍ 多半用在超标日  ◐ 正在用  ○ 未用  ◆ 超出目标",
                        "1 coin = 1 µg/m³ of the mean: ● used  ◍ mostly on days over the limit  ◐ being used  ○ left  ◆ over the target"));
        List<String> used = dates.entrySet().stream()
                .map(each -> each.getKey() + ": " + String.join(" ", each.getValue()))
                .toList();
        if (!used.isEmpty()) {
            out.println(lang.pick("用完的日子  ", "used up on  ") + String.join(" · ", used));
        }
    }

    private static String glyph(Coins.Coin coin) {
        if (coin.beyond()) {
            return "◆";
        }
        if (coin.used().equals(Fraction.ZERO)) {
            return "○";
        }
        if (coin.usedUp().isEmpty()) {
            return "◐";
        }
        return coin.overLimit().compareTo(coin.size().times(HALF)) > 0 ? "◍" : "●";
    }

    /** The one sentence that says it all. */
    private String sentence(Target target, MeanAccount account) {
        Optional<Outlook> last = account.outlooks().stream()
                .filter(outlook -> outlook.name().equals(Outlook.LAST_YEAR))
                .findFirst();
        String spent = tenths(account.spent().orElseThrow());
        String status = new AccountWords(lang).status(account.status());
        if (account.toCome() == 0) {
            return lang.pick(
                            "已用 %s / %s 枚，全期已过，均值 %s µg/m³ → %s",
                            "%s of %s coins used, the period is over, mean %s µg/m³ → %s")
                    .formatted(
                            spent,
                            shortest(target.value()),
                            hundredths(account.mean().orElseThrow()),
                            status);
        }
        String text = lang.pick(
                        "已用 %s / %s 枚，余 %d 天，日均不得超过 %s µg/m³",
                        "%s of %s coins used, %d days to come, their mean may be %s µg/m³")
                .formatted(
                        spent,
                        shortest(target.value()),
                        account.toCome(),
                        tenths(account.allowed().orElseThrow()));
        String rest = last.map(outlook -> lang.pick("；去年同期余下日子为 %s", "; the same dates of last year had %s")
                        .formatted(tenths(outlook.rest())))
                .orElse("");
        String left =
                last.map(outlook -> left(target.value().minus(outlook.end()))).orElse("");
        return text + rest + " → " + status + left;
    }

    private String left(Fraction toSpare) {
        boolean over = toSpare.compareTo(Fraction.ZERO) < 0;
        return over
                ? lang.pick("，如去年则超出 %s µg/m³", ", as last year it ends %s µg/m³ over")
                        .formatted(tenths(Fraction.ZERO.minus(toSpare)))
                : lang.pick("，余量 %s µg/m³", ", %s µg/m³ to spare").formatted(tenths(toSpare));
    }

    private void comparisons(Target target, MeanAccount account) {
        try (Tables table = aligned(lang.pick("项目", "figure"), lang.pick("数值", "value"), lang.pick("说明", "note"))) {
            AccountWords words = new AccountWords(lang);
            PublishedChange.of(target, account).ifPresent(change -> table.row(words.change(change)));
            words.figures(account, SameDates.of(account), PathToDate.of(account), MissingDays.of(account))
                    .forEach(table::row);
        }
        out.println();
    }

    private void outlooks(MeanAccount account, Optional<Outlook> whatIf) {
        List<Outlook> outlooks = new ArrayList<>(account.outlooks());
        whatIf.ifPresent(outlooks::add);
        if (outlooks.isEmpty()) {
            return;
        }
        try (Tables table = aligned(
                lang.pick("如果余下的日子", "if the rest is"), lang.pick("余下均值", "rest"), lang.pick("全期", "end"), "")) {
            AccountWords words = new AccountWords(lang);
            for (Outlook outlook : outlooks) {
                table.row(List.of(
                        words.outlook(outlook.name()),
                        hundredths(outlook.rest()),
                        hundredths(outlook.end()),
                        outlook.attains() ? lang.pick("达到", "attains") : lang.pick("未达到", "misses")));
            }
        }
        out.println();
    }

    private void costs(Costs costs) {
        try (Tables table = aligned(lang.pick("月", "month"), lang.pick("花费", "cost"), "")) {
            costs.byMonth().forEach((month, cost) -> table.row(List.of(month.toString(), hundredths(cost), bar(cost))));
            table.row(List.of(lang.pick("合计", "sum"), hundredths(costs.total()), ""));
        }
        out.println();
        try (Tables table =
                aligned(lang.pick("最贵的日子", "dearest days"), lang.pick("日均", "mean"), lang.pick("花费", "cost"))) {
            for (Costs.DayCost day : costs.dearest(DEAREST)) {
                LocalDate date = day.day().date();
                table.row(List.of(date.toString(), hundredths(day.day().value()), hundredths(day.cost())));
            }
        }
    }

    /** Above the path to the right, saved ones hollow. */
    private static String bar(Fraction cost) {
        long hundredths = Rounded.of(cost, 2).unscaled();
        int blocks = Math.toIntExact(Math.abs(hundredths) / BLOCK);
        return (hundredths < 0 ? "▁" : "█").repeat(blocks);
    }

    private void stations(List<StationPull> pulls) {
        if (pulls.isEmpty()) {
            return;
        }
        out.println();
        try (Tables table = aligned(lang.pick("站点（去掉它的差别）", "station (by leaving it out)"), lang.pick("拉动", "pull"))) {
            for (StationPull pull : pulls) {
                table.row(List.of(name(Subject.station(pull.station())), hundredths(pull.pull())));
            }
        }
    }

    private Tables aligned(String... header) {
        return new Tables(out, Tables.Format.ALIGNED, List.of(header));
    }

    private String name(Subject subject) {
        return lang.pick(subjects.nameZh(subject), subjects.nameEn(subject));
    }

    static String hundredths(Fraction exact) {
        return Rounded.of(exact, 2).toString();
    }

    private static String tenths(Fraction exact) {
        return Rounded.of(exact, 1).toString();
    }

    /** 42, not 42.00. */
    private static String shortest(Fraction exact) {
        return Scaled.print(Rounded.of(exact, 2).unscaled(), 2);
    }
}
