package org.microgram.standards.figures;

import java.time.LocalDate;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Editions;
import org.microgram.standards.air.ReferenceState;
import org.microgram.standards.air.Unconfirmed;

/**
 * A span of natural days that means and counts are made for.
 *
 * @param first its first day
 * @param last its last day; of a year to date the day that it reaches to
 */
public record Period(Kind kind, LocalDate first, LocalDate last) {

    public enum Kind {
        MONTH,
        /** From 1 January to the end of a day. */
        YEAR_TO_DATE,
        YEAR
    }

    public static Period month(LocalDate anyDay) {
        LocalDate first = anyDay.withDayOfMonth(1);
        return new Period(Kind.MONTH, first, first.plusMonths(1).minusDays(1));
    }

    public static Period year(int year) {
        return new Period(Kind.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public static Period yearTo(LocalDate last) {
        return new Period(Kind.YEAR_TO_DATE, last.withDayOfYear(1), last);
    }

    /** Calendar days from first to last. */
    public int days() {
        return (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    }

    /** Whether its days are judged by more than one edition, so that its counts of days are on no single base (口径不一致). */
    public boolean isMixedEdition() {
        return Editions.isMixed(first, last);
    }

    /** Whether its gases are stated at more than one reference state (273 K until 2018-08-31, 298.15 K since). */
    public boolean isMixedState() {
        return ReferenceState.isMixed(first, last);
    }

    /** Bit set of {@link Unconfirmed} that any figure of such a period rests on, besides what its days rest on. */
    public int unconfirmed() {
        int bits = Unconfirmed.PUBLISHED_DECIMALS.bit();
        if (kind == Kind.YEAR) {
            bits |= Unconfirmed.DAYS_OF_PERCENTILE.bit();
            if (Editions.limitsOn(last).stream().anyMatch(Edition::hasUnconfirmedStatistics)) {
                bits |= Unconfirmed.STATISTICS.bit();
            }
        }
        if (kind == Kind.YEAR_TO_DATE) {
            bits |= Unconfirmed.MONTHS_TO_DATE.bit();
            if (last.getDayOfMonth() < last.lengthOfMonth()) {
                bits |= Unconfirmed.UNFINISHED_MONTH.bit();
            }
        }
        return isMixedEdition() ? bits | Unconfirmed.JUDGING_EDITION.bit() : bits;
    }
}
