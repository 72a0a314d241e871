package org.microgram.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.standalone.Commands.Ran;

/** The whole way of a review, by four people and their passwords, through log, job and store. */
@DisplayName("An hour that a reviewer found invalid")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReviewCommandsTest {

    private static final String PASSWORD = "four words beside each other";
    private static final String HEADER =
            "station,parameter,start,length,value,unit,rank,state,received_at,seq,author,reason\n";
    private static final String FIGURE = "东四 air_day PM2.5 2019-02-12";

    @TempDir
    Path folder;

    private final Deque<String> typed = new ArrayDeque<>();
    private String out = "";
    private String err = "";

    @Test
    @Tag("proof")
    void is_passed_by_others_locked_keeps_a_late_value_as_a_proposal_and_is_reopened() throws Exception {
        people();
        StringBuilder day = new StringBuilder(HEADER);
        for (int hour = 0; hour < 24; hour++) {
            day.append(row(hour, hour == 7 ? "240" : "10", "2019-02-13T10:00:00+08:00"));
        }
        as("wang.fang", "backfill", "--format", "readings-csv", file("day.csv", day.toString()));
        assertThat(mean()).isEqualTo("20");

        as("li.wei", "review", "list", "--station", "东四", "--parameter", "PM2.5", "--from", "2019-02-12");
        assertThat(out).contains("2019-02-12T08,PM2.5,suspect,10,240,10");
        as(
                "li.wei",
                "review",
                "set",
                "--station",
                "东四",
                "--parameter",
                "PM2.5",
                "--from",
                "2019-02-12T08",
                "--invalid",
                "--reason",
                "span check");
        assertThat(mean()).isEqualTo("10");

        refused("li.wei", pass());
        assertThat(err).contains("same person, li.wei", "nothing was changed");
        refused("li.wei", lock());
        as("he.lin", pass());
        as("sun.yu", pass());
        refused("sun.yu", lock());
        assertThat(err).contains("is not final (second)");
        as("he.lin", pass());
        as("sun.yu", lock());
        assertThat(mean()).isEqualTo("10");

        // A file brings a final value only for somebody who may approve one; its raw rows are read either way.
        String afterTheLock = OffsetDateTime.now(ZoneOffset.ofHours(8))
                .plusHours(1)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        String late = file(
                "late.csv",
                HEADER
                        + row(7, "31", "2019-03-01T10:00:00+08:00")
                        + row(8, "34", afterTheLock)
                                .replace("hour,raw", "audited,final")
                                .replace(",,\n", ",He Lin,recalibrated\n"));
        assertThat(by("wang.fang", "backfill", "--format", "readings-csv", late))
                .isEqualTo(3);
        assertThat(err).contains("not_allowed: 1 values", "2 = 1 + 1 + 0 + 0");
        as("gao.yu", "backfill", "--format", "readings-csv", late);
        assertThat(err).contains("2 = 1 + 0 + 1 + 0");
        as("li.wei", "review", "list", "--station", "东四", "--parameter", "PM2.5", "--from", "2019-02-12");
        assertThat(out).contains("2019-02-12T09,PM2.5,proposed,—,10,10", "34 He Lin: recalibrated");
        assertThat(mean()).isEqualTo("10");
        refused(
                "li.wei",
                "review",
                "set",
                "--station",
                "东四",
                "--parameter",
                "PM2.5",
                "--from",
                "2019-02-12T09",
                "--value",
                "34",
                "--reason",
                "late");
        assertThat(err).contains("is locked by sun.yu");

        refused("li.wei", "review", "reopen", "--station", "东四", "--from", "2019-02-12", "--reason", "late value");
        as("he.lin", "review", "reopen", "--station", "东四", "--from", "2019-02-12", "--reason", "late value");
        as("li.wei", "history", FIGURE);
        assertThat(out).contains("li.wei", "span check");
        // What is final is amended by two people who give the same value.
        as("li.wei", amend());
        refused("li.wei", amend());
        assertThat(err).contains("who proposes cannot approve");
        as("sun.yu", amend());
        // (21 × 10 + 33 + 34) over the 23 hours with a value: 12.04
        assertThat(mean()).isEqualTo("12");
        as("li.wei", "explain", "东四 air_hour PM2.5 2019-02-12T10");
        assertThat(out).contains("li.wei, sun.yu", "33");
        samplesOfASectionToo();
        as("chen.jie", "verify-chain");
        as("chen.jie", "audit");
        assertThat(out).contains("review.set", "review.pass", "review.lock", "review.reopen", "review.amend", "he.lin");
    }

    private void samplesOfASectionToo() throws Exception {
        String rows = HEADER
                + "bj-gubeikou,CODMn,2021-04-06T08:00:00+08:00,PT4H,2.4,mg/L,hour,raw,2021-04-06T09:29:00+08:00,1,,\n"
                + "bj-gubeikou,CODMn,2021-04-06T12:00:00+08:00,PT4H,2.2,mg/L,hour,raw,2021-04-06T13:29:00+08:00,2,,\n";
        as("wang.fang", "backfill", "--format", "readings-csv", file("water.csv", rows));
        as("li.wei", "review", "list", "--section", "古北口", "--from", "2021-04-06");
        assertThat(out)
                .contains(
                        "section,sample,parameter",
                        "bj-gubeikou,2021-04-06T08:00,CODMn,due,—,2.4,2.2",
                        "raw,,2021-04-07");
        as("li.wei", ofSample("set", "--value", "2.1", "--reason", "blank too high"));
        refused("li.wei", ofSample("pass"));
        assertThat(err).contains("same person, li.wei", "nothing was changed");
        as("he.lin", ofSample("pass"));
        as("li.wei", "explain", "bj-gubeikou water_sample CODMn 2021-04-06T08:00");
        assertThat(out).contains("2.1", "he.lin", "blank too high", "second");
        as("li.wei", "history", "bj-gubeikou water_day CODMn 2021-04-06");
        assertThat(out).contains("2.15", "li.wei", "blank too high");
        // Locked as a day of a station is; what comes then is a proposal.
        String[] noon = {"review", "pass", "--section", "古北口", "--from", "2021-04-06T12:00"};
        as("li.wei", noon);
        as("he.lin", noon);
        refused("he.lin", ofDay("lock"));
        assertThat(err).contains("2021-04-06 12:00 CODMn is not final (second)");
        as("sun.yu", "review", "pass", "--section", "古北口", "--from", "2021-04-06");
        as("sun.yu", ofDay("lock"));
        String late = rows.replace("T08:00", "T16:00").replace("T12:00", "T20:00");
        as(
                "wang.fang",
                "backfill",
                "--format",
                "readings-csv",
                file("late.csv", late.replace("T09:29", "T21:29").replace("T13:29", "T21:29")));
        as("li.wei", "review", "list", "--section", "古北口", "--from", "2021-04-06");
        assertThat(out)
                .contains("bj-gubeikou,2021-04-06,,locked", "sun.yu", "T16:00,CODMn,proposed", "T20:00,CODMn,proposed");
        as("li.wei", "explain", "bj-gubeikou water_day CODMn 2021-04-06");
        assertThat(out).contains("2.15", "day done", "a proposal, left out");
        as("he.lin", ofDay("reopen"));
    }

    private static String[] ofDay(String action) {
        return new String[] {
            "review", action, "--section", "bj-gubeikou", "--from", "2021-04-06", "--reason", "day done"
        };
    }

    private static String[] ofSample(String action, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "review", action, "--section", "bj-gubeikou", "--parameter", "CODMn", "--from", "2021-04-06T08:00"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private static String[] pass() {
        return new String[] {"review", "pass", "--station", "东四", "--parameter", "PM2.5", "--from", "2019-02-12"};
    }

    private static String[] lock() {
        return new String[] {"review", "lock", "--station", "东四", "--from", "2019-02-12", "--reason", "month done"};
    }

    private static String[] amend() {
        return new String[] {
            "review",
            "amend",
            "--station",
            "东四",
            "--parameter",
            "PM2.5",
            "--from",
            "2019-02-12T10",
            "--value",
            "33",
            "--reason",
            "span"
        };
    }

    private String mean() {
        as(
                "li.wei",
                "query",
                "--measurement",
                "air_day",
                "--subject",
                "东四",
                "--from",
                "2019-02-12",
                "--to",
                "2019-02-12");
        return out.lines().skip(1).findFirst().orElseThrow().split(",", -1)[5];
    }

    private static String row(int hour, String value, String receivedAt) {
        return "东四,PM2.5,2019-02-12T%02d:00:00+08:00,PT1H,%s,ug/m3,hour,raw,%s,%d,,\n"
                .formatted(hour, value, receivedAt, hour + 1);
    }

    private String file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private void people() {
        typed.addAll(List.of(PASSWORD, PASSWORD));
        assertThat(run("user", "add", "zhang.min", "--roles", "security"))
                .as(err)
                .isZero();
        for (String[] each : new String[][] {
            {"wang.fang", "system"},
            {"chen.jie", "audit"},
            {"gao.yu", "system,approver"},
            {"li.wei", "reviewer"},
            {"he.lin", "approver"},
            {"sun.yu", "approver"}
        }) {
            typed.addAll(List.of(PASSWORD, PASSWORD, PASSWORD));
            assertThat(run("user", "add", each[0], "--roles", each[1], "--user", "zhang.min"))
                    .as(err)
                    .isZero();
        }
    }

    private void as(String person, String... words) {
        assertThat(by(person, words)).as(String.join(" ", words) + "\n" + err).isZero();
    }

    private void refused(String person, String... words) {
        assertThat(by(person, words)).as(String.join(" ", words)).isEqualTo(1);
    }

    private int by(String person, String... words) {
        typed.add(PASSWORD);
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--user", person));
        return run(all.toArray(String[]::new));
    }

    private int run(String... words) {
        List<String> args = new ArrayList<>(Arrays.asList(words));
        args.addAll(List.of("--data", folder.resolve("data").toString()));
        Ran ran = Commands.typing(typed, args.toArray(String[]::new));
        out = ran.out();
        err = ran.err();
        return ran.code();
    }
}
