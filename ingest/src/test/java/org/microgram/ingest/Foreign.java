package org.microgram.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.NetworkLoader;

/** Files of other networks, and a configuration that knows some of their stations by alias. */
public final class Foreign {

    public static final Path FOLDER = Path.of("src/test/resources/foreign");
    public static final Network NETWORK = NetworkLoader.load(FOLDER.resolve("config"));

    private Foreign() {}

    /** The sample files of a format by name. */
    public static Map<String, byte[]> files(String format) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(FOLDER.resolve(format))) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    /** Reads with that configuration. */
    public static Collected read(Reader reader, Path... inputs) throws IOException {
        Collected collected = new Collected();
        collected.report = reader.read(List.of(inputs), ReadContext.of(NETWORK, "b1"), collected);
        return collected;
    }
}
