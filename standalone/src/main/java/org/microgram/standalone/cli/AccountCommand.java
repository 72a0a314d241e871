package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.microgram.standalone.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of {@code account}; what it does is {@link Services#account}. */
@Command(name = "account")
final class AccountCommand implements Callable<Integer> {

    /** Not below −100 %: nothing is less than nothing. */
    private static final Pattern WHAT_IF =
            Pattern.compile("(\\+?\\d{1,3}(\\.\\d{1,2})?|-(\\d{1,2}(\\.\\d{1,2})?|100))%?");

    private final Services services;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Option(names = "--area", paramLabel = "ID|NAME")
    private String area;

    @Option(names = "--year", paramLabel = "YYYY")
    private Integer year;

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD")
    private LocalDate asOf;

    @Option(names = "--target", paramLabel = "ID|µg/m³")
    private String target;

    @Option(names = "--what-if", paramLabel = "+10%")
    private String whatIf;

    @Option(names = "--csv")
    private boolean csv;

    AccountCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Session session = common.session();
        if (year == null && target == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    session.lang()
                            .pick(
                                    "缺少 --year 或 --target：要写成 --year 2020，或 --target beijing-good-days-2020",
                                    "Missing --year or --target: write --year 2020, or --target beijing-good-days-2020"));
        }
        if (year != null && (year < 1 || year > 9999)) {
            throw new ParameterException(
                    spec.commandLine(), session.lang().pick("--year 要写成 2020 这样的年份", "--year is a year such as 2020"));
        }
        if (whatIf != null && !WHAT_IF.matcher(whatIf).matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    session.lang()
                            .pick(
                                    "--what-if \"" + whatIf + "\" 不是百分比；要写成 +10% 或 -5%",
                                    "--what-if \"" + whatIf + "\" is no percentage; write +10% or -5%"));
        }
        Services.Account account = new Services.Account(
                data,
                Optional.ofNullable(area),
                Optional.ofNullable(year),
                Optional.ofNullable(asOf),
                Optional.ofNullable(target),
                Optional.ofNullable(whatIf),
                csv);
        return services.account(session, account).code();
    }
}
