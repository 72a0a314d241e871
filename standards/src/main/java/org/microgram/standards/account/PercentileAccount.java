package org.microgram.standards.account;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.microgram.standards.air.Percentile;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;

/**
 * The account of a percentile: the 90th of the daily MDA8 of O3. One high day costs nothing, the days beyond a tenth of the year cost all.
 *
 * <p><b>Rule.</b> With n valid days so far and r calendar days to come, the percentile of the span is taken over N = n + r days (HJ 663). What each
 * day to come may have is the highest whole value that, had by all of them, keeps the target; how many may be as
 * high as one likes is counted with nothing on the others.
 *
 * <p><b>Source.</b> Definitions §9; none in law. <b>Units.</b> µg/m³, whole.
 */
public final class PercentileAccount implements Account {

    /** No day has had a tenth of it; a rest that may have this may have anything. */
    private static final long ANYTHING = 10_000;

    private final AccountDays days;
    private final MeanTarget target;
    private final int tooEarly;
    private final long[] soFar;

    public PercentileAccount(AccountDays days, MeanTarget target) {
        this(days, target, AccountStatus.TOO_EARLY_DAYS);
    }

    /** @param days as {@link Indicator#O3_P90} reads them: rounded to whole µg/m³ */
    public PercentileAccount(AccountDays days, MeanTarget target, int tooEarly) {
        this.days = days;
        this.target = target;
        this.tooEarly = tooEarly;
        this.soFar = values(days.soFar());
    }

    @Override
    public AccountDays days() {
        return days;
    }

    public MeanTarget target() {
        return target;
    }

    /** The days that the percentile is taken over (N): valid so far and to come. */
    public int whole() {
        return valid() + toCome();
    }

    /** The place among these days, sorted ascending, that the percentile stands at, exact: k = 1 + (N − 1) · 90 % (HJ 663); 0 without a day. */
    public Fraction place() {
        return whole() == 0
                ? Fraction.ZERO
                : Fraction.of((whole() - 1L) * Pollutant.O3.percentile(), 100).plus(Fraction.of(1));
    }

    public int valid() {
        return soFar.length;
    }

    public int toCome() {
        return days.toCome();
    }

    /** Of the valid days so far; empty without one. */
    public Optional<Fraction> percentile() {
        return ofSorted(soFar);
    }

    /** The percentile so far, rounded as it is judged. */
    public Optional<Fraction> judged() {
        return percentile().map(target.judgedAt()::rounded);
    }

    /** Of the valid days on the same dates of last year; empty without one. */
    public Optional<Fraction> lastYear() {
        return ofSorted(values(days.yearsBefore(1).before()));
    }

    /** Days so far over the target. */
    public int over() {
        return overDays().size();
    }

    /** The same with their dates and values, the highest first. */
    public List<AccountDay> overDays() {
        return days.soFar().stream()
                .filter(day -> day.value().compareTo(target.value()) > 0)
                .sorted(Comparator.comparing(AccountDay::value, Comparator.reverseOrder())
                        .thenComparing(AccountDay::date))
                .toList();
    }

    /** How many of the days to come may be as high as one likes when the others have nothing; empty as {@link #highestEach}. */
    public OptionalInt left() {
        int left = -1;
        while (left < toCome() && attainsWith(left + 1, 0)) {
            left++;
        }
        return toCome() == 0 || left < 0 ? OptionalInt.empty() : OptionalInt.of(left);
    }

    /** The highest whole value that each day to come may have; empty when nothing is to come, or none keeps the target. */
    public OptionalLong highestEach() {
        return highestEach(0);
    }

    /**
     * The same when some of the days to come are as high as one likes: what each of the others may have.
     *
     * @param free how many of them, 0 for {@link #highestEach()}
     * @return empty when none is left, or nothing that the others could have keeps the target; {@link #isAnything} when they may have anything
     */
    public OptionalLong highestEach(int free) {
        if (toCome() <= free || !attainsWith(free, 0)) {
            return OptionalLong.empty();
        }
        long keeps = 0;
        long misses = ANYTHING + 1;
        while (misses - keeps > 1) {
            long middle = (keeps + misses) / 2;
            if (attainsWith(free, middle)) {
                keeps = middle;
            } else {
                misses = middle;
            }
        }
        return OptionalLong.of(keeps);
    }

    /** Whether a {@link #highestEach highest value} says that a day may have anything. */
    public static boolean isAnything(long highest) {
        return highest >= ANYTHING;
    }

    /** The account had each missing day been as the mean of its month, rounded as a day is. */
    public PercentileAccount hadMissingBeenAsTheirMonth() {
        return new PercentileAccount(days.with(MissingDays.asTheirMonth(days)), target, tooEarly);
    }

    /** Whether the days to come are too few to miss the target, whatever they have. */
    public boolean isSafe() {
        return toCome() > 0 && attainsWith(toCome(), 0);
    }

    /** The span with its rest as last year's: the days of these dates, those without a value left out. Empty when nothing is to come. */
    public Optional<Outlook> asLastYear() {
        List<AccountDay> rest = days.yearsBefore(1).rest();
        if (toCome() == 0 || rest.isEmpty()) {
            return Optional.empty();
        }
        long[] values = values(rest);
        long[] all = Arrays.copyOf(soFar, soFar.length + values.length);
        System.arraycopy(values, 0, all, soFar.length, values.length);
        Arrays.sort(all);
        Fraction end = ofSorted(all).orElseThrow();
        return Optional.of(
                new Outlook(Outlook.LAST_YEAR, ofSorted(values).orElseThrow(), end, target.isAttainedBy(end)));
    }

    @Override
    public AccountStatus status() {
        if (toCome() == 0) {
            return AccountStatus.ofOver(
                    days.hasEnough(), percentile().map(target::isAttainedBy).orElse(false));
        }
        if (!attainsWith(0, 0)) {
            return AccountStatus.OUT_OF_REACH; // that is certain, however early
        }
        if (valid() < tooEarly) {
            return AccountStatus.TOO_EARLY;
        }
        return asLastYear().map(Outlook::attains).orElse(true) ? AccountStatus.ON_COURSE : AccountStatus.AT_RISK;
    }

    /** With so many of the days to come as high as one likes, each of the others at a value. */
    private boolean attainsWith(int free, long others) {
        int below = Arrays.binarySearch(soFar, others);
        below = below < 0 ? -below - 1 : below;
        int kept = toCome() - free;
        long[] all = new long[soFar.length + toCome()];
        System.arraycopy(soFar, 0, all, 0, below);
        Arrays.fill(all, below, below + kept, others);
        System.arraycopy(soFar, below, all, below + kept, soFar.length - below);
        Arrays.fill(all, soFar.length + kept, all.length, ANYTHING);
        return ofSorted(all).map(target::isAttainedBy).orElse(true);
    }

    private static Optional<Fraction> ofSorted(long[] values) {
        return values.length == 0
                ? Optional.empty()
                : Optional.of(Percentile.of(values, values.length, Pollutant.O3.percentile()));
    }

    /** Ascending. */
    private static long[] values(List<AccountDay> days) {
        return days.stream()
                .mapToLong(day -> day.value().rounded(0, Rounding.HALF_EVEN))
                .sorted()
                .toArray();
    }
}
