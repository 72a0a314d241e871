package org.microgram.messages.oracle;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.microgram.messages.rows.Row;
import org.microgram.standards.air.Pollutant;

/** Sub-indices while they are gathered, then the AQI: the greatest of them, its level and who leads. */
final class Index {

    private final Map<Pollutant, Integer> of = new EnumMap<>(Pollutant.class);

    /** @param subIndex null when there is none */
    void add(Pollutant p, Integer subIndex, Row.Builder row) {
        if (subIndex != null) {
            of.put(p, subIndex);
            row.number("iaqi_" + p.column(), subIndex);
        }
    }

    int inputs() {
        return of.size();
    }

    /** The AQI; null when there is no sub-index. */
    Integer aqi() {
        return of.values().stream().max(Integer::compare).orElse(null);
    }

    void write(Row.Builder row) {
        Integer aqi = aqi();
        if (aqi == null) {
            return;
        }
        row.number("aqi", aqi);
        row.number("level", Law.level(aqi));
        if (aqi > 50) {
            row.text(
                    "primary",
                    of.keySet().stream()
                            .filter(p -> of.get(p).equals(aqi))
                            .map(Pollutant::code)
                            .collect(Collectors.joining(" ")));
        }
    }
}
