package org.microgram.dashboard.explain.water;

import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.WaterParameter;

/**
 * Which figure of a row of water: {@code CODMn}, {@code class}, {@code class_realtime}.
 *
 * @param parameter null of a class
 * @param profile by which a class is judged; null of a value
 */
record WaterFigure(WaterParameter parameter, Profile profile) {

    private static final String CLASS = "class";
    private static final String CLASS_REALTIME = "class_realtime";

    static WaterFigure value(WaterParameter parameter) {
        return new WaterFigure(parameter, null);
    }

    /** @throws IllegalArgumentException naming those that exist */
    static WaterFigure find(String name) {
        return all().stream()
                .filter(each ->
                        each.code().equalsIgnoreCase(name) || each.field().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Found: parameter \"" + name + "\". Expected of water: "
                        + String.join(
                                ", ", all().stream().map(WaterFigure::code).toList())
                        + ". Do: write one of these."));
    }

    private static List<WaterFigure> all() {
        List<WaterFigure> all = new ArrayList<>();
        WaterFields.COLUMNS.forEach(parameter -> all.add(value(parameter)));
        all.add(new WaterFigure(null, Profile.ASSESSMENT));
        all.add(new WaterFigure(null, Profile.REALTIME));
        return all;
    }

    boolean isClass() {
        return profile != null;
    }

    /** Whether a parameter's values are among what the figure is made of. */
    boolean restsOn(WaterParameter each) {
        return isClass() ? profile.indicators().contains(each) : each == parameter;
    }

    String code() {
        return isClass() ? field() : parameter.code();
    }

    /** The field of a row that holds it. */
    String field() {
        return !isClass() ? parameter.column() : profile == Profile.ASSESSMENT ? CLASS : CLASS_REALTIME;
    }

    /** mg/L and so on; empty of a class and of pH. */
    String unit() {
        return isClass() || parameter.unit().equals("1") ? "" : parameter.unit();
    }
}
