package org.microgram.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;

/** Which Microgram this is. */
public final class Build {

    private static final Properties BUILD = load();

    private Build() {}

    public static String version() {
        return BUILD.getProperty("version");
    }

    /** The time stamp of the release; builds are reproducible, so it is that of the sources, not of the machine. */
    public static Instant time() {
        return Instant.parse(BUILD.getProperty("time"));
    }

    private static Properties load() {
        Properties build = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
            build.load(in);
            return build;
        } catch (IOException e) {
            throw new UncheckedIOException("build.properties is missing from the jar: build it with ./mvnw package", e);
        }
    }
}
