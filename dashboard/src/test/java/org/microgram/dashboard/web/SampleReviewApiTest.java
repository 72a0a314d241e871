package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.microgram.access.Role;
import org.microgram.dashboard.review.OneSection;

/** Over real HTTP; what holds for hours and for samples alike is in {@link ReviewApiTest}. */
@DisplayName("A review of samples over the API")
class SampleReviewApiTest extends AtTheReview {

    private static final String NOON =
            "\"section\":\"s-plain\",\"parameters\":[\"CODMn\"],\"from\":\"2021-04-01T12:00\"";
    private static final String SET = "{\"action\":\"set\"," + NOON + ",\"value\":\"6\",\"reason\":\"T 复测\"}";
    private static final String PASS = "{\"action\":\"pass\"," + NOON + "}";

    @BeforeEach
    void a_section() {
        station.now = (OneSection.NOON + 2 * 86_400) * 1000;
        station.enter(OneSection.samples());
    }

    @Test
    void shows_the_values_that_wait_by_section() throws Exception {
        JsonNode queue = queue("");
        JsonNode noon = task(queue, "2021-04-01T12:00", "CODMn");
        assertThat(noon.get("section").asText()).isEqualTo("s-plain");
        assertThat(noon.get("station").isNull()).isTrue();
        assertThat(noon.get("why").asText()).isEqualTo("due");
        assertThat(noon.get("value").asText()).isEqualTo("40");
        assertThat(noon.get("unit").asText()).isEqualTo("mg/L");
        assertThat(noon.get("key").asText()).isEqualTo("s-plain water_sample CODMn 2021-04-01T12:00");
        assertThat(task(queue, "2021-04-01T12:00", "NH3-N").get("value").asText())
                .isEqualTo("<0.025");
        assertThat(task(queue, "2021-04-01T12:00", "TP").get("why").asText()).isEqualTo("missing");
        assertThat(queue.get("days").get(0).get("states").toString()).isEqualTo("[3,0,0,0]");
        assertThat(queue("&byHand=true").get("tasks"))
                .singleElement()
                .satisfies(each -> assertThat(each.get("hour").asText()).isEqualTo("2021-04-01T10:00/manual"));
    }

    @Test
    void decides_once_for_a_key_by_two_people_on_what_they_saw() throws Exception {
        String zhao = token("zhao", Role.REVIEWER);
        String seen = task(queue(""), "2021-04-01T12:00", "CODMn").get("seen").asText();
        String onSeen = SET.replace("{", "{\"seen\":\"" + seen + "\",");
        String key = key();
        done(act(zhao, onSeen, key));
        int after = station.samples.size();
        assertThat(done(act(zhao, onSeen, key)).get("repeated").asBoolean()).isTrue();
        restart();
        assertThat(done(act(zhao, onSeen, key)).get("repeated").asBoolean()).isTrue();
        assertThat(station.samples).hasSize(after);
        assertThat(code(act(token("other", Role.REVIEWER), onSeen))).isEqualTo("CHANGED_SINCE");
        assertThat(code(act(zhao, PASS))).isEqualTo("REVIEWER_PASSED_BEFORE");
        assertThat(act(token("third", Role.REVIEWER), PASS).statusCode()).isEqualTo(403); // a second one approves
        done(act(token("he", Role.APPROVER), PASS));
        assertThat(actions()).contains("review.set", "review.pass");
    }

    @Test
    void locks_a_section_s_day_by_an_approver_once_all_of_it_is_final_and_opens_it_again() throws Exception {
        String lock = "{\"action\":\"lock\",\"section\":\"s-plain\",\"from\":\"2021-04-01\",\"reason\":\"终审入库\"}";
        String zhao = token("zhao", Role.REVIEWER);
        String he = token("he", Role.APPROVER);
        assertThat(act(zhao, lock).statusCode()).isEqualTo(403);
        assertThat(code(act(he, lock))).isEqualTo("NOT_FINAL");
        for (String byHand : List.of("", ",\"byHand\":true")) {
            for (String person : List.of(zhao, he, token("sun" + byHand.length(), Role.APPROVER))) {
                done(act(
                        person, "{\"action\":\"pass\",\"section\":\"s-plain\",\"from\":\"2021-04-01\"" + byHand + "}"));
            }
        }
        String key = key();
        done(act(he, lock, key));
        restart();
        assertThat(done(act(he, lock, key)).get("repeated").asBoolean()).isTrue();
        for (String byHand : List.of("", "&byHand=true")) {
            JsonNode of = queue(byHand).get("days").get(0).get("lock");
            assertThat(of.get("by").asText()).isEqualTo("he.owner");
            assertThat(of.get("reason").asText()).isEqualTo("终审入库");
        }
        assertThat(code(act(zhao, SET))).isEqualTo("DAY_LOCKED");
        done(act(he, lock.replace("\"lock\"", "\"reopen\"")));
        assertThat(queue("").get("days").get(0).get("lock").isNull()).isTrue();
        assertThat(actions()).contains("review.lock", "review.reopen");
    }

    @Test
    void sends_the_rest_of_a_decision_of_which_a_part_arrived() throws Exception {
        String zhao = token("zhao", Role.REVIEWER);
        String day = "{\"action\":\"pass\",\"section\":\"s-plain\",\"from\":\"2021-04-01\"}";
        String key = key();
        int before = station.samples.size();
        part = 1;
        assertThat(act(zhao, day, key).statusCode()).isEqualTo(503);
        assertThat(station.samples).hasSize(before + 1);
        restart();
        done(act(zhao, day, key));
        assertThat(queue("").get("days").get(0).get("states").toString()).isEqualTo("[0,3,0,0]");
    }

    @Test
    void says_what_is_not_understood_of_a_section() throws Exception {
        String zhao = token("zhao", Role.REVIEWER);
        HttpResponse<String> answer = act(
                zhao, SET.replace("s-plain", "s-none").replace("CODMn", "PM2.5").replace("12:00", "12"));
        assertThat(read(answer).get("problems").findValuesAsText("code"))
                .containsExactly("UNKNOWN_SECTION", "UNKNOWN_PARAMETER", "NOT_UNDERSTOOD");
        assertThat(code(act(zhao, SET.replace("{", "{\"station\":\"s1\",")))).isEqualTo("NOT_UNDERSTOOD");
        String lock =
                "{\"action\":\"lock\",\"section\":\"s-plain\",\"from\":\"2021-04-01\",\"byHand\":true,\"reason\":\"终审\"}";
        HttpResponse<String> byHand = act(token("he", Role.APPROVER), lock);
        assertThat(code(byHand)).isEqualTo("NOT_UNDERSTOOD");
        assertThat(byHand.body()).contains("with all its samples");
        assertThat(code(act(zhao, SET.replace("\"6\"", "\"-6\"")))).isEqualTo("BAD_VALUE");
        assertThat(code(act(zhao, SET.replace("12:00", "12:01")))).isEqualTo("NO_SAMPLE");
        assertThat(get("/api/review?section=s-plain&from=never").statusCode()).isEqualTo(400);
    }

    @Test
    void shows_what_waits_of_a_river_and_counts_what_is_merely_due() throws Exception {
        station.enter(OneSection.suspectSamples());
        JsonNode river = read(get("/api/review?waters=main"));
        assertThat(river.get("from").asText())
                .as("the newest day with a sample")
                .isEqualTo("2021-04-01");
        assertThat(river.get("counts").toString()).isEqualTo("{\"suspect\":1,\"missing\":1,\"due\":4}");
        assertThat(river.get("tasks").findValuesAsText("why")).containsExactly("suspect", "missing");
        assertThat(river.get("days").findValuesAsText("section")).containsExactly("s-plain", "s-river");
        JsonNode section = read(get("/api/review?waters=s-plain&from=2021-04-01"));
        assertThat(section.get("tasks").findValuesAsText("why"))
                .containsExactly("suspect", "missing", "due", "due", "due");
        done(act(token("zhao", Role.REVIEWER), PASS));
        assertThat(read(get("/api/review?waters=main")).get("tasks").findValuesAsText("by"))
                .as("what somebody took a step with waits for the next person")
                .contains("zhao.owner");
    }

    @Test
    void tells_which_samples_did_not_come_and_what_was_last_said_of_the_station() throws Exception {
        station.enter(OneSection.suspectSamples());
        JsonNode day = hole("s-plain", "2021-04-01");
        assertThat(day.get("hours").toString()).isEqualTo("[0,4,20]");
        assertThat(day.get("said").asText()).isEqualTo("silent");
        assertThat(day.get("deadline").asText()).startsWith("2021-04-03T00:00");
        JsonNode next = hole("s-plain", "2021-04-02");
        assertThat(next.get("hours").toString()).isEqualTo("[0,4,8,12,16,20]");
        assertThat(next.get("said").asText()).isEqualTo("maintenance");
        assertThat(hole("s-river", "2021-04-02").get("said").isNull())
                .as("samples came and said nothing")
                .isTrue();
        station.now = (OneSection.NOON + 3600) * 1000;
        assertThat(hole("s-plain", "2021-04-01").get("expected").asInt())
                .as("the four hours from noon on are not over")
                .isEqualTo(3);
        assertThat(hole("s-plain", "2021-04-01").get("hours").toString()).isEqualTo("[0,4]");
    }

    @Test
    void shows_beside_a_value_its_days_the_river_and_its_limits() throws Exception {
        station.enter(OneSection.suspectSamples());
        JsonNode nitrogen = read(get("/api/review/beside?section=s-plain&parameter=TN&at=2021-04-01T16:00"));
        assertThat(nitrogen.at("/own/points")).singleElement().satisfies(point -> {
            assertThat(point.get("value").asText()).isEqualTo("80");
            assertThat(point.get("flags").toString()).isEqualTo("[\"range\"]");
        });
        assertThat(nitrogen.get("upstream").isNull()).isTrue();
        assertThat(nitrogen.at("/downstream/id").asText()).isEqualTo("s-river");
        assertThat(nitrogen.at("/downstream/points/0/value").asText()).isEqualTo("3");
        assertThat(nitrogen.get("samples").findValuesAsText("interval"))
                .containsExactly("2021-04-01T08:00", "2021-04-01T10:00/manual", "2021-04-01T12:00", "2021-04-01T16:00");
        JsonNode ammonia = read(get("/api/review/beside?section=s-plain&parameter=NH3-N&at=2021-04-01T12:00"));
        assertThat(ammonia.at("/own/points/0/below").asText()).isEqualTo("0.025");
        assertThat(ammonia.at("/limits/byClass/3").asText()).isEqualTo("1");
        JsonNode below = read(get("/api/review/beside?section=s-river&parameter=TN&at=2021-04-01T12:00"));
        assertThat(below.at("/upstream/id").asText()).isEqualTo("s-plain");
        assertThat(below.get("target").asInt()).isEqualTo(4);
    }

    @Test
    void says_what_was_wrong_with_the_question() throws Exception {
        for (String question : List.of(
                "?waters=main&from=2021-04-02&to=2021-04-01",
                "?waters=main&from=2021-01-01&to=2021-03-01",
                "?waters=main&from=soon",
                "?waters=main&from=%2B999999999-12-31",
                "/beside?section=s-plain&parameter=PM2.5&at=2021-04-01T12:00",
                "/beside?section=s-plain&parameter=TN&at=noon")) {
            assertThat(get("/api/review" + question).statusCode()).as(question).isEqualTo(400);
        }
        assertThat(get("/api/review?waters=nowhere").statusCode()).isEqualTo(404);
        assertThat(get("/api/review/beside?section=nowhere&parameter=TN&at=2021-04-01T12:00")
                        .statusCode())
                .isEqualTo(404);
        assertThat(read(get("/api/sections")).get("sections").findValuesAsText("id"))
                .containsExactly("s-lake", "s-plain", "s-river");
    }

    private JsonNode hole(String section, String day) throws Exception {
        for (JsonNode each :
                read(get("/api/review?waters=" + section + "&from=" + day)).get("holes")) {
            return each;
        }
        throw new AssertionError("no hole of " + section + " on " + day);
    }

    private JsonNode queue(String more) throws Exception {
        return read(get("/api/review?section=s-plain&from=2021-04-01" + more));
    }
}
