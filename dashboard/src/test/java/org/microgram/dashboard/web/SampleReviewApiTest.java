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
            assertThat(of.get("by").asText()).isEqualTo("he");
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

    private JsonNode queue(String more) throws Exception {
        return read(get("/api/review?section=s-plain&from=2021-04-01" + more));
    }
}
