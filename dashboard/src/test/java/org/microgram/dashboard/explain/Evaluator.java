package org.microgram.dashboard.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Recounts a figure from nothing but the JSON of its receipt. */
public final class Evaluator {

    private Evaluator() {}

    public static BigDecimal evaluate(JsonNode receipt) {
        String kind = receipt.at("/formula/kind").asText();
        String text = receipt.at("/formula/textEn").asText();
        String field = List.of("mean", "max").contains(kind) ? "exact" : "value";
        List<BigDecimal> inOrder = StreamSupport.stream(receipt.get("inputs").spliterator(), false)
                .filter(input ->
                        List.of("used", "flagged").contains(input.get("use").asText()))
                .map(input -> new BigDecimal(input.get(field).asText()))
                .toList();
        List<BigDecimal> used = inOrder.stream().sorted().toList();
        BigDecimal exact =
                switch (kind) {
                    case "mean" -> divide(used.stream().reduce(BigDecimal.ZERO, BigDecimal::add), used.size());
                    case "max", "worst" -> used.get(used.size() - 1);
                    case "percentile" ->
                        percentile(used, receipt.get("parameter").asText());
                    case "sub_index" -> subIndex(numbers(text));
                    case "sum" -> used.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                    case "difference" -> inOrder.get(0).subtract(inOrder.get(1));
                    case "change" ->
                        inOrder.get(0)
                                .subtract(inOrder.get(1))
                                .multiply(BigDecimal.valueOf(100))
                                .divide(inOrder.get(1), 20, RoundingMode.HALF_EVEN);
                    case "share" ->
                        divide(
                                BigDecimal.valueOf(100
                                        * used.stream()
                                                .filter(v -> counts(v, text))
                                                .count()),
                                used.size());
                    case "rank" -> rank(used, text);
                    default ->
                        BigDecimal.valueOf(
                                used.stream().filter(v -> counts(v, text)).count());
                };
        JsonNode rounding = receipt.get("rounding");
        return rounding.isNull() ? exact : exact.setScale(rounding.get("digits").asInt(), mode(rounding));
    }

    /** One more than how many are better than the value in brackets. */
    private static BigDecimal rank(List<BigDecimal> values, String text) {
        BigDecimal own = numbers(text.replaceAll(".*[<>] ", "")).get(0);
        int better = text.contains("<") ? -1 : 1;
        return BigDecimal.valueOf(
                1 + values.stream().filter(v -> v.compareTo(own) == better).count());
    }

    private static boolean counts(BigDecimal value, String condition) {
        BigDecimal limit = numbers(condition).get(0);
        return condition.contains("≤")
                ? value.compareTo(limit) <= 0
                : !condition.contains(">") || value.compareTo(limit) > 0;
    }

    private static BigDecimal percentile(List<BigDecimal> sorted, String parameter) {
        int hundredths = (sorted.size() - 1) * Integer.parseInt(parameter.replaceAll(".*_P", ""));
        BigDecimal low = sorted.get(hundredths / 100);
        BigDecimal high = sorted.get(Math.min(hundredths / 100 + 1, sorted.size() - 1));
        return low.add(divide(high.subtract(low).multiply(BigDecimal.valueOf(hundredths % 100)), 100));
    }

    private static BigDecimal subIndex(List<BigDecimal> n) {
        return n.size() < 7
                ? n.get(n.size() - 1)
                : n.get(0)
                        .subtract(n.get(1))
                        .multiply(n.get(4).subtract(n.get(5)))
                        .divide(n.get(2).subtract(n.get(3)), 20, RoundingMode.HALF_EVEN)
                        .add(n.get(6));
    }

    private static List<BigDecimal> numbers(String text) {
        return Pattern.compile("\\d+(\\.\\d+)?")
                .matcher(text)
                .results()
                .map(m -> new BigDecimal(m.group()))
                .toList();
    }

    private static RoundingMode mode(JsonNode rounding) {
        return RoundingMode.valueOf(
                rounding.get("rule").asText().toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    private static BigDecimal divide(BigDecimal sum, int by) {
        return sum.divide(BigDecimal.valueOf(by), 20, RoundingMode.HALF_EVEN);
    }
}
