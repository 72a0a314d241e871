package org.microgram.dashboard.explain;

import java.util.List;
import org.microgram.dashboard.explain.Words.Both;
import org.microgram.dashboard.review.Notes;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.Validity;
import org.microgram.standards.figures.AirHour;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/** The figures of an hour: its value, the rolling means that end in it, sub-indices and the real-time AQI. */
final class HourFigures {

    private final Recount recount;
    private final FigureKey key;
    private final Subjects subjects;
    private final AirHour hour;
    private final Draft draft = new Draft();

    HourFigures(Recount recount, FigureKey key, Subjects subjects) {
        this.recount = recount;
        this.key = key;
        this.subjects = subjects;
        this.hour = recount.hour(key.start());
    }

    Draft draft() {
        if (hour != null) {
            draft.edition = hour.edition();
            draft.profile = hour.profile().name();
        }
        Pollutant p = key.parameter().pollutant();
        switch (key.parameter().kind()) {
            case VALUE -> {
                if (recount.isArea()) {
                    ofMembers(p, p.ordinal(), "小时值", "hourly values");
                } else {
                    ofVersions(p);
                }
            }
            case ROLLING -> {
                if (recount.isArea()) {
                    ofMembers(p, Pollutant.COUNT + p.ordinal(), "滑动平均", "rolling means");
                } else {
                    ofHours(p);
                }
            }
            case IAQI -> SubIndexFigure.ofHour(draft, key, hour);
            default ->
                SubIndexFigure.worst(draft, key, hour == null ? null : hour.aqi(), i -> hour.subIndex(i), any -> null);
        }
        return draft;
    }

    /** A station's hour is what the greatest version of it says. */
    private void ofVersions(Pollutant p) {
        draft.inputsTitle = new Both("收到的版本", "versions received");
        var history = recount.history(key.subject().id(), key.start(), p);
        draft.counts(0, 1, Status.NONE);
        if (history == null) {
            draft.inputs.add(Draft.unused(
                    null,
                    hourName(key.start()),
                    null,
                    null,
                    "missing",
                    null,
                    null,
                    "",
                    Causes.ofMissingHour(recount, key.subject().id(), key.start(), p)));
            return;
        }
        var winner = recount.counting(key.subject().id(), key.start(), p);
        DayLock lock = recount.lock(key.subject().id(), key.firstDay());
        for (var entry : history.entries()) {
            boolean counts = entry.equals(winner);
            boolean value = HourValues.isValue(entry.value());
            String print = value ? Words.received(entry.value()) : null;
            var record = recount.record(key.subject().id(), key.start(), entry.version());
            String name = entry.version().source() + " #" + entry.version().seq()
                    + (record.author().isEmpty() ? "" : " " + record.author());
            Both both = new Both(name, name);
            Both note = NoteWords.of(record.notes().get(p));
            if (counts && value) {
                draft.inputs.add(asReceived(recount, null, both, key.subject().id(), key.start(), p, print)
                        .noted(note));
            } else {
                boolean proposed = lock != null
                        && !counts
                        && (winner == null || entry.version().receivedAt() > lock.at());
                boolean amends = winner != null
                        && !counts
                        && Notes.isAmendment(record)
                        && entry.version().receivedAt() > winner.version().receivedAt();
                Both cause = proposed
                        ? Causes.proposal(lock)
                        : amends
                                ? Causes.amendment(record)
                                : !value
                                        ? Causes.withdrawn(record)
                                        : new Both(
                                                "已被 " + winner.version().source() + " 替换",
                                                "superseded by "
                                                        + winner.version().source());
                draft.inputs.add(
                        Draft.unused(null, both, print, print, counts ? "missing" : "excluded", null, null, "", cause)
                                .noted(note));
            }
        }
        if (winner != null && HourValues.isValue(winner.value())) {
            StationDay day = recount.stationDay(key.subject().id(), key.firstDay());
            boolean left = !day.hasValue(ChinaTime.hourOf(key.start()), p.ordinal());
            draft.counts(left ? 0 : 1, 1, left ? Status.BELOW_MINIMUM : Status.OK);
            draft.exact = Fraction.ofScaled(winner.value(), 1);
            draft.value = Words.received(winner.value());
            draft.formula = new Receipt.Formula("mean", "原值照录 " + draft.value, "as received " + draft.value);
        }
    }

    private void ofHours(Pollutant p) {
        int length = Footprint.hoursOfRolling(p);
        int minimum = Validity.hoursOfRolling(p);
        String station = key.subject().id();
        draft.inputsTitle = new Both("小时值 (应有 " + length + ",至少 " + minimum + ")", "hourly values");
        long sum = 0;
        int count = 0;
        for (int back = length - 1; back >= 0; back--) {
            long start = key.start() - back * (long) ChinaTime.SECONDS_OF_HOUR;
            Receipt.Input input = hourInput(recount, station, start, p);
            draft.inputs.add(input);
            if (input.use().equals("used") || input.use().equals("flagged")) {
                sum = Math.addExact(sum, value(station, start, p));
                count++;
            }
        }
        draft.counts(count, minimum, status(count, minimum));
        if (hour != null && count > 0) {
            rounded(Fraction.ofScaled(sum, count), p, hour.profile().rolling());
            draft.mean(Fraction.ofScaled(sum, 1), count);
        } else {
            draft.status = Status.NONE;
        }
    }

    private void ofMembers(Pollutant p, int index, String zh, String en) {
        boolean rolling = index >= Pollutant.COUNT;
        Parameter parameter = new Parameter(rolling ? Parameter.Kind.ROLLING : Parameter.Kind.VALUE, p);
        List<String> members = recount.stationsOn(key.firstDay());
        int needed = Validity.stations(members.size());
        Fraction sum = Fraction.ZERO;
        int count = 0;
        for (String member : members) {
            AirHour own = recount.hourOf(member, key.start());
            Both name = new Both(subjects.stationNameZh(member), subjects.stationNameEn(member));
            String of = FigureKey.hour(Subject.station(member), parameter, key.start())
                    .text();
            if (own == null || !own.has(index)) {
                Both cause = own != null && rolling
                        ? Causes.tooFewHours(0, Validity.hoursOfRolling(p))
                        : Causes.ofMissingHour(recount, member, key.start(), p);
                draft.inputs.add(Draft.unused(of, name, null, null, "missing", null, null, "", cause));
                continue;
            }
            Fraction mean = Fraction.ofScaled(own.numerator(index), own.denominator(index));
            Both suspicion = rolling ? null : Suspicion.ofMember(recount, hour, member, p);
            String value = Scaled.print(rolling ? own.rolling(p) : own.hourly(p), Scaled.DIGITS);
            Integer had = rolling ? (Integer) own.had(index) : null;
            Integer minimum = rolling ? (Integer) Validity.hoursOfRolling(p) : null;
            if (rolling && own.had(index) < Validity.hoursOfRolling(p)) {
                Both cause = Causes.tooFewHours(own.had(index), Validity.hoursOfRolling(p));
                draft.inputs.add(
                        Draft.unused(of, name, value, mean.toSixDecimals(), "excluded", had, minimum, "", cause));
                continue;
            }
            if (!rolling && !own.isValid(index)) {
                draft.inputs.add(
                        Draft.unused(of, name, value, mean.toSixDecimals(), "excluded", had, minimum, "", suspicion));
                continue;
            }
            draft.inputs.add(
                    suspicion == null
                            ? Draft.used(of, name, value, mean.toSixDecimals(), had, minimum, "")
                            : Draft.unused(
                                    of, name, value, mean.toSixDecimals(), "flagged", had, minimum, "", suspicion));
            sum = sum.plus(mean);
            count++;
        }
        DayFigures.outside(draft, recount, key, subjects);
        draft.inputsTitle = new Both(
                "站点" + zh + " (" + count + " 站,应有 " + members.size() + ",至少 " + needed + ")",
                "stations' " + en + " (" + count + " of " + members.size() + ", needs " + needed + ")");
        draft.counts(count, needed, status(count, needed));
        if (count > 0) {
            rounded(sum.dividedBy(count), p, rolling ? hour.profile().rolling() : Rounding.HALF_EVEN);
            draft.mean(sum, count);
        }
    }

    private void rounded(Fraction exact, Pollutant p, Rounding rule) {
        String clause = rule == Rounding.HALF_UP
                ? hour.profile().name() + ": " + hour.profile().source()
                : Draft.GBT_8170;
        draft.rounded(exact, p.decimals(), rule, clause);
    }

    private long value(String station, long start, Pollutant p) {
        StationDay day = recount.stationDay(station, ChinaTime.dayOf(start));
        return day.value(ChinaTime.hourOf(start), p.ordinal());
    }

    /** One hour of a station as an input. */
    static Receipt.Input hourInput(Recount recount, String station, long start, Pollutant p) {
        String of = FigureKey.hour(Subject.station(station), new Parameter(Parameter.Kind.VALUE, p), start)
                .text();
        var counts = recount.counting(station, start, p);
        if (counts != null && HourValues.isValue(counts.value())) {
            String value = Words.received(counts.value());
            return asReceived(recount, of, hourName(start), station, start, p, value);
        }
        Both cause = Causes.ofMissingHour(recount, station, start, p);
        return Draft.unused(of, hourName(start), null, null, "missing", null, null, "", cause);
    }

    /** A value that was received: used, flagged and used, or flagged and left out. */
    private static Receipt.Input asReceived(
            Recount recount, String of, Both name, String station, long start, Pollutant p, String value) {
        Both suspicion = Suspicion.of(recount, station, start, p);
        StationDay day = recount.stationDay(station, ChinaTime.dayOf(start));
        int hour = ChinaTime.hourOf(start);
        if (!day.hasValue(hour, p.ordinal())) {
            return Draft.unused(of, name, value, value, "excluded", null, null, "", suspicion);
        }
        String counts = Words.received(day.value(hour, p.ordinal()));
        return suspicion == null
                ? Draft.used(of, name, value, counts, null, null, "")
                : Draft.unused(of, name, value, counts, "flagged", null, null, "", suspicion);
    }

    static Both hourName(long start) {
        String label = FigureKey.twoDigits(ChinaTime.hourOf(start) + 1);
        return new Both(label + "时", label + ":00");
    }

    static Status status(int had, int needed) {
        return had == 0 ? Status.NONE : had < needed ? Status.BELOW_MINIMUM : Status.OK;
    }
}
