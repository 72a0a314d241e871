package org.microgram.ingest.airnow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.ingest.Collected;
import org.microgram.ingest.Foreign;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.readings.ValueNote;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

@DisplayName("Hourly files of AirNow")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AirnowReaderTest {

    @Test
    void are_in_GMT_begin_an_hour_at_its_label_and_give_ppb_at_the_state_of_the_day() throws IOException {
        Collected read = read("HourlyData_2026072719.dat");

        assertThat(read.at("t-1", "2026-07-27T19:00:00Z").values())
                .isEqualTo(HourValues.only(Pollutant.PM25, 16_700_000));
        StationRecord ozone = read.at("t-2", "2026-07-27T19:00:00Z");
        assertThat(ozone.values()).isEqualTo(HourValues.only(Pollutant.O3, 74_549_609)); // 38 × 47.997 / 24.4654
        assertThat(ozone.version())
                .isEqualTo(new Version(ReviewState.RAW, Rank.HOUR, (ozone.startSecond() + 3600) * 1000, "airnow", 0));
        // Of 2016 the reference state is 273 K: 39 × 47.997 / 22.4017
        StationRecord of2016 = read.at("t-2", "2016-12-26T00:00:00Z");
        assertThat(of2016.values()).isEqualTo(HourValues.only(Pollutant.O3, 83_559_864));
        assertThat(of2016.notes().get(Pollutant.O3)).isEqualTo(ValueNote.converted("39", "PPB", "479970/224017"));
    }

    @Test
    void account_for_the_missing_the_foreign_and_the_negative() throws IOException {
        Collected read = read("HourlyData_2026072719.dat");
        assertThat(read.report.read()).isEqualTo(6);
        assertThat(read.report.empty()).as("-999 of a known station").isEqualTo(1);
        assertThat(read.refusals)
                .extracting(Refusal::reason)
                .containsExactlyInAnyOrder(Reason.OUT_OF_RANGE, Reason.UNKNOWN_STATION);
        assertThat(read.refusals)
                .extracting(Refusal::found)
                .contains("PM2.5 \"-3.2\" UG/M3", "station \"airnow:840021700010\"");
    }

    @Test
    void may_hold_a_site_a_row() throws IOException {
        Collected read = read("HourlyAQObs_2026092715.csv");
        StationRecord record = read.at("t-1", "2026-09-27T15:00:00Z");
        assertThat(record.values().get(Pollutant.PM25)).isEqualTo(10_600_000);
        assertThat(record.values().get(Pollutant.O3)).isEqualTo(84_358_768); // 43 × 47.997 / 24.4654
        assertThat(record.values().count()).isEqualTo(2);
        assertThat(read.at("t-3", "2026-07-13T00:00:00Z").values())
                .isEqualTo(HourValues.only(Pollutant.PM25, 2_100_000));
        assertThat(read.report.read()).isEqualTo(4 * 6);
        assertThat(read.refusal().reason()).isEqualTo(Reason.UNKNOWN_STATION);
        assertThat(read.refusal().values()).isEqualTo(1);
    }

    private static Collected read(String name) throws IOException {
        return Foreign.read(new AirnowReader(), Foreign.FOLDER.resolve("airnow").resolve(name));
    }
}
