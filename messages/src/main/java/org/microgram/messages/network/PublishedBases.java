package org.microgram.messages.network;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.messages.network.ConfigTable.Row;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.views.Span;
import org.microgram.standards.views.Statistic;

/**
 * Figures that an authority published and that changes are held against besides our own: {@code config/published-bases.csv}. Publishers differ: of
 * January to June 2019 the ministry's PM2.5 of Beijing is 47, the city's 46. No part of the configuration's hash: no stored figure rests on them.
 */
public final class PublishedBases {

    /** Nothing is published. */
    public static final PublishedBases NONE = new PublishedBases(List.of());

    private static final String FILE = "published-bases.csv";
    private static final List<String> COLUMNS =
            List.of("subject", "parameter", "statistic", "period", "value", "source");

    /**
     * One published figure.
     *
     * @param subject id of an area or a station
     * @param statistic as {@link Statistic#code}
     * @param period as {@link Span#toString} writes it
     * @param value with the decimals it was published with
     * @param source who published it, and where
     */
    public record Base(
            String subject, String statistic, String parameter, String period, Rounded value, String source) {}

    private final List<Base> bases;

    private PublishedBases(List<Base> bases) {
        this.bases = List.copyOf(bases);
    }

    /** Those of a figure, in the order of the file. */
    public List<Base> of(String subject, String statistic, String parameter, String period) {
        return bases.stream()
                .filter(base -> base.subject().equals(subject)
                        && base.statistic().equals(statistic)
                        && base.parameter().equals(parameter)
                        && base.period().equals(period))
                .toList();
    }

    /**
     * Loads the table; none when the folder has no such file.
     *
     * @throws ConfigurationException with every problem of it
     */
    public static PublishedBases load(Path configDir, Network network) {
        Path file = configDir.resolve(FILE);
        if (!Files.exists(file)) {
            return NONE;
        }
        Problems problems = new Problems();
        List<Base> bases = new ArrayList<>();
        for (Row row : ConfigTable.read(file, COLUMNS, problems)) {
            base(file, row, network, problems).ifPresent(bases::add);
        }
        problems.throwIfAny(file.toString());
        return new PublishedBases(bases);
    }

    private static Optional<Base> base(Path file, Row row, Network network, Problems problems) {
        List<String> subjects = new ArrayList<>();
        network.areas().forEach(area -> subjects.add(area.id()));
        network.stations().forEach(station -> subjects.add(station.id()));
        boolean ok = isKnown(file, row, "subject", subjects, "config/areas.csv and config/stations.csv", problems);
        List<String> parameters =
                new ArrayList<>(Pollutant.ALL.stream().map(Pollutant::code).toList());
        parameters.add(Statistic.GOOD_SHARE.parameter());
        parameters.add(Statistic.COMPOSITE.parameter());
        ok &= isKnown(file, row, "parameter", parameters, "the pollutants, AQI and composite", problems);
        List<String> statistics = Statistic.ALL.stream()
                .filter(statistic -> statistic.parameter().equals(row.get("parameter")))
                .map(Statistic::code)
                .toList();
        if (ok) {
            ok = isKnown(file, row, "statistic", statistics, "those of " + row.get("parameter"), problems);
        }
        Optional<String> period = period(file, row, problems);
        Optional<Rounded> value = value(file, row, problems);
        if (row.get("source").isEmpty()) {
            problems.add(file.toString(), row.line(), "source is empty.", "write who published the value, and where.");
            ok = false;
        }
        return ok && period.isPresent() && value.isPresent()
                ? Optional.of(new Base(
                        row.get("subject"),
                        row.get("statistic"),
                        row.get("parameter"),
                        period.get(),
                        value.get(),
                        row.get("source")))
                : Optional.empty();
    }

    private static boolean isKnown(
            Path file, Row row, String column, List<String> known, String where, Problems problems) {
        String word = row.get(column);
        if (known.contains(word)) {
            return true;
        }
        problems.add(
                file.toString(),
                row.line(),
                column + " = \"" + word + "\" is not one we know" + Problems.didYouMean(word, known),
                "write one of " + (known.size() > 10 ? where : String.join(", ", known)) + ".");
        return false;
    }

    private static Optional<String> period(Path file, Row row, Problems problems) {
        try {
            return Optional.of(Span.parse(row.get("period")).toString());
        } catch (IllegalArgumentException e) {
            problems.add(
                    file.toString(),
                    row.line(),
                    "period = \"" + row.get("period") + "\" is not one.",
                    "write 2019, 2019-03, 2019-Q1, 2019-H1 or 2019-01..2019-11.");
            return Optional.empty();
        }
    }

    private static Optional<Rounded> value(Path file, Row row, Problems problems) {
        String text = row.get("value");
        // As many decimals as a row can show, so that nothing is rounded on the way.
        if (text.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            BigDecimal value = new BigDecimal(text);
            return Optional.of(new Rounded(value.unscaledValue().longValueExact(), value.scale()));
        }
        problems.add(
                file.toString(),
                row.line(),
                "value = \"" + text + "\" is not a number with at most two decimals.",
                "write it as it was published, such as 47 or 30.5, without unit.");
        return Optional.empty();
    }
}
