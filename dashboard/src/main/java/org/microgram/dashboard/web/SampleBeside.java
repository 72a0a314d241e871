package org.microgram.dashboard.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.dashboard.review.SampleSpan;
import org.microgram.messages.network.River;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionPeriod;
import org.microgram.messages.network.WaterNetwork;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterEdition;
import org.microgram.standards.water.WaterParameter;
import org.microgram.store.Store;

/**
 * What whoever judges a value of a sample wants to see beside it: the parameter over some days at the section and at the next ones of the river,
 * its limits, and everything else in the samples around it.
 */
final class SampleBeside {

    /** Of the line of one parameter, on either side. */
    private static final int DAYS = 3;

    /** Of the samples with all their parameters, on either side. */
    private static final long HALF_A_DAY = 12 * Hours.HOUR;

    private static final String MANUAL = "/manual";

    private final Store store;
    private final WaterNetwork water;

    SampleBeside(Store store, WaterNetwork water) {
        this.store = store;
        this.water = water;
    }

    /**
     * @param parameter its code
     * @param at the moment of the sample, as the queue names it: {@code 2021-04-01T12:00}, with {@code /manual} by hand
     */
    View of(Section section, String parameter, String at) {
        WaterParameter item = WaterParameter.find(parameter == null ? "" : parameter)
                .orElseThrow(() -> new Problem(
                        400,
                        "parameter=" + parameter + " is no parameter of water",
                        "one such as CODMn",
                        "write CODMn"));
        long second = moment(at);
        LocalDate day = ChinaTime.date(ChinaTime.dayOf(second));
        Optional<SectionPeriod> holds = section.on(day);
        Optional<River> river = water.rivers().stream()
                .filter(each -> each.sections().contains(section.id()))
                .findFirst();
        return new View(
                section.id(),
                section.nameZh(),
                section.nameEn(),
                section.province(),
                at,
                item.code(),
                item.unit(),
                holds.flatMap(SectionPeriod::target).map(WaterClass::number).orElse(null),
                WaterEdition.on(day).map(WaterEdition::name).orElse(null),
                SectionLimits.of(holds, day, item).orElse(null),
                SectionAbout.of(section, holds, water),
                SectionYear.units(),
                Hours.iso(second - DAYS * (long) ChinaTime.SECONDS_OF_DAY),
                Hours.iso(second + DAYS * (long) ChinaTime.SECONDS_OF_DAY),
                line(section, item, second),
                river.flatMap(each -> next(each, section, -1))
                        .map(each -> line(each, item, second))
                        .orElse(null),
                river.flatMap(each -> next(each, section, 1))
                        .map(each -> line(each, item, second))
                        .orElse(null),
                new SectionSamples(store).between(section, second - HALF_A_DAY, second + HALF_A_DAY + 1));
    }

    private static long moment(String at) {
        String moment = at == null ? "" : at.endsWith(MANUAL) ? at.substring(0, at.length() - MANUAL.length()) : at;
        return SampleSpan.bound(moment, true)
                .orElseThrow(() -> new Problem(
                        400, "at=" + at + " is no moment", "when the water was taken", "write at=2021-04-01T12:00"));
    }

    /** The next section up ({@code -1}) or down the river, as far as its order is known. */
    private Optional<Section> next(River river, Section section, int step) {
        int i = river.sections().indexOf(section.id()) + step;
        return i < 0 || i >= river.sections().size()
                ? Optional.empty()
                : water.section(river.sections().get(i));
    }

    private Line line(Section section, WaterParameter item, long second) {
        List<Point> points = new ArrayList<>();
        long span = DAYS * (long) ChinaTime.SECONDS_OF_DAY;
        store.scan(
                Measurement.WATER_SAMPLE,
                List.of(Subject.section(section.id())),
                second - span,
                second + span + 1,
                row -> point(row, item).ifPresent(points::add));
        return new Line(section.id(), section.nameZh(), section.nameEn(), points);
    }

    /** Empty where the sample does not speak of the parameter, or it is not measured there. */
    private static Optional<Point> point(Row row, WaterParameter item) {
        SectionSamples.Said said = SectionSamples.said(row, item);
        if (said.value() == null && said.below() == null && !SectionSamples.NO_VALUE.equals(said.absent())) {
            return Optional.empty();
        }
        return Optional.of(new Point(
                SectionSamples.interval(row),
                Hours.iso(row.key().startSecond()),
                row.number("by_hand") == 1,
                said.value(),
                said.below(),
                SectionSamples.flags(row).getOrDefault(item.code(), List.of())));
    }

    /**
     * The answer of {@code /api/review/beside}.
     *
     * @param target class that the section has to keep; null when it has none
     * @param limits of the parameter on that day; null where it has none
     * @param units of each parameter; 1 when it has none
     * @param from where the lines begin, as {@code to} where they end
     * @param upstream the next section up the river; null where the order is not known, or it is the first; so {@code downstream}
     * @param samples those of the half day before and behind, whole
     */
    record View(
            String id,
            String nameZh,
            String nameEn,
            String province,
            String at,
            String parameter,
            String unit,
            Integer target,
            String edition,
            SectionLimits limits,
            SectionAbout about,
            Map<String, String> units,
            String from,
            String to,
            Line own,
            Line upstream,
            Line downstream,
            List<SectionSamples.Sample> samples) {}

    /** A parameter at a section, in order of time. */
    record Line(String id, String nameZh, String nameEn, List<Point> points) {}

    /** @param value null when it is below detection, where {@code below} is the limit, or when there was no value this time */
    record Point(String interval, String at, boolean byHand, String value, String below, List<String> flags) {}
}
