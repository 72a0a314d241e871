package org.microgram.messages.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects the problems of a configuration, so that all are told at once. */
public final class Problems {

    private final List<ConfigurationException.Problem> found = new ArrayList<>();

    public void add(String file, long line, String what, String remedy) {
        found.add(new ConfigurationException.Problem(file, line, what, remedy));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Hands them, in the order of their lines, to others that are told at the same time. */
    public void addTo(Problems others) {
        found.stream()
                .sorted(Comparator.comparingLong(ConfigurationException.Problem::line))
                .forEach(others.found::add);
    }

    /** Ends the loading when there is any problem. */
    public void throwIfAny(String where) {
        if (!found.isEmpty()) {
            throw new ConfigurationException(where, found);
        }
    }

    /** {@code ; did you mean dongcheng?} when one of the known words is close, else nothing. */
    public static String didYouMean(String word, Collection<String> known) {
        return closest(word, known)
                .map(close -> "; did you mean " + close + "?")
                .orElse("");
    }

    private static Optional<String> closest(String word, Collection<String> known) {
        String best = null;
        // Two letters exchanged are two changes; in a word of three that would be another word.
        int bestDistance = (word.length() < 4 ? 1 : Math.max(2, word.length() / 3)) + 1;
        for (String candidate : known) {
            int distance = distance(word, candidate, bestDistance);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Letters to change, add or drop until one word is the other; words of very different length are not compared. */
    private static int distance(String a, String b, int enough) {
        if (Math.abs(a.length() - b.length()) >= enough) {
            return enough;
        }
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(row[j - 1], previous[j]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
