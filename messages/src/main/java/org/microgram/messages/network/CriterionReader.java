package org.microgram.messages.network;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.messages.network.YamlTree.Entry;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.screening.Criterion;
import org.microgram.standards.screening.Rule;
import org.snakeyaml.engine.v2.nodes.Node;

/** What every criterion of {@code screening.yaml} has, of the air and of water: days, the rule's numbers, and a reason. */
final class CriterionReader {

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String REASON = "reason";
    private static final String LEAST = "least";

    /** A criterion without its rule; {@code numbers} in the order of the rule's. */
    record Dated(LocalDate from, LocalDate to, List<Long> numbers, String reason) {}

    private final YamlTree yaml;
    private final Map<String, List<Dated>> accepted = new HashMap<>();

    CriterionReader(YamlTree yaml) {
        this.yaml = yaml;
    }

    /**
     * Reads one; nothing when it is wrong, which is told.
     *
     * @param of whose rule: {@code PM10}; with the rule it says which criteria may not hold on the same day
     */
    Optional<Dated> read(Node node, String of, String rule, List<Rule.Number> needed) {
        List<String> known = new ArrayList<>(List.of(FROM, TO));
        needed.forEach(number -> known.add(number.key()));
        known.add(REASON);
        Map<String, Entry> given = new HashMap<>();
        for (Entry each : yaml.entries(node, "{" + String.join(": …, ", known) + ": …}")) {
            if (known.contains(each.key())) {
                given.put(each.key(), each);
            } else {
                unknown(each, "a key of " + rule, known);
            }
        }
        long line = YamlTree.line(node);
        String what = of + " " + rule;
        Optional<LocalDate> from = required(given, FROM, line, what, "the first day, such as 2013-01-01")
                .flatMap(this::day);
        Optional<LocalDate> to = given.containsKey(TO) ? day(given.get(TO)) : Optional.of(Criterion.OPEN);
        Optional<String> reason = required(given, REASON, line, what, "why the numbers are what they are")
                .flatMap(yaml::text);
        List<Long> numbers = new ArrayList<>();
        for (Rule.Number number : needed) {
            if (!number.required() && !given.containsKey(number.key())) {
                numbers.add(Criterion.NONE);
                continue;
            }
            required(given, number.key(), line, what, "a number")
                    .flatMap(entry -> number(entry, number))
                    .ifPresent(numbers::add);
        }
        if (from.isEmpty() || to.isEmpty() || reason.isEmpty() || numbers.size() != needed.size()) {
            return Optional.empty();
        }
        Dated dated = new Dated(from.get(), to.get(), List.copyOf(numbers), reason.get());
        return isSound(dated, needed, what, line) ? Optional.of(dated) : Optional.empty();
    }

    private boolean isSound(Dated dated, List<Rule.Number> needed, String what, long line) {
        if (dated.to.isBefore(dated.from)) {
            yaml.add(line, what + " ends on " + dated.to + ", before it begins.", "exchange from and to.");
            return false;
        }
        if (!needed.isEmpty() && needed.get(0).key().equals(LEAST) && dated.numbers.get(0) > dated.numbers.get(1)) {
            yaml.add(line, what + " has a least over its most.", "exchange least and most.");
            return false;
        }
        List<Dated> others = accepted.computeIfAbsent(what, key -> new ArrayList<>());
        for (Dated other : others) {
            if (!dated.from.isAfter(other.to) && !other.from.isAfter(dated.to)) {
                yaml.add(
                        line,
                        what + " holds from " + dated.from + ", and another one from " + other.from + " has not ended.",
                        "end the earlier one with to: " + dated.from.minusDays(1) + ".");
                return false;
            }
        }
        others.add(dated);
        return true;
    }

    private Optional<Entry> required(Map<String, Entry> given, String key, long line, String what, String expected) {
        if (!given.containsKey(key)) {
            yaml.add(line, what + " has no " + key + ".", "write " + key + ": " + expected + ".");
        }
        return Optional.ofNullable(given.get(key));
    }

    private Optional<LocalDate> day(Entry entry) {
        Optional<String> text = yaml.text(entry);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text.get());
            if (day.getYear() >= 1900 && day.getYear() < 2200) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            // told below, like a year that nobody means
        }
        yaml.add(
                entry.line(),
                entry.key() + " = \"" + text.get() + "\" is not a day from 1900 to 2199.",
                "write it as 2017-12-31; leave to out while it holds.");
        return Optional.empty();
    }

    private Optional<Long> number(Entry entry, Rule.Number expected) {
        Optional<String> text = yaml.text(entry);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean count = expected.kind() == Rule.Kind.COUNT;
        try {
            // Fifteen characters are more than any number here has, and too few for 1e999999999.
            String digits = text.get().length() > 15 || text.get().matches(".*[eE].*") ? "" : text.get();
            long value = count ? Long.parseLong(digits) : Scaled.parse(digits);
            if (value >= expected.least() && value <= expected.most()) {
                return Optional.of(value);
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // told below, like a number out of range
        }
        yaml.add(
                entry.line(),
                entry.key() + " = \"" + text.get() + "\" is not a " + (count ? "whole " : "") + "number from "
                        + print(expected.least(), count) + " to " + print(expected.most(), count) + ".",
                "write it without unit, such as " + entry.key() + ": " + print(Math.max(expected.least(), 0), count)
                        + ".");
        return Optional.empty();
    }

    private static String print(long number, boolean count) {
        return count ? Long.toString(number) : Scaled.print(number, Scaled.DIGITS);
    }

    /** A key that is none of those known. */
    void unknown(Entry entry, String what, List<String> known) {
        yaml.add(
                entry.line(),
                entry.key() + " is not " + what + " we know" + Problems.didYouMean(entry.key(), known),
                "it is one of " + String.join(", ", known) + ".");
    }
}
