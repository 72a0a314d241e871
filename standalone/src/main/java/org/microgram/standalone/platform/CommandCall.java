package org.microgram.standalone.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A command line that one process asks another to run: its words, and what kind of terminal they were typed at.
 *
 * @param args the words; paths in them are absolute
 * @param outIsTerminal whether the caller's standard output is a terminal
 * @param errIsTerminal whether its standard error is one
 * @param colour whether colours are wanted there
 */
public record CommandCall(List<String> args, boolean outIsTerminal, boolean errIsTerminal, boolean colour) {

    /** One word a line, in base64: a word may hold anything. */
    String print() {
        StringBuilder text = new StringBuilder();
        text.append(outIsTerminal)
                .append('\n')
                .append(errIsTerminal)
                .append('\n')
                .append(colour)
                .append('\n');
        for (String arg : args) {
            text.append(Base64.getEncoder().encodeToString(arg.getBytes(StandardCharsets.UTF_8)))
                    .append('\n');
        }
        return text.toString();
    }

    static CommandCall parse(String text) {
        String[] lines = text.split("\n", -1);
        List<String> args = new ArrayList<>();
        for (int i = 3; i < lines.length - 1; i++) {
            args.add(new String(Base64.getDecoder().decode(lines[i]), StandardCharsets.UTF_8));
        }
        return new CommandCall(
                args, Boolean.parseBoolean(lines[0]), Boolean.parseBoolean(lines[1]), Boolean.parseBoolean(lines[2]));
    }
}
