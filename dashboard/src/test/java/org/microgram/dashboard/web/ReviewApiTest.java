package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.microgram.access.Access;
import org.microgram.access.Role;
import org.microgram.access.audit.AuditEntry;
import org.microgram.access.audit.Chain;
import org.microgram.dashboard.review.OneStation;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;

/** Over real HTTP. */
@DisplayName("A review over the API")
class ReviewApiTest extends AtTheReview {

    private static final String HOUR = "\"station\":\"s1\",\"parameters\":[\"PM2.5\"],\"from\":\"2019-02-12T08\"";
    private static final String SET = "{\"action\":\"set\"," + HOUR + ",\"value\":\"40\",\"reason\":\"T 量程\"}";
    private static final String PASS = "{\"action\":\"pass\"," + HOUR + "}";

    @Test
    void shows_what_waits_to_whoever_may_look() throws Exception {
        JsonNode queue = read(get("/api/review?subject=One&from=2019-02-12&to=2019-02-12"));
        JsonNode clipped = task(queue, "2019-02-12T10", "PM10");
        assertThat(clipped.get("why").asText()).isEqualTo("suspect");
        assertThat(clipped.get("flags").toString()).isEqualTo("[\"ceiling\"]");
        assertThat(clipped.get("before").asText()).isEqualTo("50");
        assertThat(clipped.get("value").asText()).isEqualTo("1000");
        assertThat(clipped.get("deadline").asText()).startsWith("2019-02-13T10:00");
        assertThat(clipped.get("overdue").asBoolean()).isTrue();
        assertThat(clipped.get("key").asText()).isEqualTo("s1 air_hour PM10 2019-02-12T10");
        assertThat(task(queue, "2019-02-12T21", "PM2.5").get("why").asText()).isEqualTo("missing");
        assertThat(queue.get("days").get(0).get("states").toString()).isEqualTo("[46,0,0,0]");
        assertThat(queue.get("may").get("review").asBoolean()).isFalse();
        assertThat(queue.get("codes").findValuesAsText("code")).contains("C", "D", "M");
        // The city is its stations.
        assertThat(read(get("/api/review?subject=city&from=2019-02-12")).get("tasks"))
                .isEqualTo(queue.get("tasks"));
    }

    @Test
    void lets_nobody_act_who_only_looks() throws Exception {
        int before = station.sent.size();
        assertThat(post("/api/review", PASS, "Idempotency-Key", key()).statusCode())
                .isEqualTo(403);
        assertThat(post("/api/review", PASS, "Authorization", "Basic eA==").statusCode())
                .isEqualTo(403);
        for (Role role : List.of(Role.VIEWER, Role.DUTY_OFFICER, Role.SYSTEM, Role.SECURITY, Role.AUDIT)) {
            HttpResponse<String> answer = act(token(role.label(), role), PASS);
            assertThat(answer.statusCode()).as(role.label()).isEqualTo(403);
        }
        HttpResponse<String> viewer = act(token("another", Role.VIEWER), PASS);
        assertThat(read(viewer).get("code").asText()).isEqualTo("PERMISSION");
        assertThat(act("nonsense", PASS).statusCode()).isEqualTo(401);
        assertThat(station.sent).hasSize(before);
        assertThat(actions()).contains("denied").noneMatch(each -> each.startsWith("review."));
    }

    @Test
    void asks_of_a_browser_more_than_its_cookie() throws Exception {
        person("zhao.yi", Role.REVIEWER);
        String session = cookie(login("zhao.yi", PASSWORD), Door.COOKIE);
        String csrf = read(get("/api/me", "Cookie", session)).get("csrf").asText();
        assertThat(post("/api/review", SET, "Cookie", session, "Idempotency-Key", key())
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> answer =
                post("/api/review", SET, "Cookie", session, "X-CSRF-Token", csrf, "Idempotency-Key", key());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(explained()).isEqualTo("40");
    }

    @Test
    void knows_a_person_by_session_and_by_token_as_one() throws Exception {
        person("zhao.yi", Role.APPROVER);
        String session = cookie(login("zhao.yi", PASSWORD), Door.COOKIE);
        String csrf = read(get("/api/me", "Cookie", session)).get("csrf").asText();
        String key = key();
        done(post("/api/review", SET, "Cookie", session, "X-CSRF-Token", csrf, "Idempotency-Key", key));
        String first = token("zhao.desk", Role.APPROVER, Optional.of("zhao.yi"));
        String second = token("zhao.night", Role.APPROVER, Optional.of("zhao.yi"));
        assertThat(code(act(first, PASS))).isEqualTo("REVIEWER_PASSED_BEFORE");
        assertThat(code(act(second, PASS))).isEqualTo("REVIEWER_PASSED_BEFORE");
        assertThat(done(act(first, SET, key)).get("repeated").asBoolean()).isTrue();
        // And the other way round: what the token set, neither the session nor another token passes.
        done(act(first, SET.replace("T08", "T09")));
        assertThat(station.sent.get(station.sent.size() - 1))
                .isInstanceOfSatisfying(
                        StationRecord.class, each -> assertThat(each.author()).isEqualTo("zhao.yi"));
        String pass = PASS.replace("T08", "T09");
        assertThat(code(post("/api/review", pass, "Cookie", session, "X-CSRF-Token", csrf, "Idempotency-Key", key())))
                .isEqualTo("REVIEWER_PASSED_BEFORE");
        assertThat(code(act(second, pass))).isEqualTo("REVIEWER_PASSED_BEFORE");
        done(act(token("he", Role.APPROVER), pass));
        List<String> actors = new ArrayList<>();
        Chain.read(Access.auditFolder(data), Optional.empty(), entry -> {
            if (entry.action().startsWith("review.")) {
                actors.add(entry.actor());
            }
        });
        assertThat(actors).containsExactly("user:zhao.yi", "user:zhao.yi", "user:he.owner");
    }

    @Test
    void goes_through_two_people_a_lock_and_a_reopening_with_an_entry_for_each() throws Exception {
        String zhao = token("zhao", Role.REVIEWER);
        String he = token("he", Role.APPROVER);
        String sun = token("sun", Role.APPROVER);
        done(act(zhao, SET));
        HttpResponse<String> same = act(zhao, PASS);
        assertThat(same.statusCode()).isEqualTo(409);
        assertThat(same.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(read(same).get("code").asText()).isEqualTo("REVIEWER_PASSED_BEFORE");
        assertThat(read(same).get("problems").get(0).get("zh").asText()).contains("请另一人通过");
        // A second review is an approver's.
        String other = token("other", Role.REVIEWER);
        assertThat(act(other, PASS).statusCode()).isEqualTo(403);
        String day = "{\"action\":\"pass\",\"station\":\"s1\",\"from\":\"2019-02-12\"}";
        done(act(he, day));
        done(act(sun, day));
        String lock = "{\"action\":\"lock\",\"station\":\"s1\",\"from\":\"2019-02-12\",\"reason\":\"月度终审\"}";
        assertThat(act(zhao, lock).statusCode()).isEqualTo(403);
        assertThat(code(act(sun, lock))).isEqualTo("NOT_FINAL");
        done(act(he, day));
        assertThat(code(act(zhao, PASS))).isEqualTo("NOTHING_TO_PASS");
        done(act(sun, lock));
        JsonNode locked = read(get("/api/review?subject=s1&from=2019-02-12"));
        assertThat(locked.get("tasks")).isEmpty();
        assertThat(locked.get("days").get(0).get("lock").get("reason").asText()).isEqualTo("月度终审");
        assertThat(code(act(zhao, SET))).isEqualTo("DAY_LOCKED");
        assertThat(act(zhao, lock.replace("lock", "reopen")).statusCode()).isEqualTo(403);
        done(act(he, lock.replace("lock", "reopen")));
        assertThat(code(act(he, lock.replace("lock", "reopen")))).isEqualTo("DAY_NOT_LOCKED");
        assertThat(actions().stream().filter(each -> each.startsWith("review.")))
                .containsExactly(
                        "review.set", "review.pass", "review.pass", "review.pass", "review.lock", "review.reopen");
    }

    @Test
    void is_repeated_without_being_done_twice() throws Exception {
        String zhao = token("zhao", Role.REVIEWER);
        String key = key();
        JsonNode first = done(act(zhao, SET, key));
        int sent = station.sent.size();
        JsonNode again = done(act(zhao, SET, key));
        assertThat(first.get("repeated").asBoolean()).isFalse();
        assertThat(again.get("repeated").asBoolean()).isTrue();
        assertThat(again.get("trace")).isEqualTo(first.get("trace"));
        assertThat(station.sent).hasSize(sent);
        // After a restart the store still tells.
        restart();
        assertThat(done(act(zhao, SET, key)).get("repeated").asBoolean()).isTrue();
        assertThat(station.sent).hasSize(sent);
        assertThat(actions().stream().filter("review.set"::equals)).hasSize(1);
        // The key belongs to the person; and to one decision.
        assertThat(done(act(token("other", Role.REVIEWER), SET, key))
                        .get("repeated")
                        .asBoolean())
                .isFalse();
        String second = key();
        done(act(zhao, SET.replace("40", "41"), second));
        HttpResponse<String> used = act(zhao, SET.replace("40", "42"), second);
        assertThat(used.statusCode()).isEqualTo(422);
        assertThat(read(used).get("code").asText()).isEqualTo("KEY_USED");
    }

    @Test
    void is_told_that_it_was_not_kept_and_sent_again_as_it_was() throws Exception {
        String zhao = token("zhao", Role.REVIEWER);
        String key = key();
        failures = 1;
        HttpResponse<String> lost = act(zhao, SET, key);
        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(read(lost).get("code").asText()).isEqualTo("NOT_KEPT");
        assertThat(lost.body()).doesNotContain("disk is full");
        StationMessage once = station.sent.get(station.sent.size() - 1);
        done(act(zhao, SET, key));
        assertThat(station.sent.get(station.sent.size() - 1)).isEqualTo(once);
    }

    @Test
    void decides_nothing_on_a_store_that_does_not_show_what_was_decided_before() throws Exception {
        String zhao = token("zhao", Role.REVIEWER);
        behind = true;
        assertThat(act(zhao, SET).statusCode()).isEqualTo(503);
        behind = false;
        String key = key();
        done(act(zhao, SET, key));
        behind = true;
        String second = key();
        HttpResponse<String> kept = act(zhao, SET.replace("40", "41"), second);
        assertThat(kept.statusCode()).isEqualTo(202);
        int sent = station.sent.size();
        HttpResponse<String> refused = act(token("other", Role.REVIEWER), SET.replace("40", "42"));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(read(refused).get("code").asText()).isEqualTo("NOT_SHOWN_YET");
        assertThat(read(refused).get("problems").get(0).get("zh").asText()).contains("尚未入库");
        // What was shown once is shown; what was not is asked for again.
        assertThat(act(zhao, SET, key).statusCode()).isEqualTo(200);
        assertThat(act(zhao, SET.replace("40", "41"), second).statusCode()).isEqualTo(202);
        assertThat(station.sent).hasSize(sent);
        behind = false;
        assertThat(done(act(zhao, SET.replace("40", "41"), second))
                        .get("repeated")
                        .asBoolean())
                .isTrue();
        done(act(token("third", Role.REVIEWER), SET.replace("40", "42")));
    }

    @Test
    void is_decided_anew_when_others_decided_since_it_was_not_kept() throws Exception {
        String zhao = token("zhao", Role.REVIEWER);
        String key = key();
        lost = true;
        assertThat(act(zhao, SET, key).statusCode()).isEqualTo(503);
        done(act(token("he", Role.APPROVER), PASS));
        done(act(token("sun", Role.APPROVER), PASS));
        // Resent as it was it would be overruled in silence.
        assertThat(code(act(zhao, SET, key))).isEqualTo("PASSED_SECOND_REVIEW");
        assertThat(explained()).isEqualTo("500");
    }

    @Test
    void is_completed_when_only_a_part_of_it_arrived_before_a_restart() throws Exception {
        String zhao = token("zhao", Role.REVIEWER);
        String day = "{\"action\":\"pass\",\"station\":\"s1\",\"from\":\"2019-02-12\"}";
        String key = key();
        part = 5;
        assertThat(act(zhao, day, key).statusCode()).isEqualTo(503);
        List<StationMessage> first = List.copyOf(station.sent.subList(station.sent.size() - 5, station.sent.size()));
        restart();
        JsonNode completed = done(act(zhao, day, key));
        assertThat(completed.get("repeated").asBoolean()).isFalse();
        assertThat(completed.get("entered").asInt()).isEqualTo(23);
        assertThat(station.sent.subList(station.sent.size() - 23, station.sent.size() - 18))
                .isEqualTo(first);
        assertThat(read(get("/api/review?subject=s1&from=2019-02-12"))
                        .get("days")
                        .get(0)
                        .get("states")
                        .toString())
                .isEqualTo("[0,46,0,0]");
        restart();
        assertThat(done(act(zhao, day, key)).get("repeated").asBoolean()).isTrue();
        // When others decided since, it is not known any more what the rest would have been.
        String he = token("he", Role.APPROVER);
        String second = key();
        part = 5;
        assertThat(act(he, day, second).statusCode()).isEqualTo(503);
        done(act(token("sun", Role.APPROVER), day));
        assertThat(code(act(he, day, second))).isEqualTo("ARRIVED_IN_PART");
    }

    @Test
    void decides_on_no_hour_that_is_not_over_and_on_no_year_that_no_reading_is_of() throws Exception {
        String zhao = token("zhao", Role.REVIEWER);
        station.now = (OneStation.FIRST + 8 * 3600) * 1000 - 180_000;
        int sent = station.sent.size();
        assertThat(code(act(zhao, SET))).isEqualTo("NOT_OVER");
        assertThat(code(act(zhao, PASS))).isEqualTo("NOT_OVER");
        assertThat(station.sent).hasSize(sent);
        // The clock goes on by a minute at every look: now it is over.
        done(act(zhao, SET));
        assertThat(code(act(zhao, SET.replace("2019-", "1899-")))).isEqualTo("NOT_UNDERSTOOD");
        assertThat(code(act(zhao, SET.replace("2019-", "2200-")))).isEqualTo("NOT_UNDERSTOOD");
    }

    @Test
    void counts_the_days_that_are_asked_for_before_it_looks_for_stations() throws Exception {
        HttpResponse<String> all = get("/api/review?subject=city&from=1900-01-01&to=2199-12-31");
        assertThat(all.statusCode()).isEqualTo(400);
        assertThat(read(all).get("found").asText()).isEqualTo("109573 days");
        assertThat(get("/api/review?subject=city&from=0001-01-01&to=9999-12-31").statusCode())
                .isEqualTo(400);
    }

    @Test
    void amends_by_two_people_who_give_the_same_value() throws Exception {
        String he = token("he", Role.APPROVER);
        String sun = token("sun", Role.APPROVER);
        done(act(he, PASS));
        done(act(sun, PASS));
        String amend = "{\"action\":\"amend\"," + HOUR + ",\"value\":\"30\",\"reason\":\"复算\"}";
        String zhao = token("zhao", Role.REVIEWER);
        done(act(zhao, amend));
        assertThat(explained()).isEqualTo("500");
        JsonNode proposal = queued("2019-02-12T08").get("proposal");
        assertThat(proposal.get("value").asText()).isEqualTo("30");
        assertThat(proposal.get("pastLock").asBoolean()).isFalse();
        assertThat(read(act(zhao, amend)).get("code").asText()).isEqualTo("PROPOSER_CANNOT_APPROVE");
        assertThat(act(token("other", Role.REVIEWER), amend).statusCode()).isEqualTo(403);
        done(act(he, amend));
        assertThat(explained()).isEqualTo("30");
    }

    @Test
    void tells_everything_that_cannot_be_read_at_once() throws Exception {
        String zhao = token("zhao", Role.REVIEWER);
        JsonNode shape = read(act(zhao, "{\"action\":\"set\",\"value\":40,\"resaon\":\"x\",\"parameters\":[]}"));
        assertThat(shape.get("status").asInt()).isEqualTo(400);
        assertThat(shape.get("problems").findValuesAsText("en"))
                .anyMatch(each -> each.startsWith("resaon is not a key we know; did you mean reason?"))
                .anyMatch(each -> each.startsWith("value is no text"))
                .anyMatch(each -> each.startsWith("parameters is no list"))
                .anyMatch(each -> each.startsWith("set and amend take either value or invalid"));
        JsonNode words = read(act(
                zhao, "{\"action\":\"sett\",\"station\":\"s9\",\"parameters\":[\"PM1\"],\"from\":\"2019-02-12T25\"}"));
        assertThat(words.get("problems").findValuesAsText("code"))
                .containsExactlyInAnyOrder("NOT_UNDERSTOOD", "UNKNOWN_STATION", "UNKNOWN_PARAMETER", "NOT_UNDERSTOOD");
        assertThat(code(act(zhao, SET.replace("\"40\"", "\"1e3\"")))).isEqualTo("BAD_VALUE");
        assertThat(code(act(zhao, SET.replace("\"40\"", "\"-1\"")))).isEqualTo("BAD_VALUE");
        assertThat(code(act(zhao, SET.replace("T 量程", "returned: x")))).isEqualTo("BAD_REASON");
        assertThat(code(act(zhao, SET.replace("T 量程", "")))).isEqualTo("NO_REASON");
        assertThat(code(act(zhao, PASS.replace("}", ",\"to\":\"2019-04-12\"}"))))
                .isEqualTo("TOO_LONG");
        assertThat(code(act(zhao, "{1}"))).isEqualTo("NOT_UNDERSTOOD");
        assertThat(code(act(zhao, "{\"action\":\"pass\",\"action\":\"lock\"}"))).isEqualTo("NOT_UNDERSTOOD");
        assertThat(code(act(zhao, PASS, ""))).isEqualTo("KEY_MISSING");
        assertThat(code(act(zhao, PASS, "short"))).isEqualTo("KEY_MISSING");
        assertThat(post("/api/review", "action=pass", "Authorization", "Bearer " + zhao, "Idempotency-Key", key())
                        .statusCode())
                .isEqualTo(415);
        assertThat(act(zhao, SET.replace("T 量程", "x".repeat(20_000))).statusCode())
                .isEqualTo(413);
        assertThat(get("/api/review?subject=s1&from=2019-01-01&to=2019-12-31").statusCode())
                .isEqualTo(400);
        assertThat(get("/api/review?subject=s1&from=yesterday").statusCode()).isEqualTo(400);
        assertThat(get("/api/review?subject=s9&from=2019-02-12").statusCode()).isEqualTo(404);
        assertThat(actions()).noneMatch(each -> each.startsWith("review."));
    }

    @Test
    void brings_no_line_and_no_markup_of_its_own_into_log_queue_and_chain() throws Exception {
        String evil = "<img src=x onerror=alert(1)>\\n\\u001b[2J{\\\"number\\\":9}";
        done(act(token("zhao", Role.REVIEWER), SET.replace("T 量程", evil)));
        JsonNode task = read(get("/api/review?subject=s1&from=2019-02-12"));
        assertThat(task.toString()).doesNotContain("\\u001b");
        assertThat(Chain.verify(Access.auditFolder(data), Optional.empty()).broken())
                .isEmpty();
        List<AuditEntry> entries = new ArrayList<>();
        Chain.read(Access.auditFolder(data), Optional.empty(), entries::add);
        AuditEntry last = entries.get(entries.size() - 1);
        assertThat(last.action()).isEqualTo("review.set");
        assertThat(last.details().get("reason")).startsWith("<img").doesNotContain("\n");
        assertThat(last.details().get("value")).isEqualTo("40");
    }
}
