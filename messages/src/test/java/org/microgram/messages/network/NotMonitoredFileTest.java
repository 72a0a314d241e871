package org.microgram.messages.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.air.Pollutant;

@DisplayName("What monitoring plans leave out")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NotMonitoredFileTest {

    private static final String HEADER = "kind,subject,pollutant,from,to,document\n";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @TempDir
    Path config;

    @BeforeEach
    void start_from_the_configuration_of_Beijing() throws IOException {
        for (String name : List.of("stations.csv", "areas.csv", "members.csv", "evaluation.yaml")) {
            Files.copy(Path.of("../config").resolve(name), config.resolve(name));
        }
    }

    @Test
    void may_be_absent_and_then_is_nothing() {
        Network network = NetworkLoader.load(config);
        assertThat(network.notMonitored()).isEmpty();
        assertThat(network.plan(Subject.station("1003A")).exempt(DAY)).isEmpty();
    }

    @Test
    void holds_for_the_station_or_area_that_it_names_and_for_no_other() throws IOException {
        write("station,1003A,CO,2026-03-01,,no. 7\narea,beijing,SO2,2026-03-01,2026-05-31,no. 8\n");
        Network network = NetworkLoader.load(config);
        assertThat(network.plan(Subject.station("1003A")).exempt(DAY)).containsExactly(Pollutant.CO);
        assertThat(network.plan(Subject.station("1004A")).exempt(DAY)).isEmpty();
        assertThat(network.plan(Subject.area("beijing")).exempt(DAY)).isEmpty();
        assertThat(network.plan(Subject.area("beijing")).exempt(DAY.minusDays(1)))
                .containsExactly(Pollutant.SO2);
    }

    @Test
    void is_part_of_the_hash_whatever_the_order_of_its_rows() throws IOException {
        String none = NetworkLoader.load(config).hash();
        write("");
        assertThat(NetworkLoader.load(config).hash()).isEqualTo(none);
        write("station,1003A,CO,2026-03-01,,no. 7\nstation,1004A,CO,2026-03-01,,no. 7\n");
        String both = NetworkLoader.load(config).hash();
        write("station,1004A,CO,2026-03-01,,no. 7\nstation,1003A,CO,2026-03-01,,no. 7\n");
        assertThat(NetworkLoader.load(config).hash()).isEqualTo(both).isNotEqualTo(none);
        write("station,1004A,CO,2026-03-01,,no. 7\nstation,1003A,CO,2026-03-02,,no. 7\n");
        assertThat(NetworkLoader.load(config).hash()).isNotEqualTo(both);
    }

    @Test
    void travels_with_the_network_into_the_job() throws Exception {
        write("station,1003A,CO,2026-03-01,,no. 7\n");
        Network network = NetworkLoader.load(config);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(network);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((Network) in.readObject()).notMonitored()).isEqualTo(network.notMonitored());
        }
    }

    @Test
    void is_told_with_all_its_mistakes_at_once() throws IOException {
        write("""
                station,1003B,CO,2026-03-01,,no. 7
                areas,beijing,CO,2026-03-01,,no. 7
                area,beijing,CO2,2026-03-01,,no. 7
                area,beijing,CO,2026-03-01,2026-02-01,no. 7
                area,beijing,CO,1 March,,no. 7
                area,beijing,CO,,,
                area,beijing,SO2,2026-03-01,,no. 7
                area,beijing,SO2,2027-03-01,,no. 8
                """);
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> NetworkLoader.load(config));
        assertThat(e.problems().stream().map(p -> p.line() + " " + p.found()))
                .containsExactly(
                        "2 station \"1003B\" is not in stations.csv; did you mean 1003A?",
                        "3 kind = \"areas\" is not one we know; did you mean area?",
                        "4 pollutant = \"CO2\" is not one of the six; did you mean SO2?",
                        "5 the period 2026-03-01 to 2026-02-01 ends before it begins.",
                        "6 from = \"1 March\" is not a day.",
                        "7 from is empty.",
                        "7 document is empty.",
                        "9 SO2 of beijing is left out since 2026-03-01 already; the periods overlap.");
    }

    private void write(String rows) throws IOException {
        Files.writeString(config.resolve("not-monitored.csv"), HEADER + rows);
    }
}
