package org.microgram.standalone;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.microgram.access.Permission;
import org.microgram.dashboard.explain.HistoryText;
import org.microgram.dashboard.explain.Language;
import org.microgram.dashboard.explain.ReadingExplainer;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.dashboard.explain.ReceiptJson;
import org.microgram.dashboard.explain.ReceiptText;
import org.microgram.dashboard.explain.view.FigureExplainer;
import org.microgram.dashboard.export.FiguresFile;
import org.microgram.dashboard.query.EditionQuery;
import org.microgram.demo.DemoData;
import org.microgram.ingest.KnownDefects;
import org.microgram.ingest.Readers;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.PublishedBases;
import org.microgram.standalone.cli.CommandLineInterface;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.cli.Who;
import org.microgram.standalone.keep.KeepCommands;
import org.microgram.standalone.keep.Nightly;
import org.microgram.standalone.platform.BackfillRun;
import org.microgram.standalone.platform.CommandCall;
import org.microgram.standalone.platform.ControlServer;
import org.microgram.standalone.platform.Derived;
import org.microgram.standalone.platform.Forwarding;
import org.microgram.standalone.platform.OpenLog;
import org.microgram.standalone.platform.Platform;
import org.microgram.standalone.platform.Serving;
import org.microgram.standalone.platform.StorePlace;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Terminal;
import org.microgram.standards.ChinaTime;
import org.microgram.store.Store;

/**
 * What stands behind the commands. In a process of its own a command opens the data directory, or hands itself to the process that owns
 * it; in that process the same command works on what is open.
 */
final class StandaloneServices implements Services {

    private static final String DEMO_DONE = "demo.done";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What the owner has open; empty in a process of its own. */
    private final Optional<Serving> open;

    private StandaloneServices(Optional<Serving> open) {
        this.open = open;
    }

    /** For a process of its own. */
    static Services ofProcess() {
        return new StandaloneServices(Optional.empty());
    }

    @Override
    public Outcome demo(Session session, Serve request) throws Exception {
        return serve(session, request, true, serving -> {
            Path data = serving.platform().data().root();
            Gate.enter(session, data, Permission.OPERATE).record("demo", "", Map.of());
            Outcome outcome = Outcome.DONE;
            if (!Files.exists(data.resolve(DEMO_DONE))) {
                Path archives = DemoData.unpackTo(data.resolve("demo"));
                outcome = backfill(
                        session, serving, org.microgram.ingest.beijing.BeijingArchiveReader.FORMAT, List.of(archives));
                Files.writeString(data.resolve(DEMO_DONE), "");
            }
            Comparisons.print(
                    session, serving.platform().store(), serving.platform().network());
            return outcome;
        });
    }

    @Override
    public Outcome run(Session session, Serve request) throws Exception {
        return serve(session, request, false, serving -> {
            Gate.enter(session, request.data(), Permission.OPERATE)
                    .record("run", "", Map.of("listen", request.listen()));
            // A job outside may start after this process, which makes the topics it needs.
            if (request.untilDone() || !Platform.isOutside(serving.platform().data())) {
                settle(session, serving.platform());
            }
            return Outcome.DONE;
        });
    }

    private static void settle(Session session, Platform platform) throws Exception {
        try (Computing computing = new Computing(session, platform)) {
            platform.settle(PATIENCE);
        }
    }

    private interface Work {
        Outcome on(Serving serving) throws Exception;
    }

    private Outcome serve(Session session, Serve request, boolean replay, Work work) throws Exception {
        refuseInside(session);
        return serve(session, request, replay, Gate.enter(session, request.data(), Permission.OPERATE), work);
    }

    /** @param gate that whoever acts has passed: what they may is asked before, or by the work */
    private Outcome serve(Session session, Serve request, boolean replay, Gate gate, Work work) throws Exception {
        Configuration configuration =
                Configuration.load(session.config(), StorePlace.kindOf(request.data(), request.store()));
        Lang lang = session.lang();
        PrintStream err = session.terminal().err();
        try (DataDirectory data = DataDirectory.open(request.data());
                Shutdown shutdown = Shutdown.install(err, lang, () -> kept(lang, request.data()))) {
            LogFile.open(data.logs());
            data.configHash()
                    .filter(made -> !made.equals(configuration.network().hash()))
                    .ifPresent(made -> gate.record(
                            "configuration.changed", configuration.network().hash(), Map.of("before", made)));
            CountDownLatch ready = new CountDownLatch(1);
            Serving[] made = new Serving[1];
            ControlServer.Commands commands = (call, out, callErr) -> {
                try {
                    ready.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Outcome.FAILED.code();
                }
                return inside(made[0], call, out, callErr);
            };
            made[0] = new Serving(
                    data,
                    configuration.network(),
                    configuration.bases(),
                    replay,
                    request,
                    gate.entrance(),
                    configuration.place(data),
                    commands,
                    shutdown,
                    step -> say(session, step, configuration.place(data)));
            ready.countDown();
            if (!replay) {
                shutdown.closing("nightly recount", new Nightly(made[0].platform(), made[0].metrics()));
            }
            err.println(lang.pick("页面：", "page: ") + made[0].url());
            Outcome outcome = work.on(made[0]);
            if (request.untilDone()) {
                return outcome;
            }
            err.println(lang.pick("保持运行；按 Ctrl-C 停止。", "staying up; Ctrl-C stops it."));
            new CountDownLatch(1).await();
            return outcome;
        }
    }

    /** A command that another process handed over. */
    private static int inside(Serving serving, CommandCall call, OutputStream out, OutputStream err) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                call.outIsTerminal(),
                call.errIsTerminal(),
                call.colour());
        Path home = Path.of(System.getProperty("microgram.home", "."));
        return new CommandLineInterface(
                        terminal,
                        Map.of(),
                        home,
                        Optional.of(new StandaloneServices(Optional.of(serving))),
                        Who.handed(call.actor()))
                .execute(call.args().toArray(String[]::new));
    }

    private static void say(Session session, Platform.Step step, StorePlace place) {
        if (session.quiet()) {
            return;
        }
        Lang lang = session.lang();
        session.terminal()
                .err()
                .println(
                        switch (step) {
                            case BROKER -> lang.pick("启动消息日志 (Kafka) …", "starting the log (Kafka) …");
                            case STORE -> lang.pick("打开时序库 (", "opening the store (") + place.describe() + ") …";
                            case STORE_AWAITED ->
                                lang.pick(
                                        place.describe() + " 没有应答：等待中；读数与数值都保存在日志里，不会丢失。Ctrl-C 停止，再次运行同一命令即继续。",
                                        place.describe()
                                                + " does not answer: waiting; readings and figures are kept in the log, nothing is lost. Ctrl-C stops, the same command goes on.");
                            case FORGETTING ->
                                lang.pick(
                                        "配置已变更：所有数字将由读数重新计算 …",
                                        "the configuration changed: every figure is made again from the readings …");
                            case JOB -> lang.pick("启动计算作业 (Flink) …", "starting the job (Flink) …");
                        });
    }

    private static String kept(Lang lang, Path data) {
        return lang.pick(
                "已停止。收到的读数都在 " + data + " 中；再次运行同一命令即从断点继续。",
                "stopped. Every reading received is kept in " + data + "; the same command goes on from there.");
    }

    @Override
    public Outcome backfill(Session session, Backfill request) throws Exception {
        StorePlace.kindOf(request.data(), request.store());
        Gate.enter(session, request.data(), Permission.OPERATE);
        if (open.isPresent()) {
            return backfill(session, open.get(), request.format(), request.paths());
        }
        List<String> command =
                new ArrayList<>(List.of("backfill", "--data", absolute(request.data()), "--format", request.format()));
        request.store().ifPresent(store -> command.addAll(List.of("--store", store.code())));
        request.paths().forEach(path -> command.add(absolute(path)));
        Optional<Integer> forwarded = Forwarding.toOwner(request.data(), session, command);
        if (forwarded.isPresent()) {
            return outcome(forwarded.get());
        }
        return serve(
                session,
                Serve.untilDone(request.data(), request.store()),
                true,
                serving -> backfill(session, serving, request.format(), request.paths()));
    }

    private static Outcome backfill(Session session, Serving serving, String format, List<Path> paths)
            throws Exception {
        Path data = serving.platform().data().root();
        Gate gate = Gate.enter(session, data, Permission.OPERATE);
        String what = paths.stream().map(Path::toString).collect(Collectors.joining("\n"));
        gate.record("backfill", format, Map.of("paths", what));
        serving.doing(session.lang().pick("回填 ", "backfill ") + format);
        try {
            BackfillPrinter printer = new BackfillPrinter(session, serving.platform());
            BackfillRun.Report report = printer.run(
                    new BackfillRun(serving.platform(), KnownDefects.load(session.config())),
                    Readers.find(format).orElseThrow(),
                    paths);
            serving.batches().append(report);
            printer.print(report);
            gate.record(
                    "backfill.done",
                    format,
                    Map.of("read", Long.toString(report.reader().read()), "paths", what));
            return report.reader().hasNewRefusals() || report.ledger().refused() > 0
                    ? Outcome.DONE_WITH_REFUSALS
                    : Outcome.DONE;
        } finally {
            serving.doing("");
        }
    }

    @Override
    public Outcome query(Session session, Query request) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("query", "--data", absolute(request.data()), "--measurement", request.measurement()));
        request.subjects().forEach(subject -> command.addAll(List.of("--subject", subject)));
        request.from().ifPresent(day -> command.addAll(List.of("--from", day.toString())));
        request.to().ifPresent(day -> command.addAll(List.of("--to", day.toString())));
        request.edition().ifPresent(name -> command.addAll(List.of("--edition", name)));
        request.out().ifPresent(file -> command.addAll(List.of("--out", absolute(file))));
        return reading(session, request.data(), command, (store, network) -> {
            new RowsPrinter(session, store, network).query(request);
            return Outcome.DONE;
        });
    }

    @Override
    public Outcome rank(Session session, Rank request) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "rank",
                "--data",
                absolute(request.data()),
                "--by",
                request.by(),
                "--period",
                request.period(),
                "--level",
                request.level()));
        request.out().ifPresent(file -> command.addAll(List.of("--out", absolute(file))));
        return reading(session, request.data(), command, (store, network) -> {
            new RowsPrinter(session, store, network).rank(request);
            return Outcome.DONE;
        });
    }

    @Override
    public Outcome compare(Session session, Compare request) throws Exception {
        List<String> command = new ArrayList<>(List.of("compare", "--data", absolute(request.data())));
        command.addAll(List.of(
                "--from", request.from().toString(), "--to", request.to().toString()));
        request.editions().forEach(name -> command.addAll(List.of("--editions", name)));
        request.subjects().forEach(subject -> command.addAll(List.of("--subject", subject)));
        return reading(session, request.data(), command, (store, network) -> {
            new EditionTable(session, request.from(), request.to())
                    .print(new EditionQuery(store, network)
                            .compare(request.subjects(), request.from(), request.to(), request.editions()));
            return Outcome.DONE;
        });
    }

    @Override
    public Outcome export(Session session, Export request) throws Exception {
        List<String> command = List.of(
                "export",
                "--data",
                absolute(request.data()),
                "--month",
                request.month().toString(),
                "--out",
                absolute(request.out()));
        return reading(session, request.data(), command, (store, network) -> {
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

    @Override
    public Outcome explain(Session session, Figure request) throws Exception {
        return reading(session, request.data(), command("explain", request), (store, network) -> {
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

    @Override
    public Outcome history(Session session, Figure request) throws Exception {
        return reading(session, request.data(), command("history", request), (store, network) -> {
            var history = new ReadingExplainer(store, network, Build.version()).history(request.figure());
            String text = session.json() ? ReceiptJson.print(history) : HistoryText.print(history, language(session));
            session.terminal().out().println(text);
            return Outcome.DONE;
        });
    }

    @Override
    public Outcome screening(Session session, Screening request) throws Exception {
        List<String> command = new ArrayList<>(List.of("screening", "--data", absolute(request.data())));
        request.from().ifPresent(day -> command.addAll(List.of("--from", day.toString())));
        request.to().ifPresent(day -> command.addAll(List.of("--to", day.toString())));
        return reading(session, request.data(), command, (store, network) -> {
            ScreeningShares.print(session, store, network, request.from(), request.to());
            return Outcome.DONE;
        });
    }

    @Override
    public Outcome review(Session session, Review request) throws Exception {
        if (request.action() == Review.Action.LIST) {
            return reading(session, request.data(), command(request), (store, network) -> {
                return ReviewCommands.list(session, request, store, network, System.currentTimeMillis());
            });
        }
        if (open.isPresent()) {
            return ReviewCommands.decide(
                    session,
                    request,
                    Gate.enter(session, request.data()),
                    open.get().platform());
        }
        requireData(session, request.data());
        Gate gate = Gate.enter(session, request.data());
        Optional<Integer> forwarded = Forwarding.toOwner(request.data(), session, command(request));
        if (forwarded.isPresent()) {
            return outcome(forwarded.get());
        }
        return serve(
                session,
                new Serve(request.data(), 0, true),
                true,
                gate,
                serving -> ReviewCommands.decide(session, request, gate, serving.platform()));
    }

    private static List<String> command(Review request) {
        List<String> command = new ArrayList<>(List.of(
                "review",
                request.action().name().toLowerCase(Locale.ROOT),
                "--data",
                absolute(request.data()),
                "--station",
                request.station(),
                "--from",
                label(request.from()),
                "--to",
                label(request.to() - ChinaTime.SECONDS_OF_HOUR),
                "--reason",
                request.reason()));
        request.parameters().forEach(each -> command.addAll(List.of("--parameter", each)));
        if (request.action() == Review.Action.SET) {
            command.addAll(request.value().isEmpty() ? List.of("--invalid") : List.of("--value", request.value()));
        }
        return command;
    }

    /** An hour by the label of its end. */
    private static String label(long start) {
        return "%sT%02d".formatted(ChinaTime.date(ChinaTime.dayOf(start)), ChinaTime.hourOf(start) + 1);
    }

    @Override
    public Outcome rebuild(Session session, Path data, Optional<StoreKind> store) throws Exception {
        refuseInside(session);
        Gate gate = Gate.enter(session, data, Permission.OPERATE);
        try (DataDirectory directory = DataDirectory.open(data)) {
            gate.record("rebuild", "", Map.of());
            Configuration.load(session.config(), store.orElseGet(() -> StorePlace.kindOf(data, Optional.empty())));
            Derived.outdate(directory);
            store.ifPresent(to -> StorePlace.move(directory, to));
            if (Platform.isOutside(directory)) {
                session.terminal()
                        .err()
                        .println(session.lang()
                                .pick(
                                        "已标记：下次启动时清空数字与存储。%n-> 先停止计算作业并删除它的检查点，再一并启动，作业便从第一条读数算起。",
                                        "marked: the next start forgets figures and store.%n-> stop the job and delete its checkpoints first, then start both: it begins at the first reading.")
                                .formatted());
                return Outcome.DONE;
            }
        }
        return serve(session, new Serve(data, 0, true), true, serving -> {
            settle(session, serving.platform());
            return Outcome.DONE;
        });
    }

    @Override
    public Outcome reconcile(Session session, Path data, LocalDate day) throws Exception {
        if (open.isPresent() || Files.isDirectory(data)) {
            Gate.enter(session, data, Permission.VIEW);
        }
        if (open.isPresent()) {
            Platform platform = open.get().platform();
            settle(session, platform);
            return KeepCommands.reconcile(session, platform.store(), platform.network(), platform.bootstrap(), day);
        }
        List<String> command = List.of("reconcile", "--data", absolute(data), "--day", day.toString());
        Optional<Integer> forwarded = Forwarding.toOwner(data, session, command);
        if (forwarded.isPresent()) {
            return outcome(forwarded.get());
        }
        requireData(session, data);
        Configuration configuration = Configuration.of(session.config(), data);
        try (DataDirectory directory = DataDirectory.open(data);
                Store store = configuration.place(directory).open(false);
                OpenLog log = OpenLog.of(directory)) {
            LogFile.open(directory.logs());
            return KeepCommands.reconcile(session, store, configuration.network(), log.bootstrap(), day);
        }
    }

    @Override
    public Outcome backup(Session session, Path data, Path out) throws Exception {
        requireData(session, data);
        Gate gate = Gate.enter(session, data, Permission.OPERATE);
        if (open.isPresent()) {
            gate.record("backup", absolute(out), Map.of());
            Platform platform = open.get().platform();
            return KeepCommands.backup(session, platform.data(), platform.bootstrap(), out);
        }
        List<String> command = List.of("backup", "--data", absolute(data), "--out", absolute(out));
        Optional<Integer> forwarded = Forwarding.toOwner(data, session, command);
        if (forwarded.isPresent()) {
            return outcome(forwarded.get());
        }
        try (DataDirectory directory = DataDirectory.open(data);
                OpenLog log = OpenLog.of(directory)) {
            LogFile.open(directory.logs());
            gate.record("backup", absolute(out), Map.of());
            return KeepCommands.backup(session, directory, log.bootstrap(), out);
        }
    }

    @Override
    public Outcome restore(Session session, Path data, Path file) throws Exception {
        refuseInside(session);
        Path config = KeepCommands.restore(session, data, file);
        Gate gate = Gate.ofOwner(session, data);
        gate.record("restore", absolute(file), Map.of());
        if (gate.access().owner().isEmpty()) {
            session.terminal()
                    .err()
                    .println(session.lang()
                            .pick(
                                    "备份中有用户：其余步骤须由他们来做。%n-> ./microgram run --data %s --config %s --user NAME 会算出全部数值",
                                    "the backup has users, who must do the rest.%n-> ./microgram run --data %s --config %s --user NAME makes every figure")
                            .formatted(data, config));
            return Outcome.DONE;
        }
        Session restored = session.with(config);
        return serve(restored, new Serve(data, 0, true), true, serving -> {
            settle(session, serving.platform());
            return Outcome.DONE;
        });
    }

    @Override
    public Outcome upgrade(Session session, Path data, boolean dryRun) throws Exception {
        refuseInside(session);
        requireData(session, data);
        Gate gate = Gate.enter(session, data, Permission.OPERATE);
        if (!dryRun && DataDirectory.layoutOf(data).isPresent()) {
            gate.record("upgrade", "", Map.of());
        }
        return KeepCommands.upgrade(session, data, dryRun);
    }

    @Override
    public Outcome user(Session session, UserChange request) throws Exception {
        refuseInside(session);
        return AccessCommands.user(session, request);
    }

    @Override
    public Outcome token(Session session, TokenChange request) throws Exception {
        refuseInside(session);
        return AccessCommands.token(session, request);
    }

    @Override
    public Outcome audit(Session session, AuditQuery request) throws Exception {
        return AccessCommands.audit(session, request);
    }

    @Override
    public Outcome verifyChain(Session session, ChainCheck request) throws Exception {
        return AccessCommands.verifyChain(session, request);
    }

    private interface Reading {
        Outcome of(Store store, Network network) throws Exception;
    }

    /** A command that only reads: here, in the owner, or on the store alone when nobody owns it. */
    private Outcome reading(Session session, Path data, List<String> command, Reading reading) throws Exception {
        Gate.enter(session, data, Permission.VIEW);
        if (open.isPresent()) {
            return reading.of(
                    open.get().platform().store(), open.get().platform().network());
        }
        Optional<Integer> forwarded = Forwarding.toOwner(data, session, command);
        if (forwarded.isPresent()) {
            return outcome(forwarded.get());
        }
        requireData(session, data);
        Configuration configuration = Configuration.of(session.config(), data);
        Network network = configuration.network();
        try (DataDirectory directory = DataDirectory.open(data);
                Store store = configuration.place(directory).open(false)) {
            LogFile.open(directory.logs());
            if (directory.configHash().filter(network.hash()::equals).isEmpty()) {
                session.terminal()
                        .err()
                        .println(session.lang()
                                .pick(
                                        "注意：这里的数字是按另一份配置计算的；./microgram rebuild --data " + data + " 会重新计算。",
                                        "note: the figures here were made with another configuration; ./microgram rebuild --data "
                                                + data + " makes them again."));
            }
            return reading.of(store, network);
        }
    }

    private static void requireData(Session session, Path data) {
        if (!Files.isDirectory(data)) {
            throw new IllegalArgumentException(session.lang()
                    .pick(
                            "找不到数据目录 %s。%n-> 先运行 ./microgram demo 或 ./microgram backfill --data %s …",
                            "there is no data directory %s.%n-> run ./microgram demo or ./microgram backfill --data %s … first")
                    .formatted(data, data));
        }
    }

    private void refuseInside(Session session) {
        if (open.isPresent()) {
            throw new IllegalStateException(session.lang().pick("该命令不能转交给另一进程", "this command cannot be handed over"));
        }
    }

    private static List<String> command(String name, Figure request) {
        List<String> command = new ArrayList<>(List.of(name, "--data", absolute(request.data()), request.figure()));
        request.asOf().ifPresent(moment -> command.addAll(List.of("--as-of", moment.toString())));
        return command;
    }

    private static OptionalLong asOf(Figure request) {
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

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private static Outcome outcome(int code) {
        for (Outcome each : Outcome.values()) {
            if (each.code() == code) {
                return each;
            }
        }
        return Outcome.FAILED;
    }
}
