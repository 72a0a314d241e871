package org.microgram.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standalone.terminal.Lang;

@DisplayName("The marks of a change of counts between editions")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ViewWordsTest {

    @Test
    void say_in_both_languages_that_the_counts_as_published_are_not_subtracted() {
        String marks = "base_below_minimum mixed_editions";
        assertThat(ViewWords.changeMarks(Lang.ZH, marks, null, true)).isEqualTo("基期数据不足、口径不一致，不相减");
        assertThat(ViewWords.changeMarks(Lang.EN, marks, null, true))
                .isEqualTo("base below minimum, mixed editions, not subtracted");
    }

    @Test
    void name_the_edition_that_both_sides_were_counted_by() {
        assertThat(ViewWords.changeMarks(Lang.ZH, null, "HJ 633-2026", false)).isEqualTo("两期均按 HJ 633-2026");
        assertThat(ViewWords.changeMarks(Lang.EN, "so_far", "HJ 633-2026", false))
                .isEqualTo("both by HJ 633-2026, so far");
    }

    @Test
    void are_none_of_a_change_without_any() {
        assertThat(ViewWords.changeMarks(Lang.ZH, null, null, false)).isEmpty();
    }
}
