package org.microgram.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.microgram.access.Permission;
import org.microgram.messages.network.Network;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.platform.Forwarding;
import org.microgram.standalone.platform.Serving;
import org.microgram.store.Store;

/**
 * How a command reaches a data directory: in what this process has open, handed to the process that owns it, or opened for this command
 * alone.
 */
final class Reach {

    /** What the owner has open; empty in a process of its own. */
    private final Optional<Serving> open;

    private Reach(Optional<Serving> open) {
        this.open = open;
    }

    /** Of a process of its own. */
    static Reach ofProcess() {
        return new Reach(Optional.empty());
    }

    /** Of a command that another process handed over to the one that has this open. */
    static Reach inside(Serving serving) {
        return new Reach(Optional.of(serving));
    }

    Optional<Serving> open() {
        return open;
    }

    /** Runs the command in the process that owns the directory; empty when there is none. */
    static Optional<Outcome> handOver(Session session, Path data, List<String> command) throws Exception {
        return Forwarding.toOwner(data, session, command).map(Reach::outcome);
    }

    interface Reading {
        Outcome of(Store store, Network network) throws Exception;
    }

    /** A command that only reads: here, in the owner, or on the store alone when nobody owns it. */
    Outcome reading(Session session, Path data, List<String> command, Reading reading) throws Exception {
        Gate.enter(session, data, Permission.VIEW);
        if (open.isPresent()) {
            return reading.of(
                    open.get().platform().store(), open.get().platform().network());
        }
        Optional<Outcome> handed = handOver(session, data, command);
        if (handed.isPresent()) {
            return handed.get();
        }
        requireData(session, data);
        Configuration configuration = Configuration.of(session.config(), data);
        Network network = configuration.network();
        try (DataDirectory directory = DataDirectory.open(data);
                Store store = configuration.place(directory).open(false)) {
            LogFile.open(directory.logs());
            if (directory.configHash().filter(network.hash()::equals).isEmpty()) {
                session.terminal()
                        .err()
                        .println(session.lang()
                                .pick(
                                        "注意：这里的数字是按另一份配置计算的；./microgram rebuild --data " + data + " 会重新计算。",
                                        "note: the figures here were made with another configuration; ./microgram rebuild --data "
                                                + data + " makes them again."));
            }
            return reading.of(store, network);
        }
    }

    static void requireData(Session session, Path data) {
        if (!Files.isDirectory(data)) {
            throw new IllegalArgumentException(session.lang()
                    .pick(
                            "找不到数据目录 %s。%n-> 先运行 ./microgram demo 或 ./microgram backfill --data %s …",
                            "there is no data directory %s.%n-> run ./microgram demo or ./microgram backfill --data %s … first")
                    .formatted(data, data));
        }
    }

    void refuseInside(Session session) {
        if (open.isPresent()) {
            throw new IllegalStateException(session.lang().pick("该命令不能转交给另一进程", "this command cannot be handed over"));
        }
    }

    static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private static Outcome outcome(int code) {
        for (Outcome each : Outcome.values()) {
            if (each.code() == code) {
                return each;
            }
        }
        return Outcome.FAILED;
    }
}
