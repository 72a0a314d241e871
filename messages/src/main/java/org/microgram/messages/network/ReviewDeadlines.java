package org.microgram.messages.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.microgram.standards.ledger.ReviewState;

/**
 * {@code config/review.yaml}: by when an hour should have got to each state of review, in hours after its end. No figure depends on it, so it
 * is no part of the configuration's hash.
 *
 * @param first hours until the first review; so the others
 */
public record ReviewDeadlines(int first, int second, int last) {

    /** What holds for a key that the file does not give, and without the file. */
    public static final ReviewDeadlines DEFAULT = new ReviewDeadlines(24, 72, 240);

    static final String NAME = "review.yaml";

    private static final int MOST = 100_000;

    /** @throws ConfigurationException with every problem of the file */
    public static ReviewDeadlines load(Path configDir) {
        Problems problems = new Problems();
        ReviewDeadlines deadlines = read(configDir, problems);
        problems.throwIfAny(configDir.resolve(NAME).toString());
        return deadlines;
    }

    /** The same beside other files: its problems are added to theirs, and something that can be gone on with is given. */
    public static ReviewDeadlines read(Path configDir, Problems all) {
        Problems problems = new Problems();
        YamlTree yaml = new YamlTree(configDir.resolve(NAME), problems);
        Map<String, Integer> hours = new LinkedHashMap<>();
        hours.put("first_review_hours", DEFAULT.first);
        hours.put("second_review_hours", DEFAULT.second);
        hours.put("final_review_hours", DEFAULT.last);
        yaml.root()
                .ifPresent(root -> yaml.entries(root, "first_review_hours: 24").forEach(entry -> {
                    if (!hours.containsKey(entry.key())) {
                        yaml.add(
                                entry.line(),
                                entry.key() + " is not a key we know"
                                        + Problems.didYouMean(entry.key(), hours.keySet()),
                                "the keys are " + String.join(", ", hours.keySet()) + ".");
                        return;
                    }
                    yaml.text(entry).ifPresent(text -> {
                        if (text.matches("\\d{1,6}") && Integer.parseInt(text) <= MOST) {
                            hours.put(entry.key(), Integer.parseInt(text));
                        } else {
                            yaml.add(
                                    entry.line(),
                                    entry.key() + " = \"" + text + "\" is not a whole number of hours from 0 to " + MOST
                                            + ".",
                                    "write for example " + entry.key() + ": 24.");
                        }
                    });
                }));
        List<Integer> inOrder = new ArrayList<>(hours.values());
        if (problems.isEmpty() && (inOrder.get(0) > inOrder.get(1) || inOrder.get(1) > inOrder.get(2))) {
            yaml.add(
                    0,
                    "the reviews do not follow each other.",
                    "give the second no fewer hours than the first, the final no fewer than the second.");
        }
        problems.addTo(all);
        return new ReviewDeadlines(inOrder.get(0), inOrder.get(1), inOrder.get(2));
    }

    /** Hours after its end by which an hour in this state should have got to the next. */
    public int after(ReviewState state) {
        return switch (state) {
            case RAW -> first;
            case FIRST -> second;
            case SECOND, FINAL -> last;
        };
    }
}
