package org.microgram.dashboard.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.dashboard.web.Comparison;
import org.microgram.messages.network.Network;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.PublishedDecimals;
import org.microgram.standards.figures.Period;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;
import org.microgram.store.Store;

/** The table <em>published against ours</em>: each figure that an authority published, ours, the difference and its reason. */
public final class Published {

    private static final String BASE = "mean_base_mee";

    private final OurFigures ours;
    private final Subjects subjects;
    private final List<PublishedFigure> published;

    public Published(Store store, Network network, List<PublishedFigure> published) {
        this.ours = new OurFigures(store);
        this.subjects = new Subjects(network);
        this.published = List.copyOf(published);
    }

    /** A figure of ours. */
    private record Ours(String shown, BigDecimal value, String key) {}

    /** One line for each published figure, in their order; read from the store at each call. */
    public List<Comparison> compare() {
        List<Comparison> lines = new ArrayList<>();
        for (PublishedFigure figure : published) {
            lines.add(compare(figure));
        }
        return lines;
    }

    private Comparison compare(PublishedFigure figure) {
        Subject subject = Subject.area(figure.subject());
        Optional<Row> row = ours.of(subject, figure.days());
        Optional<Ours> own = row.flatMap(r -> ours(figure, subject, r));
        Reasons reasons = new Reasons();
        if (own.isEmpty()) {
            reasons.add("尚无本方数据", "no figure of ours yet");
        } else if (own.get().value().compareTo(figure.value()) != 0) {
            why(reasons, figure, subject, row.get());
        }
        String unit = " " + figure.unit();
        return new Comparison(
                subjects.nameZh(subject) + " " + figure.periodZh() + " " + of(figure) + nameZh(figure),
                subjects.nameEn(subject) + " " + of(figure) + nameEn(figure) + " " + figure.period(),
                figure.value().toPlainString() + unit,
                own.map(o -> o.shown() + unit).orElse(null),
                own.map(Ours::key).orElse(null),
                own.map(o -> signed(o.value().subtract(figure.value()))).orElse(null),
                reasons.zh(),
                reasons.en(),
                figure.source());
    }

    private Optional<Ours> ours(PublishedFigure figure, Subject subject, Row row) {
        Pollutant p = Pollutant.find(figure.parameter()).orElse(null);
        return switch (figure.figure()) {
            case "mean", BASE ->
                row.has(p.column()) ? Optional.of(mean(row, p, key(row, subject, p.code()))) : Optional.empty();
            case "p90" ->
                row.has(p.column() + "_p90")
                        ? Optional.of(percentile(row, p, key(row, subject, p.code() + "_P90")))
                        : Optional.empty();
            case "change" -> change(figure, subject, row, p);
            case "attaining_days" ->
                Optional.of(count(row, p.column() + "_attaining", key(row, subject, "attaining_" + p.code())));
            default ->
                row.measurement().hasField(figure.figure())
                        ? Optional.of(count(row, figure.figure(), key(row, subject, figure.figure())))
                        : Optional.empty();
        };
    }

    private static Ours mean(Row row, Pollutant p, String key) {
        String value = published(row, p);
        long hundredths = Fraction.parse(row.text(p.column() + "_exact")).rounded(2, Rounding.HALF_EVEN);
        return new Ours(Scaled.printFixed(hundredths, 2) + " → " + value, new BigDecimal(value), key);
    }

    private static String published(Row row, Pollutant p) {
        int decimals = PublishedDecimals.ofMean(p, lastDay(row));
        return Scaled.printFixed(row.number(p.column()) / Scaled.powerOfTen(1 - decimals), decimals);
    }

    private static Ours percentile(Row row, Pollutant p, String key) {
        String value = Scaled.printFixed(row.number(p.column() + "_p90"), p.decimals());
        return new Ours(value, new BigDecimal(value), key);
    }

    private static Ours count(Row row, String field, String key) {
        long days = row.number(field);
        return new Ours(Long.toString(days), BigDecimal.valueOf(days), key);
    }

    /** On published values (definitions §2): −8.5 % is 43 against 47. It is no single figure, so it has no receipt. */
    private Optional<Ours> change(PublishedFigure figure, Subject subject, Row row, Pollutant p) {
        Period before = new PublishedFigure(
                        figure.subject(),
                        figure.figure(),
                        figure.periodBefore(),
                        figure.parameter(),
                        figure.value(),
                        figure.unit(),
                        figure.source())
                .days();
        return ours.of(subject, before)
                .filter(base -> row.has(p.column()) && base.has(p.column()) && base.number(p.column()) != 0)
                .map(base -> {
                    long now = row.number(p.column());
                    long then = base.number(p.column());
                    long tenths = Fraction.of(Math.multiplyExact(now - then, 100L), then)
                            .rounded(1, Rounding.HALF_EVEN);
                    String value = Scaled.printFixed(tenths, 1);
                    String shown = published(base, p) + " → " + published(row, p) + ": " + value;
                    return new Ours(shown, new BigDecimal(value), null);
                });
    }

    private void why(Reasons reasons, PublishedFigure figure, Subject subject, Row row) {
        Pollutant p = Pollutant.find(figure.parameter()).orElse(null);
        otherBase(figure)
                .ifPresent(other -> reasons.add(
                        "同一时段另有公布值 " + other.value().toPlainString() + ":" + other.source(),
                        "another published figure of the same period is "
                                + other.value().toPlainString() + ": " + other.source()));
        List<Row> days = ours.days(subject, figure.days());
        if (p == null) {
            reasons.evaluatedDays(figure.days(), row, days);
        } else {
            reasons.missingDays(figure.days(), days, p);
            if (figure.figure().startsWith("mean")) {
                reasons.impliedMean(figure.days(), row, p, figure.value());
            }
        }
        if (!subjects.nameZh(subject).equals("北京")) {
            reasons.add(
                    "公布单位未列所用站点,本方按 config/members.csv",
                    "the publisher names no stations; ours are those of config/members.csv");
        }
    }

    /** Publishers use different bases: of January to June 2019 the city says 46 and the ministry 47. */
    private Optional<PublishedFigure> otherBase(PublishedFigure figure) {
        return published.stream()
                .filter(f -> f.subject().equals(figure.subject())
                        && f.period().equals(figure.period())
                        && f.parameter().equals(figure.parameter())
                        && f.figure().startsWith("mean")
                        && figure.figure().startsWith("mean")
                        && f.value().compareTo(figure.value()) != 0)
                .findFirst();
    }

    private static String key(Row row, Subject subject, String parameter) {
        return subject.id() + " " + row.measurement().code() + " " + parameter + " "
                + (row.measurement().anchoredAtEnd()
                        ? lastDay(row).toString()
                        : Integer.toString(lastDay(row).getYear()));
    }

    private static LocalDate lastDay(Row row) {
        return ChinaTime.date(ChinaTime.dayOf(row.key().endSecond() - 1));
    }

    private static String signed(BigDecimal difference) {
        return difference.signum() > 0 ? "+" + difference.toPlainString() : difference.toPlainString();
    }

    /** Counts of days are of the AQI by nature. */
    private static String of(PublishedFigure figure) {
        return figure.parameter().equals("AQI") ? "" : figure.parameter() + " ";
    }

    private static String nameZh(PublishedFigure figure) {
        return switch (figure.figure()) {
            case "mean" -> "平均";
            case BASE -> "平均 (生态环境部同比基数)";
            case "change" -> "同比";
            case "p90" -> "MDA8 第 90 百分位";
            case "good_days" -> "优良天数";
            case "heavy_days" -> "重污染天数";
            case "attaining_days" -> "达标天数";
            default -> figure.figure();
        };
    }

    private static String nameEn(PublishedFigure figure) {
        return switch (figure.figure()) {
            case BASE -> "mean (the ministry's base)";
            case "change" -> "change on the year before";
            case "p90" -> "90th percentile of MDA8";
            case "good_days" -> "good days";
            case "heavy_days" -> "heavily polluted days";
            case "attaining_days" -> "days within the limit";
            default -> figure.figure();
        };
    }
}
