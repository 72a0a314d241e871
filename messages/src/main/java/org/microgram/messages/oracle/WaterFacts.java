package org.microgram.messages.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.SectionSample;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;

/** One sample as it counts, found by looking at everything that was ever said of it. */
record WaterFacts(
        long second,
        boolean byHand,
        SortedMap<WaterParameter, Measured> says,
        SortedMap<WaterParameter, Fraction> numbers,
        Optional<WaterClass> publishedClass,
        Optional<StationStatus> status,
        int revision,
        long receivedAt,
        Optional<ReviewState> state) {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    /** The samples of one section, each from everything that was said of it. */
    static List<WaterFacts> of(Collection<? extends SectionMessage> messages) {
        Map<String, List<SectionSample>> bySample = new TreeMap<>();
        List<DayLock> locks = new ArrayList<>();
        for (SectionMessage each : messages) {
            if (each instanceof SectionSample sample) {
                bySample.computeIfAbsent(sample.second() + " " + sample.byHand(), key -> new ArrayList<>())
                        .add(sample);
            } else {
                locks.add((DayLock) each);
            }
        }
        return bySample.values().stream()
                .map(said -> of(said, StationFacts.lockOf(locks, day(said.get(0).second()))))
                .toList();
    }

    /**
     * @param all of one sample
     * @param lockedAt the moment of the lock that holds; null when the day is open
     */
    private static WaterFacts of(List<SectionSample> all, Long lockedAt) {
        List<SectionSample> messages = all.stream()
                .filter(each -> lockedAt == null || each.version().receivedAt() <= lockedAt)
                .toList();
        SortedMap<WaterParameter, Measured> says = new TreeMap<>();
        SortedMap<WaterParameter, Fraction> numbers = new TreeMap<>();
        Map<WaterParameter, Set<Long>> given = new HashMap<>();
        long receivedAt = Long.MIN_VALUE;
        Optional<ReviewState> state = Optional.empty();
        for (WaterParameter p : WaterParameter.values()) {
            Optional<SectionSample> counting = messages.stream()
                    .filter(each -> each.values().codes().containsKey(p))
                    .filter(each -> lockedAt == null
                            || SampleValues.isAbsence(code(each, p))
                            || each.version().state() == ReviewState.FINAL)
                    .max(Comparator.comparing((SectionSample each) -> !SampleValues.isAbsence(code(each, p)))
                            .thenComparing(SectionSample::version)
                            .thenComparing(each -> code(each, p)));
            if (counting.isEmpty()
                    && all.stream().anyMatch(each -> each.values().codes().containsKey(p))) {
                receivedAt = Math.max(receivedAt, lockedAt);
            }
            if (counting.isEmpty()) {
                continue;
            }
            long code = code(counting.get(), p);
            says.put(p, SampleValues.measured(code));
            SampleValues.measured(code).entering().ifPresent(number -> numbers.put(p, number));
            receivedAt = Math.max(receivedAt, counting.get().version().receivedAt());
            if (!SampleValues.isAbsence(code)) {
                ReviewState its = counting.get().version().state();
                state = state.isEmpty() || its.ordinal() < state.get().ordinal() ? Optional.of(its) : state;
            }
            for (SectionSample each : messages) {
                Long said = each.values().codes().get(p);
                boolean value = !SampleValues.isAbsence(code);
                if (value && said != null && !SampleValues.isAbsence(said)) {
                    given.computeIfAbsent(p, key -> new HashSet<>()).add(said);
                }
            }
        }
        Optional<SectionSample> ofClass = messages.stream()
                .filter(each -> each.values().publishedClass().isPresent())
                .max(Comparator.comparing(SectionSample::version)
                        .thenComparing(each -> each.values().publishedClass().get()));
        Optional<SectionSample> ofStatus = messages.stream()
                .filter(each -> each.values().status().isPresent())
                .max(Comparator.comparing(SectionSample::version)
                        .thenComparing(each -> each.values().status().get()));
        for (Optional<SectionSample> each : List.of(ofClass, ofStatus)) {
            receivedAt = Math.max(
                    receivedAt, each.map(of -> of.version().receivedAt()).orElse(Long.MIN_VALUE));
        }
        boolean late = ofClass.isEmpty()
                        && all.stream()
                                .anyMatch(each -> each.values().publishedClass().isPresent())
                || ofStatus.isEmpty()
                        && all.stream().anyMatch(each -> each.values().status().isPresent());
        receivedAt = late ? Math.max(receivedAt, lockedAt) : receivedAt;
        return new WaterFacts(
                all.get(0).second(),
                all.get(0).byHand(),
                says,
                numbers,
                ofClass.flatMap(each -> each.values().publishedClass()),
                ofStatus.flatMap(each -> each.values().status()),
                given.values().stream().mapToInt(values -> values.size() - 1).sum(),
                receivedAt,
                state);
    }

    private static long code(SectionSample sample, WaterParameter p) {
        return sample.values().codes().get(p);
    }

    LocalDate day() {
        return day(second);
    }

    private static LocalDate day(long second) {
        return Instant.ofEpochSecond(second).atOffset(CHINA).toLocalDate();
    }

    static long midnight(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(CHINA);
    }
}
