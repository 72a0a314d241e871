package org.microgram.messages.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.microgram.messages.network.ExceptionalEvent.State;
import org.microgram.standards.air.Pollutant;

/**
 * The text of {@code config/events.yaml} while the program writes in it: what it enters it adds at the end, of what is decided it changes the
 * state and adds who, when and why. Comments, order and everything else stay as a person wrote them.
 */
public final class EventsText {

    private static final String EMPTY = "# config/events.yaml - exceptional events (dust): docs/events.md\n\nevents:\n";
    private static final Pattern TOP = Pattern.compile("events:\\s*(#.*)?");

    private final List<String> lines;

    /** @param text of the file; blank where there is none yet */
    public EventsText(String text) {
        this.lines = new ArrayList<>((text.isBlank() ? EMPTY : text).lines().toList());
    }

    /** Adds an event at the end; whether there is a place for it: {@code events:} with its keys below, and nothing after them. */
    public boolean add(ExceptionalEvent event) {
        int top = top();
        if (top < 0) {
            return false;
        }
        String indent = " ".repeat(indentOfEvents(top));
        while (lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        lines.add(indent + event.id() + ":");
        cells(event).forEach((key, value) -> lines.add(indent + "  " + key + ": " + value));
        return true;
    }

    /**
     * Decides what is proposed.
     *
     * @param document what it rests on, where it has none yet or another; empty to leave it
     * @param why may be empty
     * @return false when the event is not there as lines of {@code key: value} with one {@code state: proposed}
     */
    public boolean decide(String id, State state, String by, String at, String document, String why) {
        int top = top();
        int head = top < 0 ? -1 : find(top + 1, lines.size(), " {" + indentOfEvents(top) + "}" + id + ":\\s*(#.*)?");
        if (head < 0) {
            return false;
        }
        int end = head + 1;
        while (end < lines.size() && (isNote(lines.get(end)) || indent(lines.get(end)) > indent(lines.get(head)))) {
            end++;
        }
        int at0 = find(head + 1, end, " +state:\\s*[\"']?proposed[\"']?\\s*(#.*)?");
        if (at0 < 0) {
            return false;
        }
        String indent = " ".repeat(indent(lines.get(at0)));
        List<String> decided = new ArrayList<>();
        decided.add(indent + "state: " + state.code());
        decided.add(indent + "decided_by: " + quoted(by));
        decided.add(indent + "decided_at: " + quoted(at));
        if (!why.isBlank()) {
            decided.add(indent + "decision: " + quoted(why));
        }
        int old = document.isBlank() ? -1 : find(head + 1, end, indent + "document:.*");
        if (!document.isBlank() && old < 0) {
            decided.add(indent + "document: " + quoted(document));
        } else if (old >= 0) {
            lines.set(old, indent + "document: " + quoted(document));
        }
        lines.remove(at0);
        lines.addAll(at0, decided);
        return true;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }

    private int top() {
        return find(0, lines.size(), TOP.pattern());
    }

    private int find(int from, int to, String pattern) {
        for (int i = from; i < to; i++) {
            if (lines.get(i).matches(pattern)) {
                return i;
            }
        }
        return -1;
    }

    /** As the first one there; two where it will be the first. */
    private int indentOfEvents(int top) {
        return lines.stream()
                .skip(top + 1L)
                .filter(line -> !isNote(line))
                .findFirst()
                .map(EventsText::indent)
                .orElse(2);
    }

    private static boolean isNote(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static Map<String, String> cells(ExceptionalEvent event) {
        Map<String, String> cells = new LinkedHashMap<>();
        if (event.area().isEmpty()) {
            cells.put("stations", "[" + String.join(", ", event.stations()) + "]");
        } else {
            cells.put("area", event.area());
        }
        cells.put("from", ExceptionalEvent.print(event.from()));
        cells.put("to", ExceptionalEvent.print(event.to()));
        cells.put(
                "pollutants",
                event.pollutants().stream().map(Pollutant::code).collect(Collectors.joining(", ", "[", "]")));
        cells.put("state", event.state().code());
        put(cells, "document", event.document());
        put(cells, "author", event.author());
        put(cells, "proposed_at", event.proposedAt());
        put(cells, "reason", event.reason());
        if (!event.seen().isEmpty()) {
            cells.put(
                    "seen",
                    new TreeMap<>(event.seen())
                            .entrySet().stream()
                                    .map(each -> each.getKey() + ": " + quoted(each.getValue()))
                                    .collect(Collectors.joining(", ", "{", "}")));
        }
        return cells;
    }

    private static void put(Map<String, String> cells, String key, String text) {
        Optional.of(text).filter(t -> !t.isBlank()).ifPresent(t -> cells.put(key, quoted(t)));
    }

    /** A text on one line as YAML reads it back. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
