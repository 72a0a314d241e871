package org.microgram.standalone.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.microgram.ingest.Readers;
import org.microgram.standalone.Services;
import org.microgram.standalone.StoreKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Options of {@code backfill}; what it does is {@link Services#backfill}. */
@Command(name = "backfill")
final class BackfillCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Option(names = "--store", paramLabel = "embedded|influx", converter = Stores.class)
    private StoreKind store;

    @Option(names = "--format", paramLabel = "FORMAT", required = true)
    private String format;

    @Parameters(paramLabel = "PATH", descriptionKey = "PATH", arity = "1..*")
    private List<Path> paths;

    @Spec
    private CommandSpec spec;

    BackfillCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Session session = common.session();
        if (!Readers.formats().contains(format)) {
            throw new ParameterException(
                    spec.commandLine(),
                    session.lang().pick("--format 只能是 ", "--format must be one of ")
                            + String.join(", ", Readers.formats()) + "; " + format);
        }
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new ParameterException(
                        spec.commandLine(),
                        session.lang().pick("找不到文件或目录：", "no such file or folder: ") + path.toAbsolutePath());
            }
        }
        return services.backfill(
                        session, new Services.Backfill(data, format, List.copyOf(paths), Optional.ofNullable(store)))
                .code();
    }
}
