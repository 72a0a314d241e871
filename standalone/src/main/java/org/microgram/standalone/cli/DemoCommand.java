package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.microgram.standalone.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of {@code demo}; what it does is {@link Services#demo}. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    @Option(names = "--port", paramLabel = "N", defaultValue = Common.PORT)
    private int port;

    @Option(names = "--until-done")
    private boolean untilDone;

    DemoCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        return services.demo(common.session(), new Services.Serve(common.dataOr(data, "demo"), port, untilDone))
                .code();
    }
}
