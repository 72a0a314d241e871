package org.microgram.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.microgram.messages.Topics;
import org.microgram.standalone.DataDirectory;
import org.microgram.store.Store;

/**
 * What follows from the readings and the configuration, and so can be made again: checkpoints, figures, the store.
 *
 * <p>Forgetting may be interrupted anywhere: until it is complete the data directory names no configuration, and the next start forgets
 * again.
 */
public final class Derived {

    /** Under which the store-writer keeps how far it is. */
    static final String WRITER_GROUP = "store-writer";

    private static final String INCOMPLETE = "forgetting";

    private final DataDirectory data;
    private final Store store;
    private final String bootstrap;

    Derived(DataDirectory data, Store store, String bootstrap) {
        this.data = data;
        this.store = store;
        this.bootstrap = bootstrap;
    }

    /** Marks what is derived as outdated: the next start makes it again. The first half of {@code rebuild}. */
    public static void outdate(DataDirectory data) {
        data.writeConfigHash(INCOMPLETE);
    }

    /** Whether it was made with another configuration than this. */
    boolean isOutdated(String configHash) {
        Optional<String> made = data.configHash();
        if (made.isEmpty()) {
            data.writeConfigHash(configHash);
        }
        return made.isPresent() && !made.get().equals(configHash);
    }

    void forget(String configHash) throws InterruptedException {
        data.writeConfigHash(INCOMPLETE);
        deleteContents(data.checkpoints());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            ignoring(() -> admin.deleteTopics(List.of(Topics.FIGURES)).all().get());
            while (admin.listTopics().names().get().contains(Topics.FIGURES)) {
                Thread.onSpinWait();
            }
            ignoring(() ->
                    admin.deleteConsumerGroups(List.of(WRITER_GROUP)).all().get());
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The topic " + Topics.FIGURES + " could not be emptied: "
                            + e.getCause().getMessage()
                            + "\n-> start again; if it stays, delete DATA and backfill anew",
                    e.getCause());
        }
        store.clear();
        data.writeConfigHash(configHash);
    }

    private interface Call {
        void run() throws ExecutionException, InterruptedException;
    }

    /** What is not there need not be deleted. */
    private static void ignoring(Call call) throws ExecutionException, InterruptedException {
        try {
            call.run();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
                    && !(e.getCause() instanceof GroupIdNotFoundException)
                    && !(e.getCause() instanceof GroupNotEmptyException)) {
                throw e;
            }
        }
    }

    /** Deletes what is in a folder, but not the folder. */
    public static void deleteContents(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(folder)) {
                    Files.delete(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
