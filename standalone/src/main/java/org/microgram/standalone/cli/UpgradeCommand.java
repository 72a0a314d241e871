package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.microgram.standalone.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of {@code upgrade}; what it does is {@link Services#upgrade}. */
@Command(name = "upgrade")
final class UpgradeCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Option(names = "--dry-run")
    private boolean dryRun;

    UpgradeCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        return services.upgrade(common.session(), data, dryRun).code();
    }
}
