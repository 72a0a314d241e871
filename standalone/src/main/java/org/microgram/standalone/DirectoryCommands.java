package org.microgram.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.access.Permission;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.keep.KeepCommands;
import org.microgram.standalone.platform.Derived;
import org.microgram.standalone.platform.OpenLog;
import org.microgram.standalone.platform.Platform;
import org.microgram.standalone.platform.StorePlace;
import org.microgram.store.Store;

/** What the commands that keep a data directory do: {@code rebuild}, {@code reconcile}, {@code backup}, {@code restore}, {@code upgrade}. */
final class DirectoryCommands {

    private final Reach reach;
    private final ServeCommands serving;

    DirectoryCommands(Reach reach, ServeCommands serving) {
        this.reach = reach;
        this.serving = serving;
    }

    Outcome rebuild(Session session, Path data, Optional<StoreKind> store) throws Exception {
        reach.refuseInside(session);
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
        return serving.serve(session, new Services.Serve(data, 0, true), true, platform -> {
            ServeCommands.settle(session, platform.platform());
            return Outcome.DONE;
        });
    }

    Outcome reconcile(Session session, Path data, LocalDate day) throws Exception {
        if (reach.open().isPresent() || Files.isDirectory(data)) {
            Gate.enter(session, data, Permission.VIEW);
        }
        if (reach.open().isPresent()) {
            Platform platform = reach.open().get().platform();
            ServeCommands.settle(session, platform);
            return KeepCommands.reconcile(session, platform.store(), platform.network(), platform.bootstrap(), day);
        }
        List<String> command = List.of("reconcile", "--data", Reach.absolute(data), "--day", day.toString());
        Optional<Outcome> handed = Reach.handOver(session, data, command);
        if (handed.isPresent()) {
            return handed.get();
        }
        Reach.requireData(session, data);
        Configuration configuration = Configuration.of(session.config(), data);
        try (DataDirectory directory = DataDirectory.open(data);
                Store store = configuration.place(directory).open(false);
                OpenLog log = OpenLog.of(directory)) {
            LogFile.open(directory.logs());
            return KeepCommands.reconcile(session, store, configuration.network(), log.bootstrap(), day);
        }
    }

    Outcome backup(Session session, Path data, Path out) throws Exception {
        Reach.requireData(session, data);
        Gate gate = Gate.enter(session, data, Permission.OPERATE);
        if (reach.open().isPresent()) {
            gate.record("backup", Reach.absolute(out), Map.of());
            Platform platform = reach.open().get().platform();
            return KeepCommands.backup(session, platform.data(), platform.bootstrap(), out);
        }
        List<String> command = List.of("backup", "--data", Reach.absolute(data), "--out", Reach.absolute(out));
        Optional<Outcome> handed = Reach.handOver(session, data, command);
        if (handed.isPresent()) {
            return handed.get();
        }
        try (DataDirectory directory = DataDirectory.open(data);
                OpenLog log = OpenLog.of(directory)) {
            LogFile.open(directory.logs());
            gate.record("backup", Reach.absolute(out), Map.of());
            return KeepCommands.backup(session, directory, log.bootstrap(), out);
        }
    }

    Outcome restore(Session session, Path data, Path file) throws Exception {
        reach.refuseInside(session);
        Path config = KeepCommands.restore(session, data, file);
        Gate gate = Gate.ofOwner(session, data);
        gate.record("restore", Reach.absolute(file), Map.of());
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
        return serving.serve(restored, new Services.Serve(data, 0, true), true, platform -> {
            ServeCommands.settle(session, platform.platform());
            return Outcome.DONE;
        });
    }

    Outcome upgrade(Session session, Path data, boolean dryRun) throws Exception {
        reach.refuseInside(session);
        Reach.requireData(session, data);
        Gate gate = Gate.enter(session, data, Permission.OPERATE);
        if (!dryRun && DataDirectory.layoutOf(data).isPresent()) {
            gate.record("upgrade", "", Map.of());
        }
        return KeepCommands.upgrade(session, data, dryRun);
    }
}
