package org.microgram.dashboard.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What went wrong with a request, in three parts: what was found, what is accepted, what to do next. It never carries a stack trace.
 */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Of problems whose three parts say all. */
    private static final String NO_CODE = null;

    private final int status;
    private final transient Body body;

    Problem(int status, String found, String expected, String todo) {
        this(status, found, expected, todo, NO_CODE);
    }

    /** @param code what a program knows it by */
    Problem(int status, String found, String expected, String todo, String code) {
        this(new Body(status, code, found, expected, todo, List.of()));
    }

    private Problem(Body body) {
        super(body.found + "; " + body.expected + "; " + body.todo, null, false, false);
        this.status = body.status;
        this.body = body;
    }

    /** Of what was told in both languages, with {@code ->} before what to do; its code is that of the first. */
    static Problem of(int status, String expected, List<Said> all) {
        String[] first = all.get(0).en().split("\\s*->\\s*", 2);
        String more = all.size() == 1 ? "" : " (and " + (all.size() - 1) + " more)";
        return new Problem(new Body(
                status,
                all.get(0).code(),
                first[0] + more,
                expected,
                first.length > 1 ? first[1] : "see problems",
                all));
    }

    int status() {
        return status;
    }

    Body body() {
        return body;
    }

    /** One of several, as people read it. */
    record Said(String code, String zh, String en) {}

    /**
     * As it is sent, {@code application/problem+json}.
     *
     * @param code what a program knows it by; left out where the status says all
     * @param problems everything that was found, where it can be more than one
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Body(int status, String code, String found, String expected, String todo, List<Said> problems) {}
}
