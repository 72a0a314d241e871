package org.microgram.dashboard.explain;

import java.util.List;
import org.microgram.dashboard.explain.Words.Both;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.Validity;
import org.microgram.standards.events.ExcludedHours;
import org.microgram.standards.figures.AirDay;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.MonitoringPlan;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.screening.ScreenedDay;

/** The figures of a natural day: means, MDA8, sub-indices and the daily AQI. */
final class DayFigures {

    private static final int WINDOW = 8;

    private final Recount recount;
    private final FigureKey key;
    private final Subjects subjects;
    private final AirDay day;
    private final Draft draft = new Draft();

    DayFigures(Recount recount, FigureKey key, Subjects subjects) {
        this.recount = recount;
        this.key = key;
        this.subjects = subjects;
        this.day = recount.day(key.firstDay());
    }

    Draft draft(DailyProfile profile) {
        draft.profile = profile.code();
        if (day != null) {
            draft.edition = day.edition();
        }
        Pollutant p = key.parameter().pollutant();
        switch (key.parameter().kind()) {
            case VALUE -> {
                if (recount.isArea()) {
                    ofMembers(p);
                } else if (p == Pollutant.O3) {
                    ofWindows();
                } else {
                    ofHours(p);
                }
            }
            case IAQI -> SubIndexFigure.ofDay(draft, key, day, greatestO3Hour());
            default -> {
                SubIndexFigure.worst(
                        draft,
                        key,
                        day == null ? null : day.aqi(),
                        i -> day.subIndex(Pollutant.ALL.get(i)),
                        this::leftOut);
                withheld(profile);
            }
        }
        return draft;
    }

    /** Why the monitoring plan leaves a pollutant out on the day; null when it does not. */
    private Both leftOut(Pollutant p) {
        String document = recount.plan().document(p, ChinaTime.date(key.firstDay()));
        return document == null ? null : Causes.notMonitored(document);
    }

    /** The sub-indices may be there and the AQI is not given all the same. */
    private void withheld(DailyProfile profile) {
        if (day == null) {
            return;
        }
        draft.status = day.aqiStatus();
        if (draft.status == Status.WITHHELD) {
            draft.formula = new Receipt.Formula(
                    "worst",
                    "不发布: 口径 " + profile.code() + " 所需的污染物不全",
                    "withheld: profile " + profile.code() + " lacks pollutants it needs");
        }
    }

    private void counts(Pollutant p) {
        if (day == null) {
            boolean area = recount.isArea();
            int members = recount.stationsOn(key.firstDay()).size();
            int ofStation = p == Pollutant.O3 ? Validity.WINDOWS_OF_MDA8 : Validity.HOURS_OF_DAY;
            draft.counts(0, area ? Validity.stations(members) : ofStation, Status.NONE);
            return;
        }
        draft.counts(day.had(p), day.needed(p), day.status(p));
        if (day.exact(p) == null && leftOut(p) != null) {
            Both mark = new Both("公布为 " + MonitoringPlan.MARK, "published as " + MonitoringPlan.MARK);
            draft.remarks.add(new Receipt.Judgement(leftOut(p).zh(), leftOut(p).en(), mark.zh(), mark.en(), false));
        }
        if (day.exact(p) != null) {
            draft.rounded(day.exact(p), p.decimals(), Rounding.HALF_EVEN, Draft.GBT_8170);
        }
        AirDay.LessEvents less = day.lessEvents(p);
        if (less != null) {
            String value = less.exact() == null
                    ? "—"
                    : Scaled.printFixed(day.assessedRounded(p), p.decimals()) + " ("
                            + less.exact().toSixDecimals() + ")";
            String of = less.had() + "/" + day.needed(p);
            boolean enters = less.status() == Status.OK;
            draft.remarks.add(new Receipt.Judgement(
                    "剔除沙尘后 " + value + ",有效 " + of,
                    "without dust " + value + ", had/needs " + of,
                    enters ? "以此计入均值" : "不足,当日不计入均值",
                    enters ? "this enters the means" : "too few, the day is out of the means",
                    false));
            recount.tell(day.events(), draft);
        }
    }

    private void ofHours(Pollutant p) {
        String station = key.subject().id();
        for (int hour = 0; hour < StationDay.HOURS; hour++) {
            Receipt.Input input = HourFigures.hourInput(recount, station, startOf(hour), p);
            ExcludedHours out = recount.out(station, key.firstDay());
            draft.inputs.add(out.isOut(hour, p) ? input.noted(EventWords.out(out.events())) : input);
        }
        counts(p);
        draft.inputsTitle = new Both(
                "小时值 (" + draft.had + " 个,应有 24,至少 " + draft.needed + ")",
                "hourly values (" + draft.had + " of 24, needs " + draft.needed + ")");
        if (draft.exact != null) {
            draft.mean(draft.exact.times(draft.had), draft.had);
        }
    }

    private void ofWindows() {
        StationDay hours = recount.stationDay(key.subject().id(), key.firstDay());
        Fraction best = null;
        String bestName = "";
        for (int last = WINDOW - 1; last < StationDay.HOURS; last++) {
            Receipt.Input window = window(hours, last);
            draft.inputs.add(window);
            if (window.use().equals("used")) {
                Fraction mean = mean(hours, last);
                if (best == null || mean.compareTo(best) > 0) {
                    best = mean;
                    bestName = HourFigures.hourName(startOf(last)).zh();
                }
            }
        }
        counts(Pollutant.O3);
        draft.inputsTitle = new Both(
                "8 小时均值 (" + draft.had + " 个,应有 17,至少 " + draft.needed + ")",
                "8-hour means (" + draft.had + " of 17, needs " + draft.needed + ")");
        if (best != null) {
            boolean exceeds = day.o3ByExceedance();
            String text = "max = " + best.toSixDecimals() + " (" + bestName + ")";
            draft.formula = new Receipt.Formula(
                    "max",
                    text + (exceeds ? "; 个数不足,因超标仍计" : ""),
                    text + (exceeds ? "; too few, counts because it exceeds" : ""));
        }
    }

    private Receipt.Input window(StationDay hours, int last) {
        Both name = HourFigures.hourName(startOf(last));
        ScreenedDay screened = recount.screened(key.subject().id(), key.firstDay());
        StringBuilder strip = new StringBuilder();
        int count = 0;
        for (int hour = last - WINDOW + 1; hour <= last; hour++) {
            boolean there = hours != null && hours.hasValue(hour, Pollutant.O3.ordinal());
            strip.append(Causes.mark(screened, hour, Pollutant.O3));
            count += there ? 1 : 0;
        }
        // The rolling mean of that hour is the same figure; its row exists only if the hour has a record.
        String of = hours != null && hours.hasRecord(last)
                ? FigureKey.hour(key.subject(), new Parameter(Parameter.Kind.ROLLING, Pollutant.O3), startOf(last))
                        .text()
                : null;
        if (count == 0) {
            return Draft.unused(
                    of, name, null, null, "missing", 0, Validity.HOURS_OF_8H, strip.toString(), Causes.NO_RECORD);
        }
        Fraction mean = mean(hours, last);
        String value = Scaled.printFixed(mean.rounded(0, Rounding.HALF_EVEN), 0);
        return count < Validity.HOURS_OF_8H
                ? Draft.unused(
                        of,
                        name,
                        value,
                        mean.toSixDecimals(),
                        "excluded",
                        count,
                        Validity.HOURS_OF_8H,
                        strip.toString(),
                        Causes.tooFewHours(count, Validity.HOURS_OF_8H))
                : Draft.used(of, name, value, mean.toSixDecimals(), count, Validity.HOURS_OF_8H, strip.toString());
    }

    private static Fraction mean(StationDay hours, int last) {
        long sum = 0;
        int count = 0;
        for (int hour = last - WINDOW + 1; hour <= last; hour++) {
            if (hours.hasValue(hour, Pollutant.O3.ordinal())) {
                sum = Math.addExact(sum, hours.value(hour, Pollutant.O3.ordinal()));
                count++;
            }
        }
        return Fraction.ofScaled(sum, count);
    }

    private void ofMembers(Pollutant p) {
        List<String> members = recount.stationsOn(key.firstDay());
        Fraction sum = Fraction.ZERO;
        for (String member : members) {
            AirDay own = recount.dayOf(member, key.firstDay());
            draft.inputs.add(memberInput(member, own, p));
            if (own != null && own.isValid(p)) {
                sum = sum.plus(own.exact(p));
            }
        }
        outside(draft, recount, key, subjects);
        counts(p);
        String what = p == Pollutant.O3 ? "站点 MDA8" : "站点日均";
        draft.inputsTitle = new Both(
                what + " (" + draft.had + " 站,应有 " + members.size() + ",至少 " + draft.needed + ")",
                "stations' days (" + draft.had + " of " + members.size() + ", needs " + draft.needed + ")");
        if (draft.exact != null) {
            draft.mean(sum, draft.had);
        }
    }

    private Receipt.Input memberInput(String member, AirDay own, Pollutant p) {
        Both name = new Both(subjects.stationNameZh(member), subjects.stationNameEn(member));
        String of = FigureKey.day(Subject.station(member), new Parameter(Parameter.Kind.VALUE, p), key.firstDay())
                .text();
        String strip = Causes.strip(recount.screened(member, key.firstDay()), p);
        Both note = own == null || own.lessEvents(p) == null ? null : EventWords.out(own.events());
        if (own == null || own.exact(p) == null) {
            Both cause = own == null ? Causes.NO_RECORD : noValue(member, own, p);
            int needed = p == Pollutant.O3 ? Validity.WINDOWS_OF_MDA8 : Validity.HOURS_OF_DAY;
            return Draft.unused(of, name, null, null, "missing", 0, needed, strip, cause);
        }
        String value = Scaled.printFixed(own.rounded(p), p.decimals());
        String exact = own.exact(p).toSixDecimals();
        if (p == Pollutant.O3 && own.o3ByExceedance()) {
            Both cause = new Both("个数不足,因超标仍计", "too few, counts because it exceeds");
            return Draft.unused(of, name, value, exact, "flagged", own.had(p), own.needed(p), strip, cause);
        }
        Receipt.Input input = own.isValid(p)
                ? Draft.used(of, name, value, exact, own.had(p), own.needed(p), strip)
                : Draft.unused(
                        of,
                        name,
                        value,
                        exact,
                        "excluded",
                        own.had(p),
                        own.needed(p),
                        strip,
                        Causes.tooFew(false, p, own.had(p), own.needed(p)));
        return input.noted(note);
    }

    /** Withdrawn, if any of its hours was; else its records lack the pollutant. */
    private Both noValue(String member, AirDay own, Pollutant p) {
        for (int hour = 0; hour < StationDay.HOURS; hour++) {
            var history = recount.history(member, startOf(hour), p);
            if (history != null) {
                boolean value = recount.stationDay(member, own.day()).hasValue(hour, p.ordinal());
                return value
                        ? Causes.tooFewWindows(0, Validity.WINDOWS_OF_MDA8)
                        : Causes.ofMissingHour(recount, member, startOf(hour), p);
            }
        }
        return Causes.NOT_MEASURED;
    }

    /** Stations that count in the area at other times are named, so that nobody looks for them. */
    static void outside(Draft draft, Recount recount, FigureKey key, Subjects subjects) {
        for (String station : recount.outsideOn(key.firstDay())) {
            Both name = new Both(subjects.stationNameZh(station), subjects.stationNameEn(station));
            draft.inputs.add(Draft.unused(null, name, null, null, "excluded", null, null, "", Causes.NOT_A_MEMBER));
        }
    }

    private long greatestO3Hour() {
        long greatest = Long.MIN_VALUE;
        StationDay hours =
                recount.isArea() ? null : recount.stationDay(key.subject().id(), key.firstDay());
        for (int hour = 0; hours != null && hour < StationDay.HOURS; hour++) {
            if (hours.hasValue(hour, Pollutant.O3.ordinal())) {
                greatest = Math.max(greatest, hours.value(hour, Pollutant.O3.ordinal()));
            }
        }
        return greatest;
    }

    private long startOf(int hour) {
        return ChinaTime.startOf(key.firstDay()) + hour * (long) ChinaTime.SECONDS_OF_HOUR;
    }
}
