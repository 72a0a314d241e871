package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.microgram.standalone.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of {@code backup}; what it does is {@link Services#backup}. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private Path out;

    BackupCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        return services.backup(common.session(), data, out).code();
    }
}
