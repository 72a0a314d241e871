package org.microgram.messages.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.messages.network.YamlTree.Entry;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.screening.Criterion;
import org.microgram.standards.screening.Rule;
import org.microgram.standards.screening.Screening;
import org.microgram.standards.screening.WaterScreening;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * {@code config/screening.yaml}: pollutant, rule, then a list of criteria with their days, numbers and reason; under {@code water} the same by
 * parameter of water. A rule that the file does not name does not run, and without the file none does.
 */
final class ScreeningFile {

    static final String NAME = "screening.yaml";

    private static final String EXAMPLE = "PM10: {ceiling: [{from: 2013-01-01, at: 1000, reason: …}]}";
    private static final String WATER = "water";

    private final YamlTree yaml;
    private final CriterionReader reader;
    private final List<Criterion> criteria = new ArrayList<>();
    private WaterScreening water = WaterScreening.NONE;

    ScreeningFile(Path file, Problems problems) {
        this.yaml = new YamlTree(file, problems);
        this.reader = new CriterionReader(yaml);
    }

    /** The rules; those that are wrong are told and left out. */
    Screening load() {
        yaml.root().ifPresent(root -> yaml.entries(root, EXAMPLE).forEach(this::topLevel));
        return new Screening(criteria, water);
    }

    private void topLevel(Entry entry) {
        if (entry.key().equals(WATER)) {
            water = new WaterScreeningPart(yaml, reader).load(entry);
        } else {
            pollutant(entry);
        }
    }

    private void pollutant(Entry entry) {
        List<String> codes =
                new ArrayList<>(Pollutant.ALL.stream().map(Pollutant::code).toList());
        codes.add(WATER);
        Optional<Pollutant> pollutant = Pollutant.find(entry.key());
        if (pollutant.isEmpty()) {
            reader.unknown(entry, "a pollutant", codes);
            return;
        }
        yaml.entries(entry.value(), EXAMPLE).forEach(rule -> rule(pollutant.get(), rule));
    }

    private void rule(Pollutant pollutant, Entry entry) {
        Optional<Rule> rule = Rule.find(entry.key());
        if (rule.isEmpty()) {
            reader.unknown(entry, "a rule", Rule.ALL.stream().map(Rule::code).toList());
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
            reader.read(each, pollutant.code(), entry.key(), rule.get().numbers())
                    .map(c -> new Criterion(rule.get(), pollutant, c.from(), c.to(), c.numbers(), c.reason()))
                    .ifPresent(criteria::add);
        }
    }
}
