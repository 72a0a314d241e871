package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.microgram.standalone.Services;
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

    @Option(names = "--port", paramLabel = "N", defaultValue = Common.PORT)
    private int port;

    @Option(names = "--until-done")
    private boolean untilDone;

    RunCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        return services.run(common.session(), new Services.Serve(common.dataOr(data, "live"), port, untilDone))
                .code();
    }
}
