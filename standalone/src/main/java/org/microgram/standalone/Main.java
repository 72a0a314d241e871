package org.microgram.standalone;

import java.nio.file.Path;
import org.microgram.standalone.cli.CommandLineInterface;
import org.microgram.standalone.terminal.Terminal;

/** What {@code ./microgram} starts. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        Path home = Path.of(System.getProperty("microgram.home", "."));
        int code = new CommandLineInterface(terminal, System.getenv(), home, Wiring.services()).execute(args);
        System.exit(code); // threads of the libraries would keep the process alive
    }
}
