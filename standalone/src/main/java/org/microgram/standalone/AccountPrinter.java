package org.microgram.standalone;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.dashboard.query.AccountJson;
import org.microgram.dashboard.query.AccountView;
import org.microgram.dashboard.query.Views;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.network.Target;
import org.microgram.messages.network.Targets;
import org.microgram.messages.rows.Subject;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Tables;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.MeanAccount;
import org.microgram.standards.account.Outlook;
import org.microgram.standards.account.StationPull;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.views.Span;
import org.microgram.store.Store;

/** What {@code account} prints: a page, JSON, or a table with a row a figure. */
final class AccountPrinter {

    private final Session session;
    private final Network network;
    private final Targets targets;
    private final AccountView view;

    AccountPrinter(Session session, Store store, Network network) {
        this.session = session;
        this.network = network;
        this.targets = Targets.load(session.config(), network);
        Views views = new Views(store, network, PublishedBases.load(session.config(), network));
        this.view = new AccountView(store, views, network, targets);
    }

    void print(Services.Account request) {
        Subject subject = new Subjects(network).find(request.area());
        Target target = target(subject, Span.year(request.year()), request.target());
        MeanAccount account = view.account(target, request.asOf());
        if (account.valid() == 0) {
            throw new IllegalArgumentException(session.lang()
                    .pick(
                            "%s 在 %s 截至 %s 没有有效的 PM2.5 日均值。%n-> 换一个 --year 或 --as-of",
                            "%s has no valid PM2.5 day in %s by %s.%n-> try another --year or --as-of")
                    .formatted(subject.id(), request.year(), account.days().through()));
        }
        Optional<Outlook> whatIf = request.whatIf().map(AccountPrinter::factor).flatMap(account::whatIf);
        List<StationPull> pulls = view.pulls(subject, account);
        Map<String, Object> json = AccountJson.of(target, account, whatIf, pulls);
        if (session.json()) {
            session.terminal().out().println(AccountJson.print(json));
        } else if (request.csv()) {
            csv(json);
        } else {
            new AccountPage(session, network).print(target, account, whatIf, pulls);
        }
    }

    private Target target(Subject subject, Span year, Optional<String> asked) {
        List<Target> own = targets.of(subject, year).stream()
                .filter(target -> target.indicator() == Indicator.PM25_MEAN)
                .toList();
        if (asked.isEmpty() && !own.isEmpty()) {
            return own.get(0);
        }
        String text = asked.orElse("").replaceAll("\\s*(µg/m³|ug/m3)$", "");
        if (text.matches("\\d{1,4}(\\.\\d{1,2})?") && new BigDecimal(text).signum() > 0) {
            return free(subject, year, text);
        }
        return own.stream()
                .filter(target -> target.id().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(subject, year, asked, own)));
    }

    private Target free(Subject subject, Span year, String number) {
        long hundredths = new BigDecimal(number).movePointRight(2).longValueExact();
        return new Target(
                "given",
                subject,
                year,
                Indicator.PM25_MEAN,
                Fraction.of(hundredths, Scaled.powerOfTen(2)),
                number + " µg/m³",
                Indicator.PM25_MEAN.asPublished(year.lastDay()),
                List.of(),
                session.lang().pick("命令行给出，不是任何人的目标", "given on the command line, nobody's goal"),
                true);
    }

    private String unknown(Subject subject, Span year, Optional<String> asked, List<Target> own) {
        Lang lang = session.lang();
        String known = own.isEmpty()
                ? lang.pick("没有", "none")
                : String.join(", ", own.stream().map(Target::id).toList());
        return asked.map(id -> lang.pick(
                                        "--target \"%s\" 不是 %s 在 %s 的 PM2.5 目标",
                                        "--target \"%s\" is no PM2.5 target of %s in %s")
                                .formatted(id, subject.id(), year))
                        .orElse(lang.pick("%s 在 %s 没有 PM2.5 目标", "%s has no PM2.5 target in %s")
                                .formatted(subject.id(), year))
                + lang.pick("；已有：", "; there is: ")
                + known
                + lang.pick(
                        "。\n-> 写进 config/targets.yaml，或给出浓度，如 --target 42",
                        ".\n-> write one into config/targets.yaml, or give a concentration, such as --target 42");
    }

    /** {@code +10%} → 11/10. */
    private static Fraction factor(String percent) {
        BigDecimal number = new BigDecimal(percent.replace("%", ""));
        long hundredths = number.movePointRight(2).longValueExact();
        return Fraction.of(10_000 + hundredths, 10_000);
    }

    private void csv(Map<String, Object> json) {
        try (Tables table =
                new Tables(session.terminal().out(), Tables.Format.CSV, List.of("figure", "of", "value", "unit"))) {
            AccountCells.rows(json).forEach(table::row);
        }
    }
}
