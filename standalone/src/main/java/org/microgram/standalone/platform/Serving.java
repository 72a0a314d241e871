package org.microgram.standalone.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.microgram.dashboard.explain.view.FigureExplainer;
import org.microgram.dashboard.review.ReviewDesk;
import org.microgram.dashboard.web.Comparison;
import org.microgram.dashboard.web.Entrance;
import org.microgram.dashboard.web.PlatformState;
import org.microgram.dashboard.web.PlatformState.Conservation;
import org.microgram.dashboard.web.Reviewing;
import org.microgram.dashboard.web.Sources;
import org.microgram.dashboard.web.WebServer;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.network.ReviewDeadlines;
import org.microgram.messages.network.Targets;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.standalone.Build;
import org.microgram.standalone.Comparisons;
import org.microgram.standalone.DataDirectory;
import org.microgram.standalone.Services;
import org.microgram.standalone.Shutdown;

/** A platform that people can look at: its parts, its page, and its ear for commands of other processes. */
public final class Serving {

    private final Platform platform;
    private final WebServer web;
    private final Batches batches;
    private final ReviewDesk desk;
    private final MeterRegistry metrics;
    private final boolean replay;
    private final AtomicLong newestEnd = new AtomicLong(Long.MIN_VALUE);
    private List<Comparison> compared = List.of();
    private long comparedAt = -1;
    private final AtomicReference<String> doing = new AtomicReference<>("");
    private final AtomicReference<Conservation> conservation = new AtomicReference<>(Conservation.NOTHING);

    /**
     * Starts everything; {@code shutdown} closes it.
     *
     * @param bases of changes that others published
     * @param targets what accounts are held against
     * @param deadlines of reviews
     * @param replay whether the data are past: then the platform's time is the end of the newest hour, else the clock
     * @param entrance who may come in at the page
     * @param request where the data are, and where the page is to be; port 0 for a free one
     * @param place where the figures are
     */
    public Serving(
            DataDirectory data,
            Network network,
            PublishedBases bases,
            Targets targets,
            ReviewDeadlines deadlines,
            boolean replay,
            Services.Serve request,
            Entrance entrance,
            StorePlace place,
            ControlServer.Commands commands,
            Shutdown shutdown,
            Consumer<Platform.Step> saying)
            throws Exception {
        PagePort.mustBeFree(
                request.listen(), request.port()); // before half a minute is spent on all that is behind the page
        this.replay = replay;
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        this.metrics = metrics;
        new JvmMemoryMetrics().bindTo(metrics);
        shutdown.closing("gc metrics", gcMetrics(metrics));
        new ProcessorMetrics().bindTo(metrics);
        this.platform = shutdown.closing(
                "platform", Platform.start(data, network, metrics, saying, request.bootstrap(), place));
        this.batches = new Batches(data.root());
        network.areas().stream().findFirst().ifPresent(city -> platform.store()
                .latest(Measurement.AIR_HOUR, org.microgram.messages.rows.Subject.area(city.id()))
                .ifPresent(row -> newestEnd.set(row.key().endSecond())));
        recount();
        this.desk = new ReviewDesk(platform.store(), new Decisions(platform));
        Sources sources = new Sources(
                platform.store(),
                network,
                new FigureExplainer(platform.store(), network, bases, Build.version()),
                this::published,
                this::state,
                bases,
                targets,
                new Reviewing(deadlines, Optional.of(desk)));
        this.web = shutdown.closing(
                "page", new WebServer(sources, metrics, request.listen(), request.port(), Optional.of(entrance)));
        platform.writer().onRows(this::seen);
        data.lock().announce(url());
        shutdown.closing("control", control(data, commands));
    }

    private static AutoCloseable gcMetrics(PrometheusMeterRegistry metrics) {
        JvmGcMetrics gc = new JvmGcMetrics();
        gc.bindTo(metrics);
        return gc;
    }

    private static ControlServer control(DataDirectory data, ControlServer.Commands commands) throws IOException {
        return ControlServer.start(data.root(), commands);
    }

    public Platform platform() {
        return platform;
    }

    /** What {@code /metrics} shows. */
    public MeterRegistry metrics() {
        return metrics;
    }

    public Batches batches() {
        return batches;
    }

    /** Where people's decisions are taken, be it on the page or by a command. */
    public ReviewDesk desk() {
        return desk;
    }

    public String url() {
        return "http://127.0.0.1:" + web.port() + "/";
    }

    /** Says on the page what is under way; empty when nothing is. */
    public void doing(String what) {
        doing.set(what);
        if (what.isEmpty()) {
            recount();
        }
    }

    private void recount() {
        conservation.set(batches.total(platform.store()));
    }

    private void seen(List<Row> rows) {
        for (Row row : rows) {
            if (row.measurement() == Measurement.AIR_HOUR) {
                newestEnd.accumulateAndGet(row.key().endSecond(), Math::max);
            }
        }
        web.publish(rows);
    }

    private PlatformState state() {
        long end = newestEnd.get();
        Optional<Instant> newest = end == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochSecond(end));
        Instant now = replay ? newest.orElse(Instant.EPOCH) : Instant.now();
        String busy = doing.get();
        return new PlatformState(replay, now, newest, busy.isEmpty(), busy, conservation.get());
    }

    /** Made anew only when a row was written since: it asks the store some dozens of times. */
    private synchronized List<Comparison> published() {
        long written = platform.writer().rowsWritten();
        if (written != comparedAt) {
            compared = Comparisons.of(platform.store(), platform.network());
            comparedAt = written;
        }
        return compared;
    }
}
