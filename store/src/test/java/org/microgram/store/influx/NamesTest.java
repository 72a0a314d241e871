package org.microgram.store.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@DisplayName("A name as a tag value")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NamesTest {

    private static final String ALPHABET = "ab%0025 ,='\"\\\n\r\t\u0000\u007f昌\ud83d\ude00";

    @Test
    void stays_as_it_is_where_it_is_an_id_or_a_chinese_name() {
        for (String name : new String[] {"1003A", "bj-dongsi", "beijing", "昌平", "𝛼"}) {
            assertThat(Names.toTag(name)).isEqualTo(name);
        }
    }

    @RepeatedTest(10)
    void comes_back_whatever_it_is_and_holds_nothing_that_means_something_elsewhere(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition()); // the repetition is the seed
        Set<String> names = new HashSet<>();
        Set<String> tags = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder name = new StringBuilder();
            int length = random.nextInt(6);
            for (int j = 0; j < length; j++) {
                name.append(ALPHABET.charAt(random.nextInt(ALPHABET.length()))); // halves of a pair, too
            }
            names.add(name.toString());
            String tag = Names.toTag(name.toString());
            tags.add(tag);

            assertThat(Names.fromTag(tag)).isEqualTo(name.toString());
            assertThat(tag).isNotEmpty().doesNotContainAnyWhitespaces().matches("[^,='\"\\\\\\p{Cntrl}]+");
        }
        assertThat(tags).hasSameSizeAs(names);
    }
}
