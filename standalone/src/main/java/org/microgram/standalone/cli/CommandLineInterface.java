package org.microgram.standalone.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.microgram.access.Denied;
import org.microgram.standalone.Build;
import org.microgram.standalone.Outcome;
import org.microgram.standalone.Services;
import org.microgram.standalone.Told;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Terminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * The command line: reads it, runs the command, turns its end into an exit code: 0 done, 1 failed, 2 usage, 3 done but something was
 * refused that is not a known defect.
 */
public final class CommandLineInterface {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLineInterface.class);

    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Path home;
    private final Optional<Services> services;
    private final Who who;

    /**
     * Passwords are typed at this process's terminal.
     *
     * @param home where Microgram is installed
     * @param services what stands behind the commands; those that need it do not exist without it
     */
    public CommandLineInterface(
            Terminal terminal, Map<String, String> environment, Path home, Optional<Services> services) {
        this(terminal, environment, home, services, Who.of(environment, Who::typed));
    }

    /** @param who what is known of who acts */
    public CommandLineInterface(
            Terminal terminal, Map<String, String> environment, Path home, Optional<Services> services, Who who) {
        this.who = who;
        this.terminal = terminal;
        this.environment = environment;
        this.home = home;
        this.services = services;
    }

    /** Runs one command line and returns the exit code of the process. */
    public int execute(String... args) {
        Lang lang = Languages.of(args, Lang.of(environment));
        try {
            return commandLine(lang).execute(args);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    CommandLine commandLine(Lang lang) {
        CommandLine root = new CommandLine(new Root(terminal, lang));
        services.ifPresent(s -> {
            root.addSubcommand(new DemoCommand(s, common(lang)));
            root.addSubcommand(new RunCommand(s, common(lang)));
            root.addSubcommand(new BackfillCommand(s, common(lang)));
            root.addSubcommand(new QueryCommand(s, common(lang)));
            root.addSubcommand(new CompareCommand(s, common(lang)));
            root.addSubcommand(new RankCommand(s, common(lang)));
            root.addSubcommand(new AccountCommand(s, common(lang)));
            root.addSubcommand(new ExportCommand(s, common(lang)));
            root.addSubcommand(new ExplainCommand(s, common(lang)));
            root.addSubcommand(new HistoryCommand(s, common(lang)));
            root.addSubcommand(new ScreeningCommand(s, common(lang)));
            root.addSubcommand(new ReviewCommand(s, common(lang)));
            root.addSubcommand(new EventCommand(s, common(lang)));
            root.addSubcommand(new RebuildCommand(s, common(lang)));
            root.addSubcommand(new ReconcileCommand(s, common(lang)));
            root.addSubcommand(new BackupCommand(s, common(lang)));
            root.addSubcommand(new RestoreCommand(s, common(lang)));
            root.addSubcommand(new UpgradeCommand(s, common(lang)));
        });
        services.ifPresent(s -> {
            root.addSubcommand(new UserCommand(s, common(lang)));
            root.addSubcommand(new TokenCommand(s, common(lang)));
            root.addSubcommand(new AuditCommand(s, common(lang)));
            root.addSubcommand(new VerifyChainCommand(s, common(lang)));
        });
        root.addSubcommand(new CheckConfigCommand(common(lang)));
        root.addSubcommand(new DoctorCommand(common(lang)));
        root.addSubcommand(new GenerateCompletion());
        root.setCaseInsensitiveEnumValuesAllowed(true);
        Dates.register(root, lang); // reaches the subcommands that stand already
        root.setResourceBundle(Languages.texts(lang));
        root.setUsageHelpAutoWidth(false);
        root.setUsageHelpWidth(110);
        root.getCommandSpec().usageMessage().adjustLineBreaksForWideCJKCharacters(true);
        root.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF));
        root.setOut(writer(terminal.out()));
        root.setErr(writer(terminal.err()));
        root.setParameterExceptionHandler((e, args) -> usage(e, lang));
        root.setExecutionExceptionHandler((e, command, parsed) -> failed(e, lang));
        return root;
    }

    private Common common(Lang lang) {
        return new Common(terminal, lang, home, who);
    }

    /** The reason and where to look: the whole help would push the reason off the screen. */
    private int usage(ParameterException e, Lang lang) {
        PrintStream err = terminal.err();
        err.println(e.getMessage());
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        CommandLine.UnmatchedArgumentException.printSuggestions(e, new PrintWriter(err, true, StandardCharsets.UTF_8));
        err.println(lang.pick("-> 用法与示例：./", "-> usage and examples: ./") + name + " --help");
        return Outcome.USAGE.code();
    }

    private int failed(Exception e, Lang lang) {
        LOG.debug("command failed", e);
        String message = e instanceof Told told
                ? told.tell(lang)
                : e instanceof Denied denied ? lang.pick(denied.chinese(), denied.english()) : e.getMessage();
        terminal.err().println(message == null ? e.toString() : message);
        return Outcome.FAILED.code();
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** {@code ./microgram} alone: what to type first. */
    @Command(name = "microgram", versionProvider = Version.class)
    static final class Root implements Runnable {

        private final Terminal terminal;
        private final Lang lang;

        @Option(
                names = {"-h", "--help"},
                usageHelp = true)
        @SuppressWarnings("unused") // looked at by picocli
        private boolean help;

        @Option(
                names = {"-V", "--version"},
                versionHelp = true)
        @SuppressWarnings("unused")
        private boolean version;

        @Option(names = "--lang", paramLabel = "zh|en", converter = Languages.class)
        @SuppressWarnings("unused") // looked for before anything is parsed
        private Lang language;

        Root(Terminal terminal, Lang lang) {
            this.terminal = terminal;
            this.lang = lang;
        }

        @Override
        public void run() {
            terminal.out().print(lang.pick("""
                            Microgram 计算空气质量标准所规定的每个数值；每个数值都能说明自己的来历。先试试：
                              ./microgram doctor        这台机器是否就绪
                              ./microgram demo          北京 35 个站点 2019 与 2020 年的数据，并在 http://127.0.0.1:8080 打开页面
                              ./microgram run           用自己的数据运行
                              ./microgram --help        全部命令；每条命令都有 --help 与示例
                            """, """
                            Microgram computes every figure that the air quality standards define, and each one explains itself. Type first:
                              ./microgram doctor        is this machine ready?
                              ./microgram demo          two years of Beijing's 35 stations, with the page at http://127.0.0.1:8080
                              ./microgram run           with data of your own
                              ./microgram --help        all commands; each has its own --help with examples
                            """));
        }
    }

    /** For {@code --version}. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"Microgram " + Build.version()};
        }
    }
}
