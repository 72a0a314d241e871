package org.microgram.messages.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.microgram.messages.rows.Row;

/** The oracle's account of a mean on one day (definitions §9), from all days there are. */
final class MeanOracle {

    private final AccountOracle of;
    private final int tooEarly;
    private final LocalDate day;
    private final NavigableMap<LocalDate, Ratio> soFar;
    private final Ratio sum;
    private final int n;
    private final long r;
    private final Ratio target;

    MeanOracle(AccountOracle of, int tooEarly, LocalDate day) {
        this.of = of;
        this.tooEarly = tooEarly;
        this.day = day;
        this.soFar = of.soFar(day);
        this.sum = AccountOracle.sum(soFar.values());
        this.n = soFar.size();
        this.r = ChronoUnit.DAYS.between(day, of.last());
        this.target = of.target();
    }

    void write(Row.Builder row) {
        Ratio mean = AccountOracle.mean(soFar.values());
        AccountOracle.exact(row, "sum", sum);
        AccountOracle.exact(row, "so_far", mean);
        if (n + r > 0) {
            AccountOracle.shown(row, "spent", sum.over(n + r));
            costs(row);
        }
        path(row);
        lastYear(row, mean);
        if (r > 0) {
            AccountOracle.exact(row, "allowed", allowed(target));
            AccountOracle.exact(row, "allowed_judged", allowed(of.edge()));
            AccountOracle.shown(row, "allowed_coming_month", comingMonth());
        }
        List<Ratio> ends = outlooks(row, mean);
        if (r > 0 && n > 0) {
            AccountOracle.shown(row, "allowed_had_missing", hadMissing(mean));
        }
        row.text("status", status(mean, ends));
    }

    private Ratio allowed(Ratio whole) {
        return whole.times(n + r).minus(sum).over(r);
    }

    private Ratio cost(Ratio value) {
        return value.minus(target).over(n + r);
    }

    private void costs(Row.Builder row) {
        TreeMap<YearMonth, Ratio> months = new TreeMap<>();
        TreeMap<Integer, Ratio> levels = new TreeMap<>();
        Ratio total = Ratio.ZERO;
        for (LocalDate date : soFar.keySet()) {
            Ratio cost = cost(soFar.get(date));
            total = total.plus(cost);
            months.merge(YearMonth.from(date), cost, Ratio::plus);
            levels.merge(of.level(date), cost, Ratio::plus);
        }
        AccountOracle.exact(row, "cost_total", total);
        row.text("cost_months", AccountOracle.sums(months));
        row.text("cost_levels", AccountOracle.sums(levels));
        if (soFar.containsKey(day)) {
            AccountOracle.exact(row, "cost", cost(soFar.get(day)));
        }
        Ratio episode = Ratio.ZERO;
        LocalDate date = day;
        while (soFar.containsKey(date) && of.isOver(date)) {
            episode = episode.plus(cost(soFar.get(date)));
            date = date.minusDays(1);
        }
        if (date.isBefore(day)) {
            row.text("episode", date.plusDays(1).toString());
            row.text("episode_exact", episode.toString());
        }
    }

    private void path(Row.Builder row) {
        List<Ratio> shares = new ArrayList<>();
        for (int years : of.known()) {
            Ratio before = AccountOracle.sum(of.earlier(years, day, true));
            Ratio whole = before.plus(AccountOracle.sum(of.earlier(years, day, false)));
            if (!whole.equals(Ratio.ZERO)) {
                shares.add(before.over(whole));
            }
        }
        if (!shares.isEmpty()) {
            AccountOracle.shown(row, "path", AccountOracle.mean(shares).times(target));
        }
    }

    private void lastYear(Row.Builder row, Ratio mean) {
        Ratio last = AccountOracle.mean(of.earlier(1, day, true));
        if (last == null) {
            return;
        }
        AccountOracle.exact(row, "last_year", last);
        if (mean != null) {
            AccountOracle.shown(row, "difference", mean.minus(last));
            if (!last.equals(Ratio.ZERO)) {
                AccountOracle.shown(
                        row, "difference_percent", mean.minus(last).over(last).times(100));
            }
        }
        List<Ratio> now = new ArrayList<>();
        List<Ratio> then = new ArrayList<>();
        soFar.forEach((date, value) -> {
            LocalDate earlier = date.minusYears(1);
            if (earlier.getDayOfMonth() == date.getDayOfMonth() && of.valid().containsKey(earlier)) {
                now.add(value);
                then.add(of.valid().get(earlier));
            }
        });
        if (!now.isEmpty()) {
            row.number("matched_days", now.size());
            AccountOracle.shown(
                    row, "matched_difference", AccountOracle.mean(now).minus(AccountOracle.mean(then)));
        }
    }

    /** A, shared as the known years shared theirs between the rest of the coming month and all of their rest. */
    private Ratio comingMonth() {
        LocalDate next = day.plusDays(1);
        List<Ratio> months = new ArrayList<>();
        List<Ratio> rests = new ArrayList<>();
        for (int years : of.known()) {
            List<Ratio> month = new ArrayList<>();
            LocalDate parted = day.minusYears(years);
            for (LocalDate date = next; date.getMonth() == next.getMonth(); date = date.plusDays(1)) {
                LocalDate then = date.minusYears(years);
                boolean same = then.getDayOfMonth() == date.getDayOfMonth();
                if (same && then.isAfter(parted) && of.valid().containsKey(then)) {
                    month.add(of.valid().get(then));
                }
            }
            Ratio rest = AccountOracle.mean(of.earlier(years, day, false));
            if (!month.isEmpty() && rest != null) {
                months.add(AccountOracle.mean(month));
                rests.add(rest);
            }
        }
        Ratio ofRests = AccountOracle.sum(rests);
        return ofRests.equals(Ratio.ZERO)
                ? allowed(target)
                : allowed(target).times(AccountOracle.sum(months)).over(ofRests);
    }

    private List<Ratio> outlooks(Row.Builder row, Ratio mean) {
        List<Ratio> ends = new ArrayList<>();
        if (r > 0) {
            outlook(row, "last_year", AccountOracle.mean(of.earlier(1, day, false)), ends);
            outlook(row, "known_years", AccountOracle.mean(restsOfKnownYears()), ends);
            outlook(row, "so_far", mean, ends);
        }
        return ends;
    }

    private void outlook(Row.Builder row, String name, Ratio rest, List<Ratio> ends) {
        if (rest != null) {
            Ratio end = sum.plus(rest.times(r)).over(n + r);
            AccountOracle.shown(row, "rest_" + name, rest);
            AccountOracle.shown(row, "end_" + name, end);
            ends.add(end);
        }
    }

    private List<Ratio> restsOfKnownYears() {
        return of.known().stream()
                .map(years -> AccountOracle.mean(of.earlier(years, day, false)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Each missing day as the mean of its month so far; where that has none, as the mean so far. */
    private Ratio hadMissing(Ratio mean) {
        Ratio with = sum;
        long whole = n + r;
        for (LocalDate date = of.first(); !date.isAfter(day); date = date.plusDays(1)) {
            if (!soFar.containsKey(date)) {
                YearMonth month = YearMonth.from(date);
                Ratio ofMonth = AccountOracle.mean(soFar.keySet().stream()
                        .filter(each -> YearMonth.from(each).equals(month))
                        .map(soFar::get)
                        .toList());
                with = with.plus(ofMonth == null ? mean : ofMonth);
                whole++;
            }
        }
        return target.times(whole).minus(with).over(r);
    }

    private String status(Ratio mean, List<Ratio> ends) {
        if (r == 0) {
            return of.ofOver(day, mean != null && of.attains(mean));
        }
        if (n < tooEarly) {
            return "too_early";
        }
        Ratio margin = allowed(of.edge());
        Ratio lowest = restsOfKnownYears().stream().min(Ratio::compareTo).orElse(Ratio.ZERO);
        if (margin.compareTo(Ratio.ZERO) < 0 || margin.compareTo(lowest) < 0) {
            return "out_of_reach";
        }
        return ends.isEmpty() || of.attains(AccountOracle.median(ends)) ? "on_course" : "at_risk";
    }
}
