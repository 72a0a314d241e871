package org.microgram.dashboard.explain;

import java.time.LocalDate;
import java.util.Arrays;
import org.microgram.dashboard.explain.Words.Both;
import org.microgram.messages.rows.Row;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.air.Limits;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.PublishedDecimals;
import org.microgram.standards.air.Validity;
import org.microgram.standards.events.ExcludedHours;
import org.microgram.standards.figures.AirDay;
import org.microgram.standards.figures.AirPeriod;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.Period;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/** The figures of a month, a year to date and a year: means and percentiles of valid days, and counts of days. */
final class PeriodFigures {

    private final Recount recount;
    private final FigureKey key;
    private final Row row;
    private final Period period;
    private final AirPeriod figures;
    private final Draft draft = new Draft();

    /** @param row the recounted row; null when there is none */
    PeriodFigures(Recount recount, FigureKey key, Row row) {
        this.recount = recount;
        this.key = key;
        this.row = row;
        this.period = key.period();
        this.figures = recount.period(period);
    }

    Draft draft(DailyProfile profile) {
        draft.profile = profile.code();
        if (row != null) {
            draft.edition = row.text("edition");
        }
        switch (key.parameter().kind()) {
            case VALUE, PERCENTILE, ATTAINING -> ofDailyValues(key.parameter().pollutant());
            default -> ofDailyIndices();
        }
        return draft;
    }

    private void ofDailyValues(Pollutant p) {
        long[] rounded = new long[period.days()];
        int count = 0;
        Fraction sum = Fraction.ZERO;
        for (int day = key.firstDay(); day <= key.lastDay(); day++) {
            AirDay own = recount.day(day);
            draft.inputs.add(isCount() ? measured(day, own, p) : assessed(day, own, p));
            if (own != null && (isCount() ? own.isValid(p) : own.isAssessed(p))) {
                rounded[count++] = isCount() ? own.rounded(p) : own.assessedRounded(p);
                sum = sum.plus(isCount() ? own.exact(p) : own.assessed(p));
            }
        }
        if (figures != null) {
            AirPeriod.OfPollutant of = figures.of(p);
            AirPeriod.WithEvents all = of.withEvents();
            if (isCount() && all != null) {
                draft.counts(all.had(), of.needed(), all.status());
            } else {
                draft.counts(of.had(), of.needed(), of.status());
            }
            if (all != null) {
                withEvents(p, all);
            }
        }
        String what = p == Pollutant.O3 ? "每日 MDA8" : "日均";
        draft.inputsTitle = new Both(
                what + " (" + draft.had + " 天,应有 " + period.days() + ",至少 " + draft.needed
                        + shortMonths(p).zh() + ")",
                "daily values (" + draft.had + " of " + period.days() + ", needs " + draft.needed
                        + shortMonths(p).en() + ")");
        if (figures == null || (count == 0 && !isCount())) {
            return; // without a day there is no mean, but there are no attaining days either
        }
        switch (key.parameter().kind()) {
            case VALUE -> {
                int decimals = PublishedDecimals.ofMean(p, period.last());
                draft.rounded(figures.of(p).mean(), decimals, Rounding.HALF_EVEN, Draft.GBT_8170);
                draft.mean(sum, count);
            }
            case PERCENTILE -> {
                draft.rounded(figures.of(p).percentile(), p.decimals(), Rounding.HALF_EVEN, Draft.GBT_8170);
                percentile(Arrays.copyOf(rounded, count), p);
            }
            default -> {
                draft.value = Integer.toString(figures.of(p).attaining());
                draft.formula = Draft.formula("count", limits(p) + ": " + draft.value + " / " + count);
            }
        }
    }

    /** Counts of days keep the hours of events, means and percentiles do not (definitions §10). */
    private boolean isCount() {
        return key.parameter().kind() == Parameter.Kind.ATTAINING;
    }

    /** The other result beside the one that is explained, and the events. */
    private void withEvents(Pollutant p, AirPeriod.WithEvents all) {
        Fraction exact = key.parameter().kind() == Parameter.Kind.PERCENTILE ? all.percentile() : all.mean();
        if (!isCount()) {
            int decimals = key.parameter().kind() == Parameter.Kind.PERCENTILE
                    ? p.decimals()
                    : PublishedDecimals.ofMean(p, period.last());
            String value = exact == null
                    ? "—"
                    : Scaled.printFixed(exact.rounded(decimals, Rounding.HALF_EVEN), decimals) + " ("
                            + exact.toSixDecimals() + ")";
            draft.remarks.add(new Receipt.Judgement(
                    "含沙尘 " + value,
                    "with dust " + value,
                    all.had() + " 天,已剔除的另计",
                    all.had() + " days; above it is without",
                    false));
        }
        recount.tell(figures.events(), draft);
    }

    /** A year may have its days and be below the minimum all the same, because one of its months is. */
    private Both shortMonths(Pollutant p) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        if (figures == null || figures.of(p).status() != Status.BELOW_MINIMUM || draft.had < draft.needed) {
            return new Both("", "");
        }
        for (LocalDate first = period.first(); !first.isAfter(period.last()); first = first.plusMonths(1)) {
            LocalDate end = first.plusMonths(1).minusDays(1);
            LocalDate last = end.isAfter(period.last()) ? period.last() : end;
            long had = first.datesUntil(last.plusDays(1))
                    .map(date -> recount.day((int) date.toEpochDay()))
                    .filter(own -> own != null && (isCount() ? own.isValid(p) : own.isAssessed(p)))
                    .count();
            int needed = Validity.daysOfMonthUntil(last);
            if (had < needed) {
                zh.append(";")
                        .append(first.getMonthValue())
                        .append(" 月 ")
                        .append(had)
                        .append(",少于 ")
                        .append(needed);
                en.append("; month ")
                        .append(first.getMonthValue())
                        .append(" ")
                        .append(had)
                        .append(", fewer than ")
                        .append(needed);
            }
        }
        return new Both(zh.toString(), en.toString());
    }

    /** HJ 663, annex A, with its numbers. */
    private void percentile(long[] days, Pollutant p) {
        Arrays.sort(days);
        int percent = p.percentile();
        long hundredths = (long) (days.length - 1) * percent;
        int s = (int) (hundredths / 100);
        String low = Scaled.printFixed(days[s], p.decimals());
        String text =
                "k = 1 + (" + days.length + " − 1) × " + percent + " ÷ 100 = " + Scaled.print(100 + hundredths, 2);
        if (hundredths % 100 == 0) {
            text += "; X" + (s + 1) + " = " + low;
        } else {
            String high = Scaled.printFixed(days[s + 1], p.decimals());
            text += "; " + low + " + (" + high + " − " + low + ") × " + Scaled.print(hundredths % 100, 2) + " = "
                    + draft.exact.toSixDecimals();
        }
        draft.formula = Draft.formula("percentile", text);
    }

    /** The daily limit, or two of them when the edition changes within the period. */
    private String limits(Pollutant p) {
        if (!Limits.knows(period.last())) {
            return "—";
        }
        Limits.Limit last = Limits.daily(period.last(), p);
        String text = "≤ " + Scaled.print(last.grade2(), Scaled.DIGITS);
        if (Limits.knows(period.first()) && last.from().isAfter(period.first())) {
            Limits.Limit first = Limits.daily(period.first(), p);
            text = "≤ " + Scaled.print(first.grade2(), Scaled.DIGITS) + " (–" + first.to() + "), " + text + " ("
                    + last.from() + "–)";
        }
        return text;
    }

    private void ofDailyIndices() {
        for (int day = key.firstDay(); day <= key.lastDay(); day++) {
            draft.inputs.add(indexInput(day, recount.day(day)));
        }
        int evaluated = figures == null ? 0 : figures.evaluated();
        draft.inputsTitle = new Both(
                "每日 AQI (" + evaluated + " 天,应有 " + period.days() + ")",
                "daily AQI (" + evaluated + " of " + period.days() + ")");
        if (figures == null) {
            return;
        }
        draft.counts(evaluated, CountStatus.needed(row), CountStatus.of(row));
        int days =
                switch (key.parameter().kind()) {
                    case GOOD_DAYS -> figures.good();
                    case HEAVY_DAYS -> figures.heavy();
                    default -> evaluated;
                };
        String condition =
                switch (key.parameter().kind()) {
                    case GOOD_DAYS -> "AQI ≤ 100";
                    case HEAVY_DAYS -> "AQI > 200";
                    default -> "AQI";
                };
        draft.value = Integer.toString(days);
        draft.formula = Draft.formula("count", condition + ": " + days + " / " + evaluated);
    }

    /** A day's AQI as an input. */
    Receipt.Input indexInput(int day, AirDay own) {
        String input = FigureKey.day(key.subject(), new Parameter(Parameter.Kind.AQI, null), day)
                .text();
        if (own != null && own.aqi().exists()) {
            String aqi = Integer.toString(own.aqi().value());
            return Draft.used(input, dayName(day), aqi, aqi, own.aqi().inputs(), null, "");
        }
        boolean withheld = own != null && own.aqiStatus() == Status.WITHHELD;
        Both cause = own == null
                ? Causes.NO_RECORD
                : withheld ? new Both("当日 AQI 不发布", "the day's AQI is withheld") : Causes.NO_CONCENTRATION;
        return Draft.unused(
                input,
                dayName(day),
                null,
                null,
                withheld ? "excluded" : "missing",
                own == null ? 0 : own.inputsPresent(),
                null,
                "",
                cause);
    }

    /** A day without the hours of events, with the value of all its hours beside it. */
    Receipt.Input assessed(int day, AirDay own, Pollutant p) {
        if (own == null || own.lessEvents(p) == null) {
            return measured(day, own, p);
        }
        String of = FigureKey.day(key.subject(), new Parameter(Parameter.Kind.VALUE, p), day)
                .text();
        AirDay.LessEvents less = own.lessEvents(p);
        String all = own.exact(p) == null ? "—" : Scaled.printFixed(own.rounded(p), p.decimals());
        String value = less.exact() == null ? null : Scaled.printFixed(own.assessedRounded(p), p.decimals());
        String exact = less.exact() == null ? null : less.exact().toSixDecimals();
        String strip = strip(day, p);
        Receipt.Input input = less.status() == Status.OK
                ? Draft.used(of, dayName(day), value, exact, less.had(), own.needed(p), strip)
                : Draft.unused(
                        of,
                        dayName(day),
                        value,
                        exact,
                        "excluded",
                        less.had(),
                        own.needed(p),
                        strip,
                        EventWords.left(own.events(), recount.isArea(), p, less.had(), own.needed(p)));
        return input.noted(EventWords.out(own.events(), all));
    }

    private Receipt.Input measured(int day, AirDay own, Pollutant p) {
        String of = FigureKey.day(key.subject(), new Parameter(Parameter.Kind.VALUE, p), day)
                .text();
        String strip = strip(day, p);
        if (own == null || own.exact(p) == null) {
            Both cause = own == null
                    ? Causes.NO_RECORD
                    : recount.isArea() ? Causes.tooFewStations(0, own.needed(p)) : Causes.NOT_MEASURED;
            return Draft.unused(
                    of, dayName(day), null, null, "missing", 0, own == null ? null : own.needed(p), strip, cause);
        }
        String value = Scaled.printFixed(own.rounded(p), p.decimals());
        String exact = own.exact(p).toSixDecimals();
        return own.isValid(p)
                ? Draft.used(of, dayName(day), value, exact, own.had(p), own.needed(p), strip)
                : Draft.unused(
                        of,
                        dayName(day),
                        value,
                        exact,
                        "excluded",
                        own.had(p),
                        own.needed(p),
                        strip,
                        Causes.tooFew(recount.isArea(), p, own.had(p), own.needed(p)));
    }

    /** Of a station one character an hour, of an area one a member. */
    private String strip(int day, Pollutant p) {
        if (!recount.isArea()) {
            String hours = Causes.strip(recount.screened(key.subject().id(), day), p);
            return isCount()
                    ? hours
                    : lessEvents(hours, recount.out(key.subject().id(), day), p);
        }
        StringBuilder strip = new StringBuilder();
        for (String member : recount.stationsOn(day)) {
            AirDay own = recount.dayOf(member, day);
            boolean counts = own != null && (isCount() ? own.isValid(p) : own.isAssessed(p));
            strip.append(own == null || own.exact(p) == null ? 'm' : counts ? 'u' : 'x');
        }
        return strip.toString();
    }

    /** An hour that is there and that an event takes out is excluded. */
    private static String lessEvents(String hours, ExcludedHours out, Pollutant p) {
        StringBuilder strip = new StringBuilder(hours);
        for (int hour = 0; hour < strip.length(); hour++) {
            if (out.isOut(hour, p) && strip.charAt(hour) != 'm') {
                strip.setCharAt(hour, 'x');
            }
        }
        return strip.toString();
    }

    private static Both dayName(int day) {
        String monthAndDay = ChinaTime.date(day).toString().substring(5);
        return new Both(monthAndDay, monthAndDay);
    }
}
