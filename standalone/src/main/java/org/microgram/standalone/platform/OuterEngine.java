package org.microgram.standalone.platform;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.microgram.messages.network.Network;

/** Broker and job are processes of their own; this one only knows the broker's address. See docker-compose.yml. */
final class OuterEngine implements Engine {

    private final String bootstrap;

    OuterEngine(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void startJob(Network network) {
        // It is submitted to a cluster; its rows arrive in the topic whenever it runs.
    }

    @Override
    public void checkpoint(Duration patience) {
        // The cluster takes them by itself, and a restart reads again what came after the last one.
    }

    @Override
    public SortedMap<Integer, Long> restoredOffsets() {
        return new TreeMap<>();
    }

    @Override
    public void stopJob() {
        // It goes on: the next store-writer reads what it does meanwhile.
    }

    @Override
    public void close() {
        // The broker is not ours.
    }
}
