package org.microgram.standards.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.views.DayFigures;
import org.microgram.standards.views.Span;

/** The days of Beijing in 2019 and 2020 (account/SOURCES.md). */
public final class BeijingDays {

    static final Span YEAR = Span.year(2020);

    private static final int FIRST_STATION = 4;

    private final List<String> stations;
    private final SortedMap<LocalDate, String[]> rows = new TreeMap<>();

    public BeijingDays() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(BeijingDays.class.getResourceAsStream("/account/beijing-days-2019-2020.csv.gz")),
                StandardCharsets.UTF_8))) {
            List<String> lines =
                    in.lines().filter(line -> !line.startsWith("#")).toList();
            String[] header = lines.get(0).split(",", -1);
            stations = List.of(Arrays.copyOfRange(header, FIRST_STATION, header.length));
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                rows.put(LocalDate.parse(cells[0]), cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** City PM2.5 by day, valid ones only. */
    SortedMap<LocalDate, Fraction> city() {
        SortedMap<LocalDate, Fraction> city = new TreeMap<>();
        rows.forEach((day, cells) -> number(cells[3]).ifPresent(value -> city.put(day, value)));
        return city;
    }

    /** PM2.5 of the stations on the days on which the city has a value. */
    SortedMap<LocalDate, Map<String, Fraction>> stations(LocalDate first, LocalDate last) {
        SortedMap<LocalDate, Map<String, Fraction>> days = new TreeMap<>();
        rows.subMap(first, last.plusDays(1)).forEach((day, cells) -> {
            if (!cells[3].isEmpty()) {
                Map<String, Fraction> values = new TreeMap<>();
                for (int i = 0; i < stations.size(); i++) {
                    String station = stations.get(i);
                    number(cells[FIRST_STATION + i]).ifPresent(value -> values.put(station, value));
                }
                days.put(day, values);
            }
        });
        return days;
    }

    /** As a view over the stored rows reads them. */
    public List<DayFigures> figures() {
        List<DayFigures> figures = new ArrayList<>();
        rows.forEach((day, cells) -> {
            List<DayFigures.OfPollutant> six = new ArrayList<>();
            for (Pollutant p : Pollutant.ALL) {
                Optional<Fraction> value = p == Pollutant.PM25
                        ? number(cells[3])
                        : p == Pollutant.O3 ? number(cells[2]) : Optional.empty();
                six.add(value.map(v -> new DayFigures.OfPollutant(v, Status.OK, 0))
                        .orElse(DayFigures.OfPollutant.NONE));
            }
            int aqi = cells[1].isEmpty() ? SubIndex.NONE : Integer.parseInt(cells[1]);
            figures.add(new DayFigures(day, six, aqi, 2, "HJ 633-2012", 0));
        });
        return figures;
    }

    AccountDays days(Indicator indicator, String asOf) {
        return new AccountDays(
                figures().stream()
                        .flatMap(day -> indicator.read(day, 2).stream())
                        .toList(),
                YEAR,
                LocalDate.parse(asOf));
    }

    /** The account of 2020 for a target judged at whole numbers. */
    MeanAccount account(long target, String asOf) {
        return new MeanAccount(
                days(Indicator.PM25_MEAN, asOf), new MeanTarget(Fraction.of(target), JudgedAt.halfEven(0)));
    }

    /** To hundredths, as it is shown. */
    static String shown(Fraction exact) {
        long hundredths = exact.rounded(2, Rounding.HALF_EVEN);
        return (hundredths < 0 ? "-" : "")
                + "%d.%02d".formatted(Math.abs(hundredths) / 100, Math.abs(hundredths) % 100);
    }

    static String shown(Optional<Fraction> exact) {
        return exact.map(BeijingDays::shown).orElse("none");
    }

    private static Optional<Fraction> number(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(Fraction.parse(cell));
    }
}
