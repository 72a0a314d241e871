package org.microgram.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.dashboard.SampleCity;
import org.microgram.dashboard.explain.ReadingExplainer;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.dashboard.web.Comparison;
import org.microgram.demo.DemoData;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.ReadingSink;
import org.microgram.ingest.beijing.BeijingArchiveReader;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.NetworkLoader;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.readings.StationRecord;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

/** The two years of the archive against what the authorities published. */
@Tag("proof")
class TwoYearsTest {

    @Test
    void published_against_ours(@TempDir Path folder) throws Exception {
        Network network = NetworkLoader.load(Path.of("..", "config"));
        List<StationRecord> readings = new ArrayList<>();
        new BeijingArchiveReader()
                .read(
                        List.of(DemoData.unpackTo(folder.resolve("archive"))),
                        ReadContext.of(network, ""),
                        new ReadingSink() {
                            @Override
                            public void accept(StationRecord record) {
                                readings.add(record);
                            }

                            @Override
                            public void accept(SectionSample sample) {
                                throw new AssertionError("no file of air has " + sample);
                            }

                            @Override
                            public void refuse(Refusal refusal) {}
                        });
        try (Store store = QuestDbStore.open(folder.resolve("store"));
                var csv = new InputStreamReader(DemoData.openPublished(), StandardCharsets.UTF_8)) {
            SampleCity.write(store, network, readings);
            List<Comparison> lines = new Published(store, network, PublishedFigure.read(csv)).compare();
            Comparison year2019 = line(lines, "Beijing PM2.5 mean 2019");
            assertThat(year2019.ours()).isEqualTo("42.10 → 42 µg/m³");
            assertThat(year2019.reasonZh()).isEmpty();
            Comparison year2020 = line(lines, "Beijing PM2.5 mean 2020");
            assertThat(year2020.ours()).isEqualTo("38.51 → 39 µg/m³");
            assertThat(year2020.reasonEn()).contains("(04-16, 04-19, 04-20, 04-21, 11-01, 11-02)");
            assertThat(line(lines, "Beijing PM2.5 mean 2019-01..2019-06").ours())
                    .isEqualTo("47.21 → 47 µg/m³");
            assertThat(line(lines, "Beijing PM2.5 mean 2020-01..2020-06").ours())
                    .isEqualTo("43.17 → 43 µg/m³");
            assertThat(line(lines, "Beijing PM2.5 change on the year before 2020-01..2020-06")
                            .difference())
                    .isEqualTo("0.0");
            assertThat(year2020.reasonEn())
                    .contains("with a mean of at most 37.8 on these days it is the published one");
            assertThat(line(lines, "Beijing good days 2019").ours()).isEqualTo("235 d");
            assertThat(line(lines, "Beijing heavily polluted days 2020").difference())
                    .isEqualTo("0");
            assertThat(line(lines, "Beijing O3 90th percentile of MDA8 2019").difference())
                    .isEqualTo("0");
            // 17 units of January to June 2019, published 38 to 50.
            assertThat(lines)
                    .filteredOn(l -> l.source().contains("ranking"))
                    .hasSize(17)
                    .allMatch(l -> new BigDecimal(l.difference()).abs().intValue() <= 3);
            explain(store, network);
        }
    }

    private static void explain(Store store, Network network) {
        ReadingExplainer explainer = new ReadingExplainer(store, network, "0.1.0");
        for (String key : List.of("beijing air_day PM2.5 2020-02-12", "beijing air_year PM2.5 2020")) {
            Receipt receipt = explainer.explain(key, OptionalLong.empty()).orElseThrow();
            assertThat(receipt.judgements()).noneMatch(j -> j.textZh().startsWith("!!"));
            assertThat(receipt.exact()).isEqualTo(key.contains("air_day") ? "208.174242" : "38.511115");
        }
    }

    private static Comparison line(List<Comparison> lines, String what) {
        return lines.stream().filter(l -> l.whatEn().equals(what)).findFirst().orElseThrow();
    }
}
