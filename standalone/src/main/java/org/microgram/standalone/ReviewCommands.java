package org.microgram.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.microgram.access.Permission;
import org.microgram.dashboard.review.Order;
import org.microgram.dashboard.review.Review;
import org.microgram.dashboard.review.ReviewQueue;
import org.microgram.dashboard.review.ReviewRefused;
import org.microgram.dashboard.review.Span;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.ReviewDeadlines;
import org.microgram.messages.network.Station;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.platform.Platform;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Tables;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.PhysicalRange;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.screening.Rule;
import org.microgram.store.Store;

/** What {@code review} does (审核): shows what waits for a person, and sends what a person decided, if they may. */
final class ReviewCommands {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Reach reach;
    private final ServeCommands serving;

    ReviewCommands(Reach reach, ServeCommands serving) {
        this.reach = reach;
        this.serving = serving;
    }

    Outcome review(Session session, Services.Review request) throws Exception {
        if (request.action() == Services.Review.Action.LIST) {
            return reach.reading(session, request.data(), command(request), (store, network) -> {
                return list(session, request, store, network, System.currentTimeMillis());
            });
        }
        if (reach.open().isPresent()) {
            return decide(
                    session,
                    request,
                    Gate.enter(session, request.data()),
                    reach.open().get().platform());
        }
        Reach.requireData(session, request.data());
        Gate gate = Gate.enter(session, request.data());
        Optional<Outcome> handed = Reach.handOver(session, request.data(), command(request));
        if (handed.isPresent()) {
            return handed.get();
        }
        return serving.serve(
                session,
                new Services.Serve(request.data(), 0, true),
                true,
                gate,
                platform -> decide(session, request, gate, platform.platform()));
    }

    private static List<String> command(Services.Review request) {
        List<String> command = new ArrayList<>(List.of(
                "review",
                request.action().name().toLowerCase(Locale.ROOT),
                "--data",
                Reach.absolute(request.data()),
                "--station",
                request.station(),
                "--from",
                label(request.from()),
                "--to",
                label(request.to() - ChinaTime.SECONDS_OF_HOUR),
                "--reason",
                request.reason()));
        request.parameters().forEach(each -> command.addAll(List.of("--parameter", each)));
        if (request.action() == Services.Review.Action.SET) {
            command.addAll(request.value().isEmpty() ? List.of("--invalid") : List.of("--value", request.value()));
        }
        return command;
    }

    /** The queue: suspect, missing and returned hours with the hours beside them and when they are due. */
    private static Outcome list(Session session, Services.Review request, Store store, Network network, long now) {
        Span span = span(request, network);
        List<ReviewQueue.Task> tasks =
                new ReviewQueue(store, network, ReviewDeadlines.load(session.config())).list(span, now);
        List<String> header = List.of(
                "station", "hour", "parameter", "why", "before", "value", "after", "flags", "state", "due", "note");
        try (Tables table = session.table(header)) {
            for (ReviewQueue.Task task : tasks) {
                table.row(List.of(
                        task.station(),
                        label(task.start()),
                        task.pollutant().code(),
                        lower(task.why()),
                        value(task.before()),
                        value(task.value()),
                        value(task.after()),
                        flags(task.flags()),
                        lower(task.state()),
                        ChinaTime.date(ChinaTime.dayOf(task.deadline() / 1000))
                                + (task.isOverdue(now) ? session.lang().pick(" 逾期", " overdue") : ""),
                        task.note()));
            }
        }
        return Outcome.DONE;
    }

    /** Sends a decision and returns when every figure that follows from it can be read. */
    private static Outcome decide(Session session, Services.Review request, Gate gate, Platform platform)
            throws Exception {
        Lang lang = session.lang();
        Span span = span(request, platform.network());
        long at = platform.ticker().tickNow();
        Order order = new Order(gate.actor().name(), at, "review-" + Long.toHexString(at));
        List<StationMessage> messages;
        try {
            messages = messages(request, span, order, new Review(platform.store()));
        } catch (ReviewRefused refused) {
            throw new IllegalArgumentException(lang.pick("未作任何改动：", "nothing was changed:") + "\n"
                    + refused.problems().stream()
                            .map(problem -> "  " + lang.pick(problem.zh(), problem.en()))
                            .collect(Collectors.joining("\n")));
        }
        gate.access().require(gate.actor(), needed(request.action(), messages));
        gate.record(
                "review." + lower(request.action()),
                span.station(),
                Map.of(
                        "from", label(span.from()),
                        "to", label(span.to() - ChinaTime.SECONDS_OF_HOUR),
                        "parameters",
                                span.pollutants().stream()
                                        .map(Pollutant::code)
                                        .sorted()
                                        .collect(Collectors.joining(" ")),
                        "reason", request.reason(),
                        "value", request.value(),
                        "trace", order.trace()));
        for (StationMessage message : messages) {
            if (message instanceof DayLock lock) {
                platform.producer().send(lock);
            } else {
                platform.producer().send((StationRecord) message);
            }
        }
        platform.producer().flushAll();
        platform.settle(PATIENCE);
        session.terminal()
                .err()
                .println(lang.pick(
                                "%s：已记录 %d 条，相关数值已重算；操作人 %s",
                                "%s: %d entered, every figure that follows is made again; by %s")
                        .formatted(lower(request.action()), messages.size(), order.person()));
        return Outcome.DONE;
    }

    private static List<StationMessage> messages(Services.Review request, Span span, Order order, Review review) {
        return switch (request.action()) {
            case SET ->
                review.set(
                        order,
                        span.station(),
                        span.from(),
                        span.pollutants().iterator().next(),
                        scaled(request.value(), span.pollutants().iterator().next()),
                        request.reason());
            case PASS -> review.pass(order, span);
            case RETURN -> review.sendBack(order, span, request.reason());
            case LOCK -> review.lock(order, span, request.reason());
            case REOPEN -> review.reopen(order, span, request.reason());
            case LIST -> throw new IllegalStateException("a list decides nothing");
        };
    }

    /** First reviews are a reviewer's; whatever confirms another person's, locks or reopens is an approver's. */
    private static Permission needed(Services.Review.Action action, List<StationMessage> messages) {
        return switch (action) {
            case LOCK, REOPEN -> Permission.APPROVE;
            case PASS ->
                messages.stream()
                                .allMatch(each -> each instanceof StationRecord record
                                        && record.version().state() == ReviewState.FIRST)
                        ? Permission.REVIEW
                        : Permission.APPROVE;
            default -> Permission.REVIEW;
        };
    }

    private static Span span(Services.Review request, Network network) {
        String station = network.findStation(request.station())
                .map(Station::id)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "Found: \"" + request.station()
                                        + "\", which is no station of this network. Expected: an id or a name. Do: look it up in config/stations.csv."));
        Set<Pollutant> pollutants = request.parameters().isEmpty()
                ? Set.copyOf(Pollutant.ALL)
                : request.parameters().stream()
                        .map(name -> Pollutant.find(name)
                                .orElseThrow(() -> new IllegalArgumentException("Found: parameter \"" + name
                                        + "\". Expected: PM2.5, PM10, SO2, NO2, CO or O3. Do: write one of these.")))
                        .collect(Collectors.toSet());
        return new Span(station, request.from(), request.to(), pollutants);
    }

    /** Empty: the hour has no value that can be used. */
    private static long scaled(String value, Pollutant pollutant) {
        if (value.isEmpty()) {
            return HourValues.TOMBSTONE;
        }
        long scaled = Scaled.parse(value);
        if (!PhysicalRange.of(pollutant).contains(scaled)) {
            throw new IllegalArgumentException("Found: --value " + value
                    + ". Expected: a value that an instrument can measure of " + pollutant.code() + ", in "
                    + pollutant.unit() + ". Do: check the unit, or give --invalid.");
        }
        return scaled;
    }

    private static String value(long scaled) {
        return scaled == HourValues.ABSENT
                ? "—"
                : scaled == HourValues.TOMBSTONE ? "×" : Scaled.print(scaled, Scaled.DIGITS);
    }

    private static String flags(int flags) {
        return Rule.ALL.stream()
                .filter(rule -> (flags & rule.flag()) != 0)
                .map(Rule::code)
                .collect(Collectors.joining(" "));
    }

    /** By the label of the hour's end: {@code 2019-02-12T08}. */
    private static String label(long start) {
        return "%sT%02d".formatted(ChinaTime.date(ChinaTime.dayOf(start)), ChinaTime.hourOf(start) + 1);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
