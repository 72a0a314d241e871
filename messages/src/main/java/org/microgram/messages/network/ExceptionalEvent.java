package org.microgram.messages.network;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;

/**
 * An exceptional event (dust) of {@code config/events.yaml}: hours that are out of means when, and only when, a person has confirmed them.
 *
 * @param id its key there
 * @param area whose members of each day it touches; empty where the stations are named
 * @param stations where no area is named
 * @param from beginning of its first hour, seconds since 1970 UTC
 * @param to beginning of its last hour, which belongs to it
 * @param pollutants PM2.5, PM10 or both
 * @param document what it rests on
 * @param author who proposed it
 * @param proposedAt when, as it stands there
 * @param reason why it was proposed
 * @param decidedBy who confirmed or rejected it; empty while it is proposed, as the next two
 * @param decision why it was decided so; a rejection always says it
 * @param seen what the rule that proposed it saw, by name; nothing where a person did
 */
public record ExceptionalEvent(
        String id,
        String area,
        List<String> stations,
        long from,
        long to,
        List<Pollutant> pollutants,
        State state,
        String document,
        String author,
        String proposedAt,
        String reason,
        String decidedBy,
        String decidedAt,
        String decision,
        Map<String, String> seen)
        implements Serializable {

    /** How far it is. */
    public enum State {
        PROPOSED,
        CONFIRMED,
        REJECTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<State> find(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst();
        }

        static List<String> codes() {
            return Arrays.stream(values()).map(State::code).toList();
        }
    }

    public ExceptionalEvent {
        stations = List.copyOf(stations);
        pollutants = List.copyOf(pollutants);
        seen = Map.copyOf(seen);
    }

    /** The author of what {@code event propose --rule} proposes: whoever confirms it is another. */
    public static final String RULE = "rule";

    public boolean isConfirmed() {
        return state == State.CONFIRMED;
    }

    public LocalDate firstDay() {
        return ChinaTime.date(ChinaTime.dayOf(from));
    }

    public LocalDate lastDay() {
        return ChinaTime.date(ChinaTime.dayOf(to));
    }

    /** How many hours it has. */
    public long hours() {
        return (to - from) / ChinaTime.SECONDS_OF_HOUR + 1;
    }

    /** The beginning of an hour as the file writes it: {@code 2020-03-18T10:00+08:00}. */
    public static String print(long second) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(second, 0, ChinaTime.OFFSET);
        return "%sT%02d:00+08:00".formatted(local.toLocalDate(), local.getHour());
    }

    /** Reads what {@link #print} wrote, also without the offset; empty when it is not the beginning of an hour. */
    public static Optional<Long> parse(String text) {
        String local = text.endsWith("+08:00") ? text.substring(0, text.length() - "+08:00".length()) : text;
        if (!local.matches("\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):00")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(local).toEpochSecond(ChinaTime.OFFSET));
        } catch (DateTimeException e) {
            return Optional.empty(); // such as 30 February
        }
    }
}
