package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.microgram.standards.number.Rounded;

@DisplayName("Worked examples of water from elsewhere (vectors.csv)")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkedExamplesTest {

    static Stream<Map<String, String>> vectors() {
        return Records.read("vectors.csv").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void come_out(Map<String, String> vector) {
        String input = vector.get("input");
        String found =
                switch (vector.get("what")) {
                    case "round" -> {
                        String[] words = input.split(" ");
                        yield Rounded.keepingSomething(Waters.exact(words[0]), Integer.parseInt(words[1]))
                                .toString();
                    }
                    case "ph" -> {
                        String[] words = input.split(" to ");
                        List<Long> values = Stream.of(words[0].split(" "))
                                .map(each ->
                                        new BigDecimal(each).movePointRight(6).longValueExact())
                                .toList();
                        yield PhMean.rounded(values, Integer.parseInt(words[1])).toString();
                    }
                    case "tli" -> {
                        TrophicIndex index =
                                TrophicIndex.of(Waters.values(input)).orElseThrow();
                        yield index.total() + " " + index.levelZh();
                    }
                    case "basin" -> {
                        String[] words = input.split(" ");
                        Shares shares = shares(Integer.parseInt(words[0]), Integer.parseInt(words[2]));
                        yield shares.good() + " " + WaterLevel.ofShares(shares).nameZh();
                    }
                    default -> throw new IllegalArgumentException(vector.get("what"));
                };
        assertThat(found).isEqualTo(vector.get("expected"));
    }

    private static Shares shares(int good, int of) {
        List<WaterClass> classes = new ArrayList<>();
        for (int i = 0; i < of; i++) {
            classes.add(i < good ? WaterClass.III : WaterClass.IV);
        }
        return Shares.ofCounts(classes);
    }
}
