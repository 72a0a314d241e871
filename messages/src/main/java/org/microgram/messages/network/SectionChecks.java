package org.microgram.messages.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.microgram.standards.water.SectionType;

/**
 * What must hold among the rows of {@code sections.csv}: names are unique within a province, what is named exists, periods do not
 * overlap.
 */
final class SectionChecks {

    private final Map<String, WaterBody> bodies;
    private final RiversFiles rivers;
    private final Map<String, String> owners = new HashMap<>();

    SectionChecks(Map<String, WaterBody> bodies, RiversFiles rivers) {
        this.bodies = bodies;
        this.rivers = rivers;
    }

    /** What holds of every row of a section. */
    void facts(RowCells cells, Section section) {
        if (!rivers.basins().isEmpty()) { // when none could be read, that is the problem
            cells.oneOf("basin", rivers.basins().keySet(), "a key of " + RiversFiles.BASINS);
        }
        if (!section.river().isEmpty()) {
            cells.oneOf("river", rivers.rivers().keySet(), "a key of " + RiversFiles.RIVERS + ", or leave it empty");
            River river = rivers.rivers().get(section.river());
            if (river != null && !river.basin().equals(section.basin())) {
                cells.add(
                        "river " + river.id() + " is of the basin \"" + river.basin() + "\" in " + RiversFiles.RIVERS
                                + ", the section of \"" + section.basin() + "\".",
                        "correct the one that is wrong.");
            }
        }
        name(cells, section, section.nameZh());
        section.aliases().forEach(alias -> name(cells, section, alias));
    }

    /** A row for another period repeats what never changes. */
    void sameFacts(RowCells cells, Section before, Section now) {
        if (!facts(before).equals(facts(now))) {
            cells.add(
                    "this row of " + now.id() + " says " + facts(now) + ", an earlier one " + facts(before) + ".",
                    "repeat province, basin, river, names, aliases and position in each of its rows; a section that moved is"
                            + " a new one with an id of its own.");
        }
    }

    void period(RowCells cells, Section section, SectionPeriod period, List<SectionPeriod> others) {
        for (SectionPeriod other : others) {
            if (other.holdsOn(period.from()) || period.holdsOn(other.from())) {
                cells.add(
                        section.id() + " has a row from " + other.from() + " already; the periods overlap.",
                        "end the earlier one the day before " + period.from() + ", or correct this row.");
            }
        }
        WaterBody body = bodies.get(period.waterBody());
        boolean needsBody = period.type() != SectionType.RIVER;
        if (period.waterBody().isEmpty()) {
            if (needsBody) {
                cells.add(
                        "a section of type " + period.type().code() + " names no water_body.",
                        "write an id of " + WaterNetworkLoader.WATER_BODIES + ": its points are averaged.");
            }
        } else if (body == null) {
            cells.oneOf("water_body", bodies.keySet(), "an id of " + WaterNetworkLoader.WATER_BODIES);
        } else if (body.type() != period.type()) {
            cells.add(
                    "type = \"" + period.type().code() + "\", but " + body.id() + " is a "
                            + body.type().code() + " in " + WaterNetworkLoader.WATER_BODIES + ".",
                    "write the same in both: one table of limits judges all points of it.");
        }
    }

    private void name(RowCells cells, Section section, String name) {
        String owner = owners.putIfAbsent(section.province() + "|" + name, section.id());
        if (owner != null && !owner.equals(section.id())) {
            cells.add(
                    "\"" + name + "\" is the name or an alias of " + owner + " in " + section.province() + " already.",
                    "give each its own name within a province: a file's row must mean one place.");
        }
    }

    private static List<Object> facts(Section section) {
        return List.of(
                section.province(),
                section.basin(),
                section.river(),
                section.nameZh(),
                section.nameEn(),
                section.aliases(),
                section.lon(),
                section.lat());
    }
}
