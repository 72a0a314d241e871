package org.microgram.standards.water;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.microgram.standards.Table;

/** A section that is not assessed, and why ({@code water/not-assessed.csv}). */
public record NotAssessed(Reason reason) implements WaterAssessment {

    /** Why there is no class. */
    public enum Reason {
        DRY,
        FROZEN,
        OUT_OF_SERVICE,
        NO_CONDITIONS,
        NOT_MONITORED,
        OVERDUE,
        NO_VALUE,
        MIXED_WATER;

        private static final List<Table.Row> ROWS = Table.read("water/not-assessed.csv");

        /** As rows hold it: {@code out_of_service}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String nameZh() {
            return row().get("name_zh");
        }

        public String nameEn() {
            return row().get("name_en");
        }

        /** Whether the section leaves the denominator as well, instead of being listed as 未评价. */
        public boolean leaves() {
            return row().get("leaves").equals("yes");
        }

        public static Optional<Reason> find(String code) {
            return List.of(values()).stream()
                    .filter(reason -> reason.code().equals(code))
                    .findFirst();
        }

        private Table.Row row() {
            return ROWS.stream()
                    .filter(row -> row.get("reason").equals(code()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
