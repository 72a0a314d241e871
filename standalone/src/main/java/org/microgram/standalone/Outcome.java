package org.microgram.standalone;

/** How a command ended, as its exit code. */
public enum Outcome {
    DONE(0),
    FAILED(1),
    USAGE(2),
    /** Done, but something was refused that {@code config/known-defects.csv} does not list. */
    DONE_WITH_REFUSALS(3);

    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
