package org.microgram.standalone.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.standalone.LockFile;
import org.microgram.standalone.cli.Session;

/** Hands a command to the process that owns the data directory, if one runs. */
public final class Forwarding {

    private Forwarding() {}

    /**
     * Runs the command in the owner; its output is this command's output.
     *
     * @param command name, options and paths, all absolute, without those that a {@link Session} holds
     * <p>Who acts must have been found out before: the owner refuses a command of nobody.
     *
     * @return its exit code; empty when nobody owns the directory
     */
    public static Optional<Integer> toOwner(Path data, Session session, List<String> command)
            throws IOException, InterruptedException {
        if (LockFile.holder(data).isEmpty()) {
            return Optional.empty();
        }
        Optional<ControlClient> owner = ControlClient.of(data);
        if (owner.isEmpty()) {
            // It is just starting or ending: taking the lock says so, with what to do.
            return Optional.empty();
        }
        List<String> args = new ArrayList<>(command);
        args.add("--config");
        args.add(session.config().toAbsolutePath().toString());
        args.add("--lang");
        args.add(session.lang().pick("zh", "en"));
        if (session.json()) {
            args.add("--json");
        }
        if (session.quiet()) {
            args.add("--quiet");
        }
        CommandCall call = new CommandCall(
                args,
                session.terminal().outIsTerminal(),
                session.terminal().errIsTerminal(),
                session.terminal().colour(),
                session.who().known().orElse(""));
        return Optional.of(owner.get()
                .execute(call, session.terminal().out(), session.terminal().err()));
    }
}
