package org.microgram.standalone;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.dashboard.query.AccountJson;
import org.microgram.dashboard.query.AccountView;
import org.microgram.dashboard.query.TargetAccount;
import org.microgram.dashboard.query.Views;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.network.Target;
import org.microgram.messages.network.Targets;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.terminal.Tables;
import org.microgram.standards.account.MeanAccount;
import org.microgram.standards.account.Outlook;
import org.microgram.standards.account.StationPull;
import org.microgram.standards.number.Fraction;
import org.microgram.store.Store;

/** What {@code account} prints: a page, JSON, or a table with a row a figure. */
final class AccountPrinter {

    private final Session session;
    private final Network network;
    private final AskedTarget asked;
    private final AccountView view;

    AccountPrinter(Session session, Store store, Network network) {
        this.session = session;
        this.network = network;
        Targets targets = Targets.load(session.config(), network);
        this.asked = new AskedTarget(session.lang(), network, targets);
        Views views = new Views(store, network, PublishedBases.load(session.config(), network));
        this.view = new AccountView(store, views, network, targets);
    }

    void print(Services.Account request) {
        Target target = asked.of(request);
        TargetAccount account = view.of(target, request.asOf());
        if (!account.hasDays()) {
            throw new IllegalArgumentException(session.lang()
                    .pick(
                            "%s 在 %s 截至 %s 没有有效的 %s 日值。%n-> 换一个 --year 或 --as-of",
                            "%s has no valid %4$s day in %2$s by %3$s.%n-> try another --year or --as-of")
                    .formatted(
                            target.subject().id(),
                            target.period(),
                            account.days().through(),
                            target.indicator().parameter()));
        }
        if (account instanceof TargetAccount.OfMean mean) {
            print(mean.target(), mean.account(), request);
        } else if (request.whatIf().isPresent()) {
            throw new IllegalArgumentException(session.lang()
                    .pick(
                            "--what-if 只问 PM2.5 均值，%s 不是。%n-> 去掉 --what-if",
                            "--what-if asks about a mean of PM2.5, which %s is not.%n-> leave --what-if out")
                    .formatted(target.id()));
        } else if (!asTable(account.json(), request)) {
            new DaysPage(session, network).print(account);
        }
    }

    private void print(Target target, MeanAccount account, Services.Account request) {
        Optional<Outlook> whatIf = request.whatIf().map(AccountPrinter::factor).flatMap(account::whatIf);
        List<StationPull> pulls = view.pulls(target.subject(), account);
        if (!asTable(AccountJson.of(target, account, whatIf, pulls), request)) {
            new AccountPage(session, network).print(target, account, whatIf, pulls);
            if (request.target().isEmpty()) {
                new DaysPage(session, network)
                        .others(asked.of(target.subject(), target.period()).stream()
                                .filter(other -> !other.equals(target))
                                .map(other -> view.of(other, request.asOf()))
                                .filter(TargetAccount::hasDays)
                                .toList());
            }
        }
    }

    /** Whether it was JSON or a table that was asked for, and is printed. */
    private boolean asTable(Map<String, Object> json, Services.Account request) {
        if (session.json()) {
            session.terminal().out().println(AccountJson.print(json));
        } else if (request.csv()) {
            try (Tables table =
                    new Tables(session.terminal().out(), Tables.Format.CSV, List.of("figure", "of", "value", "unit"))) {
                AccountCells.rows(json).forEach(table::row);
            }
        }
        return session.json() || request.csv();
    }

    /** {@code +10%} → 11/10. */
    private static Fraction factor(String percent) {
        BigDecimal number = new BigDecimal(percent.replace("%", ""));
        long hundredths = number.movePointRight(2).longValueExact();
        return Fraction.of(10_000 + hundredths, 10_000);
    }
}
