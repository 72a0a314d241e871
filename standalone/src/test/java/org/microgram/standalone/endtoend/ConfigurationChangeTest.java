package org.microgram.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.dashboard.export.FiguresFile;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.NetworkLoader;
import org.microgram.messages.oracle.RowsDiffer;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;

@DisplayName("After a change of the configuration")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConfigurationChangeTest {

    private static final YearMonth FEBRUARY = YearMonth.of(2019, 2);

    @TempDir
    Path dir;

    private record Seen(SortedMap<RowKey, Row> rows, String figures) {}

    @Test
    void the_same_data_directory_has_the_figures_of_a_fresh_one() throws Exception {
        Path files = Piece.write(dir.resolve("files"), LocalDate.of(2019, 1, 28), LocalDate.of(2019, 2, 12));
        Network changed = NetworkLoader.load(withoutWanshouXigongFromFebruaryAndWithDust());
        assertThat(changed.members("beijing", LocalDate.of(2019, 1, 31))).hasSize(11);
        assertThat(changed.members("beijing", LocalDate.of(2019, 2, 1))).hasSize(10);

        Seen before = backfilled("data", Piece.BEIJING, files);
        Seen after = opened("data", changed);
        Seen fresh = backfilled("fresh", changed, files);

        assertThat(after.figures).isEqualTo(fresh.figures).isNotEqualTo(before.figures);
        RowsDiffer.assertEqual(after.rows, fresh.rows);
        assertThat(after.rows).hasSameSizeAs(before.rows);
        assertThat(touched(before)).isEmpty();
        assertThat(touched(after)).isNotEmpty().allSatisfy(row -> assertThat(row.subject())
                .isIn(subjectsOf(changed)));
    }

    /** The days with hours of the confirmed event. */
    private static List<Row> touched(Seen seen) {
        return seen.rows.values().stream()
                .filter(row -> row.measurement() == Measurement.AIR_DAY && "dust-1".equals(row.text("events")))
                .toList();
    }

    /** The event's stations, and the areas that they are members of. */
    private static Set<Subject> subjectsOf(Network network) {
        Set<Subject> subjects = new HashSet<>();
        for (String station : network.members("beijing", LocalDate.of(2019, 2, 5))) {
            subjects.add(Subject.station(station));
            network.areasOf(station).forEach(area -> subjects.add(Subject.area(area)));
        }
        return subjects;
    }

    private Seen backfilled(String folder, Network network, Path files) throws Exception {
        try (Running running = Running.at(dir.resolve(folder), network)) {
            running.backfill(Piece.ARCHIVE, files);
            return seen(running, network);
        }
    }

    private Seen opened(String folder, Network network) throws Exception {
        try (Running running = Running.at(dir.resolve(folder), network)) {
            running.settle();
            return seen(running, network);
        }
    }

    private static Seen seen(Running running, Network network) throws IOException {
        StringWriter figures = new StringWriter();
        new FiguresFile(running.platform().store(), network).write(FEBRUARY, figures);
        return new Seen(running.stored(), figures.toString());
    }

    private Path withoutWanshouXigongFromFebruaryAndWithDust() throws IOException {
        Path copy = Files.createDirectories(dir.resolve("config"));
        try (Stream<Path> files = Files.list(Piece.CONFIG)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Path members = copy.resolve("members.csv");
        Files.writeString(
                members,
                Files.readString(members)
                        .replace("beijing,1001A,2013-01-01,\n", "beijing,1001A,2013-01-01,2019-01-31\n"));
        Files.writeString(copy.resolve("events.yaml"), """
                events:
                  dust-1:
                    area: beijing
                    from: 2019-02-05T08:00+08:00
                    to: 2019-02-05T12:00+08:00
                    pollutants: [PM2.5, PM10]
                    state: confirmed
                    document: an example
                    author: li.wei
                    decided_by: he.lin
                    decided_at: 2019-03-01T09:00:00+08:00
                """);
        return copy;
    }
}
