package org.microgram.dashboard.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.microgram.access.Denied;

/**
 * {@code GET /events}: server-sent events to one page each, on a thread of its own that ends with the page.
 *
 * <p>A servlet beside Javalin, not a route of it: when a page goes away, Javalin 7.2 goes on asking for an answer that Jetty has recycled,
 * and logs the failure of its own failure handler without end.
 */
final class EventStream extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient LiveEvents events;
    private final transient Function<Object, String> json;
    private final Map<String, String> headers;
    private final transient Door door;

    /**
     * @param json makes one line of text of what an event carries
     * @param headers on every answer
     * @param door who may listen
     */
    EventStream(LiveEvents events, Function<Object, String> json, Map<String, String> headers, Door door) {
        this.events = events;
        this.json = json;
        this.headers = Map.copyOf(headers);
        this.door = door;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.forEach(response::setHeader);
        BooleanSupplier allowed;
        try {
            allowed = door.watch(request);
        } catch (Problem e) {
            response.setStatus(e.status());
            return;
        } catch (Denied e) {
            response.setStatus(WebServer.status(e));
            return;
        }
        String accept = request.getHeader("Accept");
        if (accept == null || !(accept.contains("text/event-stream") || accept.contains("*/*"))) {
            response.setStatus(HttpServletResponse.SC_NOT_ACCEPTABLE);
            return;
        }
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("X-Accel-Buffering", "no"); // a proxy that gathers would keep the page waiting
        response.flushBuffer();
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        Connection connection = new Connection(async, response.getOutputStream(), allowed);
        async.addListener(connection);
        Thread thread = new Thread(() -> events.serve(connection), "page-events");
        thread.setDaemon(true);
        thread.start();
    }

    private final class Connection implements LiveEvents.Wire, AsyncListener {

        private final AsyncContext async;
        private final OutputStream out;
        private final BooleanSupplier allowed;
        private final AtomicBoolean gone = new AtomicBoolean();

        Connection(AsyncContext async, OutputStream out, BooleanSupplier allowed) {
            this.async = async;
            this.out = out;
            this.allowed = allowed;
        }

        @Override
        public void send(String event, Object data) {
            try {
                out.write(
                        ("event: " + event + "\ndata: " + json.apply(data) + "\n\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean isGone() {
            return gone.get() || !allowed.getAsBoolean();
        }

        @Override
        public void close() {
            if (gone.compareAndSet(false, true)) {
                async.complete();
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            gone.set(true);
        }

        @Override
        public void onError(AsyncEvent event) {
            close();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            close();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // it is started once
        }
    }
}
