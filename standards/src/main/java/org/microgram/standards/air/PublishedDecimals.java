package org.microgram.standards.air;

import java.time.LocalDate;
import java.util.List;
import org.microgram.standards.Table;

/** Decimals of a published period mean: HJ 663, and what Beijing prints since 2024 ({@code published-decimals.csv}). */
public final class PublishedDecimals {

    private static final List<Table.Row> EXCEPTIONS = Table.read("published-decimals.csv");

    private PublishedDecimals() {}

    /** @param last the period's last day */
    public static int ofMean(Pollutant pollutant, LocalDate last) {
        for (Table.Row row : EXCEPTIONS) {
            if (row.get("pollutant").equals(pollutant.code()) && !last.isBefore(row.date("from"))) {
                return row.integer("decimals");
            }
        }
        return pollutant.decimals();
    }
}
