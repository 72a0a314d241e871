package org.microgram.messages.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.Judges;
import org.microgram.messages.network.Membership;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.network.Targets;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.screening.Criterion;
import org.microgram.standards.screening.Rule;
import org.microgram.standards.screening.Screening;

/**
 * A few stations, areas and days with everything that goes wrong: gaps, hours sent twice or in pieces, first wrong then corrected,
 * withdrawn, reviewed, sent again unchanged under a later version, in conflict under the same version. From a seed.
 */
public final class RandomReadings {

    /** First days such that ten days cross a change of year, edition, profile or limit, or none. */
    private static final List<LocalDate> FIRST_DAYS = List.of(
            LocalDate.of(2012, 12, 27),
            LocalDate.of(2016, 12, 26),
            LocalDate.of(2019, 2, 20),
            LocalDate.of(2020, 2, 24),
            LocalDate.of(2021, 1, 17),
            LocalDate.of(2023, 12, 27),
            LocalDate.of(2026, 2, 23),
            LocalDate.of(2030, 12, 27));

    private static final List<String> STATIONS = List.of("s1", "s2", "s3", "s4");

    private final Random random;
    private final LocalDate firstDay;
    private final int days;
    private long seq;

    public RandomReadings(Random random, int days) {
        this.random = random;
        this.firstDay = FIRST_DAYS.get(random.nextInt(FIRST_DAYS.size()));
        this.days = days;
    }

    /** Neighbouring seeds begin alike; these do not. */
    public static Random seeded(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** Four stations, three areas; members come and go within the days, some are in two areas, some in none. */
    public Network network() {
        List<Station> stations = STATIONS.stream()
                .map(id -> new Station(
                        id,
                        "站" + id,
                        id,
                        List.of(),
                        "unit1",
                        "national",
                        1 + random.nextInt(2),
                        firstDay,
                        Optional.empty(),
                        Double.NaN,
                        Double.NaN))
                .toList();
        List<Area> areas = List.of(
                new Area("city", "市", "City", "city"),
                new Area("unit1", "一", "One", "unit"),
                new Area("unit2", "二", "Two", "unit"));
        List<Membership> memberships = new ArrayList<>();
        for (Area area : areas) {
            for (String station : STATIONS) {
                LocalDate from = firstDay.plusDays(random.nextInt(days + 4) - 4L);
                switch (random.nextInt(4)) {
                    case 0 -> {}
                    case 1 ->
                        memberships.add(new Membership(
                                area.id(), station, from, Optional.of(from.plusDays(random.nextInt(days)))));
                    default ->
                        memberships.add(new Membership(area.id(), station, firstDay.minusDays(5), Optional.empty()));
                }
            }
        }
        String profile = random.nextBoolean() ? "archive" : "strict";
        Screening screening = screening();
        int number = random.nextInt(100);
        RandomSettings settings = new RandomSettings(STATIONS, firstDay, days);
        Network plain = new Network(
                stations,
                areas,
                memberships,
                profile,
                screening,
                settings.notMonitored(areas, new Random(number)),
                Judges.NATIONAL,
                "h" + number);
        return plain.with(settings.events(areas, seeded(number + 1000)), "h" + number)
                .with(new Targets(3, settings.targets(areas, new Random(number))));
    }

    /** Criteria that the values below meet often, some of them for some of the days only. */
    private Screening screening() {
        List<Criterion> criteria = new ArrayList<>();
        long[] typical = {60, 90, 20, 40, 10, 120};
        for (Pollutant p : Pollutant.ALL) {
            long unit = p == Pollutant.CO ? Scaled.ONE / 10 : Scaled.ONE;
            long usual = typical[p.ordinal()] * unit;
            for (Rule rule : Rule.ALL) {
                if (!rule.suits(p) || random.nextInt(3) == 0) {
                    continue;
                }
                List<Long> numbers =
                        switch (rule) {
                            case RANGE -> List.of(usual * 3 / 5, usual * 7 / 5);
                            case CEILING -> List.of(usual + random.nextInt(5) * unit);
                            case STUCK -> List.of(2L + random.nextInt(2), usual);
                            case JUMP -> List.of(usual / 3, Scaled.ONE * 11 / 10);
                            case PM25_OVER_PM10 -> List.of(random.nextInt(3) * unit);
                            case LOW -> List.of(usual * 3 / 5, random.nextBoolean() ? Criterion.NONE : 2 * unit);
                            case NEIGHBOURS -> List.of(usual / 4, Scaled.ONE * 5 / 4, 2L + random.nextInt(2));
                        };
                LocalDate from = random.nextBoolean() ? firstDay.minusDays(9) : firstDay.plusDays(random.nextInt(days));
                LocalDate to = random.nextBoolean() ? Criterion.OPEN : from.plusDays(random.nextInt(days));
                criteria.add(new Criterion(rule, p, from, to, numbers, "random"));
            }
        }
        return new Screening(criteria);
    }

    /** Records of all stations, shuffled, some of them twice or thrice. */
    public List<StationRecord> records() {
        List<StationRecord> records = new ArrayList<>();
        for (String station : STATIONS) {
            if (random.nextInt(8) == 0) {
                continue;
            }
            double gaps = random.nextInt(3) * 0.12;
            int[] typical = {60, 90, 20, 40, 1, 120};
            for (int day = 0; day < days; day++) {
                double missing = random.nextInt(7) == 0 ? 0.6 : gaps;
                for (int hour = 0; hour < 24; hour++) {
                    if (random.nextDouble() >= missing) {
                        hour(station, ChinaTime.startOf(firstDay.plusDays(day)) + hour * 3600L, typical, records);
                    }
                }
            }
        }
        int doubles = records.size() / 20;
        for (int i = 0; i < doubles; i++) {
            records.add(records.get(random.nextInt(records.size())));
        }
        Collections.shuffle(records, random);
        return records;
    }

    /** {@link #records()} with days of it reviewed, locked and opened again, shuffled; later values of locked days among them. */
    public List<StationMessage> messages() {
        List<StationRecord> records = records();
        List<StationMessage> messages = new ArrayList<>(records);
        for (String station : STATIONS) {
            for (int offset = 0; offset < days; offset++) {
                if (random.nextInt(3) == 0) {
                    review(records, station, firstDay.plusDays(offset), messages);
                }
            }
        }
        int doubles = messages.size() / 40;
        for (int i = 0; i < doubles; i++) {
            messages.add(messages.get(random.nextInt(messages.size())));
        }
        Collections.shuffle(messages, random);
        return messages;
    }

    /** Most of a day is made final, then it is locked once or more; some of it comes later, some locks at the same moment. */
    private void review(List<StationRecord> records, String station, LocalDate day, List<StationMessage> out) {
        long first = ChinaTime.startOf(day);
        long lockedAt = (first + (24 + random.nextInt(5)) * 3600L) * 1000;
        for (StationRecord record : records) {
            boolean within = record.startSecond() >= first && record.startSecond() < first + 86_400;
            if (record.station().equals(station) && within && random.nextInt(6) > 0) {
                long at = lockedAt + (random.nextInt(8) - 5) * 3_600_000L;
                Version version = new Version(ReviewState.FINAL, Rank.AUDITED, at, "review", ++seq);
                long[] values = new long[Pollutant.COUNT];
                for (Pollutant p : Pollutant.ALL) {
                    long before = record.values().get(p);
                    values[p.ordinal()] =
                            before != HourValues.ABSENT && random.nextInt(8) == 0 ? value(p, 100) : before;
                }
                out.add(record(station, record.startSecond(), version, values));
            }
        }
        int day1970 = (int) day.toEpochDay();
        for (int i = random.nextInt(4); i >= 0; i--) {
            long at = lockedAt + random.nextInt(3) * 7_200_000L;
            boolean locked = i == 0 || random.nextBoolean();
            out.add(new DayLock(station, day1970, locked, at, "a" + random.nextInt(2), "r", "", ""));
        }
    }

    /** The same, as a backfill brings it. */
    public static DayLock ofBatch(DayLock of) {
        return new DayLock(of.subject(), of.day(), of.locked(), of.at(), of.author(), of.reason(), "batch", of.trace());
    }

    /** A new version of an hour that some record speaks of already. */
    public StationRecord correctionOf(StationRecord record) {
        long[] values = new long[Pollutant.COUNT];
        for (Pollutant p : Pollutant.ALL) {
            long before = record.values().get(p);
            values[p.ordinal()] =
                    before == HourValues.ABSENT || random.nextBoolean() ? before : value(p, random.nextInt(300));
        }
        Version version = new Version(
                ReviewState.FINAL, Rank.AUDITED, record.version().receivedAt() + 9_000_000, "person", ++seq);
        return record(record.station(), record.startSecond(), version, values);
    }

    private void hour(String station, long start, int[] typical, List<StationRecord> out) {
        long[] values = new long[Pollutant.COUNT];
        for (Pollutant p : Pollutant.ALL) {
            int i = p.ordinal();
            boolean absent = random.nextInt(12) == 0;
            values[i] = absent ? HourValues.ABSENT : value(p, typical[i]);
        }
        Version version = version(start);
        if (random.nextInt(10) == 0) {
            // In two pieces, as the two files of an archive.
            long[] first = values.clone();
            long[] second = values.clone();
            for (int i = 0; i < Pollutant.COUNT; i++) {
                (i < 2 ? second : first)[i] = HourValues.ABSENT;
            }
            out.add(record(station, start, version, first));
            out.add(record(station, start, version(start), second));
        } else {
            out.add(record(station, start, version, values));
        }
        switch (random.nextInt(60)) {
            case 0 -> out.add(record(station, start, earlier(version), scaledBy(values, 3)));
            case 1 -> out.add(record(station, start, later(version), scaledBy(values, 2)));
            case 2 -> out.add(record(station, start, later(version), withdrawn(values)));
            case 3 -> {
                out.add(record(station, start, later(version), values));
                out.add(record(station, start, later(later(version)), values));
                out.add(record(station, start, later(later(later(version))), scaledBy(values, 2)));
            }
            case 4 -> out.add(record(station, start, version, scaledBy(values, 5)));
            case 5 -> {
                for (int i = random.nextInt(6); i >= 0; i--) {
                    // Not a part of the other: which of two such records is kept as a reading would hang on their
                    // order.
                    long[] either = random.nextBoolean() ? values : allWithdrawn();
                    out.add(record(station, start, anyVersion(start), either));
                }
            }
            case 6 ->
                out.add(record(station, start, version(start), new long[] {
                    HourValues.ABSENT, HourValues.ABSENT, HourValues.ABSENT,
                    HourValues.ABSENT, HourValues.ABSENT, HourValues.ABSENT
                }));
            default -> {}
        }
    }

    /** Mostly whole numbers about what is usual, now and then a decimal, a zero, an extreme, a value under zero. */
    private long value(Pollutant p, int typical) {
        long unit = p == Pollutant.CO ? Scaled.ONE / 10 : Scaled.ONE;
        int range = p == Pollutant.CO ? 10 * Math.min(typical, 20) : typical;
        return switch (random.nextInt(40)) {
            case 0 -> 0;
            case 1 -> random.nextInt(2000) * Scaled.ONE;
            case 2 -> random.nextInt(400) * Scaled.ONE / 1000;
            case 3 -> random.nextInt(300_000_000);
            case 4 -> -random.nextInt(20) * Scaled.ONE / 2;
            default -> (range / 2 + random.nextInt(range + 1)) * unit;
        };
    }

    private Version version(long start) {
        return new Version(ReviewState.RAW, Rank.HOUR, (start + 3600) * 1000 + random.nextInt(5) * 60_000L, "f", ++seq);
    }

    private Version anyVersion(long start) {
        return new Version(
                ReviewState.values()[random.nextInt(4)],
                Rank.values()[random.nextInt(3)],
                (start + random.nextInt(4) * 3600L) * 1000,
                random.nextBoolean() ? "f" : "g",
                random.nextInt(3));
    }

    private static Version earlier(Version v) {
        return new Version(v.state(), Rank.MINUTES, v.receivedAt() + 1, v.source(), v.seq());
    }

    private Version later(Version v) {
        return switch (random.nextInt(3)) {
            case 0 -> new Version(ReviewState.SECOND, v.rank(), v.receivedAt() - 500, v.source(), v.seq());
            case 1 -> new Version(v.state(), Rank.AUDITED, v.receivedAt() + 500, "person", ++seq);
            default -> new Version(v.state(), v.rank(), v.receivedAt() + 7_200_000, "g", ++seq);
        };
    }

    private static long[] scaledBy(long[] values, int factor) {
        long[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = HourValues.isValue(values[i]) ? values[i] * factor : values[i];
        }
        return scaled;
    }

    private long[] withdrawn(long[] values) {
        long[] withdrawn = values.clone();
        for (int i = 0; i < withdrawn.length; i++) {
            withdrawn[i] = random.nextBoolean() ? HourValues.TOMBSTONE : HourValues.ABSENT;
        }
        return withdrawn;
    }

    private static long[] allWithdrawn() {
        long[] withdrawn = new long[Pollutant.COUNT];
        Arrays.fill(withdrawn, HourValues.TOMBSTONE);
        return withdrawn;
    }

    private static StationRecord record(String station, long start, Version version, long... values) {
        return new StationRecord(station, start, StationRecord.HOUR, version, "", "", "", "", HourValues.of(values));
    }
}
