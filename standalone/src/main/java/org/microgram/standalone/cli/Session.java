package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.util.List;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Progress;
import org.microgram.standalone.terminal.Tables;
import org.microgram.standalone.terminal.Terminal;

/**
 * What every command was told: which configuration, and how to speak.
 *
 * @param config folder of the configuration
 * @param json results as JSON
 * @param quiet no progress
 * @param who how it says who acts
 */
public record Session(Path config, Lang lang, boolean json, boolean quiet, Terminal terminal, Who who) {

    /** The same with another configuration. */
    public Session with(Path otherConfig) {
        return new Session(otherConfig, lang, json, quiet, terminal, who);
    }

    /** A table for the place the output goes to; close it when it is complete. */
    public Tables table(List<String> header) {
        return new Tables(terminal.out(), Tables.Format.of(terminal, json), header);
    }

    public Progress progress(String chinese, String english, long total) {
        return new Progress(terminal, lang, quiet, lang.pick(chinese, english), total);
    }
}
