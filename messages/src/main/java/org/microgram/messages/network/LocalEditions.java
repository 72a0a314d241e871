package org.microgram.messages.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.microgram.standards.Faults;
import org.microgram.standards.Table;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.EditionReader;
import org.microgram.standards.air.EditionVectors;
import org.microgram.standards.air.Editions;
import org.microgram.standards.air.SubIndex;

/**
 * {@code config/editions/NAME/}: a bureau's own editions, folders of the same tables as the national ones. Each is read, held against its
 * examples and against the national limits: it may be stricter, never looser.
 */
final class LocalEditions {

    static final String FOLDER = "editions";

    private final Problems problems;
    private final List<Edition> editions = new ArrayList<>();
    private final List<List<String>> content = new ArrayList<>();

    private LocalEditions(Problems problems) {
        this.problems = problems;
    }

    /** Those of a configuration; none when it has no such folder. */
    static LocalEditions read(Path config, Problems problems) {
        LocalEditions local = new LocalEditions(problems);
        Path all = config.resolve(FOLDER);
        if (Files.isDirectory(all)) {
            for (Path folder : list(all, problems)) {
                if (Files.isDirectory(folder)) {
                    local.read(folder);
                } else if (!folder.getFileName().toString().endsWith(".md")) {
                    problems.add(folder.toString(), 0, "is no folder.", "an edition is a folder of tables; move it.");
                }
            }
        }
        return local;
    }

    List<Edition> editions() {
        return List.copyOf(editions);
    }

    /** Every row of every table, with its place in the folder: what the configuration's hash is taken over. */
    List<List<String>> content() {
        return content;
    }

    private void read(Path folder) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : list(folder, problems)) {
            if (!file.getFileName().toString().endsWith(".md")) {
                ConfigTable.readText(file, problems)
                        .ifPresent(text -> texts.put(file.getFileName().toString(), text));
            }
        }
        boolean[] faultless = {true};
        Faults faults = (file, line, found, remedy) -> {
            faultless[0] = false;
            problems.add(file, line, found, remedy);
        };
        new EditionReader(folder.toString(), texts, faults).read().ifPresent(edition -> {
            Path vectors = folder.resolve(EditionReader.VECTORS);
            EditionVectors.check(
                    edition,
                    index(edition, folder, faults),
                    vectors.toString(),
                    texts.get(EditionReader.VECTORS),
                    faults);
            new LocalEditionChecks(folder, texts, faults).check(edition, editions);
            if (faultless[0]) {
                editions.add(edition);
            }
        });
        if (faultless[0]) {
            remember(folder.getFileName().toString(), texts);
        }
    }

    private static SubIndex index(Edition edition, Path folder, Faults faults) {
        if (edition.index() != null || edition.indexName().isEmpty()) {
            return edition.index();
        }
        SubIndex found = Editions.shipped().indexOf(edition).orElse(null);
        if (found == null) {
            faults.add(
                    folder.resolve("edition.csv").toString(),
                    0,
                    "index = \"" + edition.indexName() + "\" is not an edition of the index.",
                    "write HJ 633-2012 or HJ 633-2026, or add breakpoints.csv with a table of your own.");
        }
        return found;
    }

    private void remember(String folder, Map<String, String> texts) {
        texts.forEach((file, text) -> {
            for (Table.Row row : Table.parse(file, text, Faults.FATAL)) {
                List<String> cells = new ArrayList<>(List.of("edition", folder, file));
                Map<String, String> sorted = new TreeMap<>();
                row.columns().forEach(column -> sorted.put(column, row.get(column)));
                sorted.forEach((column, cell) -> cells.addAll(List.of(column, cell)));
                content.add(cells);
            }
        });
    }

    private static List<Path> list(Path folder, Problems problems) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(folder.toString(), 0, "cannot be read: " + e.getMessage() + ".", "check the folder's rights.");
            return List.of();
        }
    }
}
