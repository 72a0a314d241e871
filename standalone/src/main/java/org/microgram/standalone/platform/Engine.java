package org.microgram.standalone.platform;

import java.time.Duration;
import java.util.SortedMap;
import org.microgram.messages.network.Network;

/** What a platform runs on: a broker and the compliance job, both in this process ({@link InnerEngine}) or both outside of it. */
interface Engine extends AutoCloseable {

    /** Where the broker is: {@code HOST:PORT}. */
    String bootstrap();

    /** Returns when the job runs, or at once where somebody else runs it. The topics exist. */
    void startJob(Network network) throws Exception;

    /** Takes a checkpoint now where this process can ask for one; else the job's own, some seconds apart, must do. */
    void checkpoint(Duration patience) throws Exception;

    /** At which offsets of {@code readings} the job went on, by partition; empty when it began at the first record, or elsewhere. */
    SortedMap<Integer, Long> restoredOffsets();

    /** Stops the job without asking it: the way back is the same as after a kill (rule K5). */
    void stopJob();

    /** Stops the broker. */
    @Override
    void close();
}
