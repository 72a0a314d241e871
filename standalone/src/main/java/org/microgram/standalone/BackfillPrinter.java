package org.microgram.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.Reader;
import org.microgram.messages.rows.Measurement;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.platform.BackfillRun;
import org.microgram.standalone.platform.Platform;
import org.microgram.standalone.platform.Usage;
import org.microgram.standalone.terminal.Progress;

/** What a person sees of a backfill: progress while it runs, then what became of everything, how fast, and at what cost. */
final class BackfillPrinter {

    private final Session session;
    private final Platform platform;

    BackfillPrinter(Session session, Platform platform) {
        this.session = session;
        this.platform = platform;
    }

    /** Runs the backfill with progress on standard error. */
    BackfillRun.Report run(BackfillRun backfill, Reader reader, List<Path> paths) throws Exception {
        try (Reading reading = new Reading()) {
            return backfill.run(reader, paths, reading);
        }
    }

    /** The progress of the reader, and after its last file that of the store. */
    private final class Reading implements ReadContext.Progress, AutoCloseable {

        private Progress line;
        private Computing computing;
        private boolean complete;

        @Override
        public void at(int filesDone, int filesTotal, long records) {
            if (complete) {
                return;
            }
            if (line == null) {
                line = session.progress("读取文件", "reading files", filesTotal);
            }
            line.update(filesDone);
            if (filesDone == filesTotal) {
                endLine();
                computing = new Computing(session, platform);
            }
        }

        private void endLine() {
            if (line != null && !complete) {
                line.close();
            }
            complete = true;
        }

        @Override
        public void close() {
            endLine();
            if (computing != null) {
                computing.close();
            }
        }
    }

    /** On standard error, so that piped results stay clean. */
    void print(BackfillRun.Report report) {
        PrintStream err = session.terminal().err();
        err.println(session.lang()
                .pick("读入 = 采用 + 拒收 + 重复 + 空缺（值）：%s", "read = used + refused + duplicate + empty (values): %s")
                .formatted(report.law()));
        report.reader()
                .refused()
                .forEach((reason, values) -> err.println("  " + reason.code() + ": "
                        + session.lang().pick("%,d 值；%s", "%,d values; %s").formatted(values, reason.remedy())));
        if (report.reader().minutes() > 0) {
            err.println(session.lang()
                    .pick("其中 %,d 个分钟值合成 %,d 个小时值", "of these, %,d minute values formed %,d hours' values")
                    .formatted(report.reader().minutes(), report.reader().formed()));
        }
        double seconds = Math.max(seconds(report.whole()), 0.001);
        err.println(session.lang()
                .pick(
                        "记录 %,d 条（%,.0f 条/秒），值 %,d 个（%,.0f 个/秒）；读取 %.1f 秒，全程 %.1f 秒",
                        "%,d records (%,.0f/s), %,d values (%,.0f/s); reading %.1f s, the whole way %.1f s")
                .formatted(
                        report.reader().records(),
                        report.reader().records() / seconds,
                        report.reader().used(),
                        report.reader().used() / seconds,
                        seconds(report.reading()),
                        seconds(report.whole())));
        long distinct = 0;
        for (Measurement measurement : Measurement.stored()) {
            distinct += platform.store().count(measurement);
        }
        err.println(session.lang()
                .pick(
                        "库中 %,d 行，本次运行写入 %,d 行；内存峰值 %,d MB；磁盘 %,d MB",
                        "%,d rows in the store, %,d written since the start; peak memory %,d MB; disk %,d MB")
                .formatted(
                        distinct,
                        platform.writer().rowsWritten(),
                        Usage.peakMegabytes(),
                        Usage.diskMegabytes(platform.data().root())));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
