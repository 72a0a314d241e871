package org.microgram.standards.views;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.microgram.standards.Status;
import org.microgram.standards.air.Editions;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

/**
 * One figure of a span that can be compared and ranked.
 *
 * @param pollutant null of those that are of all six
 */
public record Statistic(Kind kind, Pollutant pollutant) {

    public enum Kind {
        MEAN,
        PERCENTILE,
        /** Days at or under the daily limit of grade II. */
        ATTAINING_DAYS,
        GOOD_DAYS,
        HEAVY_DAYS,
        /** Good days of those evaluated, %. */
        GOOD_SHARE,
        COMPOSITE;

        boolean isOfPollutant() {
            return this == MEAN || this == PERCENTILE || this == ATTAINING_DAYS;
        }

        /** Whether it counts days, which hangs on the edition that judged them. */
        boolean isCount() {
            return this == ATTAINING_DAYS || this == GOOD_DAYS || this == HEAVY_DAYS || this == GOOD_SHARE;
        }
    }

    /**
     * A value of it.
     *
     * @param had days it rests on
     * @param revision superseded values among its inputs
     * @param receivedAt newest arrival among the inputs of its span, ms; {@link Long#MIN_VALUE} of a value that is not ours
     */
    public record Value(
            Rounded published, Fraction exact, Status status, int had, int needed, int revision, long receivedAt) {}

    /** All, in the order of pages: pollutant by pollutant, then the counts, then the index. */
    public static final List<Statistic> ALL = all();

    /** What units and stations are ranked by, as {@link #rankedBy} reads it. */
    public static final List<String> RANKED_BY = List.of("PM2.5", "PM10", "SO2", "NO2", "CO", "O3", "composite", "aqi");

    public static final Statistic GOOD_SHARE = new Statistic(Kind.GOOD_SHARE, null);
    public static final Statistic COMPOSITE = new Statistic(Kind.COMPOSITE, null);

    /** By which a pollutant is ranked: its mean, of CO the 95th percentile, of O3 the 90th of MDA8, as the composite index takes them. */
    public static Statistic judging(Pollutant p, LocalDate last) {
        return new Statistic(CompositeIndex.takesMean(p, last) ? Kind.MEAN : Kind.PERCENTILE, p);
    }

    /**
     * By what people rank: a pollutant's code, {@code aqi} for the share of good days, {@code composite}.
     *
     * @param last the period's last day
     * @throws IllegalArgumentException saying what was found, what is accepted and what to do
     */
    public static Statistic rankedBy(String name, LocalDate last) {
        if (name.equalsIgnoreCase(COMPOSITE.parameter())) {
            return COMPOSITE;
        }
        if (name.equalsIgnoreCase(GOOD_SHARE.parameter())) {
            return GOOD_SHARE;
        }
        return Pollutant.find(name)
                .map(p -> judging(p, last))
                .orElseThrow(() -> new IllegalArgumentException("Found: \"" + name + "\" to rank by. Expected: "
                        + String.join(", ", RANKED_BY) + ". Do: write one of these after --by."));
    }

    /** Whether the lowest value ranks first: of a concentration and an index; of a share of good days the greatest. */
    public boolean isLowestFirst() {
        return kind != Kind.GOOD_SHARE;
    }

    /** {@code PM2.5}, {@code AQI} or {@code composite}: as it stands in the column {@code parameter}. */
    public String parameter() {
        return pollutant != null ? pollutant.code() : kind == Kind.COMPOSITE ? "composite" : "AQI";
    }

    /** {@code mean}, {@code p95}, {@code p90_mda8}, {@code good_days} …: as in the column {@code statistic}. */
    public String code() {
        if (kind != Kind.PERCENTILE) {
            return kind.name().toLowerCase(Locale.ROOT);
        }
        return "p" + pollutant.percentile() + (pollutant == Pollutant.O3 ? "_mda8" : "");
    }

    public String unit() {
        return switch (kind) {
            case MEAN, PERCENTILE -> pollutant.unit();
            case GOOD_SHARE -> "%";
            case COMPOSITE -> "1";
            default -> "d";
        };
    }

    /** Its value in a span; empty when there is none. */
    public Optional<Value> of(SpanFigures figures, DailyProfile profile) {
        return switch (kind) {
            case MEAN ->
                ofPollutant(
                        figures, figures.mean(pollutant), figures.of(pollutant).mean());
            case PERCENTILE ->
                ofPollutant(
                        figures,
                        figures.percentile(pollutant),
                        figures.of(pollutant).percentile());
            case ATTAINING_DAYS -> figures.measuredHad(pollutant) > 0 ? attaining(figures) : Optional.empty();
            case GOOD_DAYS -> counted(figures, profile, count(figures.good()));
            case HEAVY_DAYS -> counted(figures, profile, count(figures.heavy()));
            case GOOD_SHARE ->
                figures.goodShare()
                        .map(share -> counted(
                                figures, profile, share, Fraction.of(100L * figures.good(), figures.evaluated())));
            case COMPOSITE ->
                CompositeIndex.of(figures)
                        .map(index -> new Value(
                                index.total(),
                                index.total().exact(),
                                index.status(),
                                least(figures),
                                figures.of(Pollutant.PM25).needed(),
                                revision(figures),
                                figures.receivedAt()));
        };
    }

    /** Superseded values among the inputs of its value in a span: its pollutant's, or of what rests on all six those of all. */
    public int revision(SpanFigures figures) {
        return pollutant == null ? figures.revision() : figures.of(pollutant).revision();
    }

    /**
     * The editions that its value in a span hangs on: which judged the days that it counts, or whose limits the index takes. Means and
     * percentiles hang on none.
     */
    Set<String> editions(SpanFigures figures) {
        return switch (kind) {
            case MEAN, PERCENTILE -> Set.of();
            case ATTAINING_DAYS -> figures.of(pollutant).limitEditions();
            case COMPOSITE ->
                figures.judge()
                        .or(() -> Editions.limitsOn(figures.span().lastDay()))
                        .map(edition -> Set.of(edition.name()))
                        .orElse(Set.of());
            default -> figures.indexEditions();
        };
    }

    /** What falls short of it besides the sum of days: months such as {@code 2019-02 24/25}, of the index the pollutants. */
    public List<String> lacking(SpanFigures figures) {
        if (kind == Kind.COMPOSITE) {
            return Pollutant.ALL.stream()
                    .filter(p -> figures.of(p).status() != Status.OK)
                    .map(Pollutant::code)
                    .toList();
        }
        return figures.of(pollutant == null ? Pollutant.PM25 : pollutant).lacking();
    }

    /** Whether hours of confirmed events are out of its value in a span; counts of days keep them. */
    public boolean isLessEvents(SpanFigures figures) {
        return switch (kind) {
            case MEAN, PERCENTILE -> figures.isTouched(pollutant);
            case COMPOSITE -> Pollutant.ALL.stream().anyMatch(figures::isTouched);
            default -> false;
        };
    }

    private static Optional<Rounded> count(int days) {
        return Optional.of(Rounded.of(days));
    }

    private Optional<Value> attaining(SpanFigures figures) {
        Rounded days = Rounded.of(figures.of(pollutant).attaining());
        return Optional.of(new Value(
                days,
                days.exact(),
                figures.measuredStatus(pollutant),
                figures.measuredHad(pollutant),
                figures.of(pollutant).needed(),
                revision(figures),
                figures.receivedAt()));
    }

    private Optional<Value> ofPollutant(SpanFigures figures, Optional<Rounded> published, Fraction exact) {
        SpanFigures.OfPollutant of = figures.of(pollutant);
        return published.map(value ->
                new Value(value, exact, of.status(), of.had(), of.needed(), revision(figures), figures.receivedAt()));
    }

    private Optional<Value> counted(SpanFigures figures, DailyProfile profile, Optional<Rounded> days) {
        return figures.evaluated() == 0
                ? Optional.empty()
                : days.map(value -> counted(figures, profile, value, value.exact()));
    }

    private Value counted(SpanFigures figures, DailyProfile profile, Rounded value, Fraction exact) {
        return new Value(
                value,
                exact,
                figures.countStatus(profile),
                figures.evaluated(),
                figures.of(Pollutant.PM25).needed(),
                revision(figures),
                figures.receivedAt());
    }

    private static int least(SpanFigures figures) {
        return figures.six().stream()
                .mapToInt(SpanFigures.OfPollutant::had)
                .min()
                .orElse(0);
    }

    private static List<Statistic> all() {
        List<Statistic> all = new ArrayList<>();
        for (Pollutant p : Pollutant.ALL) {
            for (Kind kind : Kind.values()) {
                if (kind.isOfPollutant()) {
                    all.add(new Statistic(kind, p));
                }
            }
        }
        for (Kind kind : Kind.values()) {
            if (!kind.isOfPollutant()) {
                all.add(new Statistic(kind, null));
            }
        }
        return List.copyOf(all);
    }
}
