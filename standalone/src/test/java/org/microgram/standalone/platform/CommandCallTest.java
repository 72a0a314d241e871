package org.microgram.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayName("A command that is handed over")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommandCallTest {

    @Test
    void says_its_words_and_who_acts_whatever_they_hold() {
        for (String actor : List.of("user:李伟", "", "local:a\nb \"c")) {
            CommandCall call = new CommandCall(List.of("backfill", "", "a b\n", "东四"), true, false, true, actor);
            assertThat(CommandCall.parse(call.print())).isEqualTo(call);
        }
    }
}
