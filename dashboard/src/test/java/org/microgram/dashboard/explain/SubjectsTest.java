package org.microgram.dashboard.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.messages.network.NetworkLoader;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;

@DisplayName("What a figure is about, by what people call it,")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SubjectsTest {

    private static final Subjects SUBJECTS = new Subjects(NetworkLoader.load(Path.of("../config")));

    @Test
    void is_a_basin_a_river_or_a_lake_by_id_and_by_either_name() {
        assertThat(SUBJECTS.find("hai")).isEqualTo(Subject.basin("hai"));
        assertThat(SUBJECTS.find("海河流域")).isEqualTo(Subject.basin("hai"));
        assertThat(SUBJECTS.find("yongding river")).isEqualTo(Subject.river("yongding"));
        assertThat(SUBJECTS.find("白洋淀")).isEqualTo(Subject.waterBody("baiyangdian"));
        assertThat(SUBJECTS.nameZh(Subject.basin("hai"))).isEqualTo("海河流域");
        assertThat(SUBJECTS.nameEn(Subject.river("yongding"))).isEqualTo("Yongding River");
        assertThat(SUBJECTS.nameZh(Subject.waterBody("baiyangdian"))).isEqualTo("白洋淀");
    }

    @Test
    void is_by_an_id_that_a_district_and_a_reservoir_share_the_district_as_it_always_was() {
        assertThat(SUBJECTS.find("miyun")).isEqualTo(Subject.area("miyun"));
        assertThat(SUBJECTS.find("miyun", Measurement.AIR_DAY)).isEqualTo(Subject.area("miyun"));
        assertThat(SUBJECTS.find("water_body:miyun")).isEqualTo(Subject.waterBody("miyun"));
    }

    @Test
    void is_asked_back_where_a_measurement_has_rows_of_both_naming_what_to_write() {
        assertThatThrownBy(() -> SUBJECTS.find("miyun", Measurement.BASIN_MONTH))
                .hasMessageContaining("area:miyun or water_body:miyun");
        assertThat(SUBJECTS.find("area:miyun", Measurement.BASIN_MONTH)).isEqualTo(Subject.area("miyun"));
    }

    @Test
    void is_by_a_name_that_a_station_a_section_and_a_reservoir_share_the_one_that_the_measurement_has_rows_of() {
        assertThat(SUBJECTS.find("密云水库")).isEqualTo(Subject.station("bj-miyunshuiku"));
        assertThat(SUBJECTS.find("密云水库", Measurement.AIR_DAY)).isEqualTo(Subject.station("bj-miyunshuiku"));
        assertThat(SUBJECTS.find("密云水库", Measurement.WATER_MONTH)).isEqualTo(Subject.section("bj-miyun-reservoir"));
        assertThat(SUBJECTS.find("密云水库", Measurement.BASIN_MONTH)).isEqualTo(Subject.waterBody("miyun"));
    }

    @Test
    void is_refused_with_where_to_look_when_nobody_is_called_so() {
        assertThatThrownBy(() -> SUBJECTS.find("nowhere", Measurement.BASIN_YEAR))
                .hasMessageContaining("nor a river, basin, lake or reservoir")
                .hasMessageContaining("rivers.yaml");
    }
}
