package org.microgram.standards.air;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.microgram.standards.Faults;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/**
 * Holds an edition against its own examples: {@code vectors.csv}, an input and what must come out, with where that is from. So whoever
 * writes an edition writes down what it means, and a slip of a digit in a table is found before anything is judged by it.
 *
 * <p>{@code limit}: {@code PM2.5 day grade2} → the limit. {@code attains}: {@code PM2.5 day 60.5} → yes or no, after rounding, at the
 * edition's own grade. {@code sub_index}: {@code PM2.5_day 75} → the sub-index. {@code aqi}: {@code PM2.5=40 CO=1.1 …} → the AQI and its
 * primary pollutants, or NA; a pollutant that is not named is missing, {@code CO=/} is not in the monitoring plan, and the profile is strict. {@code kelvin}: {@code SO2 2018-08-31} →
 * the reference temperature.
 */
public final class EditionVectors {

    /** In place of a value: the pollutant is not in the monitoring plan. */
    private static final String NOT_MONITORED = "/";

    private static final List<String> COLUMNS = List.of("what", "input", "expected", "source");

    private final Edition edition;
    private final SubIndex index;

    private EditionVectors(Edition edition, SubIndex index) {
        this.edition = edition;
        this.index = index;
    }

    /**
     * @param text of {@code vectors.csv}; null when there is none, which is a fault
     * @param index that goes with the edition; null when none does
     * @return how many examples were held against it
     */
    public static int check(Edition edition, SubIndex index, String file, String text, Faults faults) {
        List<Table.Row> rows = text == null ? List.of() : Table.parse(file, text, faults);
        if (rows.isEmpty() || !rows.get(0).columns().equals(COLUMNS)) {
            faults.add(
                    file,
                    0,
                    text == null ? "there is no such file." : "has no examples.",
                    "write examples under " + String.join(",", COLUMNS)
                            + ", such as attains,PM2.5 day 60,yes,our own; without them nobody can tell a slip of a digit.");
            return 0;
        }
        EditionVectors vectors = new EditionVectors(edition, index);
        for (Table.Row row : rows) {
            String expected = row.get("expected");
            try {
                String found = vectors.result(row.get("what"), row.get("input"));
                if (!found.equals(expected)) {
                    faults.add(
                            file,
                            row.line(),
                            row.get("what") + " of \"" + row.get("input") + "\" is " + found + " by the tables, not "
                                    + expected + ".",
                            "correct the example or the table, whichever the document contradicts.");
                }
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
                faults.add(
                        file,
                        row.line(),
                        row.get("what") + " of \"" + row.get("input") + "\" cannot be read: " + e.getMessage() + ".",
                        "write it like limit,PM2.5 day grade2,75 or sub_index,PM2.5_day 75,114.");
            }
        }
        return rows.size();
    }

    private String result(String what, String input) {
        String[] words = input.split(" ");
        return switch (what) {
            case "limit" ->
                edition.limit(pollutant(words[0]), word(words, 1), word(words, 2))
                        .map(EditionVectors::print)
                        .orElse("none");
            case "attains" -> {
                Pollutant p = pollutant(words[0]);
                long limit = edition.limit(p, word(words, 1), edition.grade())
                        .orElseThrow(() -> new IllegalArgumentException("the edition has no such limit"));
                yield rounded(p, word(words, 2)) <= limit ? "yes" : "no";
            }
            case "sub_index" -> {
                Pollutant p = pollutant(words[0].substring(0, words[0].indexOf('_')));
                yield Integer.toString(theIndex()
                        .of(
                                words[0],
                                theIndex().input(p, exact(word(words, 1))),
                                theIndex().rounding()));
            }
            case "aqi" -> aqi(words);
            case "kelvin" ->
                edition.states().stream()
                        .filter(s -> s.pollutants().contains(pollutant(words[0])))
                        .filter(s -> !day(word(words, 1)).isBefore(s.from())
                                && !day(word(words, 1)).isAfter(s.to()))
                        .findFirst()
                        .map(s -> s.kelvin() == null ? "ambient" : s.kelvin().toSixDecimals())
                        .orElse("none");
            default -> throw new IllegalArgumentException("it is none of limit, attains, sub_index, aqi, kelvin");
        };
    }

    private String aqi(String[] words) {
        Map<Pollutant, String> given = new HashMap<>();
        Arrays.stream(words)
                .map(word -> word.split("=", 2))
                .forEach(pair -> given.put(pollutant(pair[0]), word(pair, 1)));
        Set<Pollutant> notMonitored = EnumSet.noneOf(Pollutant.class);
        given.forEach((p, value) -> {
            if (value.equals(NOT_MONITORED)) {
                notMonitored.add(p);
            }
        });
        given.keySet().removeAll(notMonitored);
        int[] subIndices = new int[Pollutant.COUNT];
        for (Pollutant p : Pollutant.ALL) {
            subIndices[p.ordinal()] = given.containsKey(p)
                    ? theIndex()
                            .daily(
                                    p,
                                    theIndex().input(p, exact(given.get(p))),
                                    Long.MIN_VALUE,
                                    theIndex().rounding())
                    : SubIndex.NONE;
        }
        Aqi aqi = Aqi.of(subIndices, theIndex().primaryOver());
        boolean complete =
                given.size() + (theIndex().exemptsNotMonitored() ? notMonitored.size() : 0) == Pollutant.COUNT;
        if (!aqi.exists() || !theIndex().gives(aqi, complete, complete)) {
            return "NA";
        }
        return aqi.value() + (aqi.primary() == null ? "" : " " + aqi.primary());
    }

    private SubIndex theIndex() {
        if (index == null) {
            throw new IllegalArgumentException("no index goes with the edition");
        }
        return index;
    }

    private static long rounded(Pollutant p, String decimal) {
        return exact(decimal).rounded(p.decimals(), Rounding.HALF_EVEN)
                * Scaled.powerOfTen(Scaled.DIGITS - p.decimals());
    }

    private static Fraction exact(String decimal) {
        return Fraction.ofScaled(Scaled.parse(decimal), 1);
    }

    private static String print(long scaled) {
        return Scaled.print(scaled, Scaled.DIGITS);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static String word(String[] words, int at) {
        if (at >= words.length) {
            throw new IllegalArgumentException("a word is missing after \"" + words[words.length - 1] + "\"");
        }
        return words[at];
    }

    private static Pollutant pollutant(String code) {
        return Pollutant.find(code)
                .orElseThrow(() -> new IllegalArgumentException("\"" + code + "\" is no pollutant; there are "
                        + Pollutant.ALL.stream().map(Pollutant::code).collect(Collectors.joining(", "))));
    }
}
