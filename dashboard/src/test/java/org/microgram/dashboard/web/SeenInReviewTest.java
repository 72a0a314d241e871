package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.microgram.access.Role;

/** Over real HTTP: a decision says what it was decided on. */
@DisplayName("A review")
class SeenInReviewTest extends AtTheReview {

    private static final String HOUR = "\"station\":\"s1\",\"parameters\":[\"PM2.5\"],\"from\":\"2019-02-12T08\"";
    private static final String SET = "{\"action\":\"set\"," + HOUR + ",\"value\":\"40\",\"reason\":\"T 量程\"}";
    private static final String PASS = "{\"action\":\"pass\"," + HOUR + "}";

    @Test
    void decides_on_nothing_that_changed_since_it_was_looked_at() throws Exception {
        String he = token("he", Role.APPROVER);
        String sun = token("sun", Role.APPROVER);
        done(act(token("zhao", Role.REVIEWER), SET));
        // Two approvers look at the same queue.
        String seen = looked("2019-02-12");
        String pass = "{\"action\":\"pass\",\"station\":\"s1\",\"from\":\"2019-02-12\",\"seen\":\"" + seen + "\"}";
        String key = key();
        done(act(he, pass, key));
        int sent = station.sent.size();
        HttpResponse<String> second = act(sun, pass);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(code(second)).isEqualTo("CHANGED_SINCE");
        assertThat(read(second).get("problems").get(0).get("zh").asText()).contains("重新查看队列");
        assertThat(station.sent).hasSize(sent);
        // The first one's own answer, lost on its way, is not a change.
        assertThat(done(act(he, pass, key)).get("repeated").asBoolean()).isTrue();
        restart();
        assertThat(done(act(he, pass, key)).get("repeated").asBoolean()).isTrue();
        done(act(sun, pass.replace(seen, looked("2019-02-12"))));
        done(act(he, pass.replace(seen, looked("2019-02-12"))));
        String unlocked = looked("2019-02-12");
        done(act(sun, "{\"action\":\"lock\",\"station\":\"s1\",\"from\":\"2019-02-12\",\"reason\":\"终审\"}"));
        assertThat(looked("2019-02-12")).isNotEqualTo(unlocked);
    }

    @Test
    void knows_what_was_seen_of_many_hours_from_what_was_seen_of_each() throws Exception {
        JsonNode queue = read(get("/api/review?subject=s1&from=2019-02-12"));
        long missing = 0;
        for (JsonNode each : queue.get("tasks")) {
            if (each.get("hour").asText().equals("2019-02-12T21")) {
                missing ^= Long.parseUnsignedLong(each.get("seen").asText(), 16);
            }
        }
        String hour = "{\"action\":\"pass\",\"station\":\"s1\",\"from\":\"2019-02-12T21\",\"seen\":\"%016x\"}";
        String zhao = token("zhao", Role.REVIEWER);
        assertThat(code(act(zhao, hour.formatted(missing)))).isEqualTo("NOTHING_TO_PASS");
        assertThat(code(act(zhao, hour.formatted(missing + 1)))).isEqualTo("CHANGED_SINCE");
        assertThat(code(act(zhao, PASS.replace("}", ",\"seen\":\"yes\"}")))).isEqualTo("NOT_UNDERSTOOD");
    }

    /** What is seen of the whole day. */
    private String looked(String day) throws Exception {
        JsonNode days = read(get("/api/review?subject=s1&from=" + day)).get("days");
        return days.get(0).get("seen").asText();
    }
}
