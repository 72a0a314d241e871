package org.microgram.dashboard.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.microgram.messages.network.SectionPeriod;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.WaterAccount;
import org.microgram.standards.water.WaterDecimals;
import org.microgram.standards.water.WaterEdition;
import org.microgram.standards.water.WaterParameter;

/**
 * The {@link WaterAccount}s of a section from stored rows: of the year from its month values, of a month from its days.
 *
 * <p><b>Time.</b> An account stands at the end of what has been stored: the terms to come are the months after the last month with
 * a value of any parameter, the days after the last such day. No clock is asked.
 */
final class SectionAccounts {

    private static final int MONTHS = 12;

    private final Optional<SectionPeriod> holds;
    private final Optional<WaterEdition> edition;

    /** @param holds of the section on the last day of the last month; its limits are those in force then */
    SectionAccounts(Optional<SectionPeriod> holds, YearMonth last) {
        this.holds = holds;
        this.edition = WaterEdition.on(last.atEndOfMonth());
    }

    /** Of the year, from its months until {@code last}. */
    List<View> ofYear(Collection<Row> months, YearMonth last) {
        return accounts(months, MONTHS - last.getMonthValue(), parameter -> true);
    }

    /**
     * Of a month, from its days. A parameter whose month is judged by samples taken by hand has none: how many are to come is not
     * known.
     */
    List<View> ofMonth(Row month, Collection<Row> days) {
        Optional<LocalDate> last = days.stream().map(SectionAccounts::firstDay).max(LocalDate::compareTo);
        if (last.isEmpty()) {
            return List.of();
        }
        int rest = last.get().lengthOfMonth() - last.get().getDayOfMonth();
        return accounts(days, rest, parameter -> !"manual".equals(month.text(parameter.column() + "_source")));
    }

    private List<View> accounts(Collection<Row> rows, int rest, Predicate<WaterParameter> countsByRows) {
        List<View> accounts = new ArrayList<>();
        if (edition.isEmpty() || holds.flatMap(SectionPeriod::target).isEmpty()) {
            return accounts;
        }
        for (WaterParameter parameter : Profile.ASSESSMENT.indicators()) {
            if (WaterFields.COLUMNS.contains(parameter) && countsByRows.test(parameter)) {
                List<WaterAccount.Term> terms = terms(rows, parameter);
                if (!terms.isEmpty()) {
                    WaterAccount.of(
                                    edition.get(),
                                    holds.get().type(),
                                    parameter,
                                    holds.get().target().get(),
                                    terms,
                                    rest)
                            .map(SectionAccounts::view)
                            .ifPresent(accounts::add);
                }
            }
        }
        return accounts;
    }

    private static List<WaterAccount.Term> terms(Collection<Row> rows, WaterParameter parameter) {
        return rows.stream()
                .filter(row -> row.text(parameter.column() + "_exact") != null)
                .map(row ->
                        new WaterAccount.Term(firstDay(row), Fraction.parse(row.text(parameter.column() + "_exact"))))
                .toList();
    }

    private static LocalDate firstDay(Row row) {
        return Hours.dayOf(row.key().startSecond() + Hours.HOUR);
    }

    private static View view(WaterAccount account) {
        WaterParameter parameter = account.parameter();
        return new View(
                parameter.code(),
                account.target().number(),
                account.broken().limit().toSixDecimals(),
                account.broken().above() ? "at_most" : "at_least",
                WaterDecimals.assessment(parameter, account.mean()).toString(),
                account.mean().toSixDecimals(),
                account.terms(),
                account.rest(),
                account.outlook().code(),
                account.mustKeep().map(Rounded::toString).orElse(null),
                account.mayBe().map(Fraction::toSixDecimals).orElse(null),
                account.toLimit().map(Fraction::toSixDecimals).orElse(null),
                account.dearest().stream()
                        .map(cost -> new Cost(
                                cost.term().from().toString(),
                                WaterDecimals.assessment(parameter, cost.term().value())
                                        .toString(),
                                cost.amount().map(Fraction::toSixDecimals).orElse(null)))
                        .toList());
    }

    /**
     * @param direction whether the limit is a most or a least
     * @param terms months or days so far that have a value
     * @param rest months or days to come
     * @param mustKeep what the rest must keep to reach the target, rounded so that keeping it does; null when no mean does
     * @param dearest the months or days beyond the limit, the dearest first
     */
    record View(
            String parameter,
            int target,
            String limit,
            String direction,
            String mean,
            String meanExact,
            int terms,
            int rest,
            String outlook,
            String mustKeep,
            String mustKeepExact,
            String toLimitExact,
            List<Cost> dearest) {}

    /** @param amount of the period's mean beyond the limit's even share; null of pH, which is averaged by hydrogen ions */
    record Cost(String from, String value, String amount) {}
}
