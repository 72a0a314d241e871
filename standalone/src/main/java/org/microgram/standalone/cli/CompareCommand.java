package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.microgram.standalone.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of {@code compare}; what it does is {@link Services#compare}. */
@Command(name = "compare")
final class CompareCommand implements Callable<Integer> {

    private final Services services;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Option(names = "--editions", paramLabel = "A,B", split = ",")
    private List<String> editions = new ArrayList<>();

    @Option(names = "--subject", paramLabel = "ID|NAME")
    private List<String> subjects = new ArrayList<>();

    @Option(names = "--year", paramLabel = "YYYY")
    private Integer year;

    @Option(names = "--from", paramLabel = "YYYY-MM-DD")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "YYYY-MM-DD")
    private LocalDate to;

    CompareCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        boolean span = from != null && to != null && !to.isBefore(from);
        boolean any = from != null || to != null;
        if (year != null ? any || year < 1 || year > 9999 : !span) {
            throw new ParameterException(
                    spec.commandLine(),
                    common.session()
                            .lang()
                            .pick(
                                    "请给出一个时段：--year 2020，或 --from 2026-01-01 --to 2026-06-30",
                                    "say which period: --year 2020, or --from 2026-01-01 --to 2026-06-30"));
        }
        Services.Compare compare = new Services.Compare(
                data,
                editions.stream().map(String::strip).toList(),
                List.copyOf(subjects),
                year == null ? from : LocalDate.of(year, 1, 1),
                year == null ? to : LocalDate.of(year, 12, 31));
        return services.compare(common.session(), compare).code();
    }
}
