package org.microgram.dashboard.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.dashboard.explain.AccountKeys;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.dashboard.query.AccountJson;
import org.microgram.dashboard.query.AccountView;
import org.microgram.dashboard.query.GivenTarget;
import org.microgram.dashboard.query.TargetAccount;
import org.microgram.dashboard.query.Views;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Target;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.MeanAccount;
import org.microgram.standards.account.Outlook;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.views.Span;
import org.microgram.store.Store;

/** What is asked about the one-microgram account, read and checked. Parameters are null when they were not given. */
final class AccountApi {

    private static final int HUNDRED = 100;

    private final Network network;
    private final AccountView view;
    private final List<Target> targets;
    private final DayHours hours;
    private final Store store;

    AccountApi(Sources sources) {
        this.network = sources.network();
        this.targets = sources.targets().all();
        this.hours = new DayHours(sources.store(), network);
        this.store = sources.store();
        Views views = new Views(sources.store(), network, sources.bases());
        this.view = new AccountView(sources.store(), views, network, sources.targets());
    }

    /**
     * @param subject of targets; without it that of the target, or of any
     * @param id of a target, or a concentration of PM2.5; without it the newest goal that has a valid day: of PM2.5 before others, goals before
     *     examples
     * @param asOf the last day that is gone; without it the newest stored one
     * @param whatIf the rest against last year's, in percent: {@code +10%}
     * @return of nothing asked for, where there is no account, why: {@code no_target} or {@code no_day}
     */
    Map<String, Object> account(String subject, String id, String asOf, String whatIf) {
        Optional<LocalDate> day = Optional.ofNullable(asOf).map(AccountApi::day);
        Optional<Fraction> factor = Optional.ofNullable(whatIf).map(AccountApi::factor);
        Optional<Subject> asked = Optional.ofNullable(subject).map(this::known);
        List<Target> own = candidates(asked, id, day);
        for (Target target : own) {
            TargetAccount account = view.of(target, day);
            if (account.hasDays()) {
                return answer(account, day, factor);
            }
        }
        if (subject == null && id == null) {
            // The first page asks whatever is there: having no account is an answer.
            return Map.of("why", own.isEmpty() ? "no_target" : "no_day");
        }
        throw new Problem(
                404,
                own.isEmpty()
                        ? "no target" + (id == null ? "" : " called " + id) + (subject == null ? "" : " of " + subject)
                        : "no valid day for any of "
                                + own.stream().map(Target::id).toList(),
                "a target of config/targets.yaml with a stored day in its period, or a concentration such as target=42",
                "write one there and start again, or ask for another day");
    }

    /**
     * The 24 hours of a day at every member station.
     *
     * @param subject an area or a station; without it that of any target
     */
    DayHours.View day(String subject, String day) {
        String wanted = subject == null
                ? targets.isEmpty() ? anyArea() : targets.get(0).subject().id()
                : subject;
        if (day == null) {
            throw new Problem(400, "day is missing", "a day such as 2020-06-30", "add day=2020-06-30");
        }
        return hours.of(known(wanted), Hours.parseDay("day", day));
    }

    private List<Target> candidates(Optional<Subject> asked, String id, Optional<LocalDate> day) {
        List<Target> own = targets.stream()
                .filter(target ->
                        asked.filter(each -> !each.equals(target.subject())).isEmpty())
                .filter(target -> id == null || target.id().equals(id))
                .sorted(Comparator.comparing((Target target) -> target.indicator() != Indicator.PM25_MEAN)
                        .thenComparing(target -> target.period().lastDay(), Comparator.reverseOrder())
                        .thenComparing(Target::example))
                .toList();
        return id == null || !own.isEmpty()
                ? own
                : given(asked.orElseGet(() -> known(anyArea())), id, day).stream()
                        .toList();
    }

    /** A concentration that is asked about, for the year of the day, or of the newest stored one. */
    private Optional<Target> given(Subject subject, String number, Optional<LocalDate> day) {
        return day.or(() -> store.latest(Measurement.AIR_DAY, subject)
                        .map(row -> Hours.dayOf(row.key().endSecond())))
                .flatMap(last -> GivenTarget.parse(number, subject, Span.year(last.getYear()), ""));
    }

    private Map<String, Object> answer(TargetAccount account, Optional<LocalDate> day, Optional<Fraction> factor) {
        Target target = account.target();
        AccountDrawing drawing = new AccountDrawing(network, target);
        Map<String, Object> json;
        if (account instanceof TargetAccount.OfMean mean) {
            MeanAccount of = mean.account();
            Optional<Outlook> whatIf = factor.flatMap(of::whatIf);
            json = AccountJson.of(target, of, whatIf, view.pulls(target.subject(), of));
            json.put("indicator", target.indicator().code());
            drawing.add(json, of);
        } else {
            json = DaysDrawing.of(account, view);
        }
        json.put("receipts", receipts(target, json));
        drawing.about(json, targets);
        json.put(
                "others",
                targets.stream()
                        .filter(other -> other.subject().equals(target.subject())
                                && other.period().equals(target.period())
                                && !other.equals(target))
                        .map(other -> view.of(other, day))
                        .filter(TargetAccount::hasDays)
                        .map(this::days)
                        .toList());
        return AccountDrawing.asTexts(json);
    }

    private Map<String, Object> days(TargetAccount account) {
        Map<String, Object> json = DaysDrawing.of(account, view);
        json.put("receipts", receipts(account.target(), json));
        return json;
    }

    /** A target that somebody only asks about has no rows, and so no receipts. */
    private Map<String, String> receipts(Target target, Map<String, Object> json) {
        return targets.contains(target)
                ? AccountKeys.of(target, LocalDate.parse(String.valueOf(json.get("as_of"))))
                : Map.of();
    }

    private Subject known(String name) {
        try {
            return new Subjects(network).find(name);
        } catch (IllegalArgumentException e) {
            throw new Problem(404, e.getMessage(), "an area or a station with a target", "write subject=" + anyArea());
        }
    }

    private String anyArea() {
        return network.areas().stream().findFirst().map(Area::id).orElse("ID");
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Problem(
                    400, "as-of=" + text, "a day such as 2020-06-30", "write year, month and day with hyphens");
        }
    }

    /** {@code +10%} → 11/10. */
    private static Fraction factor(String text) {
        if (!text.matches("[+-]?\\d{1,3}%")) {
            throw new Problem(400, "what-if=" + text, "whole percent such as +10% or -5%", "write sign, number and %");
        }
        return Fraction.of(HUNDRED + Long.parseLong(text.replace("%", "")), HUNDRED);
    }
}
