package org.microgram.dashboard.review;

import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.microgram.access.Access;
import org.microgram.access.Actor;
import org.microgram.dashboard.review.ReviewRefused.Code;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.store.Store;

/**
 * Where decisions are taken, one after another, whoever brings them: asks whether the person may, whether anything stands against it, writes it
 * into the audit log, sends it, and waits until it can be seen, so that the next one is decided on what this one left.
 */
public final class ReviewDesk {

    /** How long a person waits to see what they did; it is kept either way. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Keys of requests that are remembered besides what the store tells. */
    private static final int MOST_KEYS = 1_000;

    private final Store store;
    private final ReviewLog log;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Map<String, Earlier> earlier = new LinkedHashMap<>();

    /** Whether something that was sent may be missing in the store; what another process sent before this one began, too. */
    private boolean pending = true;

    /** How many decisions were sent for the first time. */
    private long sent;

    /**
     * What became of a decision.
     *
     * @param trace that everything carries which follows from it
     * @param entered values' records or locks that were sent
     * @param shown whether the figures that follow can be read; else they will be
     * @param repeated whether this was done before, at the first request with this key, and nothing now
     */
    public record Done(String trace, int entered, boolean shown, boolean repeated) {

        private Done again(boolean shownNow) {
            return new Done(trace, entered, shownNow, true);
        }
    }

    /**
     * @param number the how manieth it was
     * @param done null when what was sent was not acknowledged
     */
    private record Earlier(Decision decision, Order order, List<ReadingsMessage> messages, long number, Done done) {}

    public ReviewDesk(Store store, ReviewLog log) {
        this(store, log, PATIENCE);
    }

    /** @param patience how long one waits for one's turn, and to see what was done */
    ReviewDesk(Store store, ReviewLog log, Duration patience) {
        this.store = store;
        this.log = log;
        this.patience = patience;
    }

    /**
     * Carries a decision out.
     *
     * @param key of the request: given again by the same person, with the same decision, it does nothing a second time
     * @throws ReviewRefused when something stands against it; nothing was done
     * @throws org.microgram.access.Denied when the person may not; nothing was done, and that is written down
     */
    public Done decide(Access access, Actor actor, Decision decision, Optional<String> key) {
        access.require(actor, decision.action().least());
        try {
            if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw refused(
                        Code.BUSY,
                        "另一个决定正在进行。-> 稍后重发。",
                        "another decision is being carried out. -> send the same again in a moment.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another decision was carried out; nothing was done", e);
        }
        try {
            return inTurn(access, actor, decision, key);
        } finally {
            turn.unlock();
        }
    }

    private Done inTurn(Access access, Actor actor, Decision decision, Optional<String> key) {
        String id = actor.personId() + "\n" + key.orElse("");
        Earlier before = key.isEmpty() ? null : earlier.get(id);
        if (before != null && !before.decision.equals(decision)) {
            throw refused(
                    Code.KEY_USED,
                    "这个 Idempotency-Key 已用于另一个决定。-> 每个决定用新的键。",
                    "this Idempotency-Key was used for another decision. -> take a new one for each.");
        }
        if (before != null && before.done != null) {
            return before.done.again(before.done.shown || isShown());
        }
        if (before != null && before.number == sent) {
            access.require(actor, decision.needs(before.messages));
            // Not all of it was acknowledged: the same messages again, for what arrived counts once.
            return send(id, key, before);
        }
        // When others decided meanwhile, what it was decided on may not hold any more: it is decided anew.
        earlier.remove(id);
        if (!isShown()) {
            throw refused(
                    Code.NOT_SHOWN_YET,
                    "此前的决定尚未入库,无法在其上再作决定。-> 稍后重发;见 /health/ready。",
                    "what was decided before cannot be read yet, so nothing can be decided on it. -> send the same again in a moment;"
                            + " see /health/ready.");
        }
        // With the number of its messages at the end, so that a part of them is not taken for the whole.
        Optional<String> trace = key.map(each -> "review-" + digest(id + "\n" + decision.canonical()) + "-");
        ReviewDays<?> days = decision.scope().load(store);
        Optional<ReviewDays.Arrived> arrived = trace.flatMap(days::arrived);
        if (arrived.isPresent()) {
            return again(access, actor, decision, key, arrived.get());
        }
        if (!decision.seen().isEmpty() && !decision.seen().equals(Seen.of(days))) {
            throw refused(
                    Code.CHANGED_SINCE,
                    "看过之后,这些值已有变化。-> 重新查看队列,再作决定。",
                    "these values have changed since they were looked at. -> look at the queue again, then decide.");
        }
        long at = log.now();
        Order draft = new Order(actor.person(), at, trace.orElse("review-" + Long.toHexString(at)));
        List<ReadingsMessage> drafted = decision.messages(new Review(store), draft);
        Order order = trace.isEmpty() ? draft : new Order(actor.person(), at, trace.get() + drafted.size());
        List<ReadingsMessage> messages = trace.isEmpty() ? drafted : decision.messages(new Review(store), order);
        access.require(actor, decision.needs(messages));
        access.record(
                actor,
                "review." + decision.action().code(),
                decision.scope().subject().id(),
                details(decision, order));
        return send(id, key, new Earlier(decision, order, messages, ++sent, null));
    }

    /** A decision of which something is there: nothing is to be done, or the rest of it is to be sent. */
    private Done again(
            Access access, Actor actor, Decision decision, Optional<String> key, ReviewDays.Arrived arrived) {
        int all = Integer.parseInt(arrived.trace().substring(arrived.trace().lastIndexOf('-') + 1));
        int here = arrived.messages();
        if (here == all) {
            return new Done(arrived.trace(), all, true, true);
        }
        ReviewDays<?> before = decision.scope().load(store, arrived.trace());
        if (before.newest() < arrived.at()) {
            Order order = new Order(actor.person(), arrived.at(), arrived.trace());
            List<ReadingsMessage> messages = decision.messages(new Review(store, arrived.trace()), order);
            if (messages.size() == all) {
                access.require(actor, decision.needs(messages));
                String id = actor.personId() + "\n" + key.orElse("");
                return send(id, key, new Earlier(decision, order, messages, ++sent, null));
            }
        }
        throw refused(
                Code.ARRIVED_IN_PART,
                "该决定只有 " + here + "/" + all + " 条入库,此后又有别的数据到达。-> 查看队列,对其余部分重新决定（用新的键）。",
                "of this decision only " + here + " of " + all + " records are kept, and others arrived since."
                        + " -> look at the queue and decide on the rest, with a new key.");
    }

    private Done send(String id, Optional<String> key, Earlier what) {
        key.ifPresent(each -> remember(id, what));
        // Before it is sent: whatever becomes of that, the store may be behind from now on.
        pending = true;
        log.send(what.messages);
        Done done = new Done(what.order.trace(), what.messages.size(), isShown(), false);
        key.ifPresent(each -> remember(id, new Earlier(what.decision, what.order, List.of(), what.number, done)));
        return done;
    }

    private boolean isShown() {
        pending = pending && !log.shown(patience);
        return !pending;
    }

    /** What was not acknowledged is never forgotten: only this desk knows what it was. */
    private void remember(String id, Earlier what) {
        earlier.put(id, what);
        if (earlier.size() > MOST_KEYS) {
            earlier.entrySet().stream()
                    .filter(each -> each.getValue().done != null)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .ifPresent(earlier::remove);
        }
    }

    private static ReviewRefused refused(Code code, String chinese, String english) {
        return new ReviewRefused(List.of(new ReviewRefused.Problem(code, chinese, english)));
    }

    private static Map<String, String> details(Decision decision, Order order) {
        return Map.of(
                "from", decision.scope().first(),
                "to", decision.scope().last(),
                "parameters", String.join(" ", decision.scope().codes()),
                "reason", decision.reason(),
                "value", decision.printedValue(),
                "trace", order.trace());
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Digest.of(text), 0, 12);
    }
}
