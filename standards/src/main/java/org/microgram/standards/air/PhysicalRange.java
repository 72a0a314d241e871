package org.microgram.standards.air;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.microgram.standards.number.Scaled;

/**
 * What an instrument can have measured of a pollutant in one hour. A value outside is refused, never corrected.
 *
 * <p><b>Source.</b> None: a house rule, in {@code physical-range.csv}.
 *
 * <p><b>Units.</b> Scaled concentrations (see {@link Scaled}) in the pollutant's unit: µg/m³, of CO mg/m³. Both ends belong to the range.
 *
 * @param from least, scaled
 * @param to most, scaled
 */
public record PhysicalRange(long from, long to) {

    private static final String TABLE = "/org/microgram/standards/physical-range.csv";

    private static final List<PhysicalRange> RANGES = load();

    public static PhysicalRange of(Pollutant pollutant) {
        return RANGES.get(pollutant.ordinal());
    }

    public boolean contains(long scaled) {
        return scaled >= from && scaled <= to;
    }

    private static List<PhysicalRange> load() {
        PhysicalRange[] ranges = new PhysicalRange[Pollutant.COUNT];
        try (InputStream in = Objects.requireNonNull(PhysicalRange.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("pollutant,"))
                    .forEach(line -> {
                        String[] cells = line.split(",", -1);
                        Pollutant pollutant = Pollutant.find(cells[0])
                                .orElseThrow(() -> new IllegalStateException(TABLE + ": no pollutant " + cells[0]));
                        if (!cells[3].equals(pollutant.unit())) {
                            throw new IllegalStateException(
                                    TABLE + ": " + cells[0] + " is in " + pollutant.unit() + ", not in " + cells[3]);
                        }
                        ranges[pollutant.ordinal()] = new PhysicalRange(Scaled.parse(cells[1]), Scaled.parse(cells[2]));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(ranges);
    }
}
