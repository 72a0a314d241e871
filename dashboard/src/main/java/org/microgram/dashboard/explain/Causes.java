package org.microgram.dashboard.explain;

import org.microgram.dashboard.explain.Words.Both;
import org.microgram.dashboard.review.Notes;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.screening.ScreenedDay;

/** Why an input does not count. */
final class Causes {

    static final Both NO_RECORD = new Both("未收到记录", "no record received");
    static final Both NOT_MEASURED = new Both("记录中无此项", "its record has no value of it");
    static final Both NOT_A_MEMBER = new Both("当日不计入本区域", "not a member on that day");
    static final Both NO_CONCENTRATION = new Both("浓度无效或缺失", "no valid concentration");

    private Causes() {}

    static Both tooFewHours(int had, int needed) {
        return new Both("有效小时 " + had + ",少于 " + needed, had + " valid hours, fewer than " + needed);
    }

    static Both tooFewWindows(int had, int needed) {
        return new Both("有效 8 小时均值 " + had + " 个,少于 " + needed, had + " valid 8-hour means, fewer than " + needed);
    }

    static Both tooFewStations(int had, int needed) {
        return new Both("有效站点 " + had + ",少于 " + needed, had + " valid stations, fewer than " + needed);
    }

    /** A day's value that lacks inputs: hours, windows or stations. */
    static Both tooFew(boolean area, Pollutant p, int had, int needed) {
        if (area) {
            return tooFewStations(had, needed);
        }
        return p == Pollutant.O3 ? tooFewWindows(had, needed) : tooFewHours(had, needed);
    }

    /** Why a station's hour has no value. */
    static Both ofMissingHour(Recount recount, String station, long start, Pollutant p) {
        SlotHistory.Entry counts = recount.counting(station, start, p);
        if (counts != null) {
            return HourValues.isValue(counts.value())
                    ? Suspicion.of(recount, station, start, p) // it is there and is left out
                    : withdrawn(recount.record(station, start, counts.version()));
        }
        if (recount.history(station, start, p) != null) {
            return proposal(recount.lock(station, ChinaTime.dayOf(start)));
        }
        StationDay day = recount.stationDay(station, ChinaTime.dayOf(start));
        boolean spoke = day != null && day.hasRecord(ChinaTime.hourOf(start));
        return spoke ? NOT_MEASURED : NO_RECORD;
    }

    static Both notMonitored(String document) {
        return new Both("不在监测方案内: " + document, "not in the monitoring plan: " + document);
    }

    /** What came after a lock, or was not final when it was locked. */
    static Both proposal(DayLock lock) {
        return new Both(LockWords.proposalZh(lock), LockWords.proposalEn(lock));
    }

    /** One of two people has proposed it. */
    static Both amendment(StationRecord by) {
        return new Both(Notes.proposedZh(by), Notes.proposedEn(by));
    }

    static Both withdrawn(StationRecord by) {
        String who = by.author().isEmpty() ? by.version().source() : by.author();
        String reason = by.reason().isEmpty() ? "" : ": " + by.reason();
        return new Both("被 " + who + " 撤回" + reason, "withdrawn by " + who + reason);
    }

    /** One character an hour: u used, f flagged and used, x flagged and left out, m missing. */
    static String strip(ScreenedDay day, Pollutant p) {
        StringBuilder strip = new StringBuilder();
        for (int hour = 0; hour < StationDay.HOURS; hour++) {
            strip.append(mark(day, hour, p));
        }
        return strip.toString();
    }

    static char mark(ScreenedDay day, int hour, Pollutant p) {
        if (day == null || !day.received().hasValue(hour, p.ordinal())) {
            return 'm';
        }
        return day.isExcluded(hour, p.ordinal()) ? 'x' : day.flags(hour, p.ordinal()) == 0 ? 'u' : 'f';
    }
}
