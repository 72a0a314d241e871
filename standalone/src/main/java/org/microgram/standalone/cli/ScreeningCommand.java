package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.microgram.standalone.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of {@code screening}; what it does is {@link Services#screening}. */
@Command(name = "screening")
final class ScreeningCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Option(names = "--from", paramLabel = "YYYY-MM-DD")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "YYYY-MM-DD")
    private LocalDate to;

    ScreeningCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Services.Screening request = new Services.Screening(data, Optional.ofNullable(from), Optional.ofNullable(to));
        return services.screening(common.session(), request).code();
    }
}
