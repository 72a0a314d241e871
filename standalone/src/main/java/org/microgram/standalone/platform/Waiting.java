package org.microgram.standalone.platform;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.microgram.store.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a store that does not answer: an outage of it delays figures and ends nothing. */
final class Waiting {

    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TELL_EVERY = 10;

    private Waiting() {}

    /**
     * What the question gives, asked again as long as it fails with something that may pass.
     *
     * @param telling called at the first failure and from time to time after it
     */
    static <T> T until(Supplier<T> question, Runnable telling) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                return question.get();
            } catch (StoreFailure e) {
                if (!e.isPassing()) {
                    throw e;
                }
                if (attempt % TELL_EVERY == 0) {
                    LOG.warn("The store does not answer, attempt {}; it is asked again.", attempt + 1, e);
                    telling.run();
                }
                LockSupport.parkNanos(PAUSE.toNanos());
                if (Thread.interrupted()) {
                    throw new InterruptedException("while waiting for the store");
                }
            }
        }
    }
}
