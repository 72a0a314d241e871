package org.microgram.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.microgram.dashboard.review.Decision;
import org.microgram.dashboard.review.ReviewDesk;
import org.microgram.dashboard.review.ReviewQueue;
import org.microgram.dashboard.review.ReviewRefused;
import org.microgram.dashboard.review.ReviewTask;
import org.microgram.dashboard.review.Span;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.ReviewDeadlines;
import org.microgram.messages.network.Station;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.platform.Serving;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Tables;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.screening.Rule;
import org.microgram.store.Store;

/** What {@code review} does (审核): shows what waits for a person, and sends what a person decided, if they may. */
final class ReviewCommands {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A year may be passed with one command. */
    private static final int MOST_DAYS = 366;

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
                    reach.open().get());
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
                platform -> decide(session, request, gate, platform));
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
                Span.label(request.from()),
                "--to",
                Span.label(request.to() - ChinaTime.SECONDS_OF_HOUR),
                "--reason",
                request.reason()));
        request.parameters().forEach(each -> command.addAll(List.of("--parameter", each)));
        if (request.action() == Services.Review.Action.SET || request.action() == Services.Review.Action.AMEND) {
            command.addAll(request.value().isEmpty() ? List.of("--invalid") : List.of("--value", request.value()));
        }
        return command;
    }

    /** The queue: suspect, missing and returned hours with the hours beside them and when they are due. */
    private static Outcome list(Session session, Services.Review request, Store store, Network network, long now) {
        Span span = span(request, network);
        List<ReviewTask> tasks =
                new ReviewQueue(store, network, ReviewDeadlines.load(session.config())).list(span, now);
        List<String> header = List.of(
                "station",
                "hour",
                "parameter",
                "why",
                "before",
                "value",
                "after",
                "flags",
                "state",
                "by",
                "due",
                "note");
        try (Tables table = session.table(header)) {
            for (ReviewTask task : tasks) {
                table.row(List.of(
                        task.station(),
                        Span.label(task.start()),
                        task.pollutant().code(),
                        lower(task.why()),
                        value(task.before()),
                        value(task.value()),
                        value(task.after()),
                        flags(task.flags()),
                        lower(task.state()),
                        task.by(),
                        ChinaTime.date(ChinaTime.dayOf(task.deadline() / 1000))
                                + (task.isOverdue(now) ? session.lang().pick(" 逾期", " overdue") : ""),
                        note(task)));
            }
        }
        return Outcome.DONE;
    }

    private static String note(ReviewTask task) {
        return task.proposal() == null
                ? task.note()
                : value(task.proposal().value()) + " " + task.proposal().author() + ": "
                        + task.proposal().reason();
    }

    /** Takes a decision and returns when every figure that follows from it can be read. */
    private static Outcome decide(Session session, Services.Review request, Gate gate, Serving serving)
            throws Exception {
        Lang lang = session.lang();
        // A platform that has just started may have more to catch up with than the desk waits for.
        serving.platform().settle(PATIENCE);
        ReviewDesk.Done done;
        try {
            Decision decision = Decision.read(serving.platform().network(), written(request), MOST_DAYS);
            done = serving.desk().decide(gate.access(), gate.actor(), decision, Optional.empty());
        } catch (ReviewRefused refused) {
            throw new IllegalArgumentException(lang.pick("未作任何改动：", "nothing was changed:") + "\n"
                    + refused.problems().stream()
                            .map(problem -> "  " + lang.pick(problem.zh(), problem.en()))
                            .collect(Collectors.joining("\n")));
        }
        serving.platform().settle(PATIENCE);
        session.terminal()
                .err()
                .println(lang.pick(
                                "%s：已记录 %d 条，相关数值已重算；操作人 %s",
                                "%s: %d entered, every figure that follows is made again; by %s")
                        .formatted(
                                lower(request.action()),
                                done.entered(),
                                gate.actor().person()));
        return Outcome.DONE;
    }

    private static Decision.Written written(Services.Review request) {
        return new Decision.Written(
                lower(request.action()),
                request.station(),
                request.parameters(),
                Span.label(request.from()),
                Span.label(request.to() - ChinaTime.SECONDS_OF_HOUR),
                request.value(),
                request.reason(),
                "");
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

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
