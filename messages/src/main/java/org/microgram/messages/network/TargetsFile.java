package org.microgram.messages.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.messages.network.YamlTree.Entry;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.account.AccountStatus;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.JudgedAt;
import org.microgram.standards.views.Span;

/** Reads {@code config/targets.yaml}; what is wrong with it is told all at once. What editors check it by is {@code config/schema}. */
final class TargetsFile {

    static final String NAME = "targets.yaml";

    private static final String SUBJECT = "subject";
    private static final String PERIOD = "period";
    private static final String INDICATOR = "indicator";
    private static final String VALUE = "value";
    private static final String JUDGED_AT = "judged_at";
    private static final String BASE = "base";
    private static final String SOURCE = "source";
    private static final String EXAMPLE = "example";

    private static final List<String> TOP = List.of("thresholds", "targets");
    private static final String TOO_EARLY = "too_early_days";
    private static final List<String> KEYS =
            List.of(SUBJECT, PERIOD, INDICATOR, VALUE, JUDGED_AT, BASE, SOURCE, EXAMPLE);
    private static final String ONE =
            "{subject: beijing, period: 2025, indicator: pm25_mean, value: 35 µg/m³, source: …}";

    private final YamlTree yaml;
    private final TargetCells cells;
    private final List<String> areas;
    private final List<String> stations;
    private final List<Target> targets = new ArrayList<>();
    private int tooEarly = AccountStatus.TOO_EARLY_DAYS;

    TargetsFile(Path folder, List<Area> areas, List<Station> stations, Problems problems) {
        this.yaml = new YamlTree(folder.resolve(NAME), problems);
        this.cells = new TargetCells(yaml);
        this.areas = areas.stream().map(Area::id).toList();
        this.stations = stations.stream().map(Station::id).toList();
    }

    /** The targets; those that are wrong are told and left out. */
    Targets load() {
        yaml.root().ifPresent(root -> {
            for (Entry entry : yaml.entries(root, "targets: {beijing-pm25-2025: " + ONE + "}")) {
                switch (entry.key()) {
                    case "thresholds" ->
                        yaml.entries(entry.value(), TOO_EARLY + ": 30").forEach(this::threshold);
                    case "targets" ->
                        yaml.entries(entry.value(), "beijing-pm25-2025: " + ONE).forEach(this::target);
                    default -> cells.unknown(entry, TOP);
                }
            }
        });
        return new Targets(tooEarly, List.copyOf(targets));
    }

    private void threshold(Entry entry) {
        if (!entry.key().equals(TOO_EARLY)) {
            cells.unknown(entry, List.of(TOO_EARLY));
            return;
        }
        cells.whole(entry, 1, 366).ifPresent(days -> tooEarly = days);
    }

    private void target(Entry entry) {
        if (!RowCells.isId(entry.key())) {
            yaml.add(
                    entry.line(),
                    "\"" + entry.key() + "\" is not made of small letters, digits and hyphens.",
                    "write a stable id, such as beijing-pm25-2025.");
        }
        Map<String, Entry> given = new HashMap<>();
        for (Entry each : yaml.entries(entry.value(), ONE)) {
            if (KEYS.contains(each.key())) {
                given.put(each.key(), each);
            } else {
                cells.unknown(each, KEYS);
            }
        }
        Optional<Subject> subject = required(entry, given, SUBJECT, "beijing").flatMap(this::subject);
        Optional<Span> period = required(entry, given, PERIOD, "2025").flatMap(cells::ofOneYear);
        Optional<Indicator> indicator =
                required(entry, given, INDICATOR, "pm25_mean").flatMap(cells::indicator);
        Optional<Entry> value = required(entry, given, VALUE, "35 µg/m³");
        Optional<String> source = required(entry, given, SOURCE, "who set it, and where that can be read")
                .flatMap(yaml::text);
        boolean example = cells.isTrue(given.get(EXAMPLE));
        if (indicator.isEmpty() || period.isEmpty()) {
            return; // what the value means depends on both, and they are told
        }
        Optional<TargetCells.Amount> amount = value.flatMap(v -> cells.amount(v, indicator.get(), period.get(), true));
        JudgedAt judgedAt = cells.judgedAt(given.get(JUDGED_AT), indicator.get(), period.get());
        List<Target.Base> bases = cells.bases(given.get(BASE), indicator.get());
        if (subject.isPresent() && amount.isPresent() && source.isPresent()) {
            add(
                    new Target(
                            entry.key(),
                            subject.get(),
                            period.get(),
                            indicator.get(),
                            amount.get().value(),
                            amount.get().written(),
                            judgedAt,
                            bases,
                            source.get(),
                            example),
                    entry);
        }
    }

    private void add(Target target, Entry entry) {
        targets.stream()
                .filter(other -> other.subject().equals(target.subject())
                        && other.period().equals(target.period())
                        && other.indicator() == target.indicator()
                        && other.example() == target.example())
                .findFirst()
                .ifPresent(other -> yaml.add(
                        entry.line(),
                        target.subject().id() + " has the " + (target.example() ? "example " : "goal ") + other.id()
                                + " for " + target.indicator().code() + " of " + target.period() + " already.",
                        "keep one of them" + (target.example() ? "." : ", or mark one with example: true.")));
        targets.add(target);
    }

    private Optional<Entry> required(Entry target, Map<String, Entry> given, String key, String example) {
        if (!given.containsKey(key)) {
            yaml.add(target.line(), target.key() + " has no " + key + ".", "write " + key + ": " + example);
        }
        return Optional.ofNullable(given.get(key));
    }

    private Optional<Subject> subject(Entry entry) {
        Optional<String> id = yaml.text(entry);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (areas.contains(id.get())) {
            return id.map(Subject::area);
        }
        if (stations.contains(id.get())) {
            return id.map(Subject::station);
        }
        List<String> known = new ArrayList<>(areas);
        known.addAll(stations);
        yaml.add(
                entry.line(),
                "subject \"" + id.get() + "\" is not in " + NetworkLoader.AREAS + " or " + NetworkLoader.STATIONS
                        + Problems.didYouMean(id.get(), known),
                "write an id from there.");
        return Optional.empty();
    }
}
