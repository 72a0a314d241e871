package org.microgram.standalone.cli;

import java.nio.file.Path;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Terminal;
import picocli.CommandLine.Option;

/** The options of every command. */
public final class Common {

    /** Where the page is unless somebody says otherwise. */
    static final String PORT = "8080";

    private final Terminal terminal;
    private final Lang fallback;
    private final Path home;
    private final Who who;

    @Option(names = "--config", paramLabel = "DIR")
    private Path config;

    @Option(names = "--lang", paramLabel = "zh|en", converter = Languages.class)
    private Lang lang;

    @Option(names = "--json")
    private boolean json;

    @Option(names = {"-q", "--quiet"})
    private boolean quiet;

    @Option(names = "--user", paramLabel = "NAME")
    private String user;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    @SuppressWarnings("unused") // looked at by picocli
    private boolean help;

    /**
     * @param fallback the language unless {@code --lang} says another
     * @param home where Microgram is installed: its {@code config/} is the default
     * @param who what is known of who acts
     */
    Common(Terminal terminal, Lang fallback, Path home, Who who) {
        this.terminal = terminal;
        this.fallback = fallback;
        this.home = home;
        this.who = who;
    }

    Session session() {
        return new Session(
                config == null ? home.resolve("config") : config,
                lang == null ? fallback : lang,
                json,
                quiet,
                terminal,
                who.as(user));
    }

    /** The data directory of a command that may do without {@code --data}. */
    Path dataOr(Path given, String name) {
        return given == null ? home.resolve("data").resolve(name) : given;
    }
}
