package org.microgram.messages.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.messages.network.ExceptionalEvent.State;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.events.ExcludedHours;

@DisplayName("config/events.yaml")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventsFileTest {

    private static final Path CONFIG = Path.of("../config");
    private static final String CONFIRMED = """
            # of the spring
            events:
              # the first one
              dust-1:
                area: bj-tongzhou
                from: 2020-03-18T22:00+08:00
                to: 2020-03-19T01:00+08:00
                pollutants: [PM10]
                state: confirmed
                document: notice 7
                author: li.wei
                decided_by: he.lin
                decided_at: 2020-04-01T09:00:00+08:00
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.list(CONFIG)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    @Test
    void takes_the_named_hours_first_and_last_included_out_of_each_members_day() throws IOException {
        Network network = load(CONFIRMED.replace("bj-tongzhou", "beijing"));
        List<String> members = network.members("beijing", LocalDate.of(2020, 3, 18));
        assertThat(members).hasSizeGreaterThan(5);
        for (String station : members) {
            ExcludedHours first = network.events().out(station, day("2020-03-18"));
            assertThat(first.pm10()).isEqualTo(0b11 << 22);
            assertThat(first.pm25()).isZero();
            assertThat(first.events()).containsExactly("dust-1");
            assertThat(network.events().out(station, day("2020-03-19")).pm10()).isEqualTo(0b11);
            assertThat(network.events().out(station, day("2020-03-20")).isNone())
                    .isTrue();
        }
        String other = network.stations().stream()
                .map(Station::id)
                .filter(id -> !members.contains(id))
                .findFirst()
                .orElseThrow();
        assertThat(network.events().out(other, day("2020-03-18")).isNone()).isTrue();
    }

    @Test
    void changes_the_hash_by_what_is_confirmed_and_by_nothing_else() throws IOException {
        String without = load("events:\n").hash();
        assertThat(NetworkLoader.load(CONFIG).hash()).isEqualTo(without);
        String area = CONFIRMED.replace("bj-tongzhou", "beijing");
        String proposed = area.replace("state: confirmed", "state: proposed").replaceAll("(?m)^ *decided_.*\n", "");
        assertThat(load(proposed).hash()).isEqualTo(without);
        String rejected = area.replace("state: confirmed", "state: rejected\n    decision: haze");
        assertThat(load(rejected).hash()).isEqualTo(without);
        String confirmed = load(area).hash();
        assertThat(confirmed).isNotEqualTo(without);
        assertThat(load(area.replace("notice 7", "notice 8").replace("he.lin", "gao.yu"))
                        .hash())
                .isEqualTo(confirmed);
        assertThat(load(area.replace("T01:00", "T02:00")).hash()).isNotEqualTo(confirmed);
        assertThat(load(area.replace("[PM10]", "[PM2.5, PM10]")).hash()).isNotEqualTo(confirmed);
    }

    @Test
    void is_told_all_its_mistakes_at_once_each_with_its_line_and_what_to_write() throws IOException {
        Files.writeString(folder.resolve("events.yaml"), """
                events:
                  Dust:
                    area: beijng
                    from: 2020-03-18T10:30+08:00
                    to: 2020-02-30T10:00+08:00
                    pollutants: [PM10, O3]
                    state: sure
                    autor: li.wei
                  dust-2:
                    stations: [1001A, 9999A]
                    area: beijing
                    from: 2020-03-18T10:00+08:00
                    to: 2020-03-18T09:00+08:00
                    pollutants: [PM10]
                    state: confirmed
                    author: li.wei
                    decided_by: li.wei
                    decided_at: yesterday
                  dust-3: {area: beijing, from: 2016-12-31T23:00+08:00, to: 2017-01-01T00:00+08:00, pollutants: [PM10], state: rejected, author: a, decided_by: b, decided_at: 2020-04-01T09:00:00+08:00}
                  dust-4: {area: beijing, from: 2020-03-18T10:00+08:00, to: 2020-03-18T10:00+08:00, pollutants: [PM10], state: proposed, author: a, decided_by: b}
                """);
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> NetworkLoader.load(folder));
        assertThat(e.problems())
                .extracting(problem -> problem.line() + " " + problem.found())
                .containsExactly(
                        "2 \"Dust\" is not made of small letters, digits and hyphens.",
                        "2 Dust has no author.",
                        "3 area \"beijng\" is not in areas.csv; did you mean beijing?",
                        "4 from = \"2020-03-18T10:30+08:00\" is not the beginning of an hour.",
                        "5 to = \"2020-02-30T10:00+08:00\" is not the beginning of an hour.",
                        "6 pollutants \"O3\" is not what dust is measured by",
                        "7 state = \"sure\" is not one we know",
                        "8 autor is not a key we know; did you mean author?",
                        "9 dust-2 has both area and stations.",
                        "9 dust-2 has no document.",
                        "10 stations \"9999A\" is not in stations.csv",
                        "13 to is before from.",
                        "17 li.wei proposed dust-2 and decided it.",
                        "18 decided_at = \"yesterday\" is not a moment.",
                        "19 from = \"2016-12-31T23:00+08:00\" is before any rule takes hours out of means.",
                        "19 dust-3 has no decision.",
                        "20 dust-4 is proposed and has decided_by.");
        assertThat(e.problems()).allSatisfy(problem -> assertThat(problem.remedy())
                .matches("(?s).*(write|keep|take it away|the keys here are|events are of|another person).*"));
    }

    @Test
    void as_it_comes_and_with_events_is_what_its_schema_says() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONFIG.resolve("schema/events.schema.json")));
        assertThat(schema.validate(Files.readString(CONFIG.resolve("events.yaml")), InputFormat.YAML))
                .isEmpty();
        assertThat(schema.validate(CONFIRMED, InputFormat.YAML)).isEmpty();
        assertThat(schema.validate(CONFIRMED.replace("area:", "are:"), InputFormat.YAML))
                .isNotEmpty();
        assertThat(schema.validate(CONFIRMED.replace("document:", "reason:"), InputFormat.YAML))
                .isNotEmpty();
    }

    @Test
    void is_written_at_its_end_and_decided_in_its_place_and_keeps_every_other_line() {
        Network network = NetworkLoader.load(CONFIG);
        String before = CONFIRMED.replace("bj-tongzhou", "beijing");
        EventsText text = new EventsText(before);
        ExceptionalEvent event = new ExceptionalEvent(
                "dust-2",
                "",
                List.of("1001A", "1003A"),
                ExceptionalEvent.parse("2020-05-01T00:00").orElseThrow(),
                ExceptionalEvent.parse("2020-05-01T23:00+08:00").orElseThrow(),
                List.of(Pollutant.PM25, Pollutant.PM10),
                State.PROPOSED,
                "",
                ExceptionalEvent.RULE,
                "2020-05-02T09:00:00+08:00",
                "he said \"dust\": C:\\\n# no comment",
                "",
                "",
                "",
                Map.of("pm10", "412"));
        assertThat(text.add(event)).isTrue();
        assertThat(text.toString()).startsWith(before);
        assertThat(Events.parse(Path.of("f"), text.toString(), network))
                .hasSize(2)
                .contains(event);

        assertThat(text.decide("dust-1", State.REJECTED, "x", "y", "", "")).isFalse();
        assertThat(text.decide("dust-3", State.REJECTED, "x", "y", "", "")).isFalse();
        assertThat(text.decide("dust-2", State.CONFIRMED, "he.lin", "2020-05-03T09:00:00+08:00", "notice 8", ""))
                .isTrue();
        assertThat(text.toString()).startsWith(before);
        ExceptionalEvent decided =
                Events.parse(Path.of("f"), text.toString(), network).get(1);
        assertThat(decided.isConfirmed()).isTrue();
        assertThat(decided.decidedBy()).isEqualTo("he.lin");
        assertThat(decided.document()).isEqualTo("notice 8");
        assertThat(decided.reason()).isEqualTo(event.reason());
    }

    @Test
    void is_begun_where_there_is_none() {
        EventsText text = new EventsText("");
        assertThat(text.toString()).contains("events:");
        assertThat(new EventsText("events: {}\n").decide("a", State.CONFIRMED, "b", "c", "", ""))
                .isFalse();
    }

    private Network load(String text) throws IOException {
        Files.writeString(folder.resolve("events.yaml"), text);
        return NetworkLoader.load(folder);
    }

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }
}
