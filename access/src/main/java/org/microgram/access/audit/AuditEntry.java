package org.microgram.access.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that somebody did, one line of the audit log.
 *
 * @param number 1 for the first of a data directory, then one more each
 * @param time when it was written, UTC, to the millisecond
 * @param actor who did it, such as {@code user:li.wei}
 * @param action what, such as {@code backfill}
 * @param subject to what
 * @param details whatever else tells; texts only
 * @param algorithm of {@code hash}
 * @param previous hash of the entry before; {@link #BEFORE_THE_FIRST} for number 1
 * @param hash over the line without its last member, this hash
 */
public record AuditEntry(
        long number,
        Instant time,
        String actor,
        String action,
        String subject,
        SortedMap<String, String> details,
        HashAlgorithm algorithm,
        String previous,
        String hash) {

    public static final String BEFORE_THE_FIRST = "0".repeat(64);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A new entry behind {@code previous}. */
    static AuditEntry after(
            Optional<AuditEntry> previous,
            Instant time,
            String actor,
            String action,
            String subject,
            Map<String, String> details,
            HashAlgorithm algorithm) {
        AuditEntry open = new AuditEntry(
                previous.map(AuditEntry::number).orElse(0L) + 1,
                Instant.ofEpochMilli(time.toEpochMilli()),
                actor,
                action,
                subject,
                new TreeMap<>(details),
                algorithm,
                previous.map(AuditEntry::hash).orElse(BEFORE_THE_FIRST),
                "");
        return open.with(open.computeHash());
    }

    private AuditEntry with(String sealed) {
        return new AuditEntry(number, time, actor, action, subject, details, algorithm, previous, sealed);
    }

    /** What the hash must be, from all the other members. */
    String computeHash() {
        return algorithm.hex((body() + "}").getBytes(StandardCharsets.UTF_8));
    }

    /** The line, without its end. */
    public String print() {
        return body() + ",\"hash\":\"" + hash + "\"}";
    }

    private String body() {
        StringBuilder out = new StringBuilder(256);
        out.append("{\"number\":").append(number).append(",\"time\":\"").append(time);
        member(out.append("\","), "actor", actor);
        member(out.append(','), "action", action);
        member(out.append(','), "subject", subject);
        out.append(",\"details\":");
        CanonicalJson.object(out, details);
        member(out.append(','), "algorithm", algorithm.label());
        member(out.append(','), "previous", previous);
        return out.toString();
    }

    private static void member(StringBuilder out, String name, String value) {
        out.append('"').append(name).append("\":");
        CanonicalJson.text(out, value);
    }

    /** Reads a line that is exactly as {@link #print} writes it; says nothing of its hash. Empty when it is not. */
    static Optional<AuditEntry> parse(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            SortedMap<String, String> details = new TreeMap<>();
            for (Map.Entry<String, JsonNode> each : node.path("details").properties()) {
                details.put(each.getKey(), each.getValue().asText());
            }
            Optional<HashAlgorithm> algorithm =
                    HashAlgorithm.of(node.path("algorithm").asText());
            if (algorithm.isEmpty()) {
                return Optional.empty();
            }
            AuditEntry entry = new AuditEntry(
                    node.path("number").asLong(),
                    Instant.parse(node.path("time").asText()),
                    node.path("actor").asText(),
                    node.path("action").asText(),
                    node.path("subject").asText(),
                    details,
                    algorithm.get(),
                    node.path("previous").asText(),
                    node.path("hash").asText());
            return entry.print().equals(line) ? Optional.of(entry) : Optional.empty();
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty(); // whoever asked says which line
        }
    }
}
