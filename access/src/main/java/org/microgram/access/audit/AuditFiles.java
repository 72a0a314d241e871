package org.microgram.access.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The monthly files of the log: {@code 2026-11.jsonl}, months of UTC. Their names sort as their times do. */
final class AuditFiles {

    /** A longer line is not ours; reading stops there instead of filling the memory. */
    static final int LONGEST_LINE = 1 << 20;

    private static final Pattern NAME = Pattern.compile("\\d{4}-\\d{2}\\.jsonl");
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);

    private AuditFiles() {}

    /** In the order of time; empty when there is no folder. */
    static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    static String nameAt(Instant time) {
        return MONTH.format(time) + ".jsonl";
    }
}
