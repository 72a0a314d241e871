package org.microgram.standards.water;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.microgram.standards.Table;

/**
 * What a section stands in, which decides the limits of TP, whether TN is looked at, and whether points are averaged
 * ({@code water/section-types.csv}).
 */
public enum SectionType {
    RIVER,
    LAKE,
    RESERVOIR,
    /** A reservoir through which the river flows: judged as a river. */
    RIVER_RESERVOIR;

    public static final List<SectionType> ALL = List.of(values());

    private static final String LIMITS_OF_LAKES = "lake";

    private static final Map<String, Table.Row> ROWS = Table.read("water/section-types.csv").stream()
            .collect(Collectors.toMap(row -> row.get("type"), row -> row));

    /** As files write it: {@code river_reservoir}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the limits of lakes and reservoirs judge it. */
    public boolean isLake() {
        return row().get("limits").equals(LIMITS_OF_LAKES);
    }

    public String clause() {
        return row().get("clause");
    }

    public static Optional<SectionType> find(String code) {
        return ALL.stream().filter(type -> type.code().equals(code)).findFirst();
    }

    private Table.Row row() {
        return ROWS.get(code());
    }
}
