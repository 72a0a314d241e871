package org.microgram.messages.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * {@code config/basins.yaml} and {@code config/rivers.yaml}: which basins and rivers there are, which section follows which,
 * which river joins which.
 */
final class RiversFiles {

    static final String BASINS = "basins.yaml";
    static final String RIVERS = "rivers.yaml";

    private static final String NAME_ZH = "name_zh";
    private static final String NAME_EN = "name_en";
    private static final String BASIN = "basin";
    private static final String SECTIONS = "sections";
    private static final String JOINS = "joins";
    private static final String BASIN_EXAMPLE = "hai: {name_zh: 海河流域, name_en: Hai River basin}";
    private static final String RIVER_EXAMPLE = "yongding: {name_zh: 永定河, name_en: Yongding River, basin: hai}";

    private final Map<String, Basin> basins = new LinkedHashMap<>();
    private final Map<String, River> rivers = new LinkedHashMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();
    private final YamlTree riversTree;

    RiversFiles(Path folder, Problems problems) {
        riversTree = new YamlTree(folder.resolve(RIVERS), problems);
        YamlTree basinsTree = new YamlTree(folder.resolve(BASINS), problems);
        if (!Files.exists(folder.resolve(BASINS))) {
            basinsTree.add(0, "there is no such file.", "name the basins of the sections in it: " + BASIN_EXAMPLE);
        }
        basinsTree
                .root()
                .ifPresent(root -> basinsTree.entries(root, BASIN_EXAMPLE).forEach(entry -> {
                    Map<String, String> texts = texts(basinsTree, entry, List.of(NAME_ZH, NAME_EN), BASIN_EXAMPLE);
                    basins.put(entry.key(), new Basin(entry.key(), texts.get(NAME_ZH), texts.get(NAME_EN)));
                }));
        riversTree
                .root()
                .ifPresent(root -> riversTree.entries(root, RIVER_EXAMPLE).forEach(this::river));
        rivers.values().forEach(this::joins);
    }

    Map<String, Basin> basins() {
        return basins;
    }

    Map<String, River> rivers() {
        return rivers;
    }

    /** What the sections that a river lists must be: there, on this river, and listed once. */
    void check(Map<String, Section> sections) {
        Set<String> listed = new LinkedHashSet<>();
        for (River river : rivers.values()) {
            for (String id : river.sections()) {
                Section section = sections.get(id);
                if (!listed.add(id)) {
                    riversTree.add(lines.get(river.id()), "section " + id + " is listed twice.", "keep one of them.");
                } else if (!sections.isEmpty() && section == null) {
                    riversTree.add(
                            lines.get(river.id()),
                            "section \"" + id + "\" of " + river.id() + " is not in " + WaterNetworkLoader.SECTIONS
                                    + Problems.didYouMean(id, sections.keySet()),
                            "write a section_id from there.");
                } else if (section != null && !section.river().equals(river.id())) {
                    riversTree.add(
                            lines.get(river.id()),
                            "section " + id + " stands on \"" + section.river() + "\" in " + WaterNetworkLoader.SECTIONS
                                    + ", not on " + river.id() + ".",
                            "correct the one that is wrong.");
                }
            }
        }
    }

    private void river(YamlTree.Entry entry) {
        lines.put(entry.key(), entry.line());
        Map<String, String> texts =
                texts(riversTree, entry, List.of(NAME_ZH, NAME_EN, BASIN, SECTIONS, JOINS), RIVER_EXAMPLE);
        List<String> sections = new ArrayList<>();
        riversTree.entries(entry.value(), RIVER_EXAMPLE).stream()
                .filter(each -> each.key().equals(SECTIONS))
                .flatMap(each -> riversTree.elements(each.value(), "sections: [bj-a, bj-b]").stream())
                .forEach(each -> sections.add(word(each)));
        String basin = texts.get(BASIN);
        if (!basin.isEmpty() && !basins.containsKey(basin)) {
            riversTree.add(
                    entry.line(),
                    "basin \"" + basin + "\" of " + entry.key() + " is not in " + BASINS
                            + Problems.didYouMean(basin, basins.keySet()),
                    "write a key from there.");
        }
        rivers.put(
                entry.key(),
                new River(
                        entry.key(),
                        texts.get(NAME_ZH),
                        texts.get(NAME_EN),
                        basin,
                        List.copyOf(sections),
                        texts.get(JOINS)));
    }

    /**
     * The texts of a mapping by key; what is needed and missing, and what is no key, is told. The list of sections is read
     * elsewhere.
     */
    private static Map<String, String> texts(YamlTree tree, YamlTree.Entry of, List<String> keys, String example) {
        if (!RowCells.isId(of.key())) {
            tree.add(
                    of.line(),
                    "\"" + of.key() + "\" is not made of small letters, digits and hyphens.",
                    "write a stable ASCII id, such as yongding.");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        keys.forEach(key -> texts.put(key, ""));
        boolean isMapping = of.value() instanceof MappingNode;
        for (YamlTree.Entry entry : tree.entries(of.value(), example)) {
            if (!keys.contains(entry.key())) {
                tree.add(
                        entry.line(),
                        entry.key() + " is not a key we know" + Problems.didYouMean(entry.key(), keys),
                        "the keys are " + String.join(", ", keys) + ".");
            } else if (!entry.key().equals(SECTIONS)) {
                tree.text(entry).ifPresent(text -> texts.put(entry.key(), text));
            }
        }
        for (String needed : List.of(NAME_ZH, NAME_EN, BASIN)) {
            if (isMapping && keys.contains(needed) && texts.get(needed).isEmpty()) {
                tree.add(of.line(), needed + " of " + of.key() + " is missing.", "write for example: " + example);
            }
        }
        return texts;
    }

    private void joins(River river) {
        if (river.joins().isEmpty()) {
            return;
        }
        if (!rivers.containsKey(river.joins())) {
            riversTree.add(
                    lines.get(river.id()),
                    river.id() + " joins \"" + river.joins() + "\", which is not in " + RIVERS
                            + Problems.didYouMean(river.joins(), rivers.keySet()),
                    "write a key from there, or leave joins out.");
            return;
        }
        Set<String> way = new LinkedHashSet<>();
        for (String at = river.id();
                !at.isEmpty();
                at = rivers.containsKey(at) ? rivers.get(at).joins() : "") {
            if (!way.add(at)) {
                riversTree.add(
                        lines.get(river.id()),
                        river.id() + " flows in a circle: " + String.join(" -> ", way) + " -> " + at + ".",
                        "a river joins one further down; correct joins.");
                return;
            }
        }
    }

    private static String word(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
