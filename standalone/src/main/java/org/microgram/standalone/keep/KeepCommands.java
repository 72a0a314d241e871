package org.microgram.standalone.keep;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.microgram.messages.network.Network;
import org.microgram.messages.rows.RowKey;
import org.microgram.standalone.Build;
import org.microgram.standalone.DataDirectory;
import org.microgram.standalone.LogFile;
import org.microgram.standalone.Outcome;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.platform.Derived;
import org.microgram.standalone.platform.OpenLog;
import org.microgram.standalone.platform.Platform;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Progress;
import org.microgram.standalone.terminal.Tables;
import org.microgram.standards.ChinaTime;
import org.microgram.store.Store;

/** Keep and move: what {@code backup}, {@code restore} and {@code upgrade} do and say. */
public final class KeepCommands {

    private KeepCommands() {}

    /** @param bootstrap address of the broker that has the directory's log */
    public static Outcome backup(Session session, DataDirectory data, String bootstrap, Path out) throws IOException {
        Lang lang = session.lang();
        Manifest manifest;
        try (Progress progress = session.progress("备份消息", "copying messages", 0)) {
            manifest = new Backup(data, session.config(), bootstrap, progress::update).write(out, Build.version());
        }
        session.terminal()
                .err()
                .println(lang.pick(
                                "已备份 %,d 条消息与 %d 个文件（%,d MB）：%s。恢复：./microgram restore --data 新目录 %s",
                                "%,d messages and %d files are kept (%,d MB) in %s. To restore: ./microgram restore --data NEW-DIR %s")
                        .formatted(
                                manifest.messages(),
                                manifest.parts().size(),
                                (Files.size(out) + (1L << 20) - 1) >> 20,
                                out,
                                out));
        return Outcome.DONE;
    }

    /** Fills the directory with what cannot be made again; figures are made at its first start. @return its configuration */
    public static Path restore(Session session, Path data, Path file) throws Exception {
        Lang lang = session.lang();
        PrintStream err = session.terminal().err();
        requireEmpty(lang, data);
        if (!session.quiet()) {
            err.println(lang.pick("检查备份 …", "checking the backup …"));
        }
        try (Restore backup = Restore.open(file);
                DataDirectory directory = DataDirectory.open(data)) {
            LogFile.open(directory.logs());
            backup.files(directory);
            try (OpenLog log = OpenLog.of(directory);
                    Progress progress = session.progress(
                            "恢复消息", "restoring messages", backup.manifest().messages())) {
                backup.log(log.bootstrap(), progress::update);
            }
            Path config = directory.root().resolve(Restore.CONFIG);
            err.println(lang.pick(
                            "数值按备份时的配置计算：%s。以后的命令请加 --config %s，或使用您自己的配置（届时全部重算）。",
                            "figures are made with the configuration of the backup, %s: give it to later commands with --config %s, or use your own (then all is made again).")
                    .formatted(config, config));
            return config;
        }
    }

    private static void requireEmpty(Lang lang, Path data) throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        boolean empty = false;
        if (Files.isDirectory(data)) {
            try (Stream<Path> files = Files.list(data)) {
                empty = files.findFirst().isEmpty();
            }
        }
        if (!empty) {
            throw new IllegalArgumentException(lang.pick(
                            "%s 不是空目录；未作任何改动。%n-> 用 --data 指定一个新目录；若是中断的恢复，先删除它。",
                            "%s is not empty; nothing was changed.%n-> give a new directory with --data; if a restore was broken off there, delete it first.")
                    .formatted(data));
        }
    }

    /** Readings stay as they are, whatever the layout: every schema that they were ever written with is still read. */
    public static Outcome upgrade(Session session, Path data, boolean dryRun) throws IOException {
        Lang lang = session.lang();
        PrintStream out = session.terminal().out();
        OptionalInt layout = DataDirectory.layoutOf(data);
        if (layout.isEmpty() || layout.getAsInt() >= DataDirectory.LAYOUT) {
            DataDirectory.open(data).close(); // refuses what is not ours, or newer
            out.println(lang.pick("%s 已是布局 %d，无需升级。", "%s has layout %d already; there is nothing to do.")
                    .formatted(data, DataDirectory.LAYOUT));
            return Outcome.DONE;
        }
        try (DataDirectory directory = DataDirectory.openForUpgrade(data)) {
            List<Path> derived = List.of(directory.checkpoints(), directory.store());
            out.println(lang.pick("%s：布局 %d → %d", "%s: layout %d → %d")
                    .formatted(data, layout.getAsInt(), DataDirectory.LAYOUT));
            out.println(lang.pick("  保留    kafka/（读数与拒收记录，%,d MB）", "  kept    kafka/ (readings and refusals, %,d MB)")
                    .formatted(megabytes(directory.kafka())));
            for (Path folder : derived) {
                out.println(lang.pick(
                                "  清空    %s/（%,d MB），下次启动时由读数重新算出",
                                "  emptied %s/ (%,d MB), made again from the readings at the next start")
                        .formatted(folder.getFileName(), megabytes(folder)));
            }
            if (Platform.isOutside(directory)) {
                out.println(lang.pick(
                        "  注意    计算作业在别处运行：请先停止它并删除其检查点",
                        "  note    the job runs elsewhere: stop it and delete its checkpoints first"));
            }
            if (dryRun) {
                out.println(lang.pick("仅为预演，未作任何改动。", "a rehearsal: nothing was changed."));
                return Outcome.DONE;
            }
            Derived.outdate(directory);
            derived.forEach(Derived::deleteContents);
            directory.writeLayout();
            out.println(lang.pick("已升级。下次启动将重新计算全部数值。", "upgraded. The next start makes every figure again."));
            return Outcome.DONE;
        }
    }

    /** Prints every difference; a difference is a fault of Microgram or of its store, so it ends with exit code 1. */
    public static Outcome reconcile(Session session, Store store, Network network, String bootstrap, LocalDate day)
            throws IOException {
        Lang lang = session.lang();
        Reconcile.Result result;
        try (LogReader log = new LogReader(bootstrap);
                Progress progress = session.progress("重读日志", "reading the log again", 0)) {
            result = new Reconcile(store, network, day).count(log, progress::update);
        }
        if (!result.findings().isEmpty()) {
            try (Tables table = session.table(List.of("finding", "measurement", "subject", "start", "end", "fields"))) {
                for (Reconcile.Finding each : result.findings()) {
                    RowKey key = each.key();
                    table.row(List.of(
                            each.what(),
                            key.measurement().code(),
                            key.subject().id(),
                            ChinaTime.date(ChinaTime.dayOf(key.startSecond())).toString(),
                            ChinaTime.date(ChinaTime.dayOf(key.endSecond() - 1)).toString(),
                            String.join("; ", each.fields())));
                }
            }
        }
        session.terminal()
                .err()
                .println(lang.pick("%s：由 %,d 条消息重算 %,d 行，%s", "%s: %,d messages recounted to %,d rows, %s")
                        .formatted(
                                day,
                                result.messages(),
                                result.rows(),
                                result.findings().isEmpty()
                                        ? lang.pick("与存储完全一致", "all equal to the store")
                                        : lang.pick(
                                                        "%,d 处不一致；先 ./microgram rebuild，仍不一致请报告",
                                                        "%,d differences; run ./microgram rebuild, and report it if they stay")
                                                .formatted(result.findings().size())));
        return result.findings().isEmpty() ? Outcome.DONE : Outcome.FAILED;
    }

    private static long megabytes(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(KeepCommands::size)
                            .sum()
                    >> 20;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0; // it has gone meanwhile
        }
    }
}
