package org.microgram.messages.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.microgram.messages.network.Reach;
import org.microgram.messages.network.WaterNetwork;
import org.microgram.messages.rows.BasinFields;
import org.microgram.messages.rows.Row;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.SectionType;
import org.microgram.standards.water.TrophicIndex;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterDecimals;
import org.microgram.standards.water.WaterParameter;

/** 环办[2011]22号 2.1.2 and 2.2 the plain way: shares from five sections on, else the mean; of a lake always the mean. */
final class BasinLaw {

    private static final List<Integer> LEVEL_OF_CLASS = List.of(0, 1, 1, 2, 3, 4, 5);

    private final WaterNetwork water;
    private final Row.Builder row;
    private final List<BasinMember> members;
    private final List<BasinMember> assessed;

    BasinLaw(WaterNetwork water, Row.Builder row, List<BasinMember> members, List<BasinMember> assessed) {
        this.water = water;
        this.row = row;
        this.members = members;
        this.assessed = assessed;
    }

    /** Why there is no level; null where there is one. */
    String basin() {
        if (assessed.isEmpty()) {
            row.text("not_assessed", reason());
            return reason();
        }
        shares();
        if (assessed.size() >= 5) {
            row.text("method", "shares");
            row.number("level", levelOfShares());
            row.text("main_pollutants", exceeding());
            return null;
        }
        row.text("method", "mean");
        boolean lake = isLake(assessed.get(0).held.type());
        if (assessed.stream().anyMatch(each -> isLake(each.held.type()) != lake)) {
            row.text("not_assessed", "mixed_water");
            return "mixed_water";
        }
        means(assessed, assessed.get(0).held.type());
        return null;
    }

    /** Why there is no class; null where there is one. */
    String lake(SectionType type) {
        row.text("method", "points");
        Map<WaterParameter, Fraction> means = means(members, assessed.isEmpty() ? null : type);
        if (assessed.isEmpty()) {
            row.text("not_assessed", reason());
        }
        if (isLake(type)) {
            List<String> lacking = new ArrayList<>();
            for (WaterParameter p : List.of(
                    WaterParameter.CHLA,
                    WaterParameter.TP,
                    WaterParameter.TN,
                    WaterParameter.TRANSPARENCY,
                    WaterParameter.CODMN)) {
                if (!means.containsKey(p) || means.get(p).compareTo(Fraction.ZERO) <= 0) {
                    lacking.add(p.code());
                }
            }
            row.text("tli_lacking", WaterLaw.join(lacking));
            // Worked examples hold the logarithms.
            TrophicIndex.of(means).ifPresent(index -> {
                BigDecimal tli = new BigDecimal(index.total().toString());
                row.number("tli", tli.movePointRight(2).longValueExact());
                int level = tli.compareTo(new BigDecimal(30)) < 0
                        ? 1
                        : tli.compareTo(new BigDecimal(50)) <= 0
                                ? 2
                                : tli.compareTo(new BigDecimal(60)) <= 0
                                        ? 3
                                        : tli.compareTo(new BigDecimal(70)) <= 0 ? 4 : 5;
                row.number("tli_level", level);
            });
        }
        return assessed.isEmpty() ? reason() : null;
    }

    private String reason() {
        List<String> reasons =
                members.stream().map(BasinMember::reason).distinct().toList();
        return reasons.size() == 1 ? reasons.get(0) : "no_value";
    }

    private static boolean isLake(SectionType type) {
        return type == SectionType.LAKE || type == SectionType.RESERVOIR;
    }

    private void shares() {
        for (WaterClass each : WaterClass.values()) {
            row.number(BasinFields.sections(each), BasinMember.count(assessed, m -> m.worst() == each));
        }
        long good = BasinMember.count(assessed, each -> each.worst().number() <= 3);
        long worse = BasinMember.count(assessed, each -> each.worst().number() == 6);
        row.number("share_I_III", tenths(good, assessed.size()));
        row.number("share_worse_V", tenths(worse, assessed.size()));
        long metres = 0;
        long goodMetres = 0;
        long worseMetres = 0;
        for (BasinMember each : assessed) {
            for (Reach reach : water.reaches()) {
                boolean ended = reach.to().isPresent() && reach.to().get().isBefore(each.on);
                if (reach.section().equals(each.section.id()) && !reach.from().isAfter(each.on) && !ended) {
                    metres += reach.metres();
                    goodMetres += each.worst().number() <= 3 ? reach.metres() : 0;
                    worseMetres += each.worst().number() == 6 ? reach.metres() : 0;
                }
            }
        }
        if (metres > 0) {
            row.number("length_assessed", metres);
            row.number("share_I_III_length", tenths(goodMetres, metres));
            row.number("share_worse_V_length", tenths(worseMetres, metres));
        }
    }

    /** Percent in tenths, half to the even one; what would become zero keeps its first digit elsewhere, and is zero here. */
    private static long tenths(long part, long whole) {
        return new BigDecimal(part * 1000)
                .divide(new BigDecimal(whole), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private int levelOfShares() {
        long good = tenths(BasinMember.count(assessed, each -> each.worst().number() <= 3), assessed.size());
        long worse = tenths(BasinMember.count(assessed, each -> each.worst().number() == 6), assessed.size());
        return good >= 900 ? 1 : good >= 750 ? 2 : worse < 200 ? 3 : worse < 400 ? 4 : 5;
    }

    private String exceeding() {
        record Exceeding(WaterParameter p, long sections) {}
        List<Exceeding> all = new ArrayList<>();
        for (WaterParameter p : Profile.single()) {
            long sections = BasinMember.count(
                    assessed,
                    each -> each.classes.containsKey(p) && each.classes.get(p).number() > 3);
            if (sections > 0) {
                all.add(new Exceeding(p, sections));
            }
        }
        all.sort((a, b) -> Long.compare(b.sections, a.sections));
        return WaterLaw.join(all.stream()
                .limit(3)
                .map(each -> each.p.code() + "(" + BigDecimal.valueOf(tenths(each.sections, assessed.size()), 1) + "%)")
                .toList());
    }

    /** @param type whose limits judge the mean; null when it is not judged */
    private Map<WaterParameter, Fraction> means(List<BasinMember> of, SectionType type) {
        Map<WaterParameter, Fraction> means = new TreeMap<>();
        for (WaterParameter p : WaterParameter.values()) {
            List<Fraction> values = of.stream()
                    .filter(each -> each.values.containsKey(p))
                    .map(each -> each.values.get(p))
                    .toList();
            if (!values.isEmpty()) {
                means.put(p, WaterMonth.mean(p, values));
            }
            if (BasinFields.COLUMNS.contains(p)) {
                if (!values.isEmpty()) {
                    row.number(p.column(), WaterLaw.published(p, means.get(p)));
                    row.text(p.column() + "_exact", means.get(p).toString());
                }
                row.number(p.column() + "_had", values.size());
                row.number(p.column() + "_short", BasinMember.count(of, each -> each.shortOf.contains(p)));
            }
        }
        row.text(
                "lacking",
                WaterLaw.join(WaterLaw.FIVE.stream()
                        .filter(p -> !means.containsKey(p))
                        .map(WaterParameter::code)
                        .toList()));
        if (type != null) {
            judge(means, type);
        }
        return means;
    }

    private void judge(Map<WaterParameter, Fraction> means, SectionType type) {
        Map<WaterParameter, Fraction> judged = new TreeMap<>();
        for (WaterParameter p : Profile.single()) {
            if (means.containsKey(p)) {
                judged.put(p, WaterDecimals.assessment(p, means.get(p)).exact());
            }
        }
        Map<WaterParameter, WaterClass> classes = WaterLaw.classes(type, judged);
        int worst = WaterLaw.worst(classes).number();
        row.number("class", worst);
        row.number("level", LEVEL_OF_CLASS.get(worst));
        row.text("governing", WaterLaw.governing(classes));
        row.text("main_pollutants", WaterLaw.times(type, judged, classes, WaterClass.III, true));
        row.text("apart", WaterLaw.apart(type, means));
        row.number("judged", judged.size());
    }
}
