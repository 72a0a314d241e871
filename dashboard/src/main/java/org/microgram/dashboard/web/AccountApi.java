package org.microgram.dashboard.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.dashboard.query.AccountJson;
import org.microgram.dashboard.query.AccountView;
import org.microgram.dashboard.query.Views;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Target;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.MeanAccount;
import org.microgram.standards.account.Outlook;
import org.microgram.standards.number.Fraction;

/** What is asked about the one-microgram account, read and checked. Parameters are null when they were not given. */
final class AccountApi {

    private static final int HUNDRED = 100;

    private final Network network;
    private final AccountView view;
    private final List<Target> targets;

    AccountApi(Sources sources) {
        this.network = sources.network();
        this.targets = sources.targets().all().stream()
                .filter(target -> target.indicator() == Indicator.PM25_MEAN)
                .toList();
        Views views = new Views(sources.store(), network, sources.bases());
        this.view = new AccountView(sources.store(), views, network, sources.targets());
    }

    /**
     * @param subject of targets; without it that of the target, or of any
     * @param id of a target; without it the newest that has a valid day, goals before examples
     * @param asOf the last day that is gone; without it the newest stored one
     * @param whatIf the rest against last year's, in percent: {@code +10%}
     * @return of nothing asked for, where there is no account, why: {@code no_target} or {@code no_day}
     */
    Map<String, Object> account(String subject, String id, String asOf, String whatIf) {
        Optional<LocalDate> day = Optional.ofNullable(asOf).map(AccountApi::day);
        Optional<Fraction> factor = Optional.ofNullable(whatIf).map(AccountApi::factor);
        Optional<Subject> asked = Optional.ofNullable(subject).map(this::known);
        List<Target> own = targets.stream()
                .filter(target ->
                        asked.filter(each -> !each.equals(target.subject())).isEmpty())
                .filter(target -> id == null || target.id().equals(id))
                .sorted(Comparator.comparing((Target target) -> target.period().lastDay())
                        .reversed()
                        .thenComparing(Target::example))
                .toList();
        for (Target target : own) {
            MeanAccount account = view.account(target, day);
            if (account.valid() > 0) {
                return answer(target, account, factor);
            }
        }
        if (subject == null && id == null) {
            // The first page asks whatever is there: having no account is an answer.
            return Map.of("why", own.isEmpty() ? "no_target" : "no_day");
        }
        throw new Problem(
                404,
                own.isEmpty()
                        ? "no target of PM2.5" + (id == null ? "" : " called " + id)
                                + (subject == null ? "" : " of " + subject)
                        : "no valid day of PM2.5 for any of "
                                + own.stream().map(Target::id).toList(),
                "a target of config/targets.yaml with a stored day in its period",
                "write one there and start again, or ask for another day");
    }

    private Map<String, Object> answer(Target target, MeanAccount account, Optional<Fraction> factor) {
        Optional<Outlook> whatIf = factor.flatMap(account::whatIf);
        Map<String, Object> json = AccountJson.of(target, account, whatIf, view.pulls(target.subject(), account));
        new AccountDrawing(network, target, account).add(json, targets);
        return AccountDrawing.asTexts(json);
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
