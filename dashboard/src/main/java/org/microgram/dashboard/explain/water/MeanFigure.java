package org.microgram.dashboard.explain.water;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.dashboard.explain.LockWords;
import org.microgram.dashboard.explain.Paper;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.messages.readings.DayLock;
import org.microgram.standards.Status;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.samples.SectionDay;
import org.microgram.standards.screening.WaterRule;
import org.microgram.standards.water.CumulativeValue;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.MonthValue;
import org.microgram.standards.water.SectionValues;
import org.microgram.standards.water.WaterDecimals;
import org.microgram.standards.water.WaterMean;
import org.microgram.standards.water.WaterParameter;

/** A mean of a parameter: of a day over its samples, of a month over its days or samples by hand, of a year over its months. */
final class MeanFigure {

    private static final String NO_82 = "环办监测函〔2020〕82号";

    private final WaterKey key;
    private final WaterParameter parameter;
    private final SectionRecount recount;
    private final Paper paper;

    MeanFigure(WaterKey key, SectionRecount recount, Paper paper) {
        this.key = key;
        this.parameter = key.figure().parameter();
        this.recount = recount;
        this.paper = paper;
    }

    void write() {
        switch (key.measurement()) {
            case WATER_DAY -> day();
            case WATER_MONTH -> month();
            default -> months();
        }
        if (paper.exact != null) {
            arithmetic();
        }
    }

    private void day() {
        WaterMean mean = recount.means(key.firstDay()).get(parameter);
        int had = mean == null ? 0 : mean.values();
        titled("样品", "samples", had, SectionValues.samplesNeeded(), mean == null ? Status.NONE : Status.OK);
        samples(key.firstDay(), key.firstDay(), false);
        publish(mean == null ? null : mean.exact());
    }

    private void month() {
        YearMonth month = YearMonth.from(key.firstDay());
        MonthValue value = recount.month(month).get(parameter);
        boolean byHand = value != null && value.source() == MonthValue.Source.MANUAL;
        for (LocalDate day = key.firstDay(); !day.isAfter(key.lastDay()); day = day.plusDays(1)) {
            day(day, byHand ? value : null);
        }
        if (byHand) {
            samples(key.firstDay(), key.lastDay(), true);
            titled("人工样品", "samples taken by hand", value.manualSamples(), 1, value.status());
        } else {
            int days = value == null ? 0 : value.validDays();
            Status status = value == null ? Status.NONE : value.status();
            titled("自动站有效日", "valid days of the station", days, MonthValue.daysNeeded(), status);
        }
        if (value != null) {
            source(value);
        }
        publish(value == null ? null : value.exact());
    }

    /** @param byHand the month's value when it rests on samples taken by hand instead of this day; else null */
    private void day(LocalDate day, MonthValue byHand) {
        WaterMean mean = recount.means(day).get(parameter);
        String of = WaterKey.day(key.section(), key.figure(), day).text();
        String name = day.toString().substring("2020-".length());
        if (mean == null) {
            boolean sampled = recount.samples(day, day).stream()
                    .anyMatch(each -> !each.sample().byHand());
            paper.unused(
                    sampled ? of : null,
                    name,
                    name,
                    null,
                    null,
                    "missing",
                    0,
                    SectionValues.samplesNeeded(),
                    sampled ? "样品无此项" : "无样品",
                    sampled ? "its samples have no value of it" : "no sample");
        } else if (byHand != null) {
            String counts = byHand.validDays() + "/" + MonthValue.daysNeeded();
            paper.unused(
                    of,
                    name,
                    name,
                    published(mean.exact()),
                    mean.exact().toSixDecimals(),
                    "excluded",
                    mean.values(),
                    SectionValues.samplesNeeded(),
                    "有效日 " + counts + "，以人工样品为准",
                    counts + " valid days: samples taken by hand count");
        } else {
            paper.used(
                    of,
                    name,
                    name,
                    published(mean.exact()),
                    mean.exact().toSixDecimals(),
                    mean.values(),
                    SectionValues.samplesNeeded());
        }
    }

    private void samples(LocalDate first, LocalDate last, boolean byHand) {
        for (SectionDay.Counting each : recount.samples(first, last)) {
            if (each.sample().byHand() == byHand) {
                sample(each);
            }
        }
    }

    private void sample(SectionDay.Counting counting) {
        WaterKey of = WaterKey.sample(
                key.section(),
                key.figure(),
                counting.sample().second(),
                counting.sample().byHand());
        String name = byMoment(of);
        Measured measured = counting.sample().values().get(parameter);
        Optional<Fraction> entering = measured == null ? Optional.empty() : measured.entering();
        List<WaterRule> suspicions = recount.suspicions(new SectionRecount.Slot(of.start(), of.byHand(), parameter));
        if (entering.isPresent() && !suspicions.isEmpty()) {
            paper.unused(
                    of.text(),
                    name,
                    name,
                    WaterWords.received(measured),
                    entering.get().toSixDecimals(),
                    "flagged",
                    null,
                    null,
                    WaterWords.suspectZh(suspicions),
                    WaterWords.suspectEn(suspicions));
        } else if (entering.isPresent()) {
            paper.used(
                    of.text(),
                    name,
                    name,
                    WaterWords.received(measured),
                    entering.get().toSixDecimals(),
                    null,
                    null);
        } else {
            String said = measured == null ? null : WaterWords.received(measured);
            SectionRecount.Slot slot = new SectionRecount.Slot(of.start(), of.byHand(), parameter);
            DayLock lock = measured == null && recount.history(slot).isPresent() ? recount.lock(slot.day()) : null;
            String zh = lock == null ? "无值" : LockWords.proposalZh(lock);
            String en = lock == null ? "no value" : LockWords.proposalEn(lock);
            paper.unused(of.text(), name, name, said, null, "missing", null, null, zh, en);
        }
    }

    private String byMoment(WaterKey sample) {
        return sample.moment(key.isPeriod() && key.firstDay().equals(key.lastDay()) ? "HH:mm" : "MM-dd HH:mm");
    }

    private void source(MonthValue value) {
        switch (value.source()) {
            case AUTOMATIC -> paper.remark("来源", "source", "自动监测", "automatic station");
            case MANUAL ->
                paper.remark("来源: 有效日不足", "source: too few valid days of the station", "人工采样", "samples taken by hand");
            default ->
                paper.remark(
                        "来源: 有效日不足，又无人工样品",
                        "source: too few valid days, and no sample taken by hand",
                        "自动监测，不足",
                        "automatic station, too few");
        }
    }

    private void months() {
        Map<WaterParameter, CumulativeValue> values = recount.cumulative(key.measurement(), key.lastDay());
        CumulativeValue value = values.get(parameter);
        for (int month = 1; month <= key.lastDay().getMonthValue(); month++) {
            month(YearMonth.of(key.lastDay().getYear(), month));
        }
        if (value == null) {
            titled("月值", "months", 0, 0, Status.NONE);
        } else {
            titled("月值", "months", value.months(), value.needed(), value.status());
        }
        publish(value == null ? null : value.exact());
    }

    private void month(YearMonth month) {
        MonthValue value = recount.month(month).get(parameter);
        String zh = month.getMonthValue() + " 月";
        String en = WaterWords.monthEn(month);
        if (value == null) {
            paper.unused(null, zh, en, null, null, "missing", 0, null, "无值", "no value");
            return;
        }
        String of = WaterKey.month(key.section(), key.figure(), month).text();
        boolean byHand = value.source() == MonthValue.Source.MANUAL;
        int had = byHand ? value.manualSamples() : value.validDays();
        int needed = byHand ? 1 : MonthValue.daysNeeded();
        String exact = value.exact().toSixDecimals();
        if (value.status() == Status.OK) {
            paper.used(of, zh, en, published(value.exact()), exact, had, needed);
        } else {
            String counts = had + "/" + needed;
            paper.unused(
                    of,
                    zh,
                    en,
                    published(value.exact()),
                    exact,
                    "flagged",
                    had,
                    needed,
                    "有效日不足 " + counts,
                    "too few valid days " + counts);
        }
    }

    private void titled(String zh, String en, int had, int needed, Status status) {
        paper.counts(had, needed, status);
        paper.inputsZh = zh + " (" + had + " 个，至少 " + needed + ")";
        paper.inputsEn = en + " (" + had + ", needs " + needed + ")";
    }

    private void publish(Fraction exact) {
        if (exact != null) {
            paper.rounded(exact, WaterDecimals.published(parameter, exact));
            paper.rounding =
                    new Receipt.RoundedBy(paper.rounding.digits(), paper.rounding.rule(), Paper.GBT_8170 + " " + NO_82);
        }
    }

    private String published(Fraction exact) {
        return WaterDecimals.published(parameter, exact).toString();
    }

    private void arithmetic() {
        List<String> counted = paper.inputs.stream()
                .filter(each -> each.use().equals("used") || each.use().equals("flagged"))
                .map(Receipt.Input::exact)
                .toList();
        String exact = paper.exact.toSixDecimals();
        if (parameter == WaterParameter.PH) {
            String text = "−log10(Σ10^−pH ÷ " + counted.size() + ") = " + exact;
            paper.formula = new Receipt.Formula("ph_mean", text + " (按氢离子浓度)", text + " (by hydrogen ions)");
        } else {
            Fraction sum = paper.exact.times(counted.size());
            paper.formula("mean", sum.toSixDecimals() + " ÷ " + counted.size() + " = " + exact);
        }
    }
}
