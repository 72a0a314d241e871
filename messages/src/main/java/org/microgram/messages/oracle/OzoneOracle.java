package org.microgram.messages.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.microgram.messages.rows.Row;

/** The oracle's account of the 90th percentile of ozone on one day (definitions §9), from all days there are. */
final class OzoneOracle {

    private static final long ANYTHING = 10_000;

    private final AccountOracle of;
    private final int tooEarly;
    private final LocalDate day;
    private final int r;

    OzoneOracle(AccountOracle of, int tooEarly, LocalDate day) {
        this.of = of;
        this.tooEarly = tooEarly;
        this.day = day;
        this.r = (int) ChronoUnit.DAYS.between(day, of.last());
    }

    void write(Row.Builder row) {
        AccountOracle.exact(row, "so_far", percentile(of.soFar(day).values()));
        row.number(
                "days_used",
                of.soFar(day).values().stream()
                        .filter(value -> value.compareTo(of.target()) > 0)
                        .count());
        List<Ratio> rest = of.earlier(1, day, false);
        Ratio end = null;
        if (r > 0 && !rest.isEmpty()) {
            List<Ratio> all = new ArrayList<>(of.soFar(day).values());
            all.addAll(rest);
            end = percentile(all);
            AccountOracle.shown(row, "rest_last_year", percentile(rest));
            AccountOracle.shown(row, "end_last_year", end);
        }
        boolean reachable = r > 0 && attainsWith(r, 0);
        if (reachable) {
            int left = 0;
            while (left < r && attainsWith(left + 1, ANYTHING)) {
                left++;
            }
            row.number("days_left", left);
            if (!attainsWith(r, ANYTHING)) {
                long keeps = 0;
                for (long step = 8192; step > 0; step /= 2) {
                    keeps = keeps + step <= ANYTHING && attainsWith(r, keeps + step) ? keeps + step : keeps;
                }
                row.number("each_may", keeps);
            }
        }
        String status;
        if (r == 0) {
            Ratio whole = percentile(of.soFar(day).values());
            status = of.ofOver(day, whole != null && of.attains(whole));
        } else if (!reachable) {
            status = "out_of_reach";
        } else if (of.soFar(day).size() < tooEarly) {
            status = "too_early";
        } else {
            status = end == null || of.attains(end) ? "on_course" : "at_risk";
        }
        row.text("status", status);
    }

    private boolean attainsWith(int some, long each) {
        List<Ratio> all = new ArrayList<>(of.soFar(day).values());
        for (int i = 0; i < r; i++) {
            all.add(Ratio.whole(i < some ? each : 0));
        }
        return of.attains(percentile(all));
    }

    private static Ratio percentile(Collection<Ratio> values) {
        return values.isEmpty()
                ? null
                : PeriodRows.percentile(
                        values.stream()
                                .map(each -> new BigDecimal(each.numerator()))
                                .sorted()
                                .toList(),
                        90);
    }
}
