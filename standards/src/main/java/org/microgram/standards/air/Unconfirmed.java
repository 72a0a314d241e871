package org.microgram.standards.air;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.microgram.standards.Table;

/**
 * Rules that no text read by us confirms: house rules, and what only one source says. The tables mark them by their confidence; a figure
 * that rests on one carries its bit, and its row its name.
 *
 * <p>A rule whose table says {@code high} is none: raising the confidence there takes the mark off every figure.
 */
public enum Unconfirmed {
    /** How a concentration is rounded before it enters the index of 2012. */
    INPUT_ROUNDING("input_rounding", () -> SubIndex.edition("HJ 633-2012").inputConfidence()),
    /** Three quarters of an area's stations. */
    STATIONS("percent_of_stations", () -> Validity.confidence("percent_of_stations")),
    /** Half of the stations of an area that has fewer than four. */
    STATIONS_UNDER_FOUR("percent_of_stations_under_four", () -> Validity.confidence("percent_of_stations_under_four")),
    /** The sub-index of a concentration over the last breakpoint, where the table ends. */
    ABOVE_LAST_BREAKPOINT("above_last_breakpoint", () -> "medium"),
    /** 20 of the 24 hours of a rolling mean. */
    ROLLING_24H("hours_of_rolling_24h", () -> Validity.confidence("hours_of_rolling_24h")),
    /** 90 % of the days gone of a month that is not over. */
    UNFINISHED_MONTH("percent_of_unfinished_month", () -> Validity.confidence("percent_of_unfinished_month")),
    /** Each finished month of a year to date. */
    MONTHS_TO_DATE("months_to_date", () -> assumed("months_to_date")),
    /** Decimals of a published mean. */
    PUBLISHED_DECIMALS("published_decimals", () -> assumed("published_decimals")),
    /** Days that a year's percentile needs. */
    DAYS_OF_PERCENTILE("days_of_percentile", () -> assumed("days_of_percentile")),
    /** Which statistics of a year the edition in force judges. */
    STATISTICS("statistics", Unconfirmed::statistics),
    /** Which edition judges a period that more than one is in force in. */
    JUDGING_EDITION("judging_edition", () -> assumed("judging_edition")),
    /** Which figures leave out the hours of confirmed exceptional events. */
    EXCEPTIONAL_EVENTS("exceptional_events", Unconfirmed::exceptionalEvents);

    /** No rule: everything is confirmed. */
    public static final int NOTHING = 0;

    private static final String CONFIRMED = "high";

    private static final Map<Integer, String> TEXTS = new ConcurrentHashMap<>();

    private final String rule;
    private final Supplier<String> confidence;

    Unconfirmed(String rule, Supplier<String> confidence) {
        this.rule = rule;
        this.confidence = confidence;
    }

    /** Its name in the tables and in rows. */
    public String rule() {
        return rule;
    }

    /** {@code medium}, {@code low} or {@code house rule}; {@code high} once it is confirmed. */
    public String confidence() {
        return Known.CONFIDENCES[ordinal()];
    }

    /** Its bit in a set; nothing once it is confirmed. */
    public int bit() {
        return Known.BITS[ordinal()];
    }

    /** Looked up once, when first asked for: the tables' own classes are loaded by then. */
    private static final class Known {

        static final String[] CONFIDENCES =
                Arrays.stream(values()).map(each -> each.confidence.get()).toArray(String[]::new);
        static final int[] BITS = Arrays.stream(values())
                .mapToInt(each -> CONFIDENCES[each.ordinal()].equals(CONFIRMED) ? NOTHING : 1 << each.ordinal())
                .toArray();
    }

    /** What an area's figure rests on by the number of its members. */
    public static int ofMembers(int members) {
        return (members < 4 ? STATIONS_UNDER_FOUR : STATIONS).bit();
    }

    /** The rules of a set. */
    public static List<Unconfirmed> of(int bits) {
        List<Unconfirmed> rules = new ArrayList<>();
        for (Unconfirmed each : values()) {
            if ((bits & 1 << each.ordinal()) != 0) {
                rules.add(each);
            }
        }
        return rules;
    }

    /** As rows name them: {@code input_rounding=house rule; percent_of_stations=medium}; null when there is none. */
    public static String text(int bits) {
        return bits == NOTHING
                ? null
                : TEXTS.computeIfAbsent(
                        bits,
                        set -> String.join(
                                "; ",
                                of(set).stream()
                                        .map(each -> each.rule + "=" + each.confidence())
                                        .toList()));
    }

    /** The set that {@link #text} wrote; nothing of null. */
    public static int parse(String text) {
        int bits = NOTHING;
        for (Unconfirmed each : values()) {
            boolean named =
                    text != null && Arrays.stream(text.split("; ")).anyMatch(part -> part.startsWith(each.rule + "="));
            bits |= named ? 1 << each.ordinal() : NOTHING;
        }
        return bits;
    }

    private static String assumed(String rule) {
        return Table.read("assumptions.csv").stream()
                .filter(row -> row.get("rule").equals(rule))
                .findFirst()
                .orElseThrow()
                .get("confidence");
    }

    /** The least sure of the days on which events may be. */
    private static String exceptionalEvents() {
        return Table.read("events/regimes.csv").stream()
                .map(row -> row.get("confidence"))
                .filter(each -> !each.equals(CONFIRMED))
                .findFirst()
                .orElse(CONFIRMED);
    }

    /** The least sure of all that national editions judge a year by. */
    private static String statistics() {
        return Editions.ofLimits().stream()
                .flatMap(edition -> edition.statistics().stream())
                .map(Edition.Statistic::confidence)
                .filter(each -> !each.equals(CONFIRMED))
                .findFirst()
                .orElse(CONFIRMED);
    }
}
