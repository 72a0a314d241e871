package org.microgram.messages.network;

import java.util.List;

/** The configuration cannot be used. Carries every problem found, not only the first, so that one round of edits is enough. */
public final class ConfigurationException extends RuntimeException {

    /**
     * One problem.
     *
     * @param file the file it is in
     * @param line line in the file, starting at 1, or 0 when it is the file as a whole
     * @param found what was found and what is accepted instead
     * @param remedy what to do next
     */
    public record Problem(String file, long line, String found, String remedy) implements java.io.Serializable {

        /** {@code config/stations.csv, line 7}. */
        public String place() {
            return line > 0 ? file + ", line " + line : file;
        }
    }

    private final transient List<Problem> problems;

    /**
     * @param where the folder or file that was to be loaded
     * @param problems at least one
     */
    public ConfigurationException(String where, List<Problem> problems) {
        super(message(where, problems));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of files and lines. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(String where, List<Problem> problems) {
        StringBuilder text = new StringBuilder(where)
                .append(problems.size() == 1 ? ": 1 problem" : ": " + problems.size() + " problems")
                .append("; nothing was started.");
        int number = 0;
        for (Problem problem : problems) {
            number++;
            text.append("\n  %d. %s: %s%n     -> %s"
                    .formatted(number, problem.place(), problem.found(), problem.remedy())
                    .replace(System.lineSeparator(), "\n"));
        }
        return text.toString();
    }
}
