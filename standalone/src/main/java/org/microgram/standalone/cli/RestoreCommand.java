package org.microgram.standalone.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.microgram.standalone.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Options of {@code restore}; what it does is {@link Services#restore}. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Parameters(paramLabel = "FILE", descriptionKey = "BACKUP")
    private Path file;

    @Spec
    private CommandSpec spec;

    RestoreCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(),
                    common.session().lang().pick("找不到备份文件：", "no such backup: ") + file.toAbsolutePath());
        }
        return services.restore(common.session(), data, file).code();
    }
}
