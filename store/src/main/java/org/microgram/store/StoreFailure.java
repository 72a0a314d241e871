package org.microgram.store;

/** The store could not do what it was asked; the text says what was found and what to do. Writing again later is safe. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    public StoreFailure(String message) {
        this(message, null);
    }

    public StoreFailure(String message, Throwable cause) {
        this(message, cause, false);
    }

    private StoreFailure(String message, Throwable cause, boolean passing) {
        super(message, cause);
        this.passing = passing;
    }

    /** It does not answer, or not now: the same question later may well succeed, without anybody repairing anything here. */
    public static StoreFailure passing(String message, Throwable cause) {
        return new StoreFailure(message, cause, true);
    }

    /** Whether waiting may be enough. */
    public boolean isPassing() {
        return passing;
    }
}
