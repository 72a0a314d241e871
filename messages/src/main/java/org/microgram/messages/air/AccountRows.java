package org.microgram.messages.air;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Target;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.account.AccountSums;
import org.microgram.standards.account.CountBalance;
import org.microgram.standards.account.MeanBalance;
import org.microgram.standards.account.MeanTarget;
import org.microgram.standards.account.MissingDays;
import org.microgram.standards.account.Outlook;
import org.microgram.standards.account.Part;
import org.microgram.standards.account.PathToDate;
import org.microgram.standards.account.PercentileAccount;
import org.microgram.standards.account.SameDates;
import org.microgram.standards.figures.Period;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;

/** The account of one target as rows, a day each: names and scales only; what is shown is rounded here, once, to hundredths. */
final class AccountRows {

    private static final int SHOWN = 2;

    private record Written(Part part, int whole, String text) {}

    private final Target target;
    private final int tooEarly;
    private final String edition;
    private final String profile;
    private final String config;
    private final MeanTarget mean;
    // A month that is gone costs the same with every later day, as long as no day goes missing.
    private final Map<Object, Written> written = new HashMap<>();

    AccountRows(Network network, Target target) {
        this.target = target;
        this.tooEarly = network.targets().tooEarlyDays();
        this.edition = network.judges()
                .periods()
                .edition(Period.yearTo(target.period().lastDay()))
                .orElse(null);
        this.profile = network.dailyProfile();
        this.config = network.hash();
        this.mean = new MeanTarget(target.value(), target.judgedAt());
    }

    MeanTarget meanTarget() {
        return mean;
    }

    int tooEarly() {
        return tooEarly;
    }

    Row ofMean(AccountSums sums, AccountOrigin origin) {
        MeanBalance account = new MeanBalance(sums, mean, tooEarly);
        Row.Builder row = row(sums.through(), origin, account.valid(), account.toCome());
        shown(row, "sum", account.sum());
        row.text("sum_exact", account.sum().toString());
        exact(row, "so_far", account.mean());
        account.spent().ifPresent(spent -> shown(row, "spent", spent));
        PathToDate.of(account).ifPresent(path -> shown(row, "path", path.coins()));
        pastYears(row, sums);
        SameDates.of(account).ifPresent(last -> {
            exact(row, "last_year", Optional.of(last.mean()));
            last.difference().ifPresent(difference -> shown(row, "difference", difference));
            last.percent().ifPresent(percent -> shown(row, "difference_percent", percent));
            last.matched().ifPresent(matched -> {
                row.number("matched_days", matched.days());
                shown(row, "matched_difference", matched.difference());
            });
        });
        exact(row, "allowed", account.allowed());
        exact(row, "allowed_judged", account.allowedAsJudged());
        account.allowedComingMonth().ifPresent(allowed -> shown(row, "allowed_coming_month", allowed));
        costs(row, account);
        outlooks(row, account.outlooks());
        row.number("missing", sums.missing());
        MissingDays.allowed(account).ifPresent(allowed -> shown(row, "allowed_had_missing", allowed));
        return row.text("status", account.status().code()).build();
    }

    Row ofCount(AccountSums sums, AccountOrigin origin) {
        CountBalance account = new CountBalance(
                sums, target.indicator(), target.value().numerator().intValueExact(), tooEarly);
        Row.Builder row = row(sums.through(), origin, account.evaluated(), account.toCome());
        exact(row, "so_far", Optional.of(Fraction.of(account.count())));
        pastYears(row, sums);
        if (sums.lastYear().before().days() > 0) {
            exact(row, "last_year", Optional.of(sums.lastYear().before().sum()));
        }
        outlooks(row, account.outlooks());
        row.number("missing", sums.missing());
        row.number("days_used", account.count());
        row.number("days_left", account.left());
        row.number("days_needed", account.needed());
        return row.text("status", account.status().code()).build();
    }

    Row ofPercentile(LocalDate day, PercentileAccount account, int missing, int knownYears, AccountOrigin origin) {
        Row.Builder row = row(day, origin, account.valid(), account.toCome());
        exact(row, "so_far", account.percentile());
        row.number("known_years", knownYears);
        account.asLastYear().ifPresent(last -> outlooks(row, List.of(last)));
        row.number("missing", missing);
        row.number("days_used", account.over());
        account.left().ifPresent(left -> row.number("days_left", left));
        if (!account.isSafe()) {
            account.highestEach().ifPresent(each -> row.number("each_may", each));
        }
        return row.text("status", account.status().code()).build();
    }

    private Row.Builder row(LocalDate day, AccountOrigin origin, int valid, int toCome) {
        long start = ChinaTime.startOf(day);
        Row.Builder row = Row.builder(new RowKey(
                Measurement.AIR_ACCOUNT, target.subject(), start, start + ChinaTime.SECONDS_OF_DAY, target.id()));
        shown(row, "target", target.value());
        return row.text("indicator", target.indicator().code())
                .text("target_id", target.id())
                .text("target_period", target.period().toString())
                .number("n", valid)
                .number("r", toCome)
                .number("whole", valid + toCome)
                .text("edition", edition)
                .text("profile", profile)
                .number("revision", origin.revision())
                .number("received_at", origin.receivedAt())
                .text("config", config);
    }

    private static void pastYears(Row.Builder row, AccountSums sums) {
        row.number("known_years", sums.known().size());
        row.number("last_year_days", sums.lastYear().before().days());
    }

    private void costs(Row.Builder row, MeanBalance account) {
        if (account.whole() == 0) {
            return; // nothing is to come and nothing was valid: there is nothing to share
        }
        AccountSums sums = account.sums();
        sums.day().ifPresent(day -> exact(row, "cost", Optional.of(account.cost(new Part(1, day.value())))));
        exact(row, "cost_total", Optional.of(account.cost(sums.soFar())));
        StringJoiner months = new StringJoiner(" ");
        sums.months().forEach((month, of) -> {
            if (of.valid().days() > 0) {
                months.add(month + ":" + cost(month, of.valid(), account));
            }
        });
        StringJoiner levels = new StringJoiner(" ");
        sums.levels().forEach((level, part) -> levels.add(level + ":" + cost(level, part, account)));
        row.text("cost_months", orNone(months.toString()));
        row.text("cost_levels", orNone(levels.toString()));
        sums.episode().ifPresent(episode -> {
            row.text("episode", episode.first().toString());
            row.text("episode_exact", account.cost(episode.days()).toString());
        });
    }

    private String cost(Object of, Part part, MeanBalance account) {
        Written before = written.get(of);
        if (before == null || before.part != part || before.whole != account.whole()) {
            before = new Written(part, account.whole(), account.cost(part).toString());
            written.put(of, before);
        }
        return before.text;
    }

    private static void outlooks(Row.Builder row, List<Outlook> outlooks) {
        for (Outlook outlook : outlooks) {
            shown(row, "rest_" + outlook.name(), outlook.rest());
            shown(row, "end_" + outlook.name(), outlook.end());
        }
    }

    private static void exact(Row.Builder row, String field, Optional<Fraction> exact) {
        exact.ifPresent(value -> {
            shown(row, field, value);
            row.text(field + "_exact", value.toString());
        });
    }

    private static void shown(Row.Builder row, String field, Fraction exact) {
        row.number(field, exact.rounded(SHOWN, Rounding.HALF_EVEN));
    }

    /** A store keeps no difference between empty and none. */
    private static String orNone(String text) {
        return text.isEmpty() ? null : text;
    }
}
