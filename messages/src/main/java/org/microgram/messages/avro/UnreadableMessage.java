package org.microgram.messages.avro;

/** Bytes that are no message this build can read; the text says what was found, what is known, and what to do. */
public final class UnreadableMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableMessage(String message) {
        super(message);
    }

    public UnreadableMessage(String message, Throwable cause) {
        super(message, cause);
    }
}
