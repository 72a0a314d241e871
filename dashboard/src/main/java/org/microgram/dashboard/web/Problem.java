package org.microgram.dashboard.web;

/**
 * What went wrong with a request, in three parts: what was found, what is accepted, what to do next. It never carries a stack trace.
 */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final Body body;

    Problem(int status, String found, String expected, String todo) {
        super(found + "; " + expected + "; " + todo, null, false, false);
        this.status = status;
        this.body = new Body(status, found, expected, todo);
    }

    int status() {
        return status;
    }

    Body body() {
        return body;
    }

    /** As it is sent, {@code application/problem+json}. */
    record Body(int status, String found, String expected, String todo) {}
}
