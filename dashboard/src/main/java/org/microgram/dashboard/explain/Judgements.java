package org.microgram.dashboard.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.air.Level;
import org.microgram.standards.air.Limits;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.air.Unconfirmed;
import org.microgram.standards.number.Scaled;

/** What limits and index say of a figure: under the edition in force (definitions §7), and beside it under the next one. */
final class Judgements {

    private static final String[] NUMERALS = {"", "一", "二", "三", "四", "五", "六"};
    private static final String[] GRADES = {"", "一级", "二级"};

    private Judgements() {}

    /**
     * @param grade zone class that the limits are taken for
     * @param row the recounted row; null when there is none
     */
    static List<Receipt.Judgement> of(FigureKey key, Draft draft, int grade, Row row) {
        List<Receipt.Judgement> all = new ArrayList<>();
        if (draft.value == null) {
            return all;
        }
        switch (key.parameter().kind()) {
            case VALUE, PERCENTILE -> {
                String averaging = averaging(key);
                if (averaging != null) {
                    againstLimits(all, key, draft, grade, averaging, row);
                }
                if (key.parameter().kind() == Parameter.Kind.VALUE && key.measurement() == Measurement.AIR_DAY) {
                    long index =
                            row.number("iaqi_" + key.parameter().pollutant().column());
                    if (index != Row.NONE) {
                        all.add(level(draft.edition + " IAQI", Math.toIntExact(index)));
                    }
                }
            }
            case IAQI, AQI ->
                all.add(level(draft.edition + " " + key.parameter().code(), Integer.parseInt(draft.value)));
            default -> {}
        }
        unconfirmed(all, key, row);
        return all;
    }

    /** What the figure rests on that no text confirms. */
    private static void unconfirmed(List<Receipt.Judgement> all, FigureKey key, Row row) {
        String marks = row == null ? null : row.text("unconfirmed");
        for (Unconfirmed mark : Unconfirmed.of(Unconfirmed.parse(marks))) {
            if (concerns(mark, key)) {
                String sure = mark.confidence();
                all.add(new Receipt.Judgement(
                        "依据未经证实:" + mark.rule(),
                        "rests on, unconfirmed: " + mark.rule(),
                        sure.equals("house rule") ? "内部约定" : sure.equals("medium") ? "可信度中" : "可信度低",
                        sure.equals("house rule") ? sure : sure + " confidence",
                        false));
            }
        }
    }

    /** A row's marks are of all its figures; a receipt is of one. */
    private static boolean concerns(Unconfirmed mark, FigureKey key) {
        Parameter.Kind kind = key.parameter().kind();
        boolean value = kind == Parameter.Kind.VALUE;
        boolean ofDays = kind != Parameter.Kind.VALUE
                && kind != Parameter.Kind.PERCENTILE
                && kind != Parameter.Kind.ATTAINING
                && kind != Parameter.Kind.ROLLING;
        return switch (mark) {
            case INPUT_ROUNDING, ABOVE_LAST_BREAKPOINT -> ofDays || (value && key.measurement() == Measurement.AIR_DAY);
            case ROLLING_24H -> kind == Parameter.Kind.ROLLING || ofDays;
            case PUBLISHED_DECIMALS -> value;
            case DAYS_OF_PERCENTILE -> kind == Parameter.Kind.PERCENTILE;
            case STATISTICS -> value || kind == Parameter.Kind.PERCENTILE;
            case UNFINISHED_MONTH, MONTHS_TO_DATE -> !ofDays;
            case EXCEPTIONAL_EVENTS ->
                (value || kind == Parameter.Kind.PERCENTILE)
                        && key.parameter().pollutant().isParticulate();
            case STATIONS, STATIONS_UNDER_FOUR, JUDGING_EDITION -> true;
        };
    }

    /** Which limit a figure is held against; null when the standard has none: a month is not judged. */
    private static String averaging(FigureKey key) {
        Pollutant p = key.parameter().pollutant();
        boolean percentile = key.parameter().kind() == Parameter.Kind.PERCENTILE;
        String daily = p == Pollutant.O3 ? "mda8" : "day";
        return switch (key.measurement()) {
            case AIR_HOUR -> p.isParticulate() ? null : "hour";
            case AIR_DAY -> daily;
            case AIR_YEAR -> percentile ? daily : p == Pollutant.O3 || p == Pollutant.CO ? null : "year";
            default -> null;
        };
    }

    private static void againstLimits(
            List<Receipt.Judgement> all, FigureKey key, Draft draft, int grade, String averaging, Row row) {
        LocalDate last = ChinaTime.date(key.lastDay());
        if (!Limits.knows(last)) {
            return;
        }
        Pollutant p = key.parameter().pollutant();
        Limits.Limit inForce = Limits.on(last, p, averaging);
        Limits.Limit judge = key.measurement() == Measurement.AIR_YEAR && row != null
                ? named(row.text("edition"), p, averaging).orElse(inForce)
                : inForce;
        all.add(judgement(judge, draft, grade, ""));
        // No rule says which edition judges a year across a switch, so the other one stands beside it.
        LocalDate first = ChinaTime.date(key.firstDay());
        Limits.Limit before = Limits.knows(first) ? Limits.on(first, p, averaging) : inForce;
        for (Limits.Limit other : List.of(before, inForce)) {
            if (!other.edition().equals(judge.edition())) {
                all.add(judgement(other, draft, grade, "under "));
            }
        }
        next(inForce, p, averaging).ifPresent(next -> all.add(judgement(next, draft, grade, "under ")));
    }

    private static Optional<Limits.Limit> named(String edition, Pollutant p, String averaging) {
        return Limits.all().stream()
                .filter(l -> l.edition().equals(edition)
                        && l.pollutant() == p
                        && l.averaging().equals(averaging))
                .findFirst();
    }

    private static Optional<Limits.Limit> next(Limits.Limit inForce, Pollutant p, String averaging) {
        return Limits.all().stream()
                .filter(l -> l.pollutant() == p
                        && l.averaging().equals(averaging)
                        && l.from().isAfter(inForce.to()))
                .findFirst();
    }

    private static Receipt.Judgement judgement(Limits.Limit limit, Draft draft, int grade, String under) {
        boolean exceeds = Scaled.parse(draft.value) > limit.of(grade);
        String max = " ≤ " + Scaled.print(limit.of(grade), Scaled.DIGITS);
        String zh = (under.isEmpty() ? "" : "若按 ") + Words.editionZh(limit.edition()) + " "
                + Words.clauseZh(limit.clause()) + " " + GRADES[grade] + " " + averagingZh(limit.averaging()) + max;
        String en = under + limit.edition() + " " + limit.clause() + ", grade " + "I".repeat(grade) + ", "
                + limit.averaging() + max;
        // Too few inputs: it may exceed for all to see, but it never attains (definitions §1).
        boolean judged = draft.status == Status.OK;
        return new Receipt.Judgement(
                zh,
                en,
                exceeds ? judged ? "超过" : "超过 (数据不足)" : judged ? "达标" : "数据不足,不评价",
                exceeds ? judged ? "exceeds" : "exceeds (too few)" : judged ? "attains" : "too few to judge",
                exceeds);
    }

    private static String averagingZh(String averaging) {
        return switch (averaging) {
            case "year" -> "年均";
            case "day" -> "24 h";
            case "mda8" -> "8 h";
            default -> "1 h";
        };
    }

    private static Receipt.Judgement level(String what, int index) {
        if (index == SubIndex.NONE) {
            return new Receipt.Judgement(what, what, "—", "—", false);
        }
        Level level = Level.of(index);
        return new Receipt.Judgement(
                what,
                what,
                index + " · " + NUMERALS[level.number()] + "级 " + level.nameZh(),
                index + " · level " + level.number() + ", " + level.nameEn(),
                index > 100);
    }
}
