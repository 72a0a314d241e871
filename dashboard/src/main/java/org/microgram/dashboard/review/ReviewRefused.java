package org.microgram.dashboard.review;

import java.util.List;
import java.util.stream.Collectors;

/** A decision that cannot be carried out; nothing of it is. Carries every reason, each with what to do. */
public final class ReviewRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a program can tell the reasons apart by. A name is never given another meaning. */
    public enum Code {
        /** What was written cannot be read: an action, a day, a list … */
        NOT_UNDERSTOOD,
        UNKNOWN_STATION,
        UNKNOWN_SECTION,
        UNKNOWN_PARAMETER,
        /** A value that is no number, or that no instrument can measure. */
        BAD_VALUE,
        NO_REASON,
        /** Longer than a reason may be, or beginning like one of those that a review writes itself. */
        BAD_REASON,
        /** More days than one request may touch. */
        TOO_LONG,
        /** The key of a request was used for another one. */
        KEY_USED,
        DAY_LOCKED,
        DAY_NOT_LOCKED,
        /** A first value would not count any more: it takes two people to amend it. */
        PASSED_SECOND_REVIEW,
        /** Nothing to amend: the value can be set. */
        NOT_PASSED_SECOND_REVIEW,
        /** Who took the value this far may not take it further. */
        REVIEWER_PASSED_BEFORE,
        /** Who proposed an amendment may not approve it. */
        PROPOSER_CANNOT_APPROVE,
        NOTHING_TO_PASS,
        NOT_WHOLE_DAYS,
        NOT_OVER,
        NOT_FINAL,
        /** What counts arrived after this moment, so what is decided now would not count: a clock is wrong. */
        LATER_THAN_NOW,
        /** Of a decision only a part is there, and since then others decided: it cannot be completed. */
        ARRIVED_IN_PART,
        /** What was decided before cannot be read yet, so nothing can be decided on it: the same again, later. */
        NOT_SHOWN_YET,
        /** At this moment no sample was taken: only of what was received a value can be set. */
        NO_SAMPLE,
        /** Something else is there than what was decided on: look again. */
        CHANGED_SINCE,
        /** Another decision takes its time: the same again, later. */
        BUSY
    }

    /** One reason. */
    public record Problem(Code code, String zh, String en) implements java.io.Serializable {}

    private final transient List<Problem> problems;

    ReviewRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::en).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** Whether the same request may well be carried out a moment later. */
    public boolean isForNow() {
        return problems.stream()
                .anyMatch(problem -> problem.code() == Code.NOT_SHOWN_YET || problem.code() == Code.BUSY);
    }

    /** Whether it is the request that is wrong, whatever is stored. */
    public boolean isRequest() {
        return problems.stream().allMatch(problem -> problem.code().compareTo(Code.KEY_USED) < 0);
    }
}
