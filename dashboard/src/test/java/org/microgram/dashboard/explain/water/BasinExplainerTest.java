package org.microgram.dashboard.explain.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.dashboard.explain.Language;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.dashboard.explain.ReceiptText;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.SectionArea;
import org.microgram.messages.network.WaterNetwork;
import org.microgram.messages.oracle.BasinOracle;
import org.microgram.messages.oracle.RandomBasins;
import org.microgram.messages.oracle.RandomReadings;
import org.microgram.messages.oracle.WaterOracle;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.BasinFields;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.store.MemoryStore;

@DisplayName("A receipt of a river, basin, lake or area")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BasinExplainerTest {

    private static final Network NETWORK = namesake(RandomBasins.network());
    private static final List<SectionSample> SAMPLES = new RandomBasins(RandomReadings.seeded(1), 40).samples();
    private static final BasinExplainer EXPLAINER = new BasinExplainer(store(), NETWORK, "0");

    @Test
    void leads_to_receipts_that_can_be_asked_for_also_where_a_lake_and_a_district_share_an_id() {
        int followed = 0;
        for (Row row : BasinOracle.rows(SAMPLES, NETWORK).values()) {
            if (row.measurement() != Measurement.BASIN_MONTH || !row.has("class")) {
                continue;
            }
            Subject subject = row.key().subject();
            Receipt receipt = explain(subject.kind() + ":" + subject.id(), "class", row);
            assertThat(receipt.inputs()).hasSameSizeAs(BasinFields.COLUMNS);
            for (Receipt.Input input : receipt.inputs()) {
                Receipt mean =
                        EXPLAINER.explain(input.key(), OptionalLong.empty()).orElseThrow();
                assertThat(mean.subject().kind()).isEqualTo(subject.kind());
                assertThat(mean.subject().id()).isEqualTo(subject.id());
                assertThat(mean.value()).isEqualTo(input.value());
                followed++;
            }
        }
        assertThat(followed).isPositive();
    }

    @Test
    void says_of_how_many_sections_it_lacks_and_nothing_of_how_many_when_it_has_enough() {
        int few = 0;
        int enough = 0;
        for (Row row : BasinOracle.rows(SAMPLES, NETWORK).values()) {
            if (row.measurement() != Measurement.BASIN_MONTH || !"below_minimum".equals(row.text("status"))) {
                continue;
            }
            Subject subject = row.key().subject();
            Receipt receipt = explain(subject.kind() + ":" + subject.id(), "level", row);
            String text = ReceiptText.print(receipt, Language.EN);
            String counts = row.number("assessed") + "/" + row.number("sections_needed");
            if (row.number("assessed") < row.number("sections_needed")) {
                assertThat(text).contains("for reference only " + counts);
                few++;
            } else {
                assertThat(text).doesNotContain("for reference only " + counts).contains("with too few data");
                enough++;
            }
        }
        assertThat(few).isPositive();
        assertThat(enough).isPositive();
    }

    @Test
    void is_not_made_of_a_section_and_says_what_to_ask_for() {
        assertThatThrownBy(() -> EXPLAINER.explain("l-1 basin_month class 2020-12", OptionalLong.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("section l-1 with basin_month")
                .hasMessageContaining("water_month");
    }

    private static Receipt explain(String subject, String figure, Row row) {
        String month = ChinaTime.date(ChinaTime.dayOf(row.key().startSecond()))
                .toString()
                .substring(0, 7);
        return EXPLAINER
                .explain(subject + " basin_month " + figure + " " + month, OptionalLong.empty())
                .orElseThrow();
    }

    private static MemoryStore store() {
        MemoryStore store = new MemoryStore();
        store.write(List.copyOf(WaterOracle.rows(SAMPLES, NETWORK).values()));
        store.write(List.copyOf(BasinOracle.rows(SAMPLES, NETWORK).values()));
        return store;
    }

    /** The second area gets the id of the pond, as Miyun is a reservoir and a district. */
    private static Network namesake(Network of) {
        String unit = of.areas().get(1).id();
        List<Area> areas = new ArrayList<>(of.areas());
        areas.set(1, new Area("pond", "塘区", "Pond District", areas.get(1).kind()));
        WaterNetwork water = new WaterNetwork(
                of.water().sections(),
                of.water().waterBodies(),
                of.water().basins(),
                of.water().rivers(),
                of.water().reaches(),
                of.water().areas().stream()
                        .map(each -> each.area().equals(unit)
                                ? new SectionArea("pond", each.section(), each.from(), each.to())
                                : each)
                        .toList());
        return new Network(
                of.stations(),
                areas,
                of.memberships().stream()
                        .filter(each -> !each.area().equals(unit))
                        .toList(),
                of.dailyProfile(),
                of.screening(),
                of.notMonitored(),
                of.judges(),
                water,
                of.hash());
    }
}
