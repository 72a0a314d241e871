package org.microgram.standards.water;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/** The published records among the test resources; none of them holds quotes. */
final class Records {

    private static final Map<String, SectionType> TYPES = types();

    private Records() {}

    /** The rows of a table by column name; lines that begin with # are notes. */
    static List<Map<String, String>> read(String name) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (InputStream file = Records.class.getResourceAsStream("/water/" + name);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(file) : file;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            String[] header = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split(",", -1);
                if (header == null) {
                    header = cells;
                    continue;
                }
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A section is known by province and name; the same name stands in more than one province. */
    static String section(Map<String, String> row) {
        return row.get("province") + " " + row.get("section");
    }

    /** A river where nothing else was inferred. */
    static SectionType type(Map<String, String> row) {
        return TYPES.getOrDefault(section(row), SectionType.RIVER);
    }

    /** The five, of columns named like them and the suffix; what has more than six decimals is rounded to the millionth. */
    static Map<WaterParameter, Fraction> five(Map<String, String> row, String suffix) {
        Map<WaterParameter, Fraction> values = new EnumMap<>(WaterParameter.class);
        for (WaterParameter parameter : Profile.five()) {
            String cell = row.get(parameter.column() + suffix);
            if (!cell.isEmpty() && Measured.Absence.find(cell).isEmpty()) {
                long scaled = WaterRules.exact(cell).rounded(Scaled.DIGITS, Rounding.HALF_EVEN);
                values.put(parameter, Fraction.ofScaled(scaled, 1));
            }
        }
        return values;
    }

    private static Map<String, SectionType> types() {
        Map<String, SectionType> types = new HashMap<>();
        for (Map<String, String> row : read("section-types.csv")) {
            types.put(section(row), SectionType.find(row.get("inferred_type")).orElseThrow());
        }
        return types;
    }
}
