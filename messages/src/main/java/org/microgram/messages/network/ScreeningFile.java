package org.microgram.messages.network;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.messages.network.YamlTree.Entry;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.screening.Criterion;
import org.microgram.standards.screening.Rule;
import org.microgram.standards.screening.Screening;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * {@code config/screening.yaml}: pollutant, rule, then a list of criteria with their days, numbers and reason. A rule that the file does not
 * name does not run, and without the file none does.
 */
final class ScreeningFile {

    static final String NAME = "screening.yaml";

    private static final String EXAMPLE = "PM10: {ceiling: [{from: 2013-01-01, at: 1000, reason: …}]}";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String REASON = "reason";

    private final YamlTree yaml;
    private final List<Criterion> criteria = new ArrayList<>();

    ScreeningFile(Path file, Problems problems) {
        this.yaml = new YamlTree(file, problems);
    }

    /** The rules; those that are wrong are told and left out. */
    Screening load() {
        yaml.root().ifPresent(root -> yaml.entries(root, EXAMPLE).forEach(this::pollutant));
        return new Screening(criteria);
    }

    private void pollutant(Entry entry) {
        List<String> codes = Pollutant.ALL.stream().map(Pollutant::code).toList();
        Optional<Pollutant> pollutant = Pollutant.find(entry.key());
        if (pollutant.isEmpty()) {
            unknown(entry, "a pollutant", codes);
            return;
        }
        yaml.entries(entry.value(), EXAMPLE).forEach(rule -> rule(pollutant.get(), rule));
    }

    private void rule(Pollutant pollutant, Entry entry) {
        Optional<Rule> rule = Rule.find(entry.key());
        if (rule.isEmpty()) {
            unknown(entry, "a rule", Rule.ALL.stream().map(Rule::code).toList());
            return;
        }
        if (!rule.get().suits(pollutant)) {
            yaml.add(
                    entry.line(),
                    entry.key() + " is no rule for " + pollutant.code() + ".",
                    rule.get() == Rule.STUCK
                            ? "remove it: CO stands in steps of 0.1 mg/m³ and is equal for hours by nature."
                            : "write it under PM2.5; it flags both.");
            return;
        }
        for (Node each : yaml.elements(entry.value(), EXAMPLE)) {
            criterion(pollutant, rule.get(), each);
        }
    }

    private void criterion(Pollutant pollutant, Rule rule, Node node) {
        List<String> known = new ArrayList<>(List.of(FROM, TO));
        rule.numbers().forEach(number -> known.add(number.key()));
        known.add(REASON);
        Map<String, Entry> given = new HashMap<>();
        for (Entry each : yaml.entries(node, "{" + String.join(": …, ", known) + ": …}")) {
            if (known.contains(each.key())) {
                given.put(each.key(), each);
            } else {
                unknown(each, "a key of " + rule.code(), known);
            }
        }
        long line = YamlTree.line(node);
        String what = pollutant.code() + " " + rule.code();
        Optional<LocalDate> from = required(given, FROM, line, what, "the first day, such as 2013-01-01")
                .flatMap(this::day);
        Optional<LocalDate> to = given.containsKey(TO) ? day(given.get(TO)) : Optional.of(Criterion.OPEN);
        Optional<String> reason = required(given, REASON, line, what, "why the numbers are what they are")
                .flatMap(yaml::text);
        List<Long> numbers = new ArrayList<>();
        for (Rule.Number number : rule.numbers()) {
            if (!number.required() && !given.containsKey(number.key())) {
                numbers.add(Criterion.NONE);
                continue;
            }
            required(given, number.key(), line, what, "a number")
                    .flatMap(entry -> number(entry, number))
                    .ifPresent(numbers::add);
        }
        if (from.isPresent()
                && to.isPresent()
                && reason.isPresent()
                && numbers.size() == rule.numbers().size()) {
            add(new Criterion(rule, pollutant, from.get(), to.get(), numbers, reason.get()), line);
        }
    }

    private void add(Criterion criterion, long line) {
        String what = criterion.pollutant().code() + " " + criterion.rule().code();
        if (criterion.to().isBefore(criterion.from())) {
            yaml.add(line, what + " ends on " + criterion.to() + ", before it begins.", "exchange from and to.");
            return;
        }
        if (criterion.rule() == Rule.RANGE
                && criterion.numbers().get(0) > criterion.numbers().get(1)) {
            yaml.add(line, what + " has a least over its most.", "exchange least and most.");
            return;
        }
        for (Criterion other : criteria) {
            boolean same = other.rule() == criterion.rule() && other.pollutant() == criterion.pollutant();
            if (same && !criterion.from().isAfter(other.to()) && !other.from().isAfter(criterion.to())) {
                yaml.add(
                        line,
                        what + " holds from " + criterion.from() + ", and another one from " + other.from()
                                + " has not ended.",
                        "end the earlier one with to: " + criterion.from().minusDays(1) + ".");
                return;
            }
        }
        criteria.add(criterion);
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

    private void unknown(Entry entry, String what, List<String> known) {
        yaml.add(
                entry.line(),
                entry.key() + " is not " + what + " we know" + Problems.didYouMean(entry.key(), known),
                "it is one of " + String.join(", ", known) + ".");
    }
}
