package org.microgram.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.microgram.access.Actor;
import org.microgram.access.Permission;
import org.microgram.ingest.KnownDefects;
import org.microgram.ingest.Readers;
import org.microgram.ingest.Rights;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.platform.BackfillRun;
import org.microgram.standalone.platform.Serving;
import org.microgram.standalone.platform.StorePlace;

/** What {@code backfill} does: files to the platform, here or in the process that runs it. */
final class BackfillCommands {

    private final Reach reach;
    private final ServeCommands serving;

    BackfillCommands(Reach reach, ServeCommands serving) {
        this.reach = reach;
        this.serving = serving;
    }

    Outcome backfill(Session session, Services.Backfill request) throws Exception {
        StorePlace.kindOf(request.data(), request.store());
        Gate.enter(session, request.data(), Permission.OPERATE);
        if (reach.open().isPresent()) {
            return read(session, reach.open().get(), request.format(), request.paths());
        }
        List<String> command = new ArrayList<>(
                List.of("backfill", "--data", Reach.absolute(request.data()), "--format", request.format()));
        request.store().ifPresent(store -> command.addAll(List.of("--store", store.code())));
        request.paths().forEach(path -> command.add(Reach.absolute(path)));
        Optional<Outcome> handed = Reach.handOver(session, request.data(), command);
        if (handed.isPresent()) {
            return handed.get();
        }
        return serving.serve(
                session,
                Services.Serve.untilDone(request.data(), request.store()),
                true,
                platform -> read(session, platform, request.format(), request.paths()));
    }

    /** Reads the files in where a platform runs, and prints what became of them. */
    static Outcome read(Session session, Serving serving, String format, List<Path> paths) throws Exception {
        Path data = serving.platform().data().root();
        Gate gate = Gate.enter(session, data, Permission.OPERATE);
        String what = paths.stream().map(Path::toString).collect(Collectors.joining("\n"));
        gate.record("backfill", format, Map.of("paths", what));
        serving.doing(session.lang().pick("回填 ", "backfill ") + format);
        try {
            BackfillPrinter printer = new BackfillPrinter(session, serving.platform());
            BackfillRun.Report report = printer.run(
                    new BackfillRun(serving.platform(), KnownDefects.load(session.config()), rights(gate.actor())),
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

    /** A decision in a file takes the right that it takes anywhere else. */
    private static Rights rights(Actor actor) {
        return new Rights(actor.may(Permission.REVIEW), actor.may(Permission.APPROVE));
    }
}
