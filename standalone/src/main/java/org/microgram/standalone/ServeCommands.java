package org.microgram.standalone;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.microgram.access.Permission;
import org.microgram.demo.DemoData;
import org.microgram.ingest.beijing.BeijingArchiveReader;
import org.microgram.standalone.cli.CommandLineInterface;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.cli.Who;
import org.microgram.standalone.keep.Nightly;
import org.microgram.standalone.platform.CommandCall;
import org.microgram.standalone.platform.ControlServer;
import org.microgram.standalone.platform.Platform;
import org.microgram.standalone.platform.Serving;
import org.microgram.standalone.platform.StorePlace;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Terminal;

/** What {@code demo} and {@code run} do; and how the other commands that need a running platform get one. */
final class ServeCommands {

    private static final String DEMO_DONE = "demo.done";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Reach reach;

    ServeCommands(Reach reach) {
        this.reach = reach;
    }

    Outcome demo(Session session, Services.Serve request) throws Exception {
        return serve(session, request, true, serving -> {
            Path data = serving.platform().data().root();
            Gate.enter(session, data, Permission.OPERATE).record("demo", "", Map.of());
            Outcome outcome = Outcome.DONE;
            if (!Files.exists(data.resolve(DEMO_DONE))) {
                Path archives = DemoData.unpackTo(data.resolve("demo"));
                outcome = BackfillCommands.read(session, serving, BeijingArchiveReader.FORMAT, List.of(archives));
                Files.writeString(data.resolve(DEMO_DONE), "");
            }
            Comparisons.print(
                    session, serving.platform().store(), serving.platform().network());
            return outcome;
        });
    }

    Outcome run(Session session, Services.Serve request) throws Exception {
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

    static void settle(Session session, Platform platform) throws Exception {
        try (Computing computing = new Computing(session, platform)) {
            platform.settle(PATIENCE);
        }
    }

    interface Work {
        Outcome on(Serving serving) throws Exception;
    }

    /** Starts the platform and works on it, for whoever may operate it. */
    Outcome serve(Session session, Services.Serve request, boolean replay, Work work) throws Exception {
        reach.refuseInside(session);
        return serve(session, request, replay, Gate.enter(session, request.data(), Permission.OPERATE), work);
    }

    /** @param gate that whoever acts has passed: what they may is asked before, or by the work */
    Outcome serve(Session session, Services.Serve request, boolean replay, Gate gate, Work work) throws Exception {
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
                    configuration.targets(),
                    configuration.deadlines(),
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
                        Optional.of(StandaloneServices.inside(serving)),
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
}
