package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.microgram.standalone.Services;
import org.microgram.standalone.StoreKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of {@code rebuild}; what it does is {@link Services#rebuild}. */
@Command(name = "rebuild")
final class RebuildCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Option(names = "--store", paramLabel = "embedded|influx", converter = Stores.class)
    private StoreKind store;

    RebuildCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        return services.rebuild(common.session(), data, Optional.ofNullable(store))
                .code();
    }
}
