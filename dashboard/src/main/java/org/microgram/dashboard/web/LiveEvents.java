package org.microgram.dashboard.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to every open page. Each has a queue with a bound and is written to by a thread of its own: a page that does not read is
 * let go and counted, and never holds up the others or whoever publishes. Its EventSource comes back by itself and reads everything anew.
 */
final class LiveEvents implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);

    /** Events that wait for one page. */
    static final int QUEUE = 64;

    /** Open pages at once. */
    static final int CLIENTS = 100;

    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final Counter slow;
    private final Counter crowded;
    private final long tickMillis;
    private final Supplier<Object> tick;

    /**
     * @param tickMillis a quiet page gets a tick this often, which also finds out that it is gone
     * @param tick what it says
     */
    LiveEvents(MeterRegistry registry, long tickMillis, Supplier<Object> tick) {
        this.tickMillis = tickMillis;
        this.tick = tick;
        this.slow = Counter.builder("microgram.events.dropped")
                .tag("reason", "slow")
                .description("Pages let go because they did not read their events")
                .register(registry);
        this.crowded = Counter.builder("microgram.events.dropped")
                .tag("reason", "crowded")
                .description("Pages refused because too many were open")
                .register(registry);
        Gauge.builder("microgram.events.clients", clients, Set::size)
                .description("Pages that listen")
                .register(registry);
    }

    /** Writes to a page on the calling thread until the page is gone or let go. */
    void serve(Wire wire) {
        if (clients.size() >= CLIENTS) {
            crowded.increment();
            wire.close();
            return;
        }
        Client client = new Client(wire, Thread.currentThread());
        clients.add(client);
        try {
            client.write();
        } catch (InterruptedException e) {
            LOG.debug("a page was let go");
        } catch (RuntimeException e) {
            LOG.debug("a page went away while it was written to", e);
        } finally {
            clients.remove(client);
            wire.close();
        }
    }

    void publish(String name, Object data) {
        Event event = new Event(name, data);
        for (Client client : clients) {
            if (!client.queue.offer(event)) {
                slow.increment();
                LOG.warn("a page did not read {} events and was let go; it will connect again by itself", QUEUE);
                drop(client);
            }
        }
    }

    int clients() {
        return clients.size();
    }

    /** Its thread may be stuck in a write; the interrupt frees it, and it closes the connection on its way out. */
    private void drop(Client client) {
        if (clients.remove(client)) {
            client.writer.interrupt();
        }
    }

    @Override
    public void close() {
        clients.forEach(this::drop);
    }

    /** The connection to one page. */
    interface Wire {
        void send(String event, Object data);

        boolean isGone();

        void close();
    }

    private record Event(String name, Object data) {}

    private final class Client {

        private final Wire wire;
        private final Thread writer;
        private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE);

        private Client(Wire wire, Thread writer) {
            this.wire = wire;
            this.writer = writer;
        }

        private void write() throws InterruptedException {
            wire.send("tick", tick.get());
            while (!wire.isGone() && clients.contains(this)) {
                Event event = queue.poll(tickMillis, TimeUnit.MILLISECONDS);
                if (event == null) {
                    wire.send("tick", tick.get());
                } else {
                    wire.send(event.name(), event.data());
                }
            }
        }
    }
}
