package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.microgram.standalone.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of {@code export}; what it does is {@link Services#export}. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Option(names = "--month", paramLabel = "YYYY-MM", required = true)
    private YearMonth month;

    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path out;

    ExportCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        return services.export(common.session(), new Services.Export(data, month, out))
                .code();
    }
}
