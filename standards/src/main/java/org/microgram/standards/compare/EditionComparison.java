package org.microgram.standards.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Editions;
import org.microgram.standards.air.ReferenceState;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.air.Unconfirmed;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.Judging;
import org.microgram.standards.figures.Period;

/**
 * The days of a period judged side by side: first as published, each day by what was in force on it, then all of them by one edition after
 * the other (definitions §7). Nothing is counted anew; a count may be compared only with one on the same base.
 */
public final class EditionComparison {

    /**
     * The period on one base.
     *
     * @param edition that all days are judged by; empty where each is judged by its own
     * @param index the edition of the index; empty where there is none, or each day has its own
     * @param year what is said of the year; empty when the period is no calendar year
     * @param evaluatedByAll days with an AQI on every base that has an index
     * @param goodOfThem good days among these: what can be compared between bases; empty where there is no index
     * @param mixedEdition whether its days are on more than one base (口径不一致)
     * @param mixedState whether its gases are at more than one reference state
     * @param unconfirmed bit set of {@link Unconfirmed}
     */
    public record Base(
            Optional<Edition> edition,
            Optional<SubIndex> index,
            DayCounts counts,
            Optional<YearJudgement> year,
            int evaluatedByAll,
            OptionalInt goodOfThem,
            boolean mixedEdition,
            boolean mixedState,
            int unconfirmed) {}

    /** What a stored day rests on because of the index that it was judged by. */
    private static final int OF_THE_INDEX = Unconfirmed.INPUT_ROUNDING.bit() | Unconfirmed.ABOVE_LAST_BREAKPOINT.bit();

    private final Editions editions;
    private final DailyProfile profile;
    private final Judging judging;

    public EditionComparison(Editions editions, DailyProfile profile, Judging judging) {
        this.editions = editions;
        this.profile = profile;
        this.judging = judging;
    }

    /**
     * @param days of the period that are stored
     * @param under the editions to judge by; none takes those in force on the first and the last day: of a period across a switch the old
     *     and the new
     */
    public List<Base> of(LocalDate first, LocalDate last, List<StoredDay> days, List<Edition> under) {
        List<Base> bases = new ArrayList<>();
        List<Edition> judges = under.isEmpty() ? oldAndNew(first, last) : under;
        List<StoredDay> common = days.stream()
                .filter(day -> day.aqi().exists())
                .filter(day -> judges.stream()
                        .flatMap(edition -> editions.indexOf(edition).stream())
                        .allMatch(index -> day.under(index, profile).aqi().exists()))
                .toList();
        boolean mixedState = ReferenceState.isMixed(first, last);
        int rests = days.stream().mapToInt(StoredDay::unconfirmed).reduce(0, (a, b) -> a | b);
        boolean isYear =
                first.getDayOfYear() == 1 && last.equals(first.plusYears(1).minusDays(1));
        int ofYear = isYear ? Period.year(first.getYear()).unconfirmed() & ~Unconfirmed.STATISTICS.bit() : 0;
        Optional<Edition> judge =
                isYear ? judging.edition(Period.year(first.getYear())).map(editions::get) : Optional.empty();
        bases.add(new Base(
                Optional.empty(),
                Optional.empty(),
                DayCounts.asPublished(days),
                judge.map(edition -> YearJudgement.of(edition, first.getYear(), days)),
                common.size(),
                DayCounts.asPublished(common).good(),
                Editions.isMixed(first, last),
                mixedState,
                rests | (isYear ? judging.unconfirmed(Period.year(first.getYear()), ofYear) | statistics(judge) : 0)));
        for (Edition edition : judges) {
            Optional<SubIndex> index = editions.indexOf(edition);
            // By one edition it is no question which one judges.
            int bits = rests & ~OF_THE_INDEX
                    | (ofYear & ~Unconfirmed.JUDGING_EDITION.bit())
                    | (isYear ? statistics(Optional.of(edition)) : 0);
            bases.add(new Base(
                    Optional.of(edition),
                    index,
                    DayCounts.under(edition, index.orElse(null), profile, days),
                    isYear ? Optional.of(YearJudgement.of(edition, first.getYear(), days)) : Optional.empty(),
                    common.size(),
                    DayCounts.under(edition, index.orElse(null), profile, common)
                            .good(),
                    false,
                    mixedState,
                    bits | index.map(i -> rounding(i, days)).orElse(0)));
        }
        return bases;
    }

    private static int statistics(Optional<Edition> edition) {
        return edition.filter(Edition::hasUnconfirmedStatistics).isPresent() ? Unconfirmed.STATISTICS.bit() : 0;
    }

    private int rounding(SubIndex index, List<StoredDay> days) {
        return days.stream()
                .mapToInt(day -> day.under(index, profile).unconfirmed())
                .reduce(0, (a, b) -> a | b);
    }

    private static List<Edition> oldAndNew(LocalDate first, LocalDate last) {
        List<Edition> both = new ArrayList<>();
        for (LocalDate day : List.of(first, last)) {
            Editions.limitsOn(day).filter(e -> !both.contains(e)).ifPresent(both::add);
        }
        return both;
    }
}
