package org.microgram.messages.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionGroups;
import org.microgram.messages.oracle.BasinOracle;
import org.microgram.messages.oracle.RandomBasins;
import org.microgram.messages.oracle.RandomReadings;
import org.microgram.messages.oracle.RowsDiffer;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.samples.SectionDay;
import org.microgram.standards.water.StationStatus;

@DisplayName("The ledgers of rivers, basins, lakes and areas")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BasinLedgerTest {

    private static final Network NETWORK = RandomBasins.network();
    private static final SectionGroups GROUPS = new SectionGroups(NETWORK.water());

    @RepeatedTest(4)
    void end_with_the_rows_of_the_naive_oracle_whatever_the_order_the_doubles_and_the_corrections(
            RepetitionInfo repetition) throws IOException {
        Random random = RandomReadings.seeded(3_000 + repetition.getCurrentRepetition());
        List<SectionMessage> samples = new RandomBasins(random, 15 + random.nextInt(55)).reviewed();
        Ledgers ledgers = new Ledgers();
        for (int at = 0; at < samples.size(); ) {
            int size = random.nextInt(4) == 0 ? 1 : 1 + random.nextInt(1_500);
            ledgers.apply(samples.subList(at, Math.min(samples.size(), at + size)));
            at += size;
            if (random.nextInt(4) == 0) {
                ledgers.throughBytes();
            }
        }
        RowsDiffer.assertEqual(ledgers.rows, BasinOracle.rows(samples, NETWORK));
    }

    @RepeatedTest(2)
    void write_nothing_when_everything_is_received_again_in_another_order(RepetitionInfo repetition) {
        Random random = RandomReadings.seeded(3_500 + repetition.getCurrentRepetition());
        List<SectionSample> samples = new RandomBasins(random, 30).samples();
        Ledgers ledgers = new Ledgers();
        ledgers.apply(samples);

        List<SectionSample> again = new ArrayList<>(samples);
        Collections.shuffle(again, random);
        assertThat(ledgers.apply(again)).isEmpty();
    }

    @RepeatedTest(2)
    void write_for_one_correction_exactly_the_difference_of_two_full_recomputations(RepetitionInfo repetition) {
        Random random = RandomReadings.seeded(3_900 + repetition.getCurrentRepetition());
        RandomBasins made = new RandomBasins(random, 40);
        List<SectionSample> samples = made.samples();
        Ledgers ledgers = new Ledgers();
        ledgers.apply(samples);
        SortedMap<RowKey, Row> before = BasinOracle.rows(samples, NETWORK);
        for (int i = 0; i < 2; i++) {
            SectionSample correction = made.correctionOf(samples.get(random.nextInt(samples.size())));
            samples.add(correction);
            SortedMap<RowKey, Row> after = BasinOracle.rows(samples, NETWORK);
            RowsDiffer.assertEqual(ledgers.apply(List.of(correction)), RowsDiffer.difference(before, after));
            before = after;
        }
    }

    @Test
    void leave_a_section_out_of_their_number_while_it_is_dry() {
        List<SectionSample> all = new RandomBasins(RandomReadings.seeded(12), 12).samples();
        String dry = all.get(0).section();
        List<SectionSample> samples = new ArrayList<>(
                all.stream().filter(each -> !each.section().equals(dry)).toList());
        SectionSample last = all.get(0);
        samples.add(new SectionSample(
                dry,
                last.second(),
                true,
                last.version(),
                "",
                "t",
                "",
                "",
                new SampleValues(Map.of(), Optional.empty(), Optional.of(StationStatus.DRY)),
                ""));
        Ledgers ledgers = new Ledgers();
        ledgers.apply(samples);
        RowsDiffer.assertEqual(ledgers.rows, BasinOracle.rows(samples, NETWORK));
        assertThat(ledgers.rows.values())
                .filteredOn(row -> row.text("sections_left") != null)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.text("sections_left")).contains(dry + ":dry"));
    }

    @Test
    void meet_in_the_random_samples_all_that_they_are_to_withstand() {
        Set<String> met = new TreeSet<>();
        for (int days : List.of(12, 45, 100)) {
            List<SectionSample> samples = new RandomBasins(RandomReadings.seeded(days), days).samples();
            for (Row row : BasinOracle.rows(samples, NETWORK).values()) {
                met.add(row.measurement().code());
                met.add(row.subject().kind());
                met.add(String.valueOf(row.text("method")));
                met.add(row.text("status"));
                met.addAll(List.of(String.valueOf(row.text("status_reason")).split(" ")));
                met.add(String.valueOf(row.text("not_assessed")));
                met.add("level " + row.number("level"));
                met.add(row.has("class") ? "class" : "no class");
                met.add(row.has("tli") ? "index" : row.text("tli_lacking") == null ? "no lake" : "index lacks");
                met.add(row.has("share_I_III_length") ? "by length" : "");
                met.add(row.number("targets_attained") > 0 ? "attained" : "");
                met.add(row.number("targets_missed") > 0 ? "missed" : "");
                met.add(row.number("targets_too_few") > 0 ? "too few" : "");
                met.add(row.number("targets_not_assessed") > 0 ? "target without class" : "");
                met.add(row.text("worse_V") == null ? "" : "worse than V");
                boolean cumulative = row.measurement().hasField("worse_V_months");
                met.add(cumulative && row.text("worse_V_months") != null ? "months worse than V" : "");
                met.add(cumulative && row.number("worse_V_eliminated") == 1 ? "eliminated" : "");
            }
        }
        assertThat(met)
                .contains("basin_month", "basin_to_date", "basin_year", "river", "basin", "water_body", "area")
                .contains("shares", "mean", "points", "ok", "below_minimum", "none", "mixed_water", "class", "no class")
                .contains("few_sections", "short_sections")
                .contains("index", "index lacks", "no lake", "by length", "worse than V", "months worse than V")
                .contains("attained", "missed", "too few", "target without class", "level 3", "level 5");
    }

    /** The ledgers without a job: what sections take from their samples, and what their groups make of it. */
    private static final class Ledgers {

        private final Map<String, Map<Integer, SectionDay>> blocks = new HashMap<>();
        private final Map<Subject, Map<Integer, BasinYear>> years = new TreeMap<>();
        private final SectionParts parts = new SectionParts(NETWORK.water());
        private final SortedMap<RowKey, Row> rows = new TreeMap<>();

        SortedMap<RowKey, Row> apply(List<? extends SectionMessage> batch) {
            Map<Subject, Map<Integer, BasinYear>> then = new HashMap<>();
            years.forEach((subject, of) -> then.put(subject, new HashMap<>(of)));
            Map<Subject, TreeSet<Integer>> changed = new TreeMap<>();
            for (Section section : NETWORK.water().sections()) {
                Map<Integer, SectionDay> now = blocks.computeIfAbsent(section.id(), id -> new HashMap<>());
                TreeSet<Integer> days = new TreeSet<>();
                for (SectionMessage each : batch) {
                    if (each.section().equals(section.id())) {
                        SectionDay before = now.getOrDefault(each.day(), SectionDay.empty(each.day()));
                        SectionDay after = with(before, each);
                        if (after != before) {
                            now.put(each.day(), after);
                            days.add(each.day());
                        }
                    }
                }
                List<SectionYear> sent = new ArrayList<>();
                new AffectedWaterRows(new WaterRows(section, NETWORK), sent::add).of(now::get, days, row -> {});
                for (SectionYear year : sent) {
                    for (Subject subject : GROUPS.of(section.id())) {
                        BasinYear before = year(subject, year.year());
                        BasinYear after = before.with(section.id(), year);
                        if (after != before) {
                            years.get(subject).put(year.year(), after);
                            changed.computeIfAbsent(subject, key -> new TreeSet<>())
                                    .add(year.year());
                        }
                    }
                }
            }
            SortedMap<RowKey, Row> written = new TreeMap<>();
            changed.forEach((subject, of) -> {
                AffectedBasinRows affected = new AffectedBasinRows(new BasinRows(subject, NETWORK, GROUPS, parts));
                Map<RowKey, Row> before = new HashMap<>();
                affected.of(then.getOrDefault(subject, Map.of())::get, of, row -> before.put(row.key(), row));
                affected.of(years.get(subject)::get, of, row -> {
                    if (!row.equals(before.get(row.key()))) {
                        written.put(row.key(), row);
                    }
                });
            });
            rows.putAll(written);
            return written;
        }

        private static SectionDay with(SectionDay day, SectionMessage message) {
            return message instanceof SectionSample of
                    ? day.apply(of.second(), of.byHand(), of.version(), of.values())
                            .block()
                    : day.apply(((DayLock) message).event());
        }

        private BasinYear year(Subject subject, int year) {
            return years.computeIfAbsent(subject, key -> new HashMap<>()).getOrDefault(year, BasinYear.empty(year));
        }

        /** As a restart does. */
        void throughBytes() throws IOException {
            for (Map<Integer, BasinYear> of : years.values()) {
                for (Map.Entry<Integer, BasinYear> each : of.entrySet()) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    SectionYearCodec.write(each.getValue(), new DataOutputStream(bytes));
                    BasinYear read = SectionYearCodec.readBasin(
                            new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
                    assertThat(read).isEqualTo(each.getValue());
                    each.setValue(read);
                }
            }
        }
    }
}
