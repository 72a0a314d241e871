package org.microgram.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.messages.readings.Refusal.Reason;

@DisplayName("The account of a run")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadReportTest {

    @Test
    void is_not_accepted_when_a_value_is_unaccounted_for() {
        assertThatThrownBy(() -> report(11))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("of 11 values read, 10 are accounted for");
    }

    @Test
    void prints_values_records_and_reasons() {
        assertThat(report(10).summary()).isEqualTo("""
                        values   read 10 = used 4 + refused 3 + duplicate 2 + empty 1
                        records  2 from 1 files
                        refusals 2, known 1 (empty_file 0, cut_row 3)""");
        assertThat(report(10).hasNewRefusals()).isTrue();
    }

    private static ReadReport report(long read) {
        Map<Reason, Long> refused = Map.of(Reason.CUT_ROW, 3L, Reason.EMPTY_FILE, 0L);
        return new ReadReport("x", 1, 0, 0, 2, read, 4, refused, 2, 1, 0, 2, 1, 0, 0);
    }
}
