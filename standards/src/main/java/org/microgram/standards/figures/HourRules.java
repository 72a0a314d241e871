package org.microgram.standards.figures;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.PublicationProfile;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.air.Unconfirmed;
import org.microgram.standards.air.Validity;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.screening.ScreenedDay;
import org.microgram.standards.screening.Screening;

/**
 * The hours of a natural day, of a station and of an area.
 *
 * <p><b>Rule.</b> A rolling mean is the mean of the hours that have a value among the last 24 (O3: 8), the labelled one included; it needs
 * 20 (6) of them. An area's mean is the mean of its members' values; it needs three quarters of the stations that are members on that day
 * (of fewer than four, half). Only hours that have a record exist.
 *
 * <p><b>Source.</b> GB 3095 table 4; HJ 663 (city value); the published record for the rolling mean.
 */
public final class HourRules {

    private static final long COMMON_24 = common(Validity.HOURS_OF_ROLLING_24H, 24);
    private static final long COMMON_8 = common(Validity.HOURS_OF_8H, 8);

    private HourRules() {}

    /** The hours of a station that nobody screens. */
    public static void station(StationDay before, StationDay day, Consumer<AirHour> out) {
        station(before, day == null ? null : Screening.NONE.screen(before, day, null), out);
    }

    /**
     * The hours of a station. An hour's own value is the one received, whatever is suspect about it; indices and rolling means rest on those
     * that count.
     *
     * @param before the values of the day before that count; null when nothing is known of it
     * @param screened the day; null gives no hours
     */
    public static void station(StationDay before, ScreenedDay screened, Consumer<AirHour> out) {
        if (screened == null) {
            return;
        }
        StationDay day = screened.counting();
        StationHours rolling = new StationHours(before, day);
        PublicationProfile profile = PublicationProfile.on(ChinaTime.date(day.day()));
        SubIndex edition = SubIndex.on(ChinaTime.date(day.day()));
        for (int hour = 0; hour < StationDay.HOURS; hour++) {
            if (!day.hasRecord(hour)) {
                continue;
            }
            AirHour.Means means = new AirHour.Means();
            for (int p = 0; p < Pollutant.COUNT; p++) {
                if (screened.isExcluded(hour, p)) {
                    means.setExcluded(p, screened.received().value(hour, p));
                } else if (day.hasValue(hour, p)) {
                    means.set(p, day.value(hour, p), 1, 1, 1);
                    if (screened.received().value(hour, p) != day.value(hour, p)) {
                        means.show(p, screened.received().value(hour, p));
                    }
                }
                means.flag(p, screened.flags(hour, p));
                int count = rolling.count(hour, p);
                if (count > 0) {
                    means.set(Pollutant.COUNT + p, rolling.sum(hour, p), count, count, minimum(p));
                }
            }
            means.revision = rolling.revision(hour);
            means.receivedAt = day.receivedAt(hour);
            out.accept(new AirHour(means, startOf(day.day(), hour), profile, edition, false));
        }
    }

    /** One member of an area on a day. */
    private record Member(StationDay day, StationHours rolling) {}

    /** The hours of an area whose members nobody compares. */
    public static void area(
            int day, List<StationDay> before, List<StationDay> days, int members, Consumer<AirHour> out) {
        area(day, before, days, members, hour -> null, out);
    }

    /**
     * The hours of an area.
     *
     * @param day days since 1970-01-01
     * @param before the days before of the members, in the order of {@code days}; an element is null when nothing is known of it
     * @param days what the members sent for the day; an element is null for a member that sent nothing
     * @param members how many members the area has on this day, reporting or not
     * @param outliers names those of an hour that stand apart from the others; null when none does
     */
    public static void area(
            int day,
            List<StationDay> before,
            List<StationDay> days,
            int members,
            IntFunction<String> outliers,
            Consumer<AirHour> out) {
        List<Member> present = new java.util.ArrayList<>(days.size());
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i) != null) {
                present.add(new Member(days.get(i), new StationHours(before.get(i), days.get(i))));
            }
        }
        if (present.isEmpty()) {
            return;
        }
        PublicationProfile profile = PublicationProfile.on(ChinaTime.date(day));
        SubIndex edition = SubIndex.on(ChinaTime.date(day));
        int needed = Validity.stations(members);
        int memberRule = Unconfirmed.ofMembers(members);
        for (int hour = 0; hour < StationDay.HOURS; hour++) {
            AirHour.Means means = new AirHour.Means();
            means.needed = needed;
            means.memberRule = memberRule;
            for (Member member : present) {
                if (member.day.hasRecord(hour)) {
                    means.receivedAt = Math.max(means.receivedAt, member.day.receivedAt(hour));
                    means.revision += member.rolling.revision(hour);
                }
            }
            if (means.receivedAt == Long.MIN_VALUE) {
                continue;
            }
            for (int p = 0; p < Pollutant.COUNT; p++) {
                meanOfHours(present, hour, p, means);
                meanOfRollingMeans(present, hour, p, means);
            }
            means.outliers = outliers.apply(hour);
            out.accept(new AirHour(means, startOf(day, hour), profile, edition, true));
        }
    }

    private static void meanOfHours(List<Member> members, int hour, int p, AirHour.Means means) {
        long sum = 0;
        int count = 0;
        for (Member member : members) {
            if (member.day.hasValue(hour, p)) {
                sum = Math.addExact(sum, member.day.value(hour, p));
                count++;
            }
        }
        if (count > 0) {
            means.set(p, sum, count, count, means.needed);
        }
    }

    /** Only members whose hour has a record and whose rolling mean has the hours it needs; over their least common denominator. */
    private static void meanOfRollingMeans(List<Member> members, int hour, int p, AirHour.Means means) {
        long common = StationHours.length(p) == 8 ? COMMON_8 : COMMON_24;
        long sum = 0;
        int count = 0;
        for (Member member : members) {
            int hours = member.rolling.count(hour, p);
            if (hours >= minimum(p) && member.day.hasRecord(hour)) {
                sum = Math.addExact(sum, Math.multiplyExact(member.rolling.sum(hour, p), common / hours));
                count++;
            }
        }
        if (count > 0) {
            long denominator = Math.multiplyExact(common, count);
            long gcd = sum == 0 ? denominator : gcd(Math.abs(sum), denominator);
            means.set(Pollutant.COUNT + p, sum / gcd, denominator / gcd, count, means.needed);
        }
    }

    private static int minimum(int pollutant) {
        return Validity.hoursOfRolling(Pollutant.ALL.get(pollutant));
    }

    private static long startOf(int day, int hour) {
        return ChinaTime.startOf(day) + (long) hour * ChinaTime.SECONDS_OF_HOUR;
    }

    /** The least common multiple of all counts that a valid window can have. */
    private static long common(int least, int greatest) {
        long multiple = 1;
        for (int n = least; n <= greatest; n++) {
            multiple = multiple / gcd(multiple, n) * n;
        }
        return multiple;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
