package org.microgram.messages.network;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.microgram.messages.network.YamlTree.Entry;
import org.microgram.standards.account.CountAccount;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.JudgedAt;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.views.Span;
import org.snakeyaml.engine.v2.nodes.Node;

/** What stands behind the keys of a target, each with the problem that it is told by when it cannot be read. */
final class TargetCells {

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,2})?)\\s*(\\D.*)?");
    private static final String PERCENT = "%";
    private static final int MONTHS_OF_YEAR = 12;
    private static final List<String> JUDGED_KEYS = List.of("from", "decimals", "rounding");
    private static final List<String> BASE_KEYS = List.of("period", "value", "source");
    private static final List<String> ROUNDINGS = List.of("half_even", "half_up", "ceiling");

    /** @param written with its unit, one blank between */
    record Amount(Fraction value, String written) {}

    private final YamlTree yaml;

    TargetCells(YamlTree yaml) {
        this.yaml = yaml;
    }

    void unknown(Entry entry, List<String> known) {
        yaml.add(
                entry.line(),
                entry.key() + " is not a key we know" + Problems.didYouMean(entry.key(), known),
                "the keys here are " + String.join(", ", known) + ".");
    }

    Optional<Integer> whole(Entry entry, int least, int most) {
        Optional<String> text = yaml.text(entry);
        Optional<Integer> number =
                text.filter(t -> t.matches("\\d{1,6}")).map(Integer::valueOf).filter(n -> n >= least && n <= most);
        if (text.isPresent() && number.isEmpty()) {
            yaml.add(
                    entry.line(),
                    entry.key() + " = \"" + text.get() + "\" is not a whole number from " + least + " to " + most + ".",
                    "write for example " + entry.key() + ": " + least + ".");
        }
        return number;
    }

    boolean isTrue(Entry entry) {
        if (entry == null) {
            return false;
        }
        Optional<String> word = yaml.text(entry);
        if (word.isPresent() && !List.of("true", "false").contains(word.get())) {
            yaml.add(entry.line(), entry.key() + " = \"" + word.get() + "\" is neither.", "write true or false.");
        }
        return word.filter("true"::equals).isPresent();
    }

    Optional<Span> period(Entry entry) {
        return yaml.text(entry).flatMap(text -> {
            try {
                return Optional.of(Span.parse(text));
            } catch (IllegalArgumentException e) {
                yaml.add(
                        entry.line(),
                        entry.key() + " = \"" + text + "\" is not one.",
                        "write 2025, 2025-H1 or 2025-01..2025-11.");
                return Optional.empty();
            }
        });
    }

    /** Of at most twelve months: an account looks back on the same months a year before, which longer ones overlap. */
    Optional<Span> ofOneYear(Entry entry) {
        Optional<Span> span = period(entry);
        if (span.isPresent() && span.get().months() > MONTHS_OF_YEAR) {
            yaml.add(
                    entry.line(),
                    entry.key() + " = " + span.get() + " is longer than a year.",
                    "write at most twelve months, such as 2025 or 2025-07..2026-06.");
            return Optional.empty();
        }
        return span;
    }

    Optional<Indicator> indicator(Entry entry) {
        Optional<String> code = yaml.text(entry);
        Optional<Indicator> found = code.flatMap(Indicator::find);
        if (code.isPresent() && found.isEmpty()) {
            yaml.add(
                    entry.line(),
                    "indicator = \"" + code.get() + "\" is not one we know"
                            + Problems.didYouMean(code.get(), Indicator.codes()),
                    "write one of " + String.join(", ", Indicator.codes()) + ".");
        }
        return found;
    }

    /**
     * A number with the indicator's unit.
     *
     * @param shares whether good days may be given as a share of the period's calendar days
     */
    Optional<Amount> amount(Entry entry, Indicator indicator, Span period, boolean shares) {
        Optional<String> text = yaml.text(entry);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher parts = AMOUNT.matcher(text.get());
        String unit = parts.matches() && parts.group(2) != null ? parts.group(2).strip() : "";
        boolean share = shares && unit.equals(PERCENT) && indicator == Indicator.GOOD_DAYS;
        if (!parts.matches() || !share && !unit.equals(indicator.unit())) {
            yaml.add(
                    entry.line(),
                    entry.key() + " = \"" + text.get() + "\" is not a number of " + indicator.unit() + ", which "
                            + indicator.code() + " is in.",
                    remedy(indicator));
            return Optional.empty();
        }
        Fraction number = exact(parts.group(1));
        int calendar = period.daysThrough(period.lastDay());
        boolean days = indicator.isCount() && !share;
        if (days && (parts.group(1).contains(".") || number.compareTo(Fraction.of(calendar)) > 0)
                || share && number.compareTo(Fraction.of(100)) > 0
                || !indicator.isCount() && number.equals(Fraction.ZERO)) {
            yaml.add(
                    entry.line(),
                    entry.key() + " = \"" + text.get() + "\" cannot be for " + indicator.code() + " of " + period + ".",
                    indicator.isCount() ? "write whole days up to " + calendar + "." : "write more than 0 µg/m³.");
            return Optional.empty();
        }
        Fraction value = share ? Fraction.of(CountAccount.daysOfShare(number, calendar)) : number;
        return Optional.of(new Amount(value, parts.group(1) + " " + unit));
    }

    /** The rule in force on the period's last day; without one as figures of the period are published. */
    JudgedAt judgedAt(Entry entry, Indicator indicator, Span period) {
        JudgedAt inForce = indicator.asPublished(period.lastDay());
        if (entry == null) {
            return inForce;
        }
        LocalDate since = LocalDate.MIN;
        for (Node each : yaml.elements(entry.value(), "[{from: 2013-01-01, decimals: 0, rounding: half_even}]")) {
            Map<String, Entry> given = given(each, JUDGED_KEYS, "{from: 2013-01-01, decimals: 0, rounding: half_even}");
            Optional<LocalDate> from = Optional.ofNullable(given.get("from")).flatMap(this::day);
            Optional<Integer> decimals =
                    Optional.ofNullable(given.get("decimals")).flatMap(e -> whole(e, 0, 2));
            Optional<Rounding> rounding =
                    Optional.ofNullable(given.get("rounding")).flatMap(this::rounding);
            if (from.isPresent()
                    && decimals.isPresent()
                    && rounding.isPresent()
                    && !from.get().isAfter(period.lastDay())
                    && from.get().isAfter(since)) {
                since = from.get();
                inForce = new JudgedAt(decimals.get(), rounding.get());
            }
        }
        return inForce;
    }

    List<Target.Base> bases(Entry entry, Indicator indicator) {
        List<Target.Base> bases = new ArrayList<>();
        if (entry == null) {
            return bases;
        }
        for (Node each : yaml.elements(entry.value(), "[{period: 2019-H1, value: 47 µg/m³, source: …}]")) {
            Map<String, Entry> given = given(each, BASE_KEYS, "{period: 2019-H1, value: 47 µg/m³, source: …}");
            Optional<Span> period = Optional.ofNullable(given.get("period")).flatMap(this::period);
            Optional<String> source = Optional.ofNullable(given.get("source")).flatMap(yaml::text);
            Optional<Amount> value = period.flatMap(
                    p -> Optional.ofNullable(given.get("value")).flatMap(e -> amount(e, indicator, p, false)));
            if (period.isPresent() && source.isPresent() && value.isPresent()) {
                if (bases.stream().anyMatch(base -> base.period().equals(period.get()))) {
                    yaml.add(
                            YamlTree.line(each),
                            "base has " + period.get() + " twice.",
                            "keep the publisher that the target's change is measured by.");
                }
                String digits = value.get().written().split(" ", 2)[0];
                bases.add(new Target.Base(period.get(), rounded(digits), source.get()));
            }
        }
        return List.copyOf(bases);
    }

    private Map<String, Entry> given(Node node, List<String> keys, String example) {
        Map<String, Entry> given = new HashMap<>();
        for (Entry each : yaml.entries(node, example)) {
            if (keys.contains(each.key())) {
                given.put(each.key(), each);
            } else {
                unknown(each, keys);
            }
        }
        for (String key : keys) {
            if (!given.containsKey(key)) {
                yaml.add(YamlTree.line(node), key + " is missing here.", "write for example " + example + ".");
            }
        }
        return given;
    }

    private Optional<LocalDate> day(Entry entry) {
        return yaml.text(entry).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                yaml.add(entry.line(), entry.key() + " = \"" + text + "\" is not a day.", "write it as 2013-01-01.");
                return Optional.empty();
            }
        });
    }

    private Optional<Rounding> rounding(Entry entry) {
        Optional<String> word = yaml.text(entry);
        if (word.isPresent() && !ROUNDINGS.contains(word.get())) {
            yaml.add(
                    entry.line(),
                    "rounding = \"" + word.get() + "\" is not one we know" + Problems.didYouMean(word.get(), ROUNDINGS),
                    "write one of " + String.join(", ", ROUNDINGS) + ".");
        }
        return word.filter(ROUNDINGS::contains).map(w -> Rounding.valueOf(w.toUpperCase(Locale.ROOT)));
    }

    private static String remedy(Indicator indicator) {
        return switch (indicator) {
            case PM25_MEAN, O3_P90 -> "write the concentration itself, such as 35 µg/m³.";
            case GOOD_DAYS -> "write days or their share, such as 205 d or 56 %.";
            case HEAVY_DAYS -> "write days, such as 4 d.";
        };
    }

    private static Fraction exact(String number) {
        return rounded(number).exact();
    }

    private static Rounded rounded(String number) {
        BigDecimal decimal = new BigDecimal(number);
        return new Rounded(decimal.unscaledValue().longValueExact(), decimal.scale());
    }
}
