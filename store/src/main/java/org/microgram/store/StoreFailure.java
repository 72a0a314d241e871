package org.microgram.store;

/** The store could not do what it was asked; the text says what was found and what to do. Writing again later is safe. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreFailure(String message) {
        super(message);
    }

    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
