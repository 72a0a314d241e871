package org.microgram.messages.network;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.microgram.messages.network.ExceptionalEvent.State;
import org.microgram.messages.network.YamlTree.Entry;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.events.EventRegime;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads {@code config/events.yaml}; what is wrong with it is told all at once. What editors check it by is {@code config/schema}. */
final class EventsFile {

    static final String NAME = "events.yaml";

    private static final String AREA = "area";
    private static final String STATIONS = "stations";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String POLLUTANTS = "pollutants";
    private static final String STATE = "state";
    private static final String DOCUMENT = "document";
    private static final String AUTHOR = "author";
    private static final String PROPOSED_AT = "proposed_at";
    private static final String DECIDED_BY = "decided_by";
    private static final String DECIDED_AT = "decided_at";
    private static final String REASON = "reason";
    private static final String DECISION = "decision";
    private static final String SEEN = "seen";

    private static final List<String> KEYS = List.of(
            AREA,
            STATIONS,
            FROM,
            TO,
            POLLUTANTS,
            STATE,
            DOCUMENT,
            AUTHOR,
            PROPOSED_AT,
            REASON,
            DECIDED_BY,
            DECIDED_AT,
            DECISION,
            SEEN);
    private static final String ONE =
            "dust-2020-03-18: {area: beijing, from: 2020-03-18T10:00+08:00, to: 2020-03-18T20:00+08:00, pollutants: [PM10], state: proposed, author: …}";
    private static final String HOUR = "2020-03-18T10:00+08:00";
    private static final List<String> PARTICULATES = List.of(Pollutant.PM25.code(), Pollutant.PM10.code());

    private final YamlTree yaml;
    private final Collection<String> areas;
    private final Collection<String> stations;
    private final List<ExceptionalEvent> events = new ArrayList<>();

    private EventsFile(Path file, Collection<String> areas, Collection<String> stations, Problems problems) {
        this.yaml = new YamlTree(file, problems);
        this.areas = areas;
        this.stations = stations;
    }

    /** The events in the order of the file; none when it is absent, and those that are wrong are told and left out. */
    static List<ExceptionalEvent> read(
            Path folder, Collection<String> areas, Collection<String> stations, Problems all) {
        Problems problems = new Problems();
        EventsFile file = new EventsFile(folder.resolve(NAME), areas, stations, problems);
        file.yaml.root().ifPresent(file::load);
        problems.addTo(all);
        return List.copyOf(file.events);
    }

    /** The same of a text that is not in the file yet. */
    static List<ExceptionalEvent> parse(
            Path name, String text, Collection<String> areas, Collection<String> stations, Problems problems) {
        EventsFile file = new EventsFile(name, areas, stations, problems);
        file.yaml.root(text).ifPresent(file::load);
        return List.copyOf(file.events);
    }

    private void load(Node root) {
        for (Entry entry : yaml.entries(root, "events: {" + ONE + "}")) {
            if (!entry.key().equals("events")) {
                unknown(entry, List.of("events"));
            } else if (!isEmpty(entry.value())) {
                yaml.entries(entry.value(), ONE).forEach(this::event);
            }
        }
    }

    /** {@code events:} alone, before the first is entered. */
    private static boolean isEmpty(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isBlank();
    }

    private void event(Entry entry) {
        if (!RowCells.isId(entry.key())) {
            yaml.add(
                    entry.line(),
                    "\"" + entry.key() + "\" is not made of small letters, digits and hyphens.",
                    "write a stable id, such as dust-2020-03-18.");
        }
        Map<String, Entry> given = new HashMap<>();
        for (Entry each : yaml.entries(entry.value(), ONE)) {
            if (KEYS.contains(each.key())) {
                given.put(each.key(), each);
            } else {
                unknown(each, KEYS);
            }
        }
        if (given.containsKey(AREA) == given.containsKey(STATIONS)) {
            yaml.add(
                    entry.line(),
                    entry.key() + (given.containsKey(AREA) ? " has both area and stations." : " is of nowhere."),
                    "write area: beijing, or stations: [1001A, 1003A], one of them.");
        }
        Optional<String> area = Optional.ofNullable(given.get(AREA)).flatMap(e -> known(e, areas, "areas.csv"));
        List<String> named = list(given.get(STATIONS), stations, "stations.csv");
        Optional<Long> from = required(entry, given, FROM, HOUR).flatMap(this::hour);
        Optional<Long> to = required(entry, given, TO, "2020-03-18T20:00+08:00").flatMap(this::hour);
        if (from.isPresent() && to.isPresent() && to.get() < from.get()) {
            yaml.add(
                    given.get(TO).line(),
                    "to is before from.",
                    "write the beginning of the last hour, which is included.");
        }
        required(entry, given, POLLUTANTS, "[PM10, PM2.5]");
        List<Pollutant> pollutants = list(given.get(POLLUTANTS), PARTICULATES, "").stream()
                .map(code -> Pollutant.find(code).orElseThrow())
                .distinct()
                .toList();
        Optional<State> state = required(entry, given, STATE, "proposed").flatMap(this::state);
        Optional<String> author =
                required(entry, given, AUTHOR, "who proposed it").flatMap(yaml::text);
        moment(given.get(PROPOSED_AT));
        state.ifPresent(of -> decision(entry, given, of, author));
        if (from.isPresent()
                && to.isPresent()
                && !pollutants.isEmpty()
                && state.isPresent()
                && author.isPresent()
                && (area.isPresent() || !named.isEmpty())) {
            events.add(new ExceptionalEvent(
                    entry.key(),
                    area.orElse(""),
                    named,
                    from.get(),
                    to.get(),
                    pollutants,
                    state.get(),
                    text(given, DOCUMENT),
                    author.get(),
                    text(given, PROPOSED_AT),
                    text(given, REASON),
                    text(given, DECIDED_BY),
                    text(given, DECIDED_AT),
                    text(given, DECISION),
                    seen(given.get(SEEN))));
        }
    }

    /** One proposes, another decides; what nobody decided is proposed. */
    private void decision(Entry event, Map<String, Entry> given, State state, Optional<String> author) {
        if (state == State.PROPOSED) {
            for (String key : List.of(DECIDED_BY, DECIDED_AT, DECISION)) {
                if (given.containsKey(key)) {
                    yaml.add(
                            given.get(key).line(),
                            event.key() + " is proposed and has " + key + ".",
                            "take it away, or write state: confirmed or rejected.");
                }
            }
            return;
        }
        Optional<String> by =
                required(event, given, DECIDED_BY, "who decided it").flatMap(yaml::text);
        required(event, given, DECIDED_AT, "2020-04-01T09:00:00+08:00").ifPresent(this::moment);
        if (by.isPresent() && by.equals(author)) {
            yaml.add(
                    given.get(DECIDED_BY).line(),
                    by.get() + " proposed " + event.key() + " and decided it.",
                    "another person decides: ./microgram event confirm or reject.");
        }
        if (state == State.CONFIRMED) {
            required(event, given, DOCUMENT, "what it rests on");
        } else {
            required(event, given, DECISION, "why it was rejected");
        }
    }

    private Optional<Entry> required(Entry event, Map<String, Entry> given, String key, String example) {
        if (!given.containsKey(key)) {
            yaml.add(event.line(), event.key() + " has no " + key + ".", "write " + key + ": " + example);
        }
        return Optional.ofNullable(given.get(key));
    }

    private Optional<Long> hour(Entry entry) {
        Optional<String> text = yaml.text(entry);
        Optional<Long> second = text.flatMap(ExceptionalEvent::parse);
        if (text.isPresent() && second.isEmpty()) {
            yaml.add(
                    entry.line(),
                    entry.key() + " = \"" + text.get() + "\" is not the beginning of an hour.",
                    "write it as " + HOUR + ": the hour labelled 11.");
        }
        LocalDate first = EventRegime.ALL.get(0).from();
        if (second.isPresent() && second.get() < ChinaTime.startOf(first)) {
            yaml.add(
                    entry.line(),
                    entry.key() + " = \"" + text.get() + "\" is before any rule takes hours out of means.",
                    "events are of " + first + " or later ("
                            + EventRegime.ALL.get(0).clause() + ").");
            return Optional.empty();
        }
        return second;
    }

    private void moment(Entry entry) {
        if (entry == null) {
            return;
        }
        yaml.text(entry).ifPresent(text -> {
            try {
                OffsetDateTime.parse(text);
            } catch (DateTimeException e) {
                yaml.add(
                        entry.line(),
                        entry.key() + " = \"" + text + "\" is not a moment.",
                        "write it as 2020-04-01T09:00:00+08:00.");
            }
        });
    }

    private Optional<State> state(Entry entry) {
        Optional<String> code = yaml.text(entry);
        Optional<State> found = code.flatMap(State::find);
        if (code.isPresent() && found.isEmpty()) {
            yaml.add(
                    entry.line(),
                    "state = \"" + code.get() + "\" is not one we know"
                            + Problems.didYouMean(code.get(), State.codes()),
                    "write one of " + String.join(", ", State.codes()) + ".");
        }
        return found;
    }

    private List<String> list(Entry entry, Collection<String> known, String where) {
        List<String> found = new ArrayList<>();
        if (entry == null) {
            return found;
        }
        List<Node> elements = yaml.elements(entry.value(), entry.key() + ": [" + String.join(", ", PARTICULATES) + "]");
        for (Node each : elements) {
            known(new Entry(entry.key(), YamlTree.line(each), each), known, where)
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<String> known(Entry entry, Collection<String> known, String file) {
        Optional<String> word = yaml.text(entry);
        if (word.isPresent() && !known.contains(word.get())) {
            yaml.add(
                    entry.line(),
                    entry.key() + " \"" + word.get() + "\" is not "
                            + (file.isEmpty() ? "what dust is measured by" : "in " + file)
                            + Problems.didYouMean(word.get(), known),
                    file.isEmpty() ? "write " + String.join(", ", known) + "." : "write an id from there.");
        }
        return word.filter(known::contains);
    }

    private Map<String, String> seen(Entry entry) {
        Map<String, String> seen = new TreeMap<>();
        if (entry != null) {
            for (Entry each : yaml.entries(entry.value(), "seen: {pm10: 412, pm10_before: 96.5}")) {
                yaml.text(each).ifPresent(text -> seen.put(each.key(), text));
            }
        }
        return seen;
    }

    private String text(Map<String, Entry> given, String key) {
        return Optional.ofNullable(given.get(key)).flatMap(yaml::text).orElse("");
    }

    private void unknown(Entry entry, List<String> known) {
        yaml.add(
                entry.line(),
                entry.key() + " is not a key we know" + Problems.didYouMean(entry.key(), known),
                "the keys here are " + String.join(", ", known) + ".");
    }
}
