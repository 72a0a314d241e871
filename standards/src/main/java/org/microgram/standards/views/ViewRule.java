package org.microgram.standards.views;

import java.util.HashMap;
import java.util.Map;
import org.microgram.standards.Table;

/**
 * By which rule a kind of span has its days, and how sure that is ({@code views/rules.csv}).
 *
 * @param confidence high, medium, house rule or unconfirmed
 */
public record ViewRule(String rule, String clause, String confidence) {

    private static final Map<String, ViewRule> RULES = load();

    public static ViewRule of(Span.Kind kind) {
        return RULES.get(kind.code());
    }

    private static Map<String, ViewRule> load() {
        Map<String, ViewRule> rules = new HashMap<>();
        for (Table.Row row : Table.read("views/rules.csv")) {
            rules.put(row.get("view"), new ViewRule(row.get("rule"), row.get("clause"), row.get("confidence")));
        }
        return Map.copyOf(rules);
    }
}
