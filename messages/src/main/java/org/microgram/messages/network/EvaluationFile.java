package org.microgram.messages.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Editions;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code config/evaluation.yaml}: how readings become figures. Every key is optional. */
final class EvaluationFile {

    static final String NAME = "evaluation.yaml";

    private static final String DAILY_PROFILE = "daily_profile";
    private static final String JUDGE = "judge";
    private static final List<String> KEYS = List.of(DAILY_PROFILE, JUDGE);
    private static final List<String> PROFILES = List.of("archive", "strict");
    private static final String DEFAULT_PROFILE = "strict";
    private static final String PERIOD = "\\d{4}(-(0[1-9]|1[0-2]))?";

    private final Path file;
    private final Problems problems;
    private String dailyProfile = DEFAULT_PROFILE;
    private final Map<String, String> judge = new HashMap<>();

    private EvaluationFile(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** What the file says; the defaults when it or a key of it is absent. */
    static EvaluationFile read(Path file, Problems problems) {
        EvaluationFile evaluation = new EvaluationFile(file, problems);
        if (Files.exists(file)) {
            ConfigTable.readText(file, problems).flatMap(evaluation::compose).ifPresent(evaluation::top);
        }
        return evaluation;
    }

    /** Which days have an AQI. */
    String dailyProfile() {
        return dailyProfile;
    }

    /** The edition that judges the periods that end in a year or month. */
    Map<String, String> judge() {
        return judge;
    }

    private void top(Node node) {
        if (!(node instanceof MappingNode)) {
            problems.add(file.toString(), 0, "holds no keys.", "write for example: daily_profile: archive");
            return;
        }
        entries(node).forEach((key, value) -> {
            switch (key.getValue()) {
                case DAILY_PROFILE -> profile(value);
                case JUDGE -> judge(value);
                default ->
                    problems.add(
                            file.toString(),
                            line(key),
                            key.getValue() + " is not a key we know" + Problems.didYouMean(key.getValue(), KEYS),
                            "the keys are: " + String.join(", ", KEYS) + ".");
            }
        });
    }

    private void profile(Node value) {
        String name = text(value);
        if (!PROFILES.contains(name)) {
            problems.add(
                    file.toString(),
                    line(value),
                    "daily_profile = \"" + name + "\" is not a profile we know" + Problems.didYouMean(name, PROFILES),
                    "write archive (PM2.5 valid) or strict (all six valid).");
        }
        dailyProfile = name;
    }

    /** Only a national edition may judge what is published; a bureau's own stands beside it. */
    private void judge(Node value) {
        if (!(value instanceof MappingNode)) {
            problems.add(
                    file.toString(),
                    line(value),
                    "judge holds no periods.",
                    "write under it, indented, for example: \"2026\": GB 3095-2012");
            return;
        }
        List<String> national = Editions.ofLimits().stream().map(Edition::name).toList();
        entries(value).forEach((key, edition) -> {
            String period = key.getValue();
            if (!period.matches(PERIOD)) {
                problems.add(
                        file.toString(),
                        line(key),
                        "judge: \"" + period + "\" is not a year or month.",
                        "write 2026 for all periods that end in that year, or 2026-12.");
            }
            String name = text(edition);
            if (!national.contains(name)) {
                problems.add(
                        file.toString(),
                        line(edition),
                        "judge: " + period + ": \"" + name + "\" is not a national edition of limits"
                                + Problems.didYouMean(name, national),
                        "write one of " + String.join(", ", national)
                                + "; a local edition judges beside it: ./microgram compare --editions.");
            }
            if (judge.putIfAbsent(period, name) != null) {
                problems.add(file.toString(), line(key), "judge: " + period + " stands twice.", "keep one of them.");
            }
        });
    }

    /** The entries of a mapping whose keys are words; any other is told. A key that stands twice is told by {@code top}. */
    private Map<ScalarNode, Node> entries(Node node) {
        Map<ScalarNode, Node> entries = new LinkedHashMap<>();
        Map<String, ScalarNode> seen = new HashMap<>();
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(file.toString(), line(tuple.getKeyNode()), "a key is no word.", "write a plain word.");
            } else if (seen.putIfAbsent(key.getValue(), key) != null) {
                problems.add(file.toString(), line(key), key.getValue() + " stands twice.", "keep one of them.");
            } else {
                entries.put(key, tuple.getValueNode());
            }
        }
        return entries;
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static long line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1L;
    }

    /** Nodes only, no objects: no tag is resolved, no alias is copied. */
    private Optional<Node> compose(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setCodePointLimit(1 << 20)
                .build();
        try {
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            long line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1L;
            problems.add(file.toString(), line, "is no YAML: " + e.getProblem() + ".", "check indents and colons.");
        } catch (YamlEngineException e) {
            problems.add(
                    file.toString(),
                    0,
                    "is not accepted: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".",
                    "write plain keys and values, as in the file that comes with the program.");
        }
        return Optional.empty();
    }
}
