package org.microgram.messages.air;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Target;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.account.AccountDay;
import org.microgram.standards.account.AccountDays;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.PercentileAccount;
import org.microgram.standards.account.YearOfSums;
import org.microgram.standards.figures.AirDay;

/**
 * The accounts of one subject: a row a target and day, from the first day of the target's span that has a record to the last day of any that
 * has one, within the span. So which rows exist depends on the set of readings alone, and none ever ceases to be. Whether a day is over, and so
 * which row is the account of today, is decided where it is read.
 *
 * <p>A day that changes restates the rows from it on, and all rows of later years that look back on it. It is kept by the operator between calls,
 * for a row of December asks for every day of this year and of the years before.
 *
 * <p>Not for use by several threads.
 */
public final class SubjectAccounts {

    private record Read(Object block, AccountInput input) {}

    private final Network network;
    private final List<Target> targets;
    private final List<Indicator> indicators;
    private final int grade;
    private final TreeSet<Integer> days = new TreeSet<>();
    private final Map<Integer, Read> read = new HashMap<>();

    /** @param known days of which something is known, days since 1970-01-01; later ones are told as changed */
    public SubjectAccounts(Network network, Subject subject, Collection<Integer> known) {
        this.network = network;
        this.targets = network.targets().of(subject);
        this.indicators = targets.stream().map(Target::indicator).distinct().toList();
        this.grade = network.grade(subject);
        days.addAll(known);
    }

    /** Whether anything is held against the subject at all. */
    public boolean isEmpty() {
        return targets.isEmpty();
    }

    /**
     * The rows that depend on some days.
     *
     * @param source the days, as they are or as they were
     * @param blocks what a day is made of, the same object as long as it has not changed; null for a day of which nothing is known
     * @param changed the days that changed
     */
    public void of(DaySource source, IntFunction<?> blocks, SortedSet<Integer> changed, Consumer<Row> out) {
        if (targets.isEmpty() || changed.isEmpty()) {
            return;
        }
        days.addAll(changed);
        List<Target> affected = targets.stream()
                .filter(target -> reaches(target, changed, source, blocks))
                .toList();
        if (affected.isEmpty()) {
            return;
        }
        List<AccountInput> inputs = new ArrayList<>(days.size());
        for (int day : days) {
            AccountInput input = input(day, source, blocks);
            if (input != null) {
                inputs.add(input);
            }
        }
        affected.forEach(target -> rows(target, inputs, changed, out));
    }

    /** Whether a row of the target can depend on the days: those of its span, of years before, and the first one after it, which ends it. */
    private boolean reaches(Target target, SortedSet<Integer> changed, DaySource source, IntFunction<?> blocks) {
        int last = day(target.period().lastDay());
        Integer begun = days.ceiling(day(target.period().firstDay()));
        if (begun == null || begun > last) {
            return false;
        }
        return changed.first() <= last
                || days.subSet(last + 1, changed.first()).stream().allMatch(day -> input(day, source, blocks) == null);
    }

    private AccountInput input(int day, DaySource source, IntFunction<?> blocks) {
        Object block = blocks.apply(day);
        if (block == null) {
            return null;
        }
        Read known = read.get(day);
        if (known == null || known.block != block) {
            known = new Read(block, source.has(day) ? AccountInput.of(source.day(day), indicators, grade) : null);
            read.put(day, known);
        }
        return known.input;
    }

    /**
     * One row by itself, for whoever recounts it: as of the end of a day of the target's span, whether or not there is a record of it or later.
     *
     * @param days of any years, in their order
     * @return empty when the span has no record until that day
     */
    public static Optional<Row> row(Network network, Target target, LocalDate day, List<AirDay> days) {
        int grade = network.grade(target.subject());
        List<AccountInput> inputs = days.stream()
                .map(each -> AccountInput.of(each, List.of(target.indicator()), grade))
                .toList();
        List<Row> found = new ArrayList<>(1);
        if (begun(target, inputs) <= day(day)) {
            rows(network, target, inputs, day(day), day(day), found::add);
        }
        return found.stream().findFirst();
    }

    private void rows(Target target, List<AccountInput> inputs, SortedSet<Integer> changed, Consumer<Row> out) {
        int begun = begun(target, inputs);
        int last = day(target.period().lastDay());
        if (begun <= last) {
            int end = Math.min(last, inputs.get(inputs.size() - 1).day());
            int from = Math.max(begun, firstRestated(target, inputs, changed));
            rows(network, target, inputs, from, end, out);
        }
    }

    /** The first day of the span or after it that has a record. */
    private static int begun(Target target, List<AccountInput> inputs) {
        int first = day(target.period().firstDay());
        return inputs.stream()
                .mapToInt(AccountInput::day)
                .filter(day -> day >= first)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private static void rows(
            Network network, Target target, List<AccountInput> inputs, int from, int end, Consumer<Row> out) {
        int last = day(target.period().lastDay());
        AccountRows rows = new AccountRows(network, target);
        AccountOrigin origin = new AccountOrigin(inputs, target);
        List<AccountDay> valid = inputs.stream()
                .filter(input -> input.day() <= last)
                .flatMap(input -> input.valid(target.indicator()).stream())
                .toList();
        if (target.indicator() == Indicator.O3_P90) {
            AccountDays all =
                    new AccountDays(valid, target.period(), target.period().firstDay());
            int known = all.knownYears().size();
            each(from, end, day -> {
                AccountDays at = all.at(day);
                origin.through(day);
                PercentileAccount account = new PercentileAccount(at, rows.meanTarget(), rows.tooEarly());
                out.accept(rows.ofPercentile(day, account, at.missing().size(), known, origin));
            });
            return;
        }
        YearOfSums sums = new YearOfSums(valid, target.period());
        each(from, end, day -> {
            origin.through(day);
            out.accept(
                    target.indicator().isCount()
                            ? rows.ofCount(sums.at(day), origin)
                            : rows.ofMean(sums.at(day), origin));
        });
    }

    /** From the first changed day on; of a day that years later are held against, all of them. */
    private static int firstRestated(Target target, List<AccountInput> inputs, SortedSet<Integer> changed) {
        int first = day(target.period().firstDay());
        int firstChanged = changed.first();
        if (firstChanged < first) {
            return first;
        }
        // Days without a record before a changed one may have got their row only now, because it is the last of all.
        int from = first;
        for (AccountInput input : inputs) {
            if (input.day() >= firstChanged) {
                break;
            }
            from = input.day() + 1;
        }
        return Math.max(first, Math.min(from, firstChanged));
    }

    private static void each(int from, int last, Consumer<LocalDate> of) {
        for (int day = from; day <= last; day++) {
            of.accept(ChinaTime.date(day));
        }
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
