package org.microgram.standalone;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.microgram.standalone.cli.CommandLineInterface;
import org.microgram.standalone.cli.Who;
import org.microgram.standalone.terminal.Terminal;

/** The program's commands as a person gives them: in this process, or as the process of its own that can be killed. */
public final class Commands {

    /** Whether this JVM spares the optimizing compiler, which costs a process of some seconds more than it gains. */
    private static final boolean SHORT_LIVED =
            ManagementFactory.getRuntimeMXBean().getInputArguments().contains("-XX:TieredStopAtLevel=1");

    private Commands() {}

    /**
     * How a command ended.
     *
     * @param code exit code
     * @param out what it printed
     * @param err what it remarked
     */
    public record Ran(int code, String out, String err) {}

    /** Runs a command here. */
    public static Ran run(String... args) {
        return run(Map.of("LANG", "en"), args);
    }

    /** Runs a command here, with this environment. */
    public static Ran run(Map<String, String> environment, String... args) {
        return run(terminal -> new CommandLineInterface(terminal, environment, Path.of(".."), Wiring.services()), args);
    }

    /** Runs a command here as whoever it asks for a password types these, one each time. */
    public static Ran typing(Queue<String> passwords, String... args) {
        Map<String, String> environment = Map.of("LANG", "en");
        Who who = Who.of(
                environment, prompt -> Optional.ofNullable(passwords.poll()).map(String::toCharArray));
        return run(
                terminal -> new CommandLineInterface(terminal, environment, Path.of(".."), Wiring.services(), who),
                args);
    }

    private static Ran run(Function<Terminal, CommandLineInterface> program, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                false);
        int code = program.apply(terminal).execute(args);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Starts a command in a process of its own; both its outputs go to a file. */
    public static Process start(File output, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "--add-opens",
                "java.base/java.util=ALL-UNNAMED",
                "--add-opens",
                "java.base/java.nio=ALL-UNNAMED",
                "-Xmx1200m",
                "-XX:+UseParallelGC",
                "-XX:TieredStopAtLevel=" + (SHORT_LIVED ? 1 : 4),
                "-Dlogback.configurationFile=logback.xml",
                "-Dmicrogram.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("LANG", "en");
        return process.redirectErrorStream(true).redirectOutput(output).start();
    }
}
