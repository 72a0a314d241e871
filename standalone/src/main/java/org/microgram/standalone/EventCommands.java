package org.microgram.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.microgram.access.Permission;
import org.microgram.messages.network.ExceptionalEvent;
import org.microgram.messages.network.ExceptionalEvent.State;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.rows.Subject;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Tables;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.store.Store;

/**
 * What {@code event} does: exceptional events (dust) in {@code config/events.yaml}. Whoever reviews proposes, whoever approves decides, and
 * nobody decides on what they proposed. What is confirmed counts from the next start on.
 */
final class EventCommands {

    private final Reach reach;

    EventCommands(Reach reach) {
        this.reach = reach;
    }

    Outcome event(Session session, Services.Event request) throws Exception {
        return switch (request.verb()) {
            case LIST -> list(session, request);
            case PROPOSE -> request.byRule() ? proposeByRule(session, request) : propose(session, request);
            case CONFIRM -> decide(session, request, State.CONFIRMED);
            case REJECT -> decide(session, request, State.REJECTED);
        };
    }

    private static Outcome list(Session session, Services.Event request) throws IOException {
        Reach.requireData(session, request.data());
        Gate.enter(session, request.data(), Permission.VIEW);
        print(session, EventsBook.open(session.config()).all());
        return Outcome.DONE;
    }

    private static Outcome propose(Session session, Services.Event request) throws IOException {
        Reach.requireData(session, request.data());
        Gate gate = Gate.enter(session, request.data(), Permission.REVIEW);
        EventsBook book = EventsBook.open(session.config());
        List<Subject> subjects = subjects(session.lang(), book.network(), request);
        boolean area = subjects.get(0).kind().equals(Subject.AREA);
        String place = subjects.get(0).id().toLowerCase(Locale.ROOT);
        String stem = "dust-" + place + "-" + ChinaTime.date(ChinaTime.dayOf(request.from())) + "-"
                + "%02d".formatted(ChinaTime.hourOf(request.from()) + 1);
        ExceptionalEvent event = new ExceptionalEvent(
                free(book, stem),
                area ? subjects.get(0).id() : "",
                area ? List.of() : subjects.stream().map(Subject::id).toList(),
                request.from(),
                request.to(),
                request.pollutants(),
                State.PROPOSED,
                request.document(),
                gate.actor().person(),
                now(),
                request.reason(),
                "",
                "",
                "",
                Map.of());
        enter(session, gate, book, List.of(event));
        return Outcome.DONE;
    }

    private Outcome proposeByRule(Session session, Services.Event request) throws Exception {
        List<String> command = new ArrayList<>(List.of("event", "propose", "--rule", "--data"));
        command.add(Reach.absolute(request.data()));
        command.addAll(List.of("--from", ExceptionalEvent.print(request.from())));
        command.addAll(List.of("--to", ExceptionalEvent.print(request.to())));
        request.area().ifPresent(name -> command.addAll(List.of("--area", name)));
        request.stations().forEach(name -> command.addAll(List.of("--station", name)));
        return reach.reading(session, request.data(), command, (store, network) -> {
            Gate gate = Gate.enter(session, request.data(), Permission.REVIEW);
            EventsBook book = EventsBook.open(session.config());
            List<ExceptionalEvent> fresh = new ArrayList<>();
            for (Subject subject : subjects(session.lang(), book.network(), request)) {
                fresh.addAll(fresh(store, subject, request, book));
            }
            if (fresh.isEmpty()) {
                session.terminal()
                        .err()
                        .println(session.lang().pick("没有新的候选时段。", "no hours that are not entered yet."));
            } else {
                enter(session, gate, book, fresh);
            }
            return Outcome.DONE;
        });
    }

    /** Without what is entered already, in whatever state: what was rejected is not proposed again. */
    private static List<ExceptionalEvent> fresh(Store store, Subject subject, Services.Event request, EventsBook book) {
        return DustHours.propose(store, subject, request.from(), request.to(), now()).stream()
                .filter(event -> book.all().stream()
                        .noneMatch(known -> known.area().equals(event.area())
                                && known.stations().equals(event.stations())
                                && known.from() <= event.to()
                                && event.from() <= known.to()))
                .toList();
    }

    private static void enter(Session session, Gate gate, EventsBook book, List<ExceptionalEvent> events)
            throws IOException {
        EventsBook.Next next = book.changed(text -> events.stream().allMatch(text::add))
                .orElseThrow(() -> new IllegalArgumentException(noPlace(session)));
        for (ExceptionalEvent event : events) {
            gate.record("event.propose", event.id(), details(event));
        }
        next.write();
        print(session, events);
        session.terminal()
                .err()
                .println(session.lang()
                        .pick(
                                "已写入 " + file(session) + "，待另一人确认或驳回；确认之前不影响任何数值。",
                                "entered in " + file(session)
                                        + "; another person confirms or rejects it, and no figure changes before."));
    }

    private static Outcome decide(Session session, Services.Event request, State state) throws IOException {
        Lang lang = session.lang();
        Reach.requireData(session, request.data());
        Gate gate = Gate.enter(session, request.data(), Permission.APPROVE);
        EventsBook book = EventsBook.open(session.config());
        ExceptionalEvent event = book.find(request.id())
                .orElseThrow(() -> new IllegalArgumentException(lang.pick(
                        "没有事件 " + request.id() + "\n-> ./microgram event list",
                        "there is no event " + request.id() + "\n-> ./microgram event list")));
        String by = gate.actor().person();
        refuseUnlessOpen(session, event, by);
        if (state == State.CONFIRMED
                && event.document().isBlank()
                && request.document().isBlank()) {
            throw new IllegalArgumentException(
                    lang.pick(
                            event.id() + " 没有依据；未作任何改动。\n-> 加 --document \"通知或公报\"",
                            event.id()
                                    + " rests on nothing yet; nothing was changed.\n-> give --document \"notice or bulletin\""));
        }
        EventsBook.Next next = book.changed(
                        text -> text.decide(event.id(), state, by, now(), request.document(), request.reason()))
                .orElseThrow(() -> new IllegalArgumentException(noPlace(session)));
        gate.record(
                "event." + (state == State.CONFIRMED ? "confirm" : "reject"),
                event.id(),
                Map.of("document", request.document(), "reason", request.reason()));
        next.write();
        session.terminal()
                .err()
                .println(event.id() + " "
                        + lang.pick(state == State.CONFIRMED ? "已确认：" + by : "已驳回：" + by, state.code() + " by " + by));
        if (state == State.CONFIRMED) {
            session.terminal().err().println(fromWhen(session, request));
        }
        return Outcome.DONE;
    }

    private static void refuseUnlessOpen(Session session, ExceptionalEvent event, String by) {
        Lang lang = session.lang();
        if (event.state() != State.PROPOSED) {
            throw new IllegalArgumentException(lang.pick(
                    event.id() + " 已由 " + event.decidedBy() + " 决定（"
                            + event.state().code() + "）；未作任何改动。\n-> 要改变决定，请在 " + file(session) + " 中修改或另提一个",
                    event.id() + " is " + event.state().code() + " by " + event.decidedBy()
                            + " already; nothing was changed.\n-> to decide otherwise, edit " + file(session)
                            + ", or propose another"));
        }
        if (event.author().equals(by)) {
            throw new IllegalArgumentException(lang.pick(
                    event.id() + " 是 " + by + " 本人提出的；未作任何改动。\n-> 由另一位有批准权的人决定",
                    event.id() + " was proposed by the same person, " + by
                            + "; nothing was changed.\n-> another person who may approve decides"));
        }
    }

    /** A confirmation is a change of configuration: figures are made again when Microgram starts. */
    private static String fromWhen(Session session, Services.Event request) throws IOException {
        boolean running = LockFile.holder(request.data()).isPresent();
        return session.lang()
                .pick(
                        (running ? "正在运行的 Microgram 仍按原配置计算，重新启动后生效" : "下次启动（或 rebuild）时生效")
                                + "：全部数值从读数重算，两年 35 个站约一分钟。",
                        (running
                                        ? "the Microgram that runs goes on as before; it counts when it is started again"
                                        : "it counts from the next start (or rebuild) on")
                                + ": every figure is made again from the readings, two years of 35 stations in about a minute.");
    }

    private static List<Subject> subjects(Lang lang, Network network, Services.Event request) {
        if (request.area().isPresent()) {
            return List.of(network.findArea(request.area().get())
                    .map(area -> Subject.area(area.id()))
                    .orElseThrow(() -> unknown(lang, request.area().get())));
        }
        return request.stations().stream()
                .map(name -> network.findStation(name)
                        .map(Station::id)
                        .map(Subject::station)
                        .orElseThrow(() -> unknown(lang, name)))
                .toList();
    }

    private static IllegalArgumentException unknown(Lang lang, String name) {
        return new IllegalArgumentException(lang.pick(
                "没有区域或站点 " + name + "\n-> 名称与编号见 config/areas.csv 与 config/stations.csv",
                "there is no area or station " + name + "\n-> see config/areas.csv and config/stations.csv"));
    }

    private static String noPlace(Session session) {
        return session.lang()
                .pick(
                        file(session) + " 不是按行书写的，无从写入；未作任何改动。\n-> 写成 docs/events.md 中的样子：每个键一行",
                        file(session)
                                + " is not written in lines, so there is no place to write at; nothing was changed.\n-> write it as in docs/events.md: a line a key");
    }

    private static Path file(Session session) {
        return session.config().resolve("events.yaml");
    }

    private static String free(EventsBook book, String stem) {
        String id = stem;
        for (int i = 2; book.find(id).isPresent(); i++) {
            id = stem + "-" + i;
        }
        return id;
    }

    private static Map<String, String> details(ExceptionalEvent event) {
        return Map.of(
                "of", event.area().isEmpty() ? String.join(" ", event.stations()) : event.area(),
                "from", ExceptionalEvent.print(event.from()),
                "to", ExceptionalEvent.print(event.to()),
                "pollutants", pollutants(event),
                "author", event.author());
    }

    private static void print(Session session, List<ExceptionalEvent> events) {
        List<String> header = List.of(
                "id",
                "state",
                "of",
                "from",
                "to",
                "hours",
                "pollutants",
                "seen",
                "document",
                "author",
                "decided_by",
                "reason");
        try (Tables table = session.table(header)) {
            for (ExceptionalEvent event : events) {
                table.row(List.of(
                        event.id(),
                        event.state().code(),
                        event.area().isEmpty() ? String.join(" ", event.stations()) : event.area(),
                        ExceptionalEvent.print(event.from()),
                        ExceptionalEvent.print(event.to()),
                        Long.toString(event.hours()),
                        pollutants(event),
                        seen(event),
                        event.document(),
                        event.author(),
                        event.decidedBy(),
                        event.decision().isEmpty() ? event.reason() : event.decision()));
            }
        }
    }

    private static String seen(ExceptionalEvent event) {
        return event.seen().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String pollutants(ExceptionalEvent event) {
        return event.pollutants().stream().map(Pollutant::code).collect(Collectors.joining(" "));
    }

    private static String now() {
        return InstantSource.system()
                .instant()
                .atOffset(ChinaTime.OFFSET)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
