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
 * @param actor id of who acts, found out by the process that asks; roles are looked up anew by the one that is asked. Empty for nobody
 */
public record CommandCall(
        List<String> args, boolean outIsTerminal, boolean errIsTerminal, boolean colour, String actor) {

    /** One word a line, in base64: a word may hold anything. */
    String print() {
        StringBuilder text = new StringBuilder();
        text.append(outIsTerminal)
                .append('\n')
                .append(errIsTerminal)
                .append('\n')
                .append(colour)
                .append('\n');
        word(text, actor);
        args.forEach(arg -> word(text, arg));
        return text.toString();
    }

    private static void word(StringBuilder text, String word) {
        text.append(Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8)))
                .append('\n');
    }

    private static String word(String line) {
        return new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
    }

    static CommandCall parse(String text) {
        String[] lines = text.split("\n", -1);
        List<String> args = new ArrayList<>();
        for (int i = 4; i < lines.length - 1; i++) {
            args.add(word(lines[i]));
        }
        return new CommandCall(
                args,
                Boolean.parseBoolean(lines[0]),
                Boolean.parseBoolean(lines[1]),
                Boolean.parseBoolean(lines[2]),
                word(lines[3]));
    }
}
