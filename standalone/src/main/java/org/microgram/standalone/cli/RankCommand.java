package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.microgram.standalone.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of {@code rank}; what it does is {@link Services#rank}. */
@Command(name = "rank")
final class RankCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Option(names = "--by", paramLabel = "PM2.5|composite|aqi", required = true)
    private String by;

    @Option(names = "--period", paramLabel = "P", required = true)
    private String period;

    @Option(names = "--level", paramLabel = "unit|station", defaultValue = "unit")
    private String level;

    @Option(names = "--out", paramLabel = "F.csv")
    private Path out;

    RankCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Services.Rank rank = new Services.Rank(data, by, period, level, Optional.ofNullable(out));
        return services.rank(common.session(), rank).code();
    }
}
