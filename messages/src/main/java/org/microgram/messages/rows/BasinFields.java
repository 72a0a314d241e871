package org.microgram.messages.rows;

import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.rows.Field.Kind;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;

/** Fields of the measurements of rivers, basins, lakes and areas. */
public final class BasinFields {

    /** The parameters that rows have means of: those of sections, and what a trophic index needs besides. Only ever appended. */
    public static final List<WaterParameter> COLUMNS = columns();

    /** Decimals of a share in percent. */
    public static final int SHARE_DIGITS = 1;

    /** Decimals of the trophic index. */
    public static final int TLI_DIGITS = 2;

    /** Kilometres are held as metres. */
    public static final int LENGTH_DIGITS = 3;

    private BasinFields() {}

    /** The column that counts the assessed sections of a class: {@code sections_III}, {@code sections_worse_V}. */
    public static String sections(WaterClass of) {
        return "sections_" + (of == WaterClass.WORSE_THAN_V ? "worse_V" : of.name());
    }

    /** @param cumulative of more than one month */
    static List<Field> of(boolean cumulative) {
        List<Field> fields = new ArrayList<>();
        fields.add(
                integer(
                        "sections",
                        "sections, of a lake its points, that were in service, without those that left: N assessed of M, this is M"));
        fields.add(integer("assessed", "how many of them have a class: this is N"));
        fields.add(integer("sections_needed", "assessed sections without which the figures are for reference only"));
        fields.add(text("sections_left", "dry and frozen ones, which leave M as well, with the reason, as bj-a:dry"));
        fields.add(
                text("sections_not_assessed", "the others without a class (未评价), with the reason, as bj-a:no_value"));
        for (WaterClass each : WaterClass.ALL) {
            fields.add(integer(sections(each), "assessed sections of class " + each.symbol()));
        }
        fields.add(decimal("share_I_III", SHARE_DIGITS, "%", "of the assessed sections at I to III, by number"));
        fields.add(decimal("share_worse_V", SHARE_DIGITS, "%", "of the assessed sections worse than V, by number"));
        fields.add(decimal(
                "length_assessed", LENGTH_DIGITS, "km", "of the reaches of the assessed sections that have one"));
        fields.add(decimal("share_I_III_length", SHARE_DIGITS, "%", "of that length at I to III"));
        fields.add(decimal("share_worse_V_length", SHARE_DIGITS, "%", "of that length worse than V"));
        fields.add(text(
                "method",
                "shares: of five assessed sections and more; mean: of fewer; points: of a lake or reservoir"));
        fields.add(integer("class", "class 1 to 6 of the mean, 6 is worse than V; by shares there is none"));
        fields.add(integer("level", "1 excellent to 5 heavily polluted, of the shares or of the class"));
        fields.add(text("governing", "parameters that decide the class, joined by a space; none of class 1"));
        fields.add(
                text(
                        "main_pollutants",
                        "worse than class III, at most three: CODMn(1.2) is times over it; by shares CODMn(34.5%) of the assessed sections"));
        fields.add(text("apart", "classes of the mean beside its class, as TN:5"));
        fields.add(integer("judged", "how many parameters the class rests on"));
        fields.add(text("lacking", "of pH, DO, CODMn, NH3-N and TP those without a mean; by shares none"));
        fields.add(text("not_assessed", "why there is neither class nor level: no_value, not_monitored, mixed_water"));
        for (WaterParameter p : COLUMNS) {
            String of = p.code();
            fields.add(decimal(p.column(), Scaled.DIGITS, p.unit(), of + ", mean over sections or points, rounded"));
            fields.add(new Field(
                    p.column() + "_exact", Kind.TEXT, 0, p.unit(), "the exact mean as numerator/denominator"));
            fields.add(integer(p.column() + "_had", "sections or points in it"));
            fields.add(integer(p.column() + "_short", "of these, those whose value rests on too few"));
        }
        fields.add(decimal("tli", TLI_DIGITS, "1", "comprehensive trophic level index of a lake or reservoir"));
        fields.add(integer("tli_level", "1 oligotrophic, 2 mesotrophic, 3 lightly, 4 medium, 5 heavily eutrophic"));
        fields.add(
                text("tli_lacking", "of chla, TP, TN, transparency and CODMn those without which there is no index"));
        fields.add(text("worse_V", "ids of the assessed sections that are worse than V"));
        if (cumulative) {
            fields.add(text(
                    "worse_V_months",
                    "beside them: sections with the months in which they were, as bj-a:2020-03,2020-05"));
            fields.add(integer(
                    "worse_V_eliminated", "1 when no assessed section is worse than V on the cumulative value"));
        }
        fields.add(integer("targets", "sections that have a target"));
        fields.add(integer("targets_attained", "of these, those that keep it"));
        fields.add(integer("targets_missed", "that miss it"));
        fields.add(integer("targets_too_few", "that would keep it, by too few values"));
        fields.add(integer("targets_not_assessed", "that have no class"));
        fields.add(integer("sections_short", "assessed sections whose class rests on too few values"));
        fields.add(
                text("status", "ok; below_minimum: few are assessed or some are short; none: neither class nor level"));
        fields.add(text("status_reason", "of below_minimum: few_sections, short_sections; of none as not_assessed"));
        fields.add(integer("samples", "samples that it was made of"));
        fields.add(text("edition", "of the limits"));
        fields.add(integer("state", "lowest review state of its values, 0 raw … 3 final"));
        fields.add(integer("revision", "superseded values among the inputs"));
        fields.add(new Field("received_at", Kind.INTEGER, 0, "ms", "newest arrival among the inputs"));
        fields.add(text("config", "hash of the configuration"));
        return fields;
    }

    private static List<WaterParameter> columns() {
        List<WaterParameter> columns = new ArrayList<>(WaterFields.COLUMNS);
        columns.add(WaterParameter.TRANSPARENCY);
        return List.copyOf(columns);
    }

    private static Field decimal(String name, int digits, String unit, String meaning) {
        return new Field(name, Kind.DECIMAL, digits, unit, meaning);
    }

    private static Field integer(String name, String meaning) {
        return new Field(name, Kind.INTEGER, 0, "1", meaning);
    }

    private static Field text(String name, String meaning) {
        return new Field(name, Kind.TEXT, 0, "", meaning);
    }
}
