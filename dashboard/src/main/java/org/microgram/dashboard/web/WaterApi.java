package org.microgram.dashboard.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.WaterNetwork;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.store.Store;

/** What is asked about rivers and sections, read and checked. Parameters are null when they were not given. */
final class WaterApi {

    private static final int DECEMBER = 12;

    private final Store store;
    private final WaterNetwork water;
    private final RiversOfMonth rivers;
    private final SectionYear sectionYear;
    private final SectionDays days;
    private final SectionSamples samples;
    private final SampleBeside beside;

    WaterApi(Store store, WaterNetwork water) {
        this.store = store;
        this.water = water;
        this.rivers = new RiversOfMonth(store, water);
        this.sectionYear = new SectionYear(store, water);
        this.days = new SectionDays(store);
        this.samples = new SectionSamples(store);
        this.beside = new SampleBeside(store, water);
    }

    /** @param month without it the newest that has a row */
    Object rivers(String month) {
        if (month != null) {
            return rivers.of(month(month));
        }
        return rivers.newest()
                .<Object>map(rivers::of)
                .orElse(Map.of("sum", Map.of("sections", water.sections().size()), "why", "no_row"));
    }

    /**
     * @param year without it the year of the section's newest month
     * @param until a month of that year at whose end the accounts stand; without it the last that has a row
     */
    SectionYear.View section(String id, String year, String until) {
        Section section = known(id);
        if (until != null) {
            YearMonth last = month(until);
            if (year != null && !year.equals(Integer.toString(last.getYear()))) {
                throw new Problem(
                        400, "until=" + until + " is not in " + year, "a month of that year", "leave one of them out");
            }
            return sectionYear.of(section, last);
        }
        if (year == null) {
            return sectionYear.of(section, newestMonth(section).withMonth(DECEMBER));
        }
        return sectionYear.of(section, YearMonth.of(year(year), DECEMBER));
    }

    /**
     * @param month without it and {@code year} the section's newest
     * @param year all of it, instead of a month
     */
    SectionDays.View days(String id, String month, String year) {
        Section section = known(id);
        if (month != null && year != null) {
            throw new Problem(400, "month=" + month + " and year=" + year, "one of the two", "leave one of them out");
        }
        if (year != null) {
            LocalDate first = LocalDate.of(year(year), 1, 1);
            return days.of(section, first, first.plusYears(1).minusDays(1));
        }
        YearMonth wanted = month == null ? newestMonth(section) : month(month);
        return days.of(section, wanted.atDay(1), wanted.atEndOfMonth());
    }

    /** @param day without it that of the section's newest sample */
    SectionSamples.View samples(String id, String day) {
        Section section = known(id);
        if (day != null) {
            return samples.of(section, Hours.parseDay("day", day));
        }
        return store.latest(Measurement.WATER_SAMPLE, Subject.section(id))
                .map(row -> Hours.dayOf(row.key().startSecond() + Hours.HOUR))
                .map(newest -> samples.of(section, newest))
                .orElseThrow(() -> nothingYet("sample", id));
    }

    WaterNetwork network() {
        return water;
    }

    /** What there is to choose from. */
    Waters.Names names() {
        return Waters.names(water);
    }

    /** What lies beside a value that is judged. */
    SampleBeside.View beside(String id, String parameter, String at) {
        return beside.of(known(id), parameter, at);
    }

    private Section known(String id) {
        if (id == null || id.isBlank()) {
            throw new Problem(400, "id is missing", "an id of config/sections.csv", "add id=bj-gubeikou");
        }
        return water.section(id)
                .orElseThrow(() -> new Problem(
                        404,
                        "no section is called " + id,
                        "an id of config/sections.csv",
                        "take one from /api/rivers, such as id=bj-gubeikou"));
    }

    private YearMonth newestMonth(Section section) {
        return store.latest(Measurement.WATER_MONTH, Subject.section(section.id()))
                .map(RiversOfMonth::monthOf)
                .orElseThrow(() -> nothingYet("month", section.id()));
    }

    private static Problem nothingYet(String what, String id) {
        return new Problem(
                404, "there is no " + what + " of " + id + " yet", "a section with samples", "read some in first");
    }

    private static int year(String year) {
        if (!year.matches("(19|20)\\d{2}")) {
            throw new Problem(400, "year=" + year + " is not a year", "four digits", "write year=2020");
        }
        return Integer.parseInt(year);
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new Problem(400, text + " is not a month", "a year and a month as YYYY-MM", "write 2021-03");
        }
    }
}
