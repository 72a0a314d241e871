package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.microgram.standards.number.Fraction;

/** A second copy of the limits, as lists, and the plainest way to class by them. */
@DisplayName("GB 3838-2002 — the class of random water")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NaiveClassTest {

    private static final Map<String, String> LIMITS = new HashMap<>();
    private static final Map<String, Integer> DECIMALS = new HashMap<>();

    static {
        String[] rows = {
            "DO 1 7.5 6 5 3 2",
            "CODMn 1 2 4 6 10 15",
            "COD 1 15 15 20 30 40",
            "BOD5 1 3 3 4 6 10",
            "NH3-N 2 0.15 0.5 1.0 1.5 2.0",
            "TP 3 0.02 0.1 0.2 0.3 0.4",
            "TP_lake 3 0.01 0.025 0.05 0.1 0.2",
            "Cu 3 0.01 1.0 1.0 1.0 1.0",
            "Zn 3 0.05 1.0 1.0 2.0 2.0",
            "F 3 1.0 1.0 1.0 1.5 1.5",
            "Se 4 0.01 0.01 0.01 0.02 0.02",
            "As 4 0.05 0.05 0.05 0.1 0.1",
            "Hg 5 0.00005 0.00005 0.0001 0.001 0.001",
            "Cd 5 0.001 0.005 0.005 0.005 0.01",
            "Cr6 3 0.01 0.05 0.05 0.05 0.1",
            "Pb 3 0.01 0.01 0.05 0.05 0.1",
            "CN 3 0.005 0.05 0.2 0.2 0.2",
            "phenol 4 0.002 0.002 0.005 0.01 0.1",
            "oil 2 0.05 0.05 0.05 0.5 1.0",
            "LAS 2 0.2 0.2 0.2 0.3 0.3",
            "sulfide 3 0.05 0.1 0.2 0.5 1.0"
        };
        for (String row : rows) {
            String[] words = row.split(" ", 3);
            DECIMALS.put(words[0], Integer.parseInt(words[1]));
            LIMITS.put(words[0], words[2]);
        }
    }

    @RepeatedTest(500)
    void is_the_worst_of_its_parameters_in_both_profiles(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        SectionType type = SectionType.ALL.get(random.nextInt(SectionType.ALL.size()));
        Map<WaterParameter, Fraction> values = new EnumMap<>(WaterParameter.class);
        int unrounded = 0;
        int rounded = 0;
        for (WaterParameter parameter : Profile.single()) {
            if (random.nextInt(3) == 0) {
                continue;
            }
            String key = parameter == WaterParameter.TP && type.isLake() ? "TP_lake" : parameter.code();
            boolean isPh = parameter == WaterParameter.PH;
            BigDecimal value = isPh
                    ? new BigDecimal("5").add(BigDecimal.valueOf(random.nextInt(5_000_000), 6))
                    : near(random, LIMITS.get(key).split(" "));
            values.put(parameter, Waters.exact(value.toPlainString()));
            int decimals = isPh ? 0 : DECIMALS.get(key);
            BigDecimal half = value.setScale(decimals, RoundingMode.HALF_EVEN);
            if (half.signum() == 0) {
                half = value; // keeps its first digit, which is as good as the whole here: below every limit
            }
            rounded = Math.max(rounded, isPh ? ph(half) : naive(key, half));
            if (Profile.five().contains(parameter)) {
                unrounded = Math.max(unrounded, isPh ? ph(value) : naive(key, value));
            }
        }
        assertThat(number(Waters.ASSESSMENT.assess(type, values, Optional.empty())))
                .isEqualTo(rounded);
        assertThat(number(Waters.REALTIME.assess(type, values, Optional.empty())))
                .isEqualTo(unrounded);
    }

    /** Mostly about one of the limits, so that the edges are met. */
    private static BigDecimal near(Random random, String[] limits) {
        BigDecimal limit = new BigDecimal(limits[random.nextInt(limits.length)]);
        return switch (random.nextInt(4)) {
            case 0 -> limit;
            case 1 -> limit.add(BigDecimal.valueOf(1 + random.nextInt(3), 6));
            case 2 -> limit.subtract(BigDecimal.valueOf(1 + random.nextInt(3), 6));
            default -> limit.multiply(BigDecimal.valueOf(random.nextInt(150), 2));
        };
    }

    private static int naive(String key, BigDecimal value) {
        String[] limits = LIMITS.get(key).split(" ");
        for (int i = 0; i < limits.length; i++) {
            int order = value.compareTo(new BigDecimal(limits[i]));
            if (key.equals("DO") ? order >= 0 : order <= 0) {
                return i + 1;
            }
        }
        return 6;
    }

    private static int ph(BigDecimal value) {
        return value.compareTo(BigDecimal.valueOf(6)) >= 0 && value.compareTo(BigDecimal.valueOf(9)) <= 0 ? 1 : 6;
    }

    /** 0 when nothing could be assessed. */
    private static int number(WaterAssessment assessment) {
        return assessment instanceof Assessed assessed ? assessed.waterClass().number() : 0;
    }
}
