package org.microgram.messages.water;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.samples.SectionDay;
import org.microgram.standards.water.SectionValues;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterMean;
import org.microgram.standards.water.WaterParameter;
import org.microgram.standards.water.WaterSample;

/**
 * A section's day as figures are made of it: its samples as they count, and their means.
 *
 * @param means of the automatic samples, of the parameters that the day is valid for
 */
record SampleDay(int day, List<SectionDay.Counting> samples, Map<WaterParameter, WaterMean> means) {

    static SampleDay of(SectionDay block) {
        List<SectionDay.Counting> samples = block.counting();
        List<WaterSample> plain =
                samples.stream().map(SectionDay.Counting::sample).toList();
        return new SampleDay(block.day(), samples, SectionValues.ofDay(plain));
    }

    /**
     * What a row says of everything that it was made of.
     *
     * @param samples how many
     * @param state lowest review state; empty when there is no value
     * @param said the last that was said of the station; empty when nothing was
     */
    record Inputs(
            int samples, int revision, long receivedAt, Optional<ReviewState> state, Optional<StationStatus> said) {

        static final Inputs NONE = new Inputs(0, 0, Long.MIN_VALUE, Optional.empty(), Optional.empty());

        /** Of both together; the other one is the later. */
        Inputs plus(Inputs other) {
            return new Inputs(
                    Math.addExact(samples, other.samples),
                    Math.addExact(revision, other.revision),
                    Math.max(receivedAt, other.receivedAt),
                    Stream.concat(state.stream(), other.state.stream()).min(ReviewState::compareTo),
                    other.said.or(() -> said));
        }

        /** @param samples in order of time */
        static Inputs of(List<SectionDay.Counting> samples) {
            return new Inputs(
                    samples.size(),
                    samples.stream().mapToInt(SectionDay.Counting::revision).reduce(0, Math::addExact),
                    samples.stream()
                            .mapToLong(SectionDay.Counting::receivedAt)
                            .max()
                            .orElse(Long.MIN_VALUE),
                    samples.stream().flatMap(each -> each.state().stream()).min(ReviewState::compareTo),
                    samples.stream().flatMap(each -> each.status().stream()).reduce((earlier, later) -> later));
        }
    }
}
