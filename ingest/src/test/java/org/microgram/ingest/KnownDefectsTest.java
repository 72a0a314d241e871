package org.microgram.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.messages.network.ConfigurationException;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.Refusal.Reason;

@DisplayName("A known defect")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KnownDefectsTest {

    @TempDir
    Path dir;

    @Test
    void is_known_by_file_line_and_reason_wherever_the_file_lies() {
        KnownDefects known = KnownDefects.load(Collected.CONFIG);
        assertThat(known.covers(refusal("x.tar.xz!/beijing_all_20160724.csv", 92, Reason.CUT_ROW)))
                .isTrue();
        assertThat(known.covers(refusal("beijing_all_20160724.csv", 92, Reason.CUT_ROW)))
                .isTrue();
        assertThat(known.covers(refusal("beijing_all_20160724.csv", 91, Reason.CUT_ROW)))
                .isFalse();
        assertThat(known.covers(refusal("beijing_all_20160724.csv", 92, Reason.BAD_TIME)))
                .isFalse();
        assertThat(known.covers(refusal("not_beijing_all_20160724.csv", 92, Reason.CUT_ROW)))
                .isFalse();
    }

    @Test
    void need_not_be_listed_at_all() {
        assertThat(KnownDefects.load(dir)).isSameAs(KnownDefects.NONE);
    }

    @Test
    void is_told_with_its_line_when_it_cannot_be_understood() throws IOException {
        Files.writeString(dir.resolve("known-defects.csv"), "source,position,reason,note\na.csv,first,cut_rwo,\n");
        assertThatThrownBy(() -> KnownDefects.load(dir))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("2 problems")
                .hasMessageContaining("line 2")
                .hasMessageContaining("did you mean cut_row?");
    }

    private static Refusal refusal(String source, long position, Reason reason) {
        return new Refusal(reason, source, position, "", "", "", 0);
    }
}
