package org.microgram.messages.oracle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.microgram.messages.rows.Row;
import org.microgram.standards.account.Indicator;

/** The oracle's account of a number of days on one day (definitions §9), from all days there are. */
final class CountOracle {

    private static final Ratio ONE = Ratio.whole(1);

    private final AccountOracle of;
    private final int tooEarly;
    private final LocalDate day;
    private final int r;

    CountOracle(AccountOracle of, int tooEarly, LocalDate day) {
        this.of = of;
        this.tooEarly = tooEarly;
        this.day = day;
        this.r = (int) ChronoUnit.DAYS.between(day, of.last());
    }

    void write(Row.Builder row) {
        boolean atLeast = of.indicator() == Indicator.GOOD_DAYS;
        long count = counted(of.soFar(day).values());
        long target = of.target().numerator().longValueExact();
        long left = atLeast ? count + r - target : target - count;
        AccountOracle.exact(row, "so_far", Ratio.whole(count));
        List<Ratio> lastYear = of.earlier(1, day, true);
        if (!lastYear.isEmpty()) {
            AccountOracle.exact(row, "last_year", AccountOracle.sum(lastYear));
        }
        row.number("days_used", count)
                .number("days_left", left)
                .number("days_needed", atLeast ? Math.max(0, target - count) : 0);
        List<Ratio> ends = new ArrayList<>();
        if (r > 0) {
            List<Ratio> shares = new ArrayList<>();
            shares.add(AccountOracle.mean(of.earlier(1, day, false)));
            shares.add(AccountOracle.mean(of.known().stream()
                    .map(k -> AccountOracle.mean(of.earlier(k, day, false)))
                    .filter(each -> each != null)
                    .toList()));
            shares.add(AccountOracle.mean(of.soFar(day).values()));
            List<String> names = List.of("last_year", "known_years", "so_far");
            for (int i = 0; i < names.size(); i++) {
                if (shares.get(i) != null) {
                    Ratio rest = shares.get(i).times(r);
                    Ratio end = rest.plus(Ratio.whole(count));
                    AccountOracle.shown(row, "rest_" + names.get(i), rest);
                    AccountOracle.shown(row, "end_" + names.get(i), end);
                    ends.add(end);
                }
            }
        }
        row.text("status", status(left, atLeast, ends, target));
    }

    private String status(long left, boolean atLeast, List<Ratio> ends, long target) {
        if (r == 0) {
            return of.ofOver(day, left >= 0);
        }
        if (left < 0) {
            return "out_of_reach";
        }
        if (of.soFar(day).size() < tooEarly) {
            return "too_early";
        }
        boolean fewerThanEver = !of.known().isEmpty();
        for (int k : of.known()) {
            List<Ratio> rest = of.earlier(k, day, false);
            long wrong = atLeast ? rest.size() - counted(rest) : counted(rest);
            fewerThanEver &= left < wrong;
        }
        if (fewerThanEver) {
            return "out_of_reach";
        }
        int order = ends.isEmpty() ? 0 : AccountOracle.median(ends).compareTo(Ratio.whole(target));
        return (atLeast ? order >= 0 : order <= 0) ? "on_course" : "at_risk";
    }

    private static long counted(Collection<Ratio> values) {
        return values.stream().filter(ONE::equals).count();
    }
}
