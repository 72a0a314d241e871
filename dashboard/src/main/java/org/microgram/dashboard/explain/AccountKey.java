package org.microgram.dashboard.explain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.microgram.dashboard.explain.Words.Both;
import org.microgram.messages.network.Target;
import org.microgram.messages.network.Targets;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.air.Pollutant;

/**
 * Asks for one figure of an account: {@code "<subject> air_account <target>:<figure> <day>"}, such as
 * {@code beijing air_account example-2020:allowed 2020-06-30}.
 *
 * @param figure {@code so_far}, {@code allowed} … as the row has them
 * @param day as of whose end
 */
record AccountKey(Target target, String figure, LocalDate day) {

    private static final List<String> OF_MEAN =
            List.of("so_far", "allowed", "allowed_judged", "cost", "cost_total", "status");
    private static final List<String> OF_COUNT = List.of("so_far", "days_left", "status");
    private static final List<String> OF_OZONE = List.of("so_far", "days_left", "each_may", "status");

    static List<String> figures(Indicator indicator) {
        return switch (indicator) {
            case PM25_MEAN -> OF_MEAN;
            case O3_P90 -> OF_OZONE;
            default -> OF_COUNT;
        };
    }

    static boolean isOfAccount(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        return words.size() >= 4 && words.get(words.size() - 3).equals(Measurement.AIR_ACCOUNT.code());
    }

    /** @throws IllegalArgumentException saying what was found, what is accepted and what to do */
    static AccountKey parse(String text, Subjects subjects, Targets targets) {
        List<String> words = List.of(text.strip().split("\\s+"));
        int size = words.size();
        Subject subject = subjects.find(String.join(" ", words.subList(0, size - 3)));
        String[] parts = words.get(size - 2).split(":", 2);
        List<Target> own = targets.of(subject);
        Target target = own.stream()
                .filter(each -> each.id().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Found: target \"" + parts[0] + "\". Expected of "
                        + subject.id() + " (config/targets.yaml): "
                        + (own.isEmpty()
                                ? "none"
                                : String.join(", ", own.stream().map(Target::id).toList()))
                        + ". Do: write one of these, a colon and a figure, or add the target."));
        List<String> figures = figures(target.indicator());
        if (parts.length < 2 || !figures.contains(parts[1])) {
            throw new IllegalArgumentException("Found: figure \"" + (parts.length < 2 ? "" : parts[1])
                    + "\". Expected of " + target.id() + ": " + String.join(", ", figures) + ". Do: write for example "
                    + target.id() + ":" + figures.get(0) + ".");
        }
        return new AccountKey(target, parts[1], day(words.get(size - 1), target));
    }

    private static LocalDate day(String text, Target target) {
        LocalDate first = target.period().firstDay();
        LocalDate last = target.period().lastDay();
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(first) && !day.isAfter(last)) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below, like a day of another year
        }
        throw new IllegalArgumentException("Found: day \"" + text + "\". Expected of " + target.id() + ": a day from "
                + first + " to " + last + ". Do: write year, month and day with hyphens.");
    }

    String text() {
        return target.subject().id() + " " + Measurement.AIR_ACCOUNT.code() + " " + target.id() + ":" + figure + " "
                + day;
    }

    RowKey rowKey() {
        long start = ChinaTime.startOf(day);
        return new RowKey(
                Measurement.AIR_ACCOUNT, target.subject(), start, start + ChinaTime.SECONDS_OF_DAY, target.id());
    }

    /** The days of the span so far as a figure of readings: what its inputs and its history are found by. */
    FigureKey soFar() {
        Parameter parameter =
                switch (target.indicator()) {
                    case PM25_MEAN -> new Parameter(Parameter.Kind.VALUE, Pollutant.PM25);
                    case O3_P90 -> new Parameter(Parameter.Kind.VALUE, Pollutant.O3);
                    default -> new Parameter(Parameter.Kind.AQI, null);
                };
        return new FigureKey(
                target.subject(),
                Measurement.AIR_TO_DATE,
                parameter,
                ChinaTime.startOf(target.period().firstDay()),
                ChinaTime.startOf(day.plusDays(1)));
    }

    /** Whether it rests on earlier years too: the status does, by its outlooks. */
    boolean looksBack() {
        return figure.equals("status");
    }

    String unit() {
        boolean days = target.indicator().isCount() || figure.equals("days_left");
        return figure.equals("status") ? "" : days ? "d" : "µg/m³";
    }

    Both title() {
        return switch (figure) {
            case "so_far" ->
                switch (target.indicator()) {
                    case PM25_MEAN -> new Both("账户:迄今均值", "account: mean so far");
                    case O3_P90 -> new Both("账户:迄今第 90 百分位", "account: 90th percentile so far");
                    default -> new Both("账户:迄今天数", "account: days so far");
                };
            case "allowed" -> new Both("账户:余下允许均值 A", "account: allowed mean of the rest, A");
            case "allowed_judged" -> new Both("账户:余下允许均值(按修约后达标)", "account: allowed mean of the rest, as judged");
            case "cost" -> new Both("账户:当日花费", "account: cost of the day");
            case "cost_total" -> new Both("账户:迄今花费", "account: cost so far");
            case "days_left" -> new Both("账户:余量(天)", "account: days left");
            case "each_may" -> new Both("账户:余下每日至多", "account: highest value each day to come may have");
            default -> new Both("账户:状态", "account: status");
        };
    }
}
