package org.microgram.messages.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionPeriod;
import org.microgram.messages.rows.Row;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.SectionType;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterDecimals;
import org.microgram.standards.water.WaterEdition;
import org.microgram.standards.water.WaterParameter;

/** Single-factor classes the plain way: each parameter against the limits of GB 3838-2002, the worst of them. */
final class WaterLaw {

    static final List<WaterParameter> FIVE =
            List.of(WaterParameter.PH, WaterParameter.DO, WaterParameter.CODMN, WaterParameter.NH3N, WaterParameter.TP);
    static final WaterEdition EDITION = WaterEdition.all().get(0);

    private final Section section;
    private final String config;

    WaterLaw(Section section, String config) {
        this.section = section;
        this.config = config;
    }

    static long published(WaterParameter p, Fraction exact) {
        BigDecimal plain = decimal(exact);
        BigDecimal whole = plain.setScale(0, RoundingMode.HALF_EVEN);
        boolean isWhole = p == WaterParameter.ALGAE || p == WaterParameter.TRANSPARENCY;
        BigDecimal rounded = !isWhole
                ? decimal(WaterDecimals.assessment(p, exact).exact())
                : whole.signum() != 0 ? whole : plain.round(new MathContext(1, RoundingMode.HALF_EVEN));
        BigDecimal millionths = rounded.movePointRight(6);
        boolean vanishes = millionths.compareTo(BigDecimal.ONE) < 0 && millionths.signum() > 0;
        return vanishes ? 1 : millionths.longValueExact();
    }

    /** Of what has few decimals, exactly; of all else to more than any rounding looks at. */
    private static BigDecimal decimal(Fraction exact) {
        return new BigDecimal(exact.numerator()).divide(new BigDecimal(exact.denominator()), new MathContext(60));
    }

    void judge(
            Row.Builder row,
            LocalDate first,
            LocalDate last,
            Map<WaterParameter, Fraction> values,
            Function<WaterParameter, Boolean> enough,
            Collection<WaterFacts> inputs) {
        Optional<SectionPeriod> period = Optional.empty();
        for (SectionPeriod each : section.periods()) {
            boolean ended = each.to().isPresent() && each.to().get().isBefore(first);
            period = each.from().isAfter(last) || ended ? period : Optional.of(each);
        }
        Optional<WaterClass> target = period.flatMap(SectionPeriod::target);
        String attained = target.isEmpty() ? "no_target" : "not_assessed";
        String status = "none";
        Map<WaterParameter, Fraction> rounded = new TreeMap<>();
        for (WaterParameter p : Profile.single()) {
            if (values.containsKey(p)) {
                rounded.put(p, WaterDecimals.assessment(p, values.get(p)).exact());
            }
        }
        Map<WaterParameter, Fraction> unrounded = new TreeMap<>(values);
        unrounded.keySet().retainAll(FIVE);
        if (period.isEmpty()) {
            row.text("not_assessed", "not_monitored");
        } else if (rounded.isEmpty()) {
            row.text("not_assessed", why(inputs));
        } else {
            SectionType type = period.get().type();
            Map<WaterParameter, WaterClass> classes = classes(type, rounded);
            WaterClass worst = worst(classes);
            row.number("class", worst.number());
            row.number("level", List.of(0, 1, 1, 2, 3, 4, 5).get(worst.number()));
            row.text("governing", governing(classes));
            row.text("main_pollutants", times(type, rounded, classes, WaterClass.III, true));
            row.text(
                    "over_target",
                    target.map(each -> times(type, rounded, classes, each, false))
                            .orElse(null));
            row.text("apart", apart(type, values));
            row.number("judged", rounded.size());
            boolean ok = rounded.keySet().stream().allMatch(enough::apply);
            status = ok ? "ok" : "below_minimum";
            if (target.isPresent()) {
                attained = worst.compareTo(target.get()) > 0 ? "missed" : ok ? "attained" : "too_few";
            }
            if (!unrounded.isEmpty()) {
                Map<WaterParameter, WaterClass> realtime = classes(type, unrounded);
                row.number("class_realtime", worst(realtime).number());
                row.text("governing_realtime", governing(realtime));
            }
        }
        row.text(
                "lacking",
                join(FIVE.stream()
                        .filter(p -> !values.containsKey(p))
                        .map(WaterParameter::code)
                        .toList()));
        period.ifPresent(each -> row.text("section_type", each.type().code()));
        target.ifPresent(each -> row.number("target", each.number()));
        row.text("attained", attained);
        row.text("status", status);
        row.number("samples", inputs.size());
        row.text("edition", EDITION.name());
        inputs.stream()
                .flatMap(each -> each.state().stream())
                .mapToInt(Enum::ordinal)
                .min()
                .ifPresent(lowest -> row.number("state", lowest));
        row.number("revision", inputs.stream().mapToInt(WaterFacts::revision).sum());
        row.number(
                "received_at",
                inputs.stream().mapToLong(WaterFacts::receivedAt).max().orElseThrow());
        row.text("config", config);
    }

    /** Of samples without a single value: what was last said of the station. */
    static String why(Collection<WaterFacts> inputs) {
        String why = "no_value";
        List<WaterFacts> byTime = new ArrayList<>(inputs);
        byTime.sort(Comparator.comparingLong(WaterFacts::second).thenComparing(WaterFacts::byHand));
        for (WaterFacts each : byTime) {
            if (each.status().isPresent()) {
                why = switch (each.status().get().nameZh()) {
                    case "断流" -> "dry";
                    case "冰封" -> "frozen";
                    case "维护", "停站" -> "out_of_service";
                    case "不具备运行条件" -> "no_conditions";
                    default -> "no_value";
                };
            }
        }
        return why;
    }

    static Map<WaterParameter, WaterClass> classes(SectionType type, Map<WaterParameter, Fraction> judged) {
        Map<WaterParameter, WaterClass> classes = new TreeMap<>();
        judged.forEach(
                (p, value) -> classes.put(p, EDITION.classOf(type, p, value).orElseThrow()));
        return classes;
    }

    static WaterClass worst(Map<WaterParameter, WaterClass> classes) {
        return classes.values().stream().max(WaterClass::compareTo).orElseThrow();
    }

    static String governing(Map<WaterParameter, WaterClass> classes) {
        WaterClass worst = worst(classes);
        List<String> codes = new ArrayList<>();
        for (WaterParameter p : Profile.single()) {
            if (classes.get(p) == worst && worst != WaterClass.I) {
                codes.add(p.code());
            }
        }
        return join(codes);
    }

    static String times(
            SectionType type,
            Map<WaterParameter, Fraction> judged,
            Map<WaterParameter, WaterClass> classes,
            WaterClass against,
            boolean ranked) {
        record Over(WaterParameter p, WaterClass of, BigDecimal times) {}
        List<Over> over = new ArrayList<>();
        for (WaterParameter p : Profile.single()) {
            if (classes.containsKey(p) && classes.get(p).compareTo(against) > 0) {
                boolean without = p == WaterParameter.PH || p == WaterParameter.DO;
                BigDecimal times = BigDecimal.ONE.negate();
                if (!without) {
                    BigDecimal limit = decimal(EDITION.limit(type, p, against).orElseThrow());
                    times = decimal(judged.get(p)).subtract(limit).divide(limit, new MathContext(60));
                }
                over.add(new Over(p, classes.get(p), times));
            }
        }
        if (ranked) {
            over.sort((a, b) -> a.of != b.of ? b.of.compareTo(a.of) : b.times.compareTo(a.times));
        }
        List<String> texts = new ArrayList<>();
        for (Over each : over.subList(0, ranked ? Math.min(3, over.size()) : over.size())) {
            texts.add(each.p.code() + (each.times.signum() < 0 ? "" : "(" + oneDecimal(each.times) + ")"));
        }
        return join(texts);
    }

    /** 82号: what would become zero keeps its first digit. */
    private static String oneDecimal(BigDecimal times) {
        BigDecimal rounded = times.setScale(1, RoundingMode.HALF_EVEN);
        return rounded.signum() != 0
                ? rounded.toPlainString()
                : times.round(new MathContext(1, RoundingMode.HALF_EVEN)).toPlainString();
    }

    static String apart(SectionType type, Map<WaterParameter, Fraction> values) {
        boolean lake = type == SectionType.LAKE || type == SectionType.RESERVOIR;
        Fraction tn = values.get(WaterParameter.TN);
        if (!lake || tn == null) {
            return null;
        }
        Fraction judged = WaterDecimals.assessment(WaterParameter.TN, tn).exact();
        return "TN:"
                + EDITION.classOf(type, WaterParameter.TN, judged).orElseThrow().number();
    }

    static String join(List<String> texts) {
        return texts.isEmpty() ? null : String.join(" ", texts);
    }
}
