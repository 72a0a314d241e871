package org.microgram.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.microgram.standalone.DataDirectory;
import org.microgram.standalone.Told;
import org.microgram.standalone.terminal.Lang;

/**
 * Remembers in {@code DATA/broker} that the readings of a data directory are with a broker outside, and with which one: its address and its
 * cluster's id. A store over the readings of one log must never be filled from another.
 */
final class BrokerFile {

    private static final String NAME = "broker";

    private final DataDirectory data;

    BrokerFile(DataDirectory data) {
        this.data = data;
    }

    /** Whether the readings are outside. */
    static boolean isOutside(Path data) {
        return Files.exists(data.resolve(NAME));
    }

    /**
     * Where the readings are.
     *
     * @param given address on the command line
     * @return the broker outside; empty when the readings are in the data directory itself
     * @throws NotThisBroker when the directory belongs to another log
     */
    Optional<String> resolve(Optional<String> given) throws InterruptedException {
        Optional<String[]> known = read();
        Optional<String> address = given.or(() -> known.map(words -> words[0]));
        if (address.isEmpty()) {
            return address;
        }
        if (known.isEmpty() && Files.exists(data.kafka().resolve("meta.properties"))) {
            throw new NotThisBroker(data.root(), "DATA/kafka", address.get());
        }
        String cluster = clusterId(address.get());
        if (known.isPresent() && !known.get()[1].equals(cluster)) {
            throw new NotThisBroker(
                    data.root(), known.get()[0] + " (" + known.get()[1] + ")", address.get() + " (" + cluster + ")");
        }
        write(address.get() + " " + cluster + "\n");
        return address;
    }

    private Optional<String[]> read() {
        Path file = data.root().resolve(NAME);
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip().split(" ", 2))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(data.root().resolve(NAME), text);
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static String clusterId(String bootstrap) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            return admin.describeCluster().clusterId().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The broker at " + bootstrap + " does not answer: "
                            + e.getCause().getMessage() + "\n-> is it up, and is this the address it advertises?",
                    e.getCause());
        }
    }

    /** The data directory's figures were made from the readings of another log. */
    static final class NotThisBroker extends RuntimeException implements Told {

        private final transient Path data;
        private final String has;
        private final String given;

        NotThisBroker(Path data, String has, String given) {
            super("the readings of " + data + " are in " + has + ", not in " + given);
            this.data = data;
            this.has = has;
            this.given = given;
        }

        @Override
        public String tell(Lang lang) {
            return lang.pick(
                            "数据目录 %s 的读数保存在 %s，而不在 %s；未作任何改动。%n-> 去掉 --bootstrap 或改正地址，或用 --data 指定另一目录。",
                            "The readings of %s are in %s, not in %s; nothing was changed.%n-> drop or correct --bootstrap, or give another directory with --data.")
                    .formatted(data, has, given);
        }
    }
}
