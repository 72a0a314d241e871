package org.microgram.dashboard.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.microgram.access.Access;
import org.microgram.access.Actor;
import org.microgram.access.Denied;
import org.microgram.access.Permission;
import org.microgram.dashboard.review.Decision;
import org.microgram.dashboard.review.DecisionJson;
import org.microgram.dashboard.review.ReviewDesk;
import org.microgram.dashboard.review.ReviewLog;
import org.microgram.dashboard.review.ReviewQueue;
import org.microgram.dashboard.review.ReviewRefused;
import org.microgram.dashboard.review.SampleSpan;
import org.microgram.dashboard.review.Scope;
import org.microgram.dashboard.review.Span;
import org.microgram.dashboard.review.Written;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Section;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;

/** {@code /api/review}: what waits for a person, and what a person decides. Whoever may look sees it; only who may review acts. */
final class ReviewApi {

    static final String KEY_HEADER = "Idempotency-Key";

    /** One request reads and changes no more than a month of one station. */
    private static final int MOST_DAYS = 31;

    /** A city's queue is read one station at a time; more station-days than this are no page any more. */
    private static final int MOST_STATION_DAYS = 400;

    private static final String SOME_DAY = "2021-01-01";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,100}");

    private final Sources sources;
    private final Door door;
    private final ReviewQueue queue;
    private final SampleHoles holes;

    ReviewApi(Sources sources, Door door) {
        this.sources = sources;
        this.door = door;
        this.queue = new ReviewQueue(
                sources.store(), sources.network(), sources.review().deadlines());
        this.holes = new SampleHoles(sources.store(), sources.review().deadlines());
    }

    /** @param named a station, or an area for all its members */
    Map<String, Object> queue(Context ctx, Api.Named named, String from, String to) {
        Network network = sources.network();
        long first = bound("from", from, true);
        long end = bound("to", to == null ? from : to, false);
        if (end <= first) {
            throw new Problem(400, "to is before from", "a span of time", "exchange them");
        }
        // Before the stations are looked for, which is done for every day.
        long days = (end - first + 86_399) / 86_400;
        if (days > MOST_DAYS) {
            throw tooMuch(days + " days");
        }
        List<String> stations = stations(network, named, first, end);
        if (days * stations.size() > MOST_STATION_DAYS) {
            throw tooMuch(days + " days of " + stations.size() + " stations");
        }
        long now = sources.state().get().now().toEpochMilli();
        ReviewView view = new ReviewView(network, now);
        for (String station : stations) {
            view.add(queue.look(new Span(station, first, end, Set.copyOf(Pollutant.ALL)), now));
        }
        return answer(ctx, named.subject(), Span.label(first), Span.label(end - Hours.HOUR), view, now, true);
    }

    /**
     * Of samples by day, with the samples that did not come. Of many sections what is due and untouched is counted and not listed.
     *
     * @param from a day; without it the newest with a sample
     */
    Map<String, Object> queue(Context ctx, Waters waters, boolean byHand, String from, String to) {
        long now = sources.state().get().now().toEpochMilli();
        LocalDate first = from == null ? newest(waters, now) : day(bound("from", from, true));
        LocalDate last = to == null ? first : day(bound("to", to, false) - 1);
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1) {
            throw new Problem(400, "to is before from", "a span of days", "exchange them");
        }
        if (days > MOST_DAYS || days * waters.sections().size() > MOST_STATION_DAYS) {
            throw tooMuch(days + " days of " + waters.sections().size() + " sections");
        }
        ReviewView view = new ReviewView(sources.network(), now);
        for (Section section : waters.sections()) {
            view.add(queue.look(SampleSpan.days(section.id(), byHand, first, last), now));
        }
        boolean one = waters.sections().size() == 1;
        Map<String, Object> answer = answer(ctx, waters.subject(), first.toString(), last.toString(), view, now, one);
        answer.put("byHand", byHand);
        answer.put("holes", byHand ? List.of() : holes.of(waters, first, last, now));
        return answer;
    }

    private LocalDate newest(Waters waters, long now) {
        long second = waters.subjects().stream()
                .flatMap(each -> sources.store().latest(Measurement.WATER_SAMPLE, each).stream())
                .mapToLong(row -> row.key().startSecond())
                .max()
                .orElse(now / 1000);
        return day(second);
    }

    private static LocalDate day(long second) {
        return ChinaTime.date(ChinaTime.dayOf(second));
    }

    /** @param written which samples of a section */
    Map<String, Object> queue(Context ctx, Written written) {
        Scope<?> scope = Decision.scope(sources.network(), written, MOST_DAYS);
        long now = sources.state().get().now().toEpochMilli();
        ReviewView view = new ReviewView(sources.network(), now);
        view.add(queue.look(scope, now));
        return answer(ctx, scope.subject(), scope.first(), scope.last(), view, now, true);
    }

    private Map<String, Object> answer(
            Context ctx, Subject subject, String first, String last, ReviewView view, long now, boolean listsDue) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("subject", subject);
        answer.put("from", first);
        answer.put("to", last);
        answer.put("now", Hours.iso(now / 1000));
        answer.put("may", may(ctx, subject));
        view.into(answer, listsDue);
        return answer;
    }

    private static Problem tooMuch(String asked) {
        return new Problem(
                400,
                asked,
                "at most " + MOST_DAYS + " days, and " + MOST_STATION_DAYS + " days of stations or sections",
                "ask for fewer days, or for one of them");
    }

    private static List<String> stations(Network network, Api.Named named, long first, long end) {
        if (named.subject().kind().equals("station")) {
            return List.of(named.subject().id());
        }
        List<String> members = new ArrayList<>();
        for (long day = first; day < end; day += 86_400) {
            network.members(named.subject().id(), Hours.dayOf(day + Hours.HOUR)).stream()
                    .filter(each -> !members.contains(each))
                    .forEach(members::add);
        }
        return members;
    }

    private static long bound(String name, String text, boolean first) {
        return Span.bound(text == null ? "" : text, first)
                .orElseThrow(() -> new Problem(
                        400,
                        name + "=" + text + " is no day or hour",
                        "a date, or an hour by the label of its end",
                        "write " + name + "=2019-02-12 or " + name + "=2019-02-12T08"));
    }

    /** What the one who looks could do; the page shows no button that would be refused for that. */
    private Map<String, Object> may(Context ctx, Subject subject) {
        Optional<Actor> actor = sources.review().desk().isPresent() ? door.who(ctx.req()) : Optional.empty();
        boolean approve = actor.filter(each -> each.may(Permission.APPROVE)).isPresent();
        Map<String, Object> may = new LinkedHashMap<>();
        may.put("review", actor.filter(each -> each.may(Permission.REVIEW)).isPresent());
        may.put("approve", approve);
        may.put("lock", approve && knowsLocksOf(subject));
        may.put(
                "person",
                actor.filter(each -> each.may(Permission.REVIEW))
                        .map(Actor::person)
                        .orElse(null));
        may.put("users", door.access().map(access -> !access.users().isEmpty()).orElse(false));
        return may;
    }

    /** Whether a lock of its days would be understood; what is offered is what can be asked for. */
    private boolean knowsLocksOf(Subject subject) {
        boolean air = subject.kind().equals(Subject.STATION) || subject.kind().equals(Subject.AREA);
        List<Section> sections = sources.network().water().sections();
        if (air || sections.isEmpty()) {
            return air;
        }
        String any = sections.get(0).id();
        try {
            Decision.read(
                    sources.network(),
                    new Written(Decision.Action.LOCK.code(), "", any, false, List.of(), SOME_DAY, "", "", "-", ""),
                    MOST_DAYS);
            return true;
        } catch (ReviewRefused e) {
            return false;
        }
    }

    /** Carries out what the body says, once for each key. 202 when it is kept and cannot be seen yet. */
    ReviewDesk.Done act(Context ctx) {
        Actor actor = door.who(ctx.req()).orElseThrow(Door::unknown);
        Access access = door.access().orElseThrow(ReviewApi::nobodyActs);
        ReviewDesk desk = sources.review().desk().orElseThrow(ReviewApi::nobodyActs);
        access.require(actor, Permission.REVIEW);
        String type = String.valueOf(ctx.contentType());
        if (!type.regionMatches(true, 0, "application/json", 0, "application/json".length())) {
            throw new Problem(415, "Content-Type: " + type, "JSON", "send Content-Type: application/json");
        }
        String key = ctx.header(KEY_HEADER);
        if (key == null || !KEY.matcher(key).matches()) {
            throw new Problem(
                    400,
                    KEY_HEADER + " is missing, or is no 8 to 100 visible characters",
                    "a key of the request, so that it can be sent twice and done once",
                    "send " + KEY_HEADER + " with a random value, and the same value when you try again",
                    "KEY_MISSING");
        }
        Decision decision = DecisionJson.read(sources.network(), ctx.body(), MOST_DAYS);
        ReviewDesk.Done done = desk.decide(access, actor, decision, Optional.of(key));
        ctx.status(done.shown() ? 200 : 202);
        return done;
    }

    private static Problem nobodyActs() {
        return new Problem(403, "nobody can act here", "a server with users", "use the command: ./microgram review");
    }

    static Problem problem(ReviewRefused refused) {
        List<Problem.Said> all = refused.problems().stream()
                .map(each -> new Problem.Said(each.code().name(), each.zh(), each.en()))
                .toList();
        boolean keyUsed = refused.problems().get(0).code() == ReviewRefused.Code.KEY_USED;
        return Problem.of(
                refused.isRequest() ? 400 : keyUsed ? 422 : refused.isForNow() ? 503 : 409,
                "a decision that nothing stands against; nothing was changed",
                all);
    }

    static Problem problem(Denied denied, int status) {
        return Problem.of(
                status,
                "somebody who may",
                List.of(new Problem.Said(
                        denied.reason().name(),
                        denied.chinese().replace("\n", ""),
                        denied.english().replace("\n", " "))));
    }

    static Problem problem(ReviewLog.NotKept notKept) {
        return new Problem(
                503,
                notKept.getMessage(),
                "a log that takes it",
                "send the same again with the same " + KEY_HEADER + "; see /health/ready",
                "NOT_KEPT");
    }
}
