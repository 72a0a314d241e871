package org.microgram.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.ingest.csv.ReadingsCsvReader;
import org.microgram.messages.readings.Refusal.Reason;

@DisplayName("What is said to have arrived after it was read in")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class YetToComeTest {

    private static final Instant LATEST = Instant.parse("2026-11-26T00:00:00Z");
    private static final String HEAD =
            "station,parameter,start,length,value,unit,rank,state,received_at,seq,author,reason,flag,method,detection_limit\n";
    private static final String AIR = "1003A,PM2.5,2019-02-12T07:00:00+08:00,PT1H,42,ug/m3,hour,raw,%s,1,,,,,\n";
    private static final String WATER = "bj-gubeikou,pH,2021-04-06T10:20:00+08:00,PT0S,7.9,1,hour,raw,%s,2,,,,,\n";
    private static final String STATE = "bj-gubeikou,status,2021-04-06T10:20:00+08:00,PT0S,dry,,hour,raw,%s,3,,,,,\n";

    @TempDir
    Path dir;

    @Test
    void is_refused_for_it_would_outrank_every_correction_until_then() throws Exception {
        Collected read = read("2026-11-26T08:00:01+08:00");
        assertThat(read.records).isEmpty();
        assertThat(read.samples).isEmpty();
        assertThat(read.refusals).hasSize(3).allSatisfy(each -> {
            assertThat(each.reason()).isEqualTo(Reason.IN_THE_FUTURE);
            assertThat(each.found()).contains("2026-11-26T00:00:01Z", LATEST.toString());
        });
        assertThat(read.report.used()).isZero();
    }

    @Test
    void is_read_when_it_arrived_at_the_latest_moment() throws Exception {
        Collected read = read("2026-11-26T08:00:00+08:00");
        assertThat(read.refusals).isEmpty();
        assertThat(read.records).hasSize(1);
        assertThat(read.samples).hasSize(2);
    }

    private Collected read(String arrival) throws Exception {
        Path file = Files.writeString(dir.resolve("rows.csv"), HEAD + (AIR + WATER + STATE).replace("%s", arrival));
        return Collected.read(new ReadingsCsvReader(), Rights.ALL, LATEST, file);
    }
}
