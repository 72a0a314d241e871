package org.microgram.standalone.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.microgram.messages.network.ConfigurationException;
import org.microgram.messages.network.ConfigurationException.Problem;
import org.microgram.messages.network.Network;
import org.microgram.standalone.Configuration;
import org.microgram.standalone.Outcome;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads the configuration and tells every problem of it at once; starts nothing. */
@Command(name = "check-config")
final class CheckConfigCommand implements Callable<Integer> {

    @Mixin
    private final Common common;

    CheckConfigCommand(Common common) {
        this.common = common;
    }

    @Override
    public Integer call() {
        Session session = common.session();
        Lang lang = session.lang();
        try {
            Configuration configuration = Configuration.check(session.config());
            Network network = configuration.network();
            try (Tables table =
                    session.table(List.of("stations", "areas", "memberships", "daily_profile", "configuration"))) {
                table.row(List.of(
                        Integer.toString(network.stations().size()),
                        Integer.toString(network.areas().size()),
                        Integer.toString(network.memberships().size()),
                        network.dailyProfile(),
                        network.hash()));
            }
            int sections = network.water().sections().size();
            session.terminal()
                    .err()
                    .println(lang.pick("地表水断面：" + sections + "", "Sections of surface water: " + sections));
            configuration.influx().ifPresent(influx -> session.terminal().err().println("--store influx: " + influx));
            session.terminal().err().println(lang.pick("配置无误：", "The configuration is in order: ") + session.config());
            return Outcome.DONE.code();
        } catch (ConfigurationException e) {
            if (session.json()) {
                try (Tables table = session.table(List.of("file", "line", "found", "remedy"))) {
                    for (Problem problem : e.problems()) {
                        table.row(List.of(
                                problem.file(), Long.toString(problem.line()), problem.found(), problem.remedy()));
                    }
                }
            } else {
                session.terminal().err().println(e.getMessage());
            }
            return Outcome.FAILED.code();
        }
    }
}
