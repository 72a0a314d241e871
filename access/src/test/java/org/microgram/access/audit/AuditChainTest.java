package org.microgram.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.access.audit.ChainReport.Fault;

@DisplayName("The audit log")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AuditChainTest {

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-09-30T23:59:58.123Z");

    private AuditLog log(HashAlgorithm algorithm) {
        return new AuditLog(folder, algorithm, () -> now);
    }

    /** Entries over three months, chained by both algorithms. */
    private void fill(int entries) {
        for (int i = 1; i <= entries; i++) {
            log(i % 3 == 0 ? HashAlgorithm.SM3 : HashAlgorithm.SHA_256)
                    .append("user:li.wei", "backfill", "第 " + i, Map.of("from", "\"a\\b\n", "z", "", "b", "东四"));
            now = now.plus(Duration.ofDays(70).dividedBy(entries));
        }
    }

    @Test
    void holds_across_months_and_both_algorithms() throws Exception {
        fill(30);
        assertThat(AuditFiles.in(folder).stream().map(file -> file.getFileName().toString()))
                .containsExactly("2026-09.jsonl", "2026-10.jsonl", "2026-11.jsonl", "2026-12.jsonl");
        ChainReport report = verify();
        assertThat(report.broken()).isEmpty();
        assertThat(report.entries()).isEqualTo(30);
        assertThat(report.from()).hasValue(Instant.parse("2026-09-30T23:59:58.123Z"));
        assertThat(report.head()).isEqualTo(log(HashAlgorithm.SM3).head());
    }

    @Test
    void a_line_is_this_text_for_ever() throws Exception {
        log(HashAlgorithm.SHA_256).append("user:li.wei", "backfill", "东四", Map.of("b", "2", "a", "x\"y"));
        String body =
                "{\"number\":1,\"time\":\"2026-09-30T23:59:58.123Z\",\"actor\":\"user:li.wei\",\"action\":\"backfill\","
                        + "\"subject\":\"东四\",\"details\":{\"a\":\"x\\\"y\",\"b\":\"2\"},\"algorithm\":\"SHA-256\",\"previous\":\""
                        + "0".repeat(64) + "\"";
        String hash = HashAlgorithm.SHA_256.hex((body + "}").getBytes(StandardCharsets.UTF_8));
        assertThat(Files.readString(folder.resolve("2026-09.jsonl"))).isEqualTo(body + ",\"hash\":\"" + hash + "\"}\n");
    }

    @Test
    void one_byte_changed_anywhere_is_named_by_its_entry() throws Exception {
        fill(6);
        Random random = new Random(1);
        long number = 1;
        int places = 0;
        for (Path file : AuditFiles.in(folder)) {
            byte[] sound = Files.readAllBytes(file);
            for (int at = 0; at < sound.length; at++) {
                byte[] changed = sound.clone();
                changed[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, changed);
                ChainReport report = verify();
                assertThat(report.broken()).as("byte %d of %s", at, file).isPresent();
                assertThat(report.broken().get().number())
                        .as("byte %d of %s", at, file)
                        .isEqualTo(number);
                assertThat(report.broken().get().file())
                        .isEqualTo(file.getFileName().toString());
                places++;
                number += sound[at] == '\n' ? 1 : 0;
            }
            Files.write(file, sound);
        }
        assertThat(number).isEqualTo(7);
        assertThat(places).isGreaterThan(1900);
        assertThat(verify().broken()).isEmpty();
    }

    @Test
    void an_entry_taken_out_put_in_or_exchanged_is_named() throws Exception {
        fill(30);
        Path file = folder.resolve("2026-10.jsonl");
        List<String> sound = Files.readAllLines(file);
        long first = AuditEntry.parse(sound.get(0)).orElseThrow().number();
        assertThat(faultWith(file, without(sound, 3))).isEqualTo("NUMBER " + (first + 3));
        List<String> twice = new ArrayList<>(sound);
        twice.add(4, sound.get(3));
        assertThat(faultWith(file, twice)).isEqualTo("NUMBER " + (first + 4));
        // Sealed anew by somebody who knows how: the next one does not hold its hash.
        AuditEntry old = AuditEntry.parse(sound.get(5)).orElseThrow();
        AuditEntry forged = AuditEntry.after(
                AuditEntry.parse(sound.get(4)), old.time(), "user:other", old.action(), "", Map.of(), old.algorithm());
        List<String> exchanged = new ArrayList<>(sound);
        exchanged.set(5, forged.print());
        assertThat(faultWith(file, exchanged)).isEqualTo("PREVIOUS " + (first + 6));
        Files.delete(file);
        assertThat(verify().broken().orElseThrow().fault()).isEqualTo(Fault.NUMBER);
    }

    @Test
    void an_end_cut_off_or_a_past_made_anew_shows_against_a_head_noted_elsewhere() throws Exception {
        fill(10);
        AuditEntry head = log(HashAlgorithm.SM3).head().orElseThrow();
        Optional<Chain.Noted> noted = Optional.of(new Chain.Noted(head.number(), head.hash()));
        fill(3);
        assertThat(Chain.verify(folder, noted).broken()).isEmpty();
        for (Path file : AuditFiles.in(folder)) {
            Files.delete(file);
        }
        now = Instant.parse("2026-09-30T23:59:58.123Z");
        fill(4);
        assertThat(Chain.verify(folder, noted).broken().orElseThrow())
                .isEqualTo(new ChainReport.Broken("2026-11.jsonl", 0, 5, Fault.SHORT));
        fill(8);
        assertThat(Chain.verify(folder, noted).broken().orElseThrow().fault()).isEqualTo(Fault.HEAD);
    }

    @RepeatedTest(30)
    void a_write_that_a_kill_cut_off_is_kept_beside_and_said(RepetitionInfo info) throws Exception {
        fill(2);
        Path file = AuditFiles.in(folder).get(0);
        byte[] whole = Files.readAllBytes(file);
        fill(1);
        Path last = AuditFiles.in(folder).get(AuditFiles.in(folder).size() - 1);
        byte[] all = Files.readAllBytes(last);
        int start = last.equals(file)
                ? whole.length
                : new String(all, 0, all.length - 1, StandardCharsets.UTF_8).lastIndexOf('\n') + 1;
        start = Math.max(start, 0);
        // Anything from one byte of the line to all of it but the line feed.
        int cut = start + 1 + new Random(info.getCurrentRepetition()).nextInt(all.length - start - 2);
        Files.write(last, java.util.Arrays.copyOf(all, cut));
        assertThat(verify().broken().orElseThrow().fault()).isEqualTo(Fault.UNFINISHED);
        AuditEntry next = log(HashAlgorithm.SHA_256).append("user:a", "b", "c", Map.of());
        ChainReport report = verify();
        assertThat(report.broken()).isEmpty();
        assertThat(report.head()).hasValue(next);
        assertThat(next.number()).isEqualTo(4);
        assertThat(Files.readAllBytes(folder.resolve("unfinished-3")))
                .isEqualTo(java.util.Arrays.copyOfRange(all, start, cut));
    }

    @Test
    void an_entry_that_only_lacks_its_line_feed_is_kept() throws Exception {
        log(HashAlgorithm.SHA_256).append("user:a", "b", "c", Map.of());
        Path file = AuditFiles.in(folder).get(0);
        byte[] all = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(all, all.length - 1));
        assertThat(log(HashAlgorithm.SHA_256)
                        .append("user:a", "b", "d", Map.of())
                        .number())
                .isEqualTo(2);
        assertThat(verify().broken()).isEmpty();
    }

    @Test
    void no_entry_follows_one_that_was_changed() throws Exception {
        fill(3);
        List<Path> files = AuditFiles.in(folder);
        Path last = files.get(files.size() - 1);
        Files.writeString(last, Files.readString(last).replace("li.wei", "li.wen"));
        assertThatThrownBy(() -> log(HashAlgorithm.SHA_256).append("user:a", "b", "c", Map.of()))
                .isInstanceOf(AuditLog.Damaged.class)
                .hasMessageContaining("verify-chain");
    }

    @Test
    void names_with_newlines_quotes_and_signs_of_direction_stay_within_their_entry() throws Exception {
        String evil = "x\"},\"hash\":\"0\"}\n{\"number\":2}\r\u2028\u202e\u0000\u001b[2J\ud800 \ufeff";
        log(HashAlgorithm.SHA_256).append(evil, evil, evil, Map.of(evil, evil));
        String text = Files.readString(AuditFiles.in(folder).get(0));
        assertThat(text.lines()).hasSize(1);
        assertThat(text).doesNotContain("\u202e", "\u001b", "\u2028", "\ufeff", "\r");
        List<AuditEntry> read = new ArrayList<>();
        assertThat(Chain.read(folder, Optional.empty(), read::add).broken()).isEmpty();
        assertThat(read.get(0).actor()).isEqualTo(evil);
        assertThat(read.get(0).details()).containsExactly(Map.entry(evil, evil));
    }

    @Test
    void a_clock_set_back_does_not_change_the_order() throws Exception {
        fill(10);
        now = Instant.parse("2026-01-01T00:00:00Z");
        log(HashAlgorithm.SHA_256).append("user:a", "b", "c", Map.of());
        assertThat(verify().broken()).isEmpty();
        assertThat(verify().entries()).isEqualTo(11);
        assertThat(folder.resolve("2026-01.jsonl")).doesNotExist();
    }

    @Test
    void many_writers_make_one_chain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String actor = "user:" + i;
                done.add(threads.submit(() -> {
                    for (int n = 0; n < 10; n++) {
                        log(HashAlgorithm.SHA_256).append(actor, "b", "c", Map.of());
                    }
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(verify().entries()).isEqualTo(40);
        assertThat(verify().broken()).isEmpty();
    }

    @Test
    void is_this_user_s_alone() throws Exception {
        fill(1);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(AuditFiles.in(folder).get(0))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_line_without_end_does_not_fill_the_memory() throws Exception {
        fill(1);
        Path file = AuditFiles.in(folder).get(0);
        byte[] zeros = new byte[4 << 20];
        Files.write(file, zeros, StandardOpenOption.APPEND);
        assertThat(verify().broken()).hasValue(new ChainReport.Broken("2026-09.jsonl", 2, 2, Fault.UNREADABLE));
    }

    @Test
    void sm3_is_the_one_of_gb_t_32905() {
        assertThat(HashAlgorithm.SM3.hex("abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    private ChainReport verify() throws IOException {
        return Chain.verify(folder, Optional.empty());
    }

    private String faultWith(Path file, List<String> lines) throws IOException {
        byte[] sound = Files.readAllBytes(file);
        try {
            Files.write(file, lines);
            ChainReport.Broken broken = verify().broken().orElseThrow();
            return broken.fault() + " " + broken.number();
        } finally {
            Files.write(file, sound);
        }
    }

    private static List<String> without(List<String> lines, int at) {
        List<String> rest = new ArrayList<>(lines);
        rest.remove(at);
        return rest;
    }
}
