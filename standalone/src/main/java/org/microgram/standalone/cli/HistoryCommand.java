package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.microgram.standalone.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of {@code history}; what it does is {@link Services#history}. */
@Command(name = "history")
final class HistoryCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Option(names = "--as-of", paramLabel = "T", converter = Moments.class)
    private Instant asOf;

    @Parameters(paramLabel = "FIGURE", descriptionKey = "FIGURE", arity = "1..*")
    private List<String> figure;

    HistoryCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        // With or without quotes around the four words.
        Services.Figure request = new Services.Figure(data, String.join(" ", figure), Optional.ofNullable(asOf));
        return services.history(common.session(), request).code();
    }
}
