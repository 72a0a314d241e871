package org.microgram.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An account as rows of a table: figure, what it is of, value, unit. Of lists each element is a row a number. */
final class AccountCells {

    private static final Set<String> DAYS = Set.of(
            "n",
            "r",
            "N",
            "days",
            "last_year_days",
            "matched_days",
            "missing_days",
            "coins",
            "last_coin",
            "over",
            "left",
            "left_had_they_been_as_their_month");

    /** Numbers of neither days nor the indicator. */
    private static final Set<String> BARE = Set.of("highest_aqi", "place");

    /** What an element of a list is called by. */
    private static final List<String> NAMES = List.of("month", "level", "first", "date", "station", "name");

    private AccountCells() {}

    static List<List<String>> rows(Map<String, Object> json) {
        List<List<String>> rows = new ArrayList<>();
        String of = json.getOrDefault("unit", "µg/m³").toString();
        json.forEach((key, value) -> {
            if (value instanceof List<?> list) {
                int number = 0;
                for (Object each : list) {
                    number++;
                    element(rows, key, number, each, of);
                }
            } else if (value instanceof Map<?, ?> map) {
                element(rows, key, 1, map, of);
            } else {
                rows.add(List.of(key, "", text(value), unit(key, value, of)));
            }
        });
        return rows;
    }

    private static void element(List<List<String>> rows, String key, int number, Object each, String of) {
        if (!(each instanceof Map<?, ?> map)) {
            rows.add(List.of(key, Integer.toString(number), text(each), ""));
            return;
        }
        String name = NAMES.stream()
                .filter(map::containsKey)
                .findFirst()
                .map(map::get)
                .map(Object::toString)
                .orElse("");
        map.forEach((part, value) -> {
            if (!NAMES.contains(part.toString())) {
                rows.add(List.of(key + "." + part, name, text(value), unit(part.toString(), value, of)));
            }
        });
    }

    /** @param of the unit of what has no other */
    private static String unit(String key, Object value, String of) {
        if (key.endsWith("_percent")) {
            return "%";
        }
        boolean number = value instanceof Number || key.endsWith("_exact");
        return !number || BARE.contains(key) ? "" : DAYS.contains(key) ? "d" : of;
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
