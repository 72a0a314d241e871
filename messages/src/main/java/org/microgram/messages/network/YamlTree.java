package org.microgram.messages.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML file as a tree of nodes that know their lines, so that a problem can be told with its place. Plain keys, lists and texts only. */
final class YamlTree {

    /** A key with what stands behind it. */
    record Entry(String key, long line, Node value) {}

    private final Path file;
    private final Problems problems;

    YamlTree(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The root; nothing when the file is absent, empty, or no YAML, which is a problem. */
    Optional<Node> root() {
        return Files.exists(file) ? ConfigTable.readText(file, problems).flatMap(this::compose) : Optional.empty();
    }

    /** The root of a text that is to stand in the file. */
    Optional<Node> root(String text) {
        return compose(text);
    }

    private Optional<Node> compose(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(20)
                .setCodePointLimit(1 << 20)
                .build();
        try {
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            long line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1L;
            add(line, "is no YAML: " + e.getProblem() + ".", "check indents and colons.");
        } catch (YamlEngineException e) {
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            add(
                    0,
                    "is not accepted: " + first + ".",
                    "write plain keys and values, as in the file that comes with it.");
        }
        return Optional.empty();
    }

    /** The entries of a mapping; a problem when it is none, or a key stands twice. */
    List<Entry> entries(Node node, String example) {
        if (!(node instanceof MappingNode mapping)) {
            add(line(node), "keys are expected here.", "write for example: " + example);
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        List<Entry> entries = new java.util.ArrayList<>();
        for (NodeTuple each : mapping.getValue()) {
            String key = each.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            long at = line(each.getKeyNode());
            if (!seen.add(key)) {
                add(at, key + " stands twice.", "keep one of them.");
            } else {
                entries.add(new Entry(key, at, each.getValueNode()));
            }
        }
        return entries;
    }

    /** The elements of a list; a problem when it is none. */
    List<Node> elements(Node node, String example) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        add(line(node), "a list is expected here.", "write for example: " + example);
        return List.of();
    }

    /** A text or number; a problem when it is neither. */
    Optional<String> text(Entry entry) {
        if (entry.value() instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        add(entry.line(), entry.key() + " has no value.", "write it behind the colon.");
        return Optional.empty();
    }

    void add(long line, String found, String remedy) {
        problems.add(file.toString(), line, found, remedy);
    }

    static long line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1L;
    }
}
