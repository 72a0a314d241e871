package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.microgram.standalone.Services;
import org.microgram.standalone.StoreKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of {@code run}; what it does is {@link Services#run}. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    @Option(names = "--store", paramLabel = "embedded|influx", converter = Stores.class)
    private StoreKind store;

    @Option(names = "--port", paramLabel = "N", defaultValue = Common.PORT)
    private int port;

    @Option(names = "--until-done")
    private boolean untilDone;

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT")
    private String bootstrap;

    @Option(names = "--listen", paramLabel = "ADDRESS", defaultValue = "127.0.0.1")
    private String listen;

    RunCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Services.Serve request = new Services.Serve(
                common.dataOr(data, "live"),
                port,
                untilDone,
                Optional.ofNullable(bootstrap),
                listen,
                Optional.ofNullable(store));
        return services.run(common.session(), request).code();
    }
}
