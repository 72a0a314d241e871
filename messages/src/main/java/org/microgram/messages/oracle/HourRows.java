package org.microgram.messages.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.Table;
import org.microgram.standards.air.Pollutant;

/** The oracle's rows of one hour. */
final class HourRows {

    /** A mean with its count; {@code sum} over {@code denominator} millionths. */
    private record Mean(BigInteger sum, BigInteger denominator, int had, boolean enough) {

        BigDecimal rounded(int decimals, RoundingMode mode) {
            return new BigDecimal(sum)
                    .divide(new BigDecimal(denominator.multiply(BigInteger.valueOf(1_000_000))), decimals, mode);
        }
    }

    private HourRows() {}

    static Row station(Subject subject, long start, StationFacts.Hour hour, String config) {
        Mean[] hourly = new Mean[Pollutant.COUNT];
        Mean[] rolling = new Mean[Pollutant.COUNT];
        for (Pollutant p : Pollutant.ALL) {
            int i = p.ordinal();
            if (hour.value[i] != null) {
                hourly[i] = new Mean(hour.value[i], BigInteger.ONE, 1, true);
            } else if (hour.received[i] != null) {
                hourly[i] = new Mean(hour.received[i], BigInteger.ONE, 0, false);
            }
            StationFacts.Window window = hour.rolling[i];
            if (window.count() > 0) {
                rolling[i] =
                        new Mean(window.sum(), BigInteger.valueOf(window.count()), window.count(), enough(window, p));
            }
        }
        Row.Builder row =
                row(subject, start, hourly, rolling, hour.supersededInWindows(), hour.receivedAt, 1, -1, config);
        for (Pollutant p : Pollutant.ALL) {
            if (hour.received[p.ordinal()] != null) {
                row.number(p.column(), hour.received[p.ordinal()].longValueExact());
            }
            if (hour.flags[p.ordinal()] != 0) {
                row.number(p.column() + "_flags", hour.flags[p.ordinal()]);
            }
        }
        return row.build();
    }

    /** @param present the members that have a record at this hour */
    static Row area(
            Subject subject, long start, List<StationFacts.Hour> present, int members, String outliers, String config) {
        int needed = Law.neededStations(members);
        Mean[] hourly = new Mean[Pollutant.COUNT];
        Mean[] rolling = new Mean[Pollutant.COUNT];
        for (Pollutant p : Pollutant.ALL) {
            int i = p.ordinal();
            BigInteger sum = BigInteger.ZERO;
            int had = 0;
            List<Ratio> rollingMeans = new ArrayList<>();
            for (StationFacts.Hour hour : present) {
                if (hour.value[i] != null) {
                    sum = sum.add(hour.value[i]);
                    had++;
                }
                if (enough(hour.rolling[i], p)) {
                    rollingMeans.add(Ratio.of(hour.rolling[i].sum(), hour.rolling[i].count()));
                }
            }
            if (had > 0) {
                hourly[i] = new Mean(sum, BigInteger.valueOf(had), had, had >= needed);
            }
            if (!rollingMeans.isEmpty()) {
                Ratio mean =
                        rollingMeans.stream().reduce(Ratio.ZERO, Ratio::plus).over(rollingMeans.size());
                rolling[i] = new Mean(
                        mean.numerator(), mean.denominator(), rollingMeans.size(), rollingMeans.size() >= needed);
            }
        }
        int superseded = present.stream()
                .mapToInt(StationFacts.Hour::supersededInWindows)
                .sum();
        long receivedAt = present.stream().mapToLong(h -> h.receivedAt).max().orElseThrow();
        Row.Builder row = row(subject, start, hourly, rolling, superseded, receivedAt, needed, members, config);
        return row.text("outliers", outliers).build();
    }

    private static boolean enough(StationFacts.Window window, Pollutant p) {
        return window.count() >= Law.needs(p == Pollutant.O3 ? "hours_of_8h" : "hours_of_rolling_24h");
    }

    private static Row.Builder row(
            Subject subject,
            long start,
            Mean[] hourly,
            Mean[] rolling,
            int superseded,
            long receivedAt,
            int needed,
            int members,
            String config) {
        boolean area = subject.kind().equals(Subject.AREA);
        LocalDate day = StationFacts.dayOf(start);
        Table.Row profile = Law.profile(day);
        RoundingMode rollingMode = Law.rounding(profile.get("rolling"));
        Row.Builder row = Row.builder(new RowKey(Measurement.AIR_HOUR, subject, start, start + StationFacts.HOUR, ""));
        int below = 0;
        Index index = new Index();
        for (Pollutant p : Pollutant.ALL) {
            int i = p.ordinal();
            String name = p.column();
            String last = name + (p == Pollutant.O3 ? "_8h" : "_24h");
            BigDecimal mean = null;
            if (hourly[i] != null) {
                mean = hourly[i].rounded(Law.decimals(p), RoundingMode.HALF_EVEN);
                row.number(name, area ? mean.movePointRight(6).longValueExact() : hourly[i].sum.longValueExact());
                if (area) {
                    row.number(name + "_num", hourly[i].sum.longValueExact());
                    row.number(name + "_den", hourly[i].denominator.longValueExact());
                }
                if (!hourly[i].enough) {
                    below |= 1 << i;
                    mean = null;
                }
            }
            BigDecimal rollingMean = null;
            if (rolling[i] != null) {
                rollingMean = rolling[i].rounded(Law.decimals(p), rollingMode);
                row.number(last, rollingMean.movePointRight(1).longValueExact());
                row.number(last + "_num", rolling[i].sum.longValueExact());
                row.number(last + "_den", rolling[i].denominator.longValueExact());
                row.number(last + "_had", rolling[i].had);
                if (!rolling[i].enough) {
                    below |= 1 << (6 + i);
                    rollingMean = null;
                }
            }
            index.add(p, subIndex(day, profile, p, mean, rollingMean), row);
        }
        index.write(row);
        row.number("inputs_present", index.inputs());
        Marks marks = new Marks();
        if (Pollutant.ALL.stream().anyMatch(p -> p != Pollutant.O3 && rolling[p.ordinal()] != null)) {
            marks.add("hours_of_rolling_24h");
        }
        if (area) {
            marks.members(members);
            if (index.inputs() > 0) {
                marks.roundedBeforeTheIndex(day);
            }
        }
        return row.text("profile", profile.get("profile"))
                .number("revision", superseded)
                .number("needed", needed)
                .number("below_minimum", below)
                .text("edition", Law.edition(day))
                .number("received_at", receivedAt)
                .text("config", config)
                .text("unconfirmed", marks.text());
    }

    private static Integer subIndex(
            LocalDate day, Table.Row profile, Pollutant p, BigDecimal mean, BigDecimal rollingMean) {
        RoundingMode mode = Law.rounding(profile.get("index"));
        if (p == Pollutant.PM25 || p == Pollutant.PM10) {
            BigDecimal basis = profile.get("pm").equals("rolling_24h") ? rollingMean : mean;
            return basis == null ? null : Law.subIndex(day, p.code() + "_day", basis, null, null, mode);
        }
        return mean == null ? null : Law.subIndex(day, p.code() + "_hour", mean, p.code() + "_day", rollingMean, mode);
    }
}
