package org.microgram.standards.views;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.Status;
import org.microgram.standards.Table;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Limits;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.number.Scaled;

/**
 * The composite index of ambient air quality (环境空气质量综合指数).
 *
 * <p><b>Rule.</b> I = Σ C/S over the six: the period's mean against the annual limit of grade II for SO2, NO2, PM10 and PM2.5, the 95th percentile of
 * CO against 4 mg/m³, the 90th percentile of O3's MDA8 against 160 µg/m³. Each ratio is taken from the published concentration and rounded to 0.01
 * before the sum. The greatest ratio names the main pollutant. It exists when all six have a value, and is as sure as the least of them.
 *
 * <p><b>Source.</b> 环办[2014]64号, 环办监测[2018]19号; which statistic and limit, and how sure, is {@code views/composite.csv}. S are the limits
 * of the edition in force on the period's last day, or of the one that the figures are judged by.
 *
 * @param ratios C/S of each pollutant, to 0.01
 * @param total their sum
 * @param main the pollutants with the greatest ratio; ties are joint
 * @param limits what each was held against, µg/m³ (CO mg/m³)
 * @param edition of the limits
 * @param confidence of using them here
 */
public record CompositeIndex(
        Map<Pollutant, Rounded> ratios,
        Rounded total,
        List<Pollutant> main,
        Status status,
        Map<Pollutant, Fraction> limits,
        String edition,
        String confidence) {

    private static final int DIGITS = 2;

    private static final List<Table.Row> TERMS = Table.read("views/composite.csv");

    /** Empty when a pollutant has no value, or no edition is in force. */
    public static Optional<CompositeIndex> of(SpanFigures figures) {
        // Of an earlier period on the base of a later edition, that edition's limits and the confidence of using them.
        LocalDate end = figures.span().lastDay();
        LocalDate last = figures.judge()
                .filter(edition -> !edition.holdsOn(end))
                .map(Edition::from)
                .orElse(end);
        if (!Limits.knows(last)) {
            return Optional.empty();
        }
        Map<Pollutant, Rounded> concentrations = new EnumMap<>(Pollutant.class);
        boolean ok = true;
        for (Pollutant p : Pollutant.ALL) {
            Optional<Rounded> value = takesMean(p, last) ? figures.mean(p) : figures.percentile(p);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            concentrations.put(p, value.get());
            ok &= figures.of(p).status() == Status.OK;
        }
        return Optional.of(of(concentrations, last, ok ? Status.OK : Status.BELOW_MINIMUM));
    }

    /**
     * Of published concentrations.
     *
     * @param concentrations of all six, as the table asks for
     * @param last the period's last day, which decides the limits
     */
    public static CompositeIndex of(Map<Pollutant, Rounded> concentrations, LocalDate last, Status status) {
        Map<Pollutant, Rounded> ratios = new EnumMap<>(Pollutant.class);
        Map<Pollutant, Fraction> limits = new EnumMap<>(Pollutant.class);
        List<Pollutant> main = new ArrayList<>();
        long total = 0;
        String edition = "";
        String confidence = "";
        for (Pollutant p : Pollutant.ALL) {
            Table.Row term = term(p, last);
            Limits.Limit limit = Limits.on(last, p, term.get("averaging"));
            edition = limit.edition();
            confidence = term.get("confidence");
            Fraction standard = Fraction.of(limit.grade2(), Scaled.ONE);
            Fraction ratio =
                    concentrations.get(p).exact().times(Fraction.of(standard.denominator(), standard.numerator()));
            limits.put(p, standard);
            ratios.put(p, Rounded.of(ratio, DIGITS));
            total = Math.addExact(total, ratios.get(p).unscaled());
        }
        Rounded greatest =
                ratios.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        for (Pollutant p : Pollutant.ALL) {
            if (ratios.get(p).equals(greatest)) {
                main.add(p);
            }
        }
        return new CompositeIndex(
                ratios, new Rounded(total, DIGITS), List.copyOf(main), status, limits, edition, confidence);
    }

    /** Whether a pollutant enters by its mean; else by its percentile. */
    static boolean takesMean(Pollutant p, LocalDate last) {
        return term(p, last).get("statistic").equals("mean");
    }

    private static Table.Row term(Pollutant p, LocalDate last) {
        return TERMS.stream()
                .filter(row -> row.get("pollutant").equals(p.code())
                        && !last.isBefore(row.date("from"))
                        && !last.isAfter(row.lastDay("to")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "views/composite.csv has no term of " + p.code() + " on " + last + "; add its row."));
    }
}
