package org.microgram.dashboard.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.network.Target;
import org.microgram.messages.network.Targets;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.account.AccountDays;
import org.microgram.standards.account.CountAccount;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.MeanAccount;
import org.microgram.standards.account.MeanTarget;
import org.microgram.standards.account.PercentileAccount;
import org.microgram.standards.account.StationPull;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.views.DayFigures;
import org.microgram.standards.views.Span;
import org.microgram.store.Store;

/** The one-microgram account of an area or a station, computed from its stored days. */
public final class AccountView {

    /** Before the first year of any network. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private final Store store;
    private final Views views;
    private final Network network;
    private final int tooEarly;

    public AccountView(Store store, Views views, Network network, Targets targets) {
        this.store = store;
        this.views = views;
        this.network = network;
        this.tooEarly = targets.tooEarlyDays();
    }

    /**
     * @param target of {@link Indicator#PM25_MEAN}
     * @param asOf the last day that is gone; empty for what the stored days say
     */
    public MeanAccount account(Target target, Optional<LocalDate> asOf) {
        return new MeanAccount(days(target, asOf), meanTarget(target), tooEarly);
    }

    /** The account of any target. */
    public TargetAccount of(Target target, Optional<LocalDate> asOf) {
        return switch (target.indicator()) {
            case PM25_MEAN -> new TargetAccount.OfMean(target, account(target, asOf));
            case O3_P90 ->
                new TargetAccount.OfOzone(
                        target, new PercentileAccount(days(target, asOf), meanTarget(target), tooEarly));
            case GOOD_DAYS, HEAVY_DAYS ->
                new TargetAccount.OfCount(
                        target, new CountAccount(days(target, asOf), target.indicator(), wholeDays(target), tooEarly));
        };
    }

    /** The stored days of a span, whatever they have. */
    public List<DayFigures> stored(Subject subject, LocalDate first, LocalDate last) {
        return read(subject, first, last);
    }

    private AccountDays days(Target target, Optional<LocalDate> asOf) {
        Span span = target.period();
        int grade = network.grade(target.subject());
        LocalDate through = asOf.orElseGet(() ->
                views.days(target.subject(), span.firstDay(), span.lastDay()).asOf());
        return new AccountDays(
                read(target.subject(), FIRST, span.lastDay()).stream()
                        .flatMap(day -> target.indicator().read(day, grade).stream())
                        .toList(),
                span,
                through);
    }

    private static MeanTarget meanTarget(Target target) {
        return new MeanTarget(target.value(), target.judgedAt());
    }

    private static int wholeDays(Target target) {
        return Math.toIntExact(target.value().rounded(0, Rounding.CEILING));
    }

    /** What leaving out each of an area's stations would change of its mean so far; nothing of a station. */
    public List<StationPull> pulls(Subject subject, MeanAccount account) {
        if (!subject.kind().equals(Subject.AREA)) {
            return List.of();
        }
        SortedMap<LocalDate, Map<String, Fraction>> days = new TreeMap<>();
        account.days().soFar().forEach(day -> days.put(day.date(), new HashMap<>()));
        for (Station station : network.stations()) {
            for (DayFigures day : read(
                    Subject.station(station.id()),
                    account.days().span().firstDay(),
                    account.days().through())) {
                if (days.containsKey(day.date())
                        && day.isValid(Pollutant.PM25)
                        && network.members(subject.id(), day.date()).contains(station.id())) {
                    days.get(day.date()).put(station.id(), day.exact(Pollutant.PM25));
                }
            }
        }
        return StationPull.of(days);
    }

    private List<DayFigures> read(Subject subject, LocalDate first, LocalDate last) {
        List<DayFigures> days = new ArrayList<>();
        if (!last.isBefore(first)) {
            store.scan(
                    Measurement.AIR_DAY,
                    List.of(subject),
                    ChinaTime.startOf(first),
                    ChinaTime.startOf(last.plusDays(1)),
                    row -> days.add(DayRows.read(row)));
        }
        return days;
    }
}
