package org.microgram.dashboard.review;

import java.util.List;
import java.util.stream.Collectors;

/** A decision that cannot be carried out; nothing of it is. Carries every reason, each with what to do. */
public final class ReviewRefused extends RuntimeException {

    /** One reason. */
    public record Problem(String zh, String en) implements java.io.Serializable {}

    private final transient List<Problem> problems;

    ReviewRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::en).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
