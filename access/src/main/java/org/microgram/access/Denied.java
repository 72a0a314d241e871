package org.microgram.access;

/** Somebody may not do what they asked for. Says why and what to do, in both languages; never holds a password or a token. */
public final class Denied extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Nobody said who acts. */
        UNKNOWN,
        /** Name and password, or the token, are not right. Does not tell which. */
        CREDENTIALS,
        /** Too many failed log-ins; no password is looked at for a while. */
        LOCKED,
        /** Known, but not allowed. */
        PERMISSION,
        /** A change of users that breaks a rule, such as two powers in one hand. */
        RULE
    }

    private final Reason reason;
    private final String chinese;
    private final String english;

    public Denied(Reason reason, String chinese, String english) {
        super(english);
        this.reason = reason;
        this.chinese = chinese;
        this.english = english;
    }

    public Reason reason() {
        return reason;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
