package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.microgram.standalone.Build;
import org.microgram.standalone.Doctor;
import org.microgram.standalone.Doctor.Finding;
import org.microgram.standalone.Outcome;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Tables;
import org.microgram.standalone.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what {@link Doctor} finds; exit code 1 when something must be repaired. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    @Option(names = "--port", paramLabel = "N", defaultValue = Common.PORT)
    private int port;

    DoctorCommand(Common common) {
        this.common = common;
    }

    @Override
    public Integer call() {
        Session session = common.session();
        Lang lang = session.lang();
        Terminal terminal = session.terminal();
        Doctor doctor = new Doctor(lang, Clock.systemUTC(), Build.time());
        List<Finding> findings = doctor.look(common.dataOr(data, "demo"), port, session.config());
        // Headings are words of the interface for a person, and names that stay the same for a program.
        boolean person = terminal.outIsTerminal() && !session.json();
        List<String> header = person
                ? List.of(lang.pick("检查", "check"), "", lang.pick("现状", "found"), lang.pick("处理办法", "what to do"))
                : List.of("check", "state", "found", "remedy");
        try (Tables table = session.table(header)) {
            for (Finding finding : findings) {
                String state = finding.ok() ? "ok" : person ? lang.pick("需处理", "fix") : "fix";
                table.row(List.of(
                        person ? finding.what() : finding.id(),
                        person ? (finding.ok() ? terminal.green(state) : terminal.red(state)) : state,
                        finding.found(),
                        finding.remedy()));
            }
        }
        boolean healthy = findings.stream().allMatch(Finding::ok);
        return (healthy ? Outcome.DONE : Outcome.FAILED).code();
    }
}
