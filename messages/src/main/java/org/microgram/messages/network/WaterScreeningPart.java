package org.microgram.messages.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.messages.network.YamlTree.Entry;
import org.microgram.standards.screening.WaterCriterion;
import org.microgram.standards.screening.WaterRule;
import org.microgram.standards.screening.WaterScreening;
import org.microgram.standards.water.WaterParameter;
import org.snakeyaml.engine.v2.nodes.Node;

/** What stands under {@code water} in {@code config/screening.yaml}: parameter, rule, then a list of criteria. */
final class WaterScreeningPart {

    private static final String EXAMPLE = "CODMn: {zero: [{from: 2012-01-01, reason: …}]}";

    private final YamlTree yaml;
    private final CriterionReader reader;
    private final List<WaterCriterion> criteria = new ArrayList<>();

    WaterScreeningPart(YamlTree yaml, CriterionReader reader) {
        this.yaml = yaml;
        this.reader = reader;
    }

    /** The rules; those that are wrong are told and left out. */
    WaterScreening load(Entry water) {
        yaml.entries(water.value(), EXAMPLE).forEach(this::parameter);
        return new WaterScreening(criteria);
    }

    private void parameter(Entry entry) {
        List<String> codes =
                WaterParameter.ALL.stream().map(WaterParameter::code).toList();
        // Only the code: a second spelling of a parameter would hide that it stands twice.
        if (codes.contains(entry.key())) {
            WaterParameter parameter = WaterParameter.find(entry.key()).orElseThrow();
            yaml.entries(entry.value(), EXAMPLE).forEach(rule -> rule(parameter, rule));
        } else {
            reader.unknown(entry, "a parameter of water", codes);
        }
    }

    private void rule(WaterParameter parameter, Entry entry) {
        Optional<WaterRule> rule = WaterRule.find(entry.key());
        if (rule.isEmpty()) {
            reader.unknown(
                    entry,
                    "a rule of water",
                    WaterRule.ALL.stream().map(WaterRule::code).toList());
        } else if (rule.get().suits(parameter)) {
            for (Node each : yaml.elements(entry.value(), EXAMPLE)) {
                criterion(parameter, rule.get(), each);
            }
        } else {
            yaml.add(entry.line(), entry.key() + " is no rule for " + parameter.code() + ".", remedy(rule.get()));
        }
    }

    private static String remedy(WaterRule rule) {
        return switch (rule) {
            case SATURATION -> "write it under DO.";
            case NH3N_OVER_TN -> "write it under NH3-N; it flags both.";
            default -> "remove it: zero is there by nature.";
        };
    }

    private void criterion(WaterParameter parameter, WaterRule rule, Node node) {
        Optional<WaterCriterion> read = reader.read(node, "water " + parameter.code(), rule.code(), rule.numbers())
                .map(c -> new WaterCriterion(rule, parameter, c.from(), c.to(), c.numbers(), c.reason()));
        if (read.isEmpty()) {
            return;
        }
        if (read.get().reachHours() > WaterRule.FARTHEST_HOURS) {
            yaml.add(
                    YamlTree.line(node),
                    "water " + parameter.code() + " " + rule.code() + " looks "
                            + read.get().reachHours() + " hours before and after a sample; "
                            + WaterRule.FARTHEST_HOURS + " are accepted.",
                    "write fewer samples or fewer hours: (samples - 1) times hours must be at most "
                            + WaterRule.FARTHEST_HOURS + ".");
            return;
        }
        criteria.add(read.get());
    }
}
