package org.microgram.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.microgram.dashboard.explain.HistoryText;
import org.microgram.dashboard.explain.Language;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.dashboard.explain.ReceiptJson;
import org.microgram.dashboard.explain.ReceiptText;
import org.microgram.dashboard.explain.view.FigureExplainer;
import org.microgram.dashboard.export.FiguresFile;
import org.microgram.dashboard.query.EditionQuery;
import org.microgram.messages.network.PublishedBases;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.terminal.Lang;

/** What the commands that only look do: {@code query}, {@code rank}, {@code account}, {@code compare}, {@code export}, {@code explain}, {@code history}, {@code screening}. */
final class FigureCommands {

    private final Reach reach;

    FigureCommands(Reach reach) {
        this.reach = reach;
    }

    Outcome query(Session session, Services.Query request) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("query", "--data", Reach.absolute(request.data()), "--measurement", request.measurement()));
        request.subjects().forEach(subject -> command.addAll(List.of("--subject", subject)));
        request.from().ifPresent(day -> command.addAll(List.of("--from", day.toString())));
        request.to().ifPresent(day -> command.addAll(List.of("--to", day.toString())));
        request.edition().ifPresent(name -> command.addAll(List.of("--edition", name)));
        request.out().ifPresent(file -> command.addAll(List.of("--out", Reach.absolute(file))));
        return reach.reading(session, request.data(), command, (store, network) -> {
            new RowsPrinter(session, store, network).query(request);
            return Outcome.DONE;
        });
    }

    Outcome rank(Session session, Services.Rank request) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "rank",
                "--data",
                Reach.absolute(request.data()),
                "--by",
                request.by(),
                "--period",
                request.period(),
                "--level",
                request.level()));
        request.out().ifPresent(file -> command.addAll(List.of("--out", Reach.absolute(file))));
        return reach.reading(session, request.data(), command, (store, network) -> {
            new RowsPrinter(session, store, network).rank(request);
            return Outcome.DONE;
        });
    }

    Outcome account(Session session, Services.Account request) throws Exception {
        List<String> command = new ArrayList<>(List.of("account", "--data", Reach.absolute(request.data())));
        request.area().ifPresent(area -> command.addAll(List.of("--area", area)));
        request.year().ifPresent(year -> command.addAll(List.of("--year", Integer.toString(year))));
        request.asOf().ifPresent(day -> command.addAll(List.of("--as-of", day.toString())));
        request.target().ifPresent(target -> command.addAll(List.of("--target", target)));
        // Joined, for "-5%" alone would be taken for an option.
        request.whatIf().ifPresent(percent -> command.add("--what-if=" + percent));
        if (request.csv()) {
            command.add("--csv");
        }
        return reach.reading(session, request.data(), command, (store, network) -> {
            new AccountPrinter(session, store, network).print(request);
            return Outcome.DONE;
        });
    }

    Outcome compare(Session session, Services.Compare request) throws Exception {
        List<String> command = new ArrayList<>(List.of("compare", "--data", Reach.absolute(request.data())));
        command.addAll(List.of(
                "--from", request.from().toString(), "--to", request.to().toString()));
        request.editions().forEach(name -> command.addAll(List.of("--editions", name)));
        request.subjects().forEach(subject -> command.addAll(List.of("--subject", subject)));
        return reach.reading(session, request.data(), command, (store, network) -> {
            new EditionTable(session, request.from(), request.to())
                    .print(new EditionQuery(store, network)
                            .compare(request.subjects(), request.from(), request.to(), request.editions()));
            return Outcome.DONE;
        });
    }

    Outcome export(Session session, Services.Export request) throws Exception {
        List<String> command = List.of(
                "export",
                "--data",
                Reach.absolute(request.data()),
                "--month",
                request.month().toString(),
                "--out",
                Reach.absolute(request.out()));
        return reach.reading(session, request.data(), command, (store, network) -> {
            Files.createDirectories(request.out());
            Path file = request.out().resolve("figures.csv");
            long lines;
            try (Output output = Output.of(session, Optional.of(file))) {
                lines = new FiguresFile(store, network).write(request.month(), output.writer());
            }
            session.terminal()
                    .err()
                    .println(session.lang()
                            .pick("已写出 %,d 行：%s", "%,d lines written: %s")
                            .formatted(lines, file));
            return Outcome.DONE;
        });
    }

    Outcome explain(Session session, Services.Figure request) throws Exception {
        return reach.reading(session, request.data(), command("explain", request), (store, network) -> {
            PublishedBases bases = PublishedBases.load(session.config(), network);
            Optional<Receipt> receipt = new FigureExplainer(store, network, bases, Build.version())
                    .explain(request.figure(), asOf(request));
            if (receipt.isEmpty()) {
                throw new IllegalArgumentException(unknown(session.lang(), request.figure()));
            }
            session.terminal()
                    .out()
                    .println(
                            session.json()
                                    ? ReceiptJson.print(receipt.get())
                                    : ReceiptText.print(receipt.get(), language(session)));
            return Outcome.DONE;
        });
    }

    Outcome history(Session session, Services.Figure request) throws Exception {
        return reach.reading(session, request.data(), command("history", request), (store, network) -> {
            PublishedBases bases = PublishedBases.load(session.config(), network);
            var history = new FigureExplainer(store, network, bases, Build.version()).history(request.figure());
            String text = session.json() ? ReceiptJson.print(history) : HistoryText.print(history, language(session));
            session.terminal().out().println(text);
            return Outcome.DONE;
        });
    }

    Outcome screening(Session session, Services.Screening request) throws Exception {
        List<String> command = new ArrayList<>(List.of("screening", "--data", Reach.absolute(request.data())));
        request.from().ifPresent(day -> command.addAll(List.of("--from", day.toString())));
        request.to().ifPresent(day -> command.addAll(List.of("--to", day.toString())));
        return reach.reading(session, request.data(), command, (store, network) -> {
            ScreeningShares.print(session, store, network, request.from(), request.to());
            return Outcome.DONE;
        });
    }

    private static List<String> command(String name, Services.Figure request) {
        List<String> command =
                new ArrayList<>(List.of(name, "--data", Reach.absolute(request.data()), request.figure()));
        request.asOf().ifPresent(moment -> command.addAll(List.of("--as-of", moment.toString())));
        return command;
    }

    private static OptionalLong asOf(Services.Figure request) {
        return request.asOf()
                .map(moment -> OptionalLong.of(moment.toEpochMilli()))
                .orElse(OptionalLong.empty());
    }

    private static Language language(Session session) {
        return session.lang() == Lang.ZH ? Language.ZH : Language.EN;
    }

    private static String unknown(Lang lang, String figure) {
        return lang.pick(
                "没有这个数字：" + figure + "\n-> 写成 \"beijing air_day PM2.5 2020-02-12\"；./microgram explain --help 有示例",
                "there is no such figure: " + figure
                        + "\n-> write \"beijing air_day PM2.5 2020-02-12\"; ./microgram explain --help has examples");
    }
}
