package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.microgram.standalone.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of {@code audit}; what it does is {@link Services#audit}. */
@Command(name = "audit")
final class AuditCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Option(names = "--actor", paramLabel = "NAME")
    private String actor;

    @Option(names = "--action", paramLabel = "ACTION")
    private String action;

    AuditCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Services.AuditQuery query =
                new Services.AuditQuery(data, Optional.ofNullable(actor), Optional.ofNullable(action));
        return services.audit(common.session(), query).code();
    }
}
