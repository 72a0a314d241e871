package org.microgram.ingest.beijing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.demo.DemoData;
import org.microgram.ingest.Collected;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.Refusal.Reason;

/** The counts were taken from the files by another program (a script over the csv module of Python), not from this reader. */
@DisplayName("The years of the archive that come with the program")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemoYearsTest {

    @TempDir
    Path dir;

    @Test
    void hold_3_326_841_values_in_2019_and_2020_of_which_none_is_refused() throws IOException {
        Collected read = BeijingArchiveReaderTest.read(DemoData.unpackTo(dir));

        assertThat(read.report.files()).isEqualTo(728 + 730);
        assertThat(read.report.used()).isEqualTo(1_662_967L + 1_663_874L);
        assertThat(read.report.empty()).isEqualTo(135_473L + 147_586L);
        assertThat(read.report.duplicate()).isZero();
        assertThat(read.report.records()).isEqualTo(287_674L + 289_492L);
        assertThat(read.refusals).isEmpty();
    }

    @Test
    void hold_in_2016_four_empty_files_and_two_cut_rows_all_of_them_known() throws IOException {
        Collected read = BeijingArchiveReaderTest.read(DemoData.unpackTo(dir, DemoData.YEAR_WITH_DEFECTS));

        assertThat(read.report.used()).isEqualTo(1_653_045L);
        assertThat(read.report.records()).isEqualTo(294_770L);
        assertThat(read.refusals)
                .extracting(Refusal::reason)
                .containsExactlyInAnyOrder(
                        Reason.CUT_ROW,
                        Reason.CUT_ROW,
                        Reason.EMPTY_FILE,
                        Reason.EMPTY_FILE,
                        Reason.EMPTY_FILE,
                        Reason.EMPTY_FILE);
        assertThat(read.report.knownRefusals()).isEqualTo(6);
        assertThat(read.report.hasNewRefusals()).isFalse();
    }
}
