package org.microgram.standalone.cli;

import java.io.Console;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How a command says who acts: {@code --user} with a password typed at the terminal, the environment's {@code MICROGRAM_TOKEN}, or the word
 * of the process that handed the command over. Nobody is asked twice in one command.
 */
public final class Who {

    /** A token for machines; read from the environment, because a command line can be read by everybody on the machine. */
    public static final String TOKEN = "MICROGRAM_TOKEN";

    private final Optional<String> user;
    private final Optional<String> token;
    private final Passwords passwords;
    private final AtomicReference<String> known;

    /** Where passwords are typed. */
    @FunctionalInterface
    public interface Passwords {
        /** Empty when there is no terminal to type at. */
        Optional<char[]> ask(String prompt);
    }

    private Who(Optional<String> user, Optional<String> token, Passwords passwords, String known) {
        this.user = user;
        this.token = token;
        this.passwords = passwords;
        this.known = new AtomicReference<>(known);
    }

    /** Of a process of its own. */
    public static Who of(Map<String, String> environment, Passwords passwords) {
        return new Who(
                Optional.empty(),
                Optional.ofNullable(environment.get(TOKEN)).filter(text -> !text.isBlank()),
                passwords,
                null);
    }

    /** Of a command that another process handed over, which found out who acts. */
    public static Who handed(String actorId) {
        return new Who(Optional.empty(), Optional.empty(), prompt -> Optional.empty(), actorId);
    }

    /** The terminal of this process, without echo. */
    @SuppressWarnings("SystemConsoleNull") // asked for exactly that
    public static Optional<char[]> typed(String prompt) {
        Console console = System.console();
        return console == null ? Optional.empty() : Optional.ofNullable(console.readPassword("%s", prompt));
    }

    Who as(String name) {
        return name == null ? this : new Who(Optional.of(name), token, passwords, known.get());
    }

    public Optional<String> user() {
        return user;
    }

    public Optional<String> token() {
        return token;
    }

    public Passwords passwords() {
        return passwords;
    }

    /** Id of who acts, once that was found out. */
    public Optional<String> known() {
        return Optional.ofNullable(known.get());
    }

    /** From now on that is known. */
    public void is(String actorId) {
        known.set(actorId);
    }
}
