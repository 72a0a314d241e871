package org.microgram.standards.air;

import java.util.List;
import java.util.Optional;
import org.microgram.standards.Table;

/**
 * What a logger says of a value besides the number: HJ 212, {@code data-flags.csv}.
 *
 * @param code the letter
 * @param meaningZh in Chinese
 * @param meaningEn in English
 * @param valid whether the value counts
 */
public record DataFlag(String code, String meaningZh, String meaningEn, boolean valid) {

    /** All of them. */
    public static final List<DataFlag> ALL = Table.read("data-flags.csv").stream()
            .map(row -> new DataFlag(
                    row.get("flag"),
                    row.get("meaning_zh"),
                    row.get("meaning_en"),
                    row.get("valid").equals("yes")))
            .toList();

    /** Finds by the letter, in any case. */
    public static Optional<DataFlag> find(String code) {
        return ALL.stream().filter(flag -> flag.code.equalsIgnoreCase(code)).findFirst();
    }
}
