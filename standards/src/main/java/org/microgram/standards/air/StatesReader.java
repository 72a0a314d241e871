package org.microgram.standards.air;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

/** Reads the states that concentrations are stated at: {@code reference-states.csv}. */
final class StatesReader {

    private final FolderTables tables;

    StatesReader(FolderTables tables) {
        this.tables = tables;
    }

    List<ReferenceState> read() {
        List<ReferenceState> states = new ArrayList<>();
        tables.rows(EditionReader.STATES, List.of("pollutants", "from", "to", "kelvin", "clause", "confidence"), false)
                .forEach(row -> state(row).ifPresent(states::add));
        return List.copyOf(states);
    }

    private Optional<ReferenceState> state(Table.Row row) {
        List<Pollutant> pollutants = new ArrayList<>();
        for (String code : row.get("pollutants").split(" ", -1)) {
            Pollutant.find(code).ifPresentOrElse(pollutants::add, () -> tables.unknownPollutant(row, code));
        }
        LocalDate from = tables.date(row, "from", null);
        LocalDate to = tables.date(row, "to", Table.NO_END);
        Long kelvin = row.get("kelvin").equals("ambient") ? Long.valueOf(0) : tables.decimal(row, "kelvin");
        if (from == null || kelvin == null) {
            return Optional.empty();
        }
        return Optional.of(new ReferenceState(
                List.copyOf(pollutants),
                from,
                to,
                kelvin == 0 ? null : Fraction.ofScaled(kelvin, 1),
                row.get("clause"),
                row.get("confidence")));
    }
}
