package org.microgram.dashboard.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.microgram.dashboard.review.ReviewRefused.Code;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Problems;

/**
 * Reads a decision from JSON:
 *
 * <pre>{"action":"set","station":"1003A","parameters":["PM2.5"],"from":"2019-02-12T08","value":"30","reason":"…"}</pre>
 *
 * <p>Of water a {@code section} stands in the place of the station, with {@code "byHand":true} for samples that people took, and moments
 * {@code 2021-04-01T12:00} in the place of hours. A value is a text, so that nothing makes a binary fraction of it; {@code "invalid":true} stands in its place.
 */
public final class DecisionJson {

    private static final List<String> TEXTS =
            List.of("action", "station", "section", "from", "to", "value", "reason", "seen");
    private static final List<String> KEYS = List.of(
            "action", "station", "section", "byHand", "parameters", "from", "to", "value", "invalid", "reason", "seen");

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DecisionJson() {}

    /** @throws ReviewRefused with everything that cannot be read, at once */
    public static Decision read(Network network, String text, int mostDays) {
        Objections against = new Objections();
        JsonNode json = parse(text, against);
        against.throwIfAny();
        json.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                against.add(
                        Code.NOT_UNDERSTOOD,
                        "不认识的键 " + key + "。-> 可用 " + String.join(", ", KEYS) + "。",
                        key + " is not a key we know" + Problems.didYouMean(key, KEYS) + ". -> the keys are "
                                + String.join(", ", KEYS) + ".");
            }
        });
        TEXTS.forEach(key -> text(json, key, against));
        List<String> parameters = parameters(json, against);
        boolean invalid = flag(json, "invalid", against);
        boolean byHand = flag(json, "byHand", against);
        String value = text(json, "value");
        boolean takesValue =
                List.of("set", "amend").contains(text(json, "action").toLowerCase(Locale.ROOT));
        if (takesValue ? invalid != value.isEmpty() : invalid || !value.isEmpty()) {
            against.add(
                    Code.NOT_UNDERSTOOD,
                    "set 与 amend 需要 value 与 invalid 之一,其余操作都不要。-> 写 \"value\":\"30\" 或 \"invalid\":true。",
                    "set and amend take either value or invalid, the others neither. -> write \"value\":\"30\" or \"invalid\":true.");
        }
        against.throwIfAny();
        return Decision.read(
                network,
                new Written(
                        text(json, "action"),
                        text(json, "station"),
                        text(json, "section"),
                        byHand,
                        parameters,
                        text(json, "from"),
                        text(json, "to"),
                        value,
                        text(json, "reason"),
                        text(json, "seen")),
                mostDays);
    }

    private static JsonNode parse(String text, Objections against) {
        try {
            JsonNode json = STRICT.readTree(text);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // told below; what the parser says quotes the text
        }
        against.add(
                Code.NOT_UNDERSTOOD,
                "请求体不是 JSON 对象,或有重复的键。-> 写 {\"action\":\"pass\",\"station\":\"1003A\",\"from\":\"2019-02-12\"}。",
                "the body is no JSON object, or a key stands twice. -> write {\"action\":\"pass\",\"station\":\"1003A\",\"from\":\"2019-02-12\"}.");
        return null;
    }

    private static void text(JsonNode json, String key, Objections against) {
        JsonNode node = json.get(key);
        if (node != null && !node.isTextual() && !node.isNull()) {
            against.add(
                    Code.NOT_UNDERSTOOD, key + " 不是文本。-> 加双引号。", key + " is no text. -> write it in double quotes.");
        }
    }

    private static String text(JsonNode json, String key) {
        JsonNode node = json.get(key);
        return node == null || !node.isTextual() ? "" : node.textValue();
    }

    private static boolean flag(JsonNode json, String key, Objections against) {
        JsonNode node = json.get(key);
        if (node != null && !node.isBoolean()) {
            against.add(
                    Code.NOT_UNDERSTOOD, key + " 只能是 true 或 false。-> 不加引号。", key + " is true or false. -> no quotes.");
        }
        return node != null && node.booleanValue();
    }

    private static List<String> parameters(JsonNode json, Objections against) {
        List<String> names = new ArrayList<>();
        JsonNode node = json.get("parameters");
        if (node == null) {
            return names;
        }
        boolean texts = node.isArray() && !node.isEmpty();
        for (JsonNode each : node) {
            texts &= each.isTextual();
            names.add(each.asText());
        }
        if (!texts) {
            against.add(
                    Code.NOT_UNDERSTOOD,
                    "parameters 不是非空的文本列表。-> 写 [\"PM2.5\"],或省略表示全部。",
                    "parameters is no list of texts with something in it. -> write [\"PM2.5\"], or leave it out for all.");
            names.clear();
        }
        return names;
    }
}
