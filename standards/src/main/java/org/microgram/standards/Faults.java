package org.microgram.standards;

/** Where a reader of tables puts what is wrong with them, so that all of it is told at once. */
@FunctionalInterface
public interface Faults {

    /** For tables that come with the program: a fault in one is ours, and nothing can be computed. */
    Faults FATAL = (file, line, found, remedy) -> {
        throw new IllegalStateException(file + " line " + line + ": " + found + " -> " + remedy);
    };

    /**
     * @param line in the file, starting at 1; 0 when it is the file as a whole
     * @param found what was found and what is accepted instead
     * @param remedy what to do next
     */
    void add(String file, long line, String found, String remedy);
}
