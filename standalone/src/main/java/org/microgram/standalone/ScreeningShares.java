package org.microgram.standalone;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.microgram.dashboard.screening.ScreeningReport;
import org.microgram.dashboard.screening.ScreeningShare;
import org.microgram.messages.network.Network;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.terminal.Tables;
import org.microgram.standards.ChinaTime;
import org.microgram.store.Store;

/** The table of {@code screening}. */
final class ScreeningShares {

    private ScreeningShares() {}

    static void print(Session session, Store store, Network network, Optional<LocalDate> from, Optional<LocalDate> to) {
        long first = from.map(ChinaTime::startOf).orElse(0L);
        long end =
                to.map(day -> ChinaTime.startOf(day.plusDays(1))).orElse(ChinaTime.startOf(LocalDate.of(2200, 1, 1)));
        List<String> header =
                List.of("parameter", "rule", "flagged", "left_out", "values", "percent", "numbers", "reason");
        try (Tables table = session.table(header)) {
            for (ScreeningShare line : ScreeningReport.of(store, network, first, end)) {
                table.row(List.of(
                        line.parameter(),
                        line.rule() + " v" + line.version(),
                        Long.toString(line.flagged()),
                        Long.toString(line.leftOut()),
                        Long.toString(line.values()),
                        line.percent(),
                        line.numbers(),
                        line.reason()));
            }
        }
    }
}
