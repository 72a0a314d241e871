package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.microgram.standalone.Services;
import org.microgram.standards.ChinaTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of {@code reconcile}; what it does is {@link Services#reconcile}. */
@Command(name = "reconcile")
final class ReconcileCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Option(names = "--day", paramLabel = "YYYY-MM-DD", descriptionKey = "day")
    private LocalDate day;

    ReconcileCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        LocalDate of = day == null ? LocalDate.now(ChinaTime.OFFSET).minusDays(1) : day;
        return services.reconcile(common.session(), data, of).code();
    }
}
