package org.microgram.standalone.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where the output goes: results to {@code out}, everything else to {@code err}, both in UTF-8 whatever the terminal's locale.
 *
 * @param out results
 * @param err progress, remarks, errors
 * @param outIsTerminal a person reads the results, rather than a file or another program
 * @param errIsTerminal a person sees the progress
 * @param colour may be used on {@code out}
 */
public record Terminal(PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal, boolean colour) {

    private static final String RESET = "\u001b[0m";

    /** This process's own. The launcher says which of the two is a terminal, because Java 17 cannot tell them apart. */
    public static Terminal ofProcess(Map<String, String> environment) {
        boolean outIsTerminal = flag("microgram.out.terminal");
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || "dumb".equals(environment.getOrDefault("TERM", "dumb"));
        return new Terminal(
                // A file or pipe gets large pieces, a person every line at once.
                new PrintStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                        outIsTerminal,
                        StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                outIsTerminal,
                flag("microgram.err.terminal"),
                outIsTerminal && !plain);
    }

    public String green(String text) {
        return colour ? "\u001b[32m" + text + RESET : text;
    }

    public String red(String text) {
        return colour ? "\u001b[31m" + text + RESET : text;
    }

    @SuppressWarnings("SystemConsoleNull") // only asked when not started by the launcher
    private static boolean flag(String property) {
        String said = System.getProperty(property);
        return said == null ? System.console() != null : Boolean.parseBoolean(said);
    }
}
