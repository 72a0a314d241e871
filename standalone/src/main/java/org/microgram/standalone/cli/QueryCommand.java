package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.microgram.standalone.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of {@code query}; what it does is {@link Services#query}. */
@Command(name = "query")
final class QueryCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Option(names = "--measurement", paramLabel = "M", required = true)
    private String measurement;

    @Option(names = "--subject", paramLabel = "ID|NAME")
    private List<String> subjects = new ArrayList<>();

    @Option(names = "--from", paramLabel = "YYYY-MM-DD")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "YYYY-MM-DD")
    private LocalDate to;

    @Option(names = "--edition", paramLabel = "NAME")
    private String edition;

    @Option(names = "--out", paramLabel = "F.csv")
    private Path out;

    QueryCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Services.Query query = new Services.Query(
                data,
                measurement,
                List.copyOf(subjects),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.ofNullable(edition),
                Optional.ofNullable(out));
        return services.query(common.session(), query).code();
    }
}
