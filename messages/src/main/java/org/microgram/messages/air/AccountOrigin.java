package org.microgram.messages.air;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.microgram.messages.network.Target;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.views.Span;

/**
 * How often the inputs of an account were superseded, and when the newest of them arrived: of the days so far, and of the same months of all
 * earlier years, on whose days its outlooks and its path rest.
 */
final class AccountOrigin {

    private final List<AccountInput> inputs;
    private final Target target;
    private int next;
    private int revision;
    private long receivedAt = Long.MIN_VALUE;

    /** @param inputs of any years, in their order */
    AccountOrigin(List<AccountInput> inputs, Target target) {
        this.inputs = inputs;
        this.target = target;
        while (next < inputs.size()
                && inputs.get(next).day() < target.period().firstDay().toEpochDay()) {
            AccountInput input = inputs.get(next++);
            if (isOfEarlierYear(target.period(), ChinaTime.date(input.day()))) {
                add(input);
            }
        }
    }

    /** Takes in the days of the span up to this one; days are asked for in their order. */
    void through(LocalDate day) {
        while (next < inputs.size() && inputs.get(next).day() <= day.toEpochDay()) {
            add(inputs.get(next++));
        }
    }

    int revision() {
        return revision;
    }

    long receivedAt() {
        return receivedAt;
    }

    private void add(AccountInput input) {
        revision += input.revisions().get(target.indicator());
        receivedAt = Math.max(receivedAt, input.receivedAt());
    }

    /** Whether a day lies in the same months of any year before the span. */
    static boolean isOfEarlierYear(Span span, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        int years = span.last().getYear() - month.getYear();
        YearMonth counterpart = month.plusYears(years);
        counterpart = counterpart.isAfter(span.last()) ? counterpart.minusYears(1) : counterpart;
        return month.isBefore(counterpart) && !counterpart.isBefore(span.first());
    }
}
