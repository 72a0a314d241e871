package org.microgram.messages.rows;

import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.rows.Field.Kind;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.water.WaterParameter;

/** Fields of the measurements of surface water. */
public final class WaterFields {

    /** The parameters that rows have columns of: those of automatic stations. Only ever appended. */
    public static final List<WaterParameter> COLUMNS = List.of(
            WaterParameter.TEMPERATURE,
            WaterParameter.PH,
            WaterParameter.DO,
            WaterParameter.CODMN,
            WaterParameter.NH3N,
            WaterParameter.TP,
            WaterParameter.TN,
            WaterParameter.CONDUCTIVITY,
            WaterParameter.TURBIDITY,
            WaterParameter.CHLA,
            WaterParameter.ALGAE);

    private WaterFields() {}

    static List<Field> sample() {
        List<Field> fields = new ArrayList<>(received());
        fields.add(text(
                "below_detection", "parameters below detection with the limit, as NH3-N<0.025; half of it enters"));
        fields.add(text("absent", "parameters without a value: * not measured at this section, -- no value this time"));
        fields.addAll(said());
        fields.addAll(judged());
        fields.add(text(
                "flags", "what is suspect and counts all the same, as CODMn:zero DO:saturation: docs/screening.md"));
        return fields;
    }

    static List<Field> reading() {
        List<Field> fields = new ArrayList<>(received());
        fields.add(text(
                "others",
                "what else it says: NH3-N<0.025 below detection, TN:* not measured there, DO:-- no value, TP:withdrawn,"
                        + " Cu=0.01 of a parameter without a column; joined by a space"));
        fields.addAll(said());
        fields.addAll(LedgerFields.version());
        fields.add(text("notes", "what was sent besides, where it is not what is kept"));
        return fields;
    }

    private static List<Field> received() {
        return COLUMNS.stream()
                .map(p -> new Field(
                        p.column(),
                        Kind.DECIMAL,
                        Scaled.DIGITS,
                        p.unit(),
                        p.code() + " as received; none below detection"))
                .toList();
    }

    private static List<Field> said() {
        return List.of(
                integer("by_hand", "1 when a person took the sample, 0 of an automatic station"),
                integer("class_published", "class that its publisher gave, 1 to 6"),
                text("station_status", "normal, maintenance, stopped or no_conditions, as its publisher says"));
    }

    /**
     * @param had what a value rests on
     * @param cumulative of more than one month
     */
    static List<Field> period(String had, boolean month, boolean cumulative) {
        List<Field> fields = new ArrayList<>();
        for (WaterParameter p : COLUMNS) {
            String code = p.code();
            fields.add(new Field(
                    p.column(), Kind.DECIMAL, Scaled.DIGITS, p.unit(), code + ", mean, rounded as it is judged"));
            fields.add(new Field(
                    p.column() + "_exact", Kind.TEXT, 0, p.unit(), "the exact mean as numerator/denominator"));
            fields.add(integer(p.column() + "_had", had + " it had"));
            fields.add(integer(p.column() + "_needed", had + " it needs"));
            fields.add(text(p.column() + "_status", "ok, below_minimum or none"));
            if (month) {
                fields.add(text(
                        p.column() + "_source",
                        "automatic, manual, or automatic_short: fewer days than it needs; never mixed"));
            }
            if (cumulative) {
                fields.add(integer(p.column() + "_short", "of these months, those that have too few days themselves"));
            }
        }
        fields.addAll(judged());
        if (!month && !cumulative) {
            fields.add(integer("flagged", "of the samples, those with flags"));
        }
        return fields;
    }

    private static List<Field> judged() {
        return List.of(
                integer("class", "class 1 to 6 by the profile assessment (rounded first), 6 is worse than V"),
                integer("class_realtime", "the same by the profile realtime (five parameters, unrounded)"),
                integer("level", "of the class: 1 excellent to 5 heavily polluted"),
                text("governing", "parameters that decide the class, joined by a space; none of class 1"),
                text("governing_realtime", "the same of class_realtime"),
                text("main_pollutants", "worse than class III, the worst first, as CODMn(1.2): times over class III"),
                text("over_target", "parameters worse than the target, as CODMn(0.4): times over it"),
                text("apart", "classes beside the class, as TN:5"),
                integer("judged", "how many parameters the class rests on"),
                text("lacking", "of pH, DO, CODMn, NH3-N and TP those without a value"),
                text("not_assessed", "why there is no class: no_value, not_monitored …"),
                text("section_type", "river, lake, reservoir or river_reservoir: whose limits judge"),
                integer("target", "class that the section has to keep, 1 to 5; none: it has no target"),
                text("attained", "attained, missed, too_few, no_target or not_assessed"),
                text("status", "ok; below_minimum: a value that decides rests on too few; none: no class"),
                integer("samples", "samples that it was made of, those without values included"),
                text("edition", "of the limits"),
                integer("state", "lowest review state of its values, 0 raw … 3 final"),
                integer("revision", "superseded values among the inputs"),
                new Field("received_at", Kind.INTEGER, 0, "ms", "newest arrival among the inputs"),
                text("config", "hash of the configuration"));
    }

    private static Field integer(String name, String meaning) {
        return new Field(name, Kind.INTEGER, 0, "1", meaning);
    }

    private static Field text(String name, String meaning) {
        return new Field(name, Kind.TEXT, 0, "", meaning);
    }
}
