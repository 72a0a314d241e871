package org.microgram.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microgram.messages.network.ConfigTable;
import org.microgram.messages.network.ConfigTable.Row;
import org.microgram.messages.network.ConfigurationException;
import org.microgram.messages.network.Problems;
import org.microgram.messages.readings.Refusal;

/**
 * Defects of public files that somebody has looked into: {@code config/known-defects.csv}. They are refused and counted like all others;
 * a run that meets no others is a good run.
 */
public final class KnownDefects {

    /** No defect is known. */
    public static final KnownDefects NONE = new KnownDefects(Set.of());

    private static final String FILE = "known-defects.csv";
    private static final List<String> COLUMNS = List.of("source", "position", "reason", "note");

    private record Defect(String file, long position, Refusal.Reason reason) {}

    private final Set<Defect> defects;

    private KnownDefects(Set<Defect> defects) {
        this.defects = defects;
    }

    /**
     * Loads the table; none when the folder has no such file.
     *
     * @throws ConfigurationException with every problem of it
     */
    public static KnownDefects load(Path configDir) {
        Path file = configDir.resolve(FILE);
        if (!Files.exists(file)) {
            return NONE;
        }
        Problems problems = new Problems();
        Set<Defect> defects = new HashSet<>();
        for (Row row : ConfigTable.read(file, COLUMNS, problems)) {
            Optional<Long> position = position(row.get("position"));
            Optional<Refusal.Reason> reason = reason(row.get("reason"));
            if (position.isEmpty()) {
                problems.add(
                        file.toString(),
                        row.line(),
                        "position = \"" + row.get("position") + "\" is not a line of a file.",
                        "write the line, or 0 for the whole file.");
            }
            if (reason.isEmpty()) {
                List<String> known = Arrays.stream(Refusal.Reason.values())
                        .map(Refusal.Reason::code)
                        .toList();
                problems.add(
                        file.toString(),
                        row.line(),
                        "reason = \"" + row.get("reason") + "\" is not one we know"
                                + Problems.didYouMean(row.get("reason"), known),
                        "write one of docs/refusals.md.");
            }
            if (position.isPresent() && reason.isPresent()) {
                defects.add(new Defect(row.get("source"), position.get(), reason.get()));
            }
        }
        problems.throwIfAny(file.toString());
        return new KnownDefects(Set.copyOf(defects));
    }

    /** Whether a refusal is one of them; the folder or archive that the file came in does not matter. */
    public boolean covers(Refusal refusal) {
        String source = refusal.source();
        int name = Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1;
        return defects.contains(new Defect(source.substring(name), refusal.position(), refusal.reason()));
    }

    private static Optional<Long> position(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static Optional<Refusal.Reason> reason(String code) {
        return Arrays.stream(Refusal.Reason.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
