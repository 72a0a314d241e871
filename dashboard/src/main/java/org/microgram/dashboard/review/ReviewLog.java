package org.microgram.dashboard.review;

import java.time.Duration;
import java.util.List;
import org.microgram.messages.readings.ReadingsMessage;

/** The way to the topic {@code readings} and back to the store, for what people decide. */
public interface ReviewLog {

    /** The platform's time, milliseconds since 1970 UTC; later than at every call before. */
    long now();

    /**
     * Sends all of it, and returns when all of it is acknowledged.
     *
     * @throws NotKept when some of it is not; sending the same again is harmless
     */
    void send(List<ReadingsMessage> messages);

    /** Waits until all that follows from what was sent can be read in the store; false when it takes longer than that. */
    boolean shown(Duration atMost);

    /** Something that was decided is not in the log. */
    final class NotKept extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotKept(Throwable cause) {
            super("not everything was acknowledged; the same request again is harmless", cause);
        }
    }
}
