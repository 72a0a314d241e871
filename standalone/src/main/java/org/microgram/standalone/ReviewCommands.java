package org.microgram.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.microgram.dashboard.review.Decision;
import org.microgram.dashboard.review.ReviewDay;
import org.microgram.dashboard.review.ReviewDesk;
import org.microgram.dashboard.review.ReviewQueue;
import org.microgram.dashboard.review.ReviewRefused;
import org.microgram.dashboard.review.ReviewTask;
import org.microgram.dashboard.review.Scope;
import org.microgram.dashboard.review.Slot;
import org.microgram.dashboard.review.Written;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.ReviewDeadlines;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.platform.Serving;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Tables;
import org.microgram.standards.ChinaTime;
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
        if (request.isList()) {
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
        Written written = request.written();
        List<String> command = new ArrayList<>(List.of(
                "review",
                written.action(),
                "--data",
                Reach.absolute(request.data()),
                "--from",
                written.from(),
                "--reason",
                written.reason()));
        boolean water = !written.section().isEmpty();
        command.addAll(water ? List.of("--section", written.section()) : List.of("--station", written.station()));
        if (written.byHand()) {
            command.add("--by-hand");
        }
        written.parameters().forEach(each -> command.addAll(List.of("--parameter", each)));
        if (!written.to().isEmpty()) {
            command.addAll(List.of("--to", written.to()));
        }
        if (List.of("set", "amend").contains(written.action())) {
            command.addAll(written.value().isEmpty() ? List.of("--invalid") : List.of("--value", written.value()));
        }
        return command;
    }

    /** The days that are locked, and the queue: suspect, missing and returned values with those beside them and when they are due. */
    private static Outcome list(Session session, Services.Review request, Store store, Network network, long now) {
        Scope<?> scope = understood(session, () -> Decision.scope(network, request.written(), Integer.MAX_VALUE));
        ReviewQueue.Waiting waiting =
                new ReviewQueue(store, network, ReviewDeadlines.load(session.config())).look(scope, now);
        List<String> header = List.of(
                scope.subject().kind(),
                request.written().section().isEmpty() ? "hour" : "sample",
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
            for (ReviewDay day : waiting.days()) {
                if (day.lock() != null) {
                    table.row(locked(day));
                }
            }
            for (ReviewTask task : waiting.tasks()) {
                table.row(List.of(
                        task.subject().id(),
                        task.slot().label(),
                        task.parameter(),
                        lower(task.why()),
                        value(task.slot(), task.before()),
                        value(task.slot(), task.value()),
                        value(task.slot(), task.after()),
                        String.join(" ", task.flags()),
                        lower(task.state()),
                        task.by(),
                        ChinaTime.date(ChinaTime.dayOf(task.deadline() / 1000))
                                + (task.isOverdue(now) ? session.lang().pick(" 逾期", " overdue") : ""),
                        note(task)));
            }
        }
        return Outcome.DONE;
    }

    /** A day in which nothing can be decided until it is opened again. */
    private static List<String> locked(ReviewDay day) {
        return List.of(
                day.subject().id(),
                ChinaTime.date(day.day()).toString(),
                "",
                "locked",
                "",
                "",
                "",
                "",
                day.lowest() == null ? "" : lower(day.lowest()),
                day.lock().author(),
                "",
                day.lock().reason());
    }

    private static String note(ReviewTask task) {
        return task.proposal() == null
                ? task.note()
                : value(task.slot(), task.proposal().value()) + " "
                        + task.proposal().author() + ": " + task.proposal().reason();
    }

    /** Takes a decision and returns when every figure that follows from it can be read. */
    private static Outcome decide(Session session, Services.Review request, Gate gate, Serving serving)
            throws Exception {
        Lang lang = session.lang();
        // A platform that has just started may have more to catch up with than the desk waits for.
        serving.platform().settle(PATIENCE);
        ReviewDesk.Done done = understood(session, () -> {
            Decision decision = Decision.read(serving.platform().network(), request.written(), MOST_DAYS);
            return serving.desk().decide(gate.access(), gate.actor(), decision, Optional.empty());
        });
        serving.platform().settle(PATIENCE);
        session.terminal()
                .err()
                .println(lang.pick(
                                "%s：已记录 %d 条，相关数值已重算；操作人 %s",
                                "%s: %d entered, every figure that follows is made again; by %s")
                        .formatted(
                                request.written().action(),
                                done.entered(),
                                gate.actor().person()));
        return Outcome.DONE;
    }

    /** What a review tells a program as codes, a person is told in words. */
    private static <T> T understood(Session session, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (ReviewRefused refused) {
            Lang lang = session.lang();
            throw new IllegalArgumentException(lang.pick("未作任何改动：", "nothing was changed:") + "\n"
                    + refused.problems().stream()
                            .map(problem -> "  " + lang.pick(problem.zh(), problem.en()))
                            .collect(Collectors.joining("\n")));
        }
    }

    private static String value(Slot slot, long value) {
        return slot.print(value, "—", "×");
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
