package org.microgram.dashboard.web;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

/** A store with {@link SampleRivers} and a server over it: once for all classes that look at these pages, and closed after the last of them. */
final class RiversParts implements BeforeAllCallback {

    private static Parts parts;

    @Override
    public void beforeAll(ExtensionContext context) {
        parts = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RiversParts.class))
                .getOrComputeIfAbsent(Parts.class, type -> start(), Parts.class);
    }

    static Parts parts() {
        return parts;
    }

    private static Parts start() {
        Path directory;
        try {
            directory = Files.createTempDirectory("rivers");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Store store = QuestDbStore.open(directory);
        SampleRivers.fill(store); // and no air: the page of the rivers needs none
        WebServer server = new WebServer(
                new Sources(
                        store,
                        SampleRivers.network(),
                        (key, asOf) -> key.contains(" class_realtime ")
                                ? Optional.empty()
                                : new SampleReceipts().explain(key, asOf),
                        SampleCity::comparisons,
                        SampleCity::state),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                WebServer.LOOPBACK,
                0);
        return new Parts(directory, store, server);
    }

    /** Closed by JUnit after the last class. */
    record Parts(Path directory, Store store, WebServer server) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            server.close();
            store.close();
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
