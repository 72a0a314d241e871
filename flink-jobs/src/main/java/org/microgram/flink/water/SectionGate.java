package org.microgram.flink.water;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.microgram.flink.ledger.LockGate;
import org.microgram.flink.ledger.Moments;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.WaterNetwork;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.SectionSample;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.WaterParameter;
import org.microgram.standards.water.WaterRange;

/**
 * What may be entered in a section's ledger, and what is refused: the rules of stop 3 for water, without state and without Flink. Readers
 * refuse the same things earlier; here it is the last gate for whoever writes to the topic.
 */
public final class SectionGate implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Set<String> sections = new HashSet<>();
    private final LockGate locks = new LockGate(sections, Reason.UNKNOWN_SECTION);

    public SectionGate(WaterNetwork water) {
        water.sections().stream().map(Section::id).forEach(sections::add);
    }

    /** Whether a message is of a section. */
    public static boolean isOfSection(ReadingsMessage message) {
        return message instanceof DayLock lock ? lock.isOfSection() : message instanceof SectionSample;
    }

    /** Hands a message on, a sample in part where single values of it are refused. */
    public void pass(SectionMessage message, Consumer<? super SectionMessage> out, Consumer<Refusal> refused) {
        if (message instanceof DayLock lock) {
            locks.pass(lock, out, refused);
        } else {
            sample((SectionSample) message, out, refused);
        }
    }

    private void sample(SectionSample sample, Consumer<? super SectionSample> out, Consumer<Refusal> refused) {
        long receivedAt = sample.version().receivedAt();
        if (!sections.contains(sample.section())) {
            refuse(sample, Reason.UNKNOWN_SECTION, sample.section(), refused);
        } else if (Moments.isNone(sample.second()) || Moments.isNone(Math.floorDiv(receivedAt, 1000))) {
            refuse(sample, Reason.BAD_TIME, "a sample or an arrival before 1900 or after 2199", refused);
        } else if (sample.second() * 1000 > receivedAt + Moments.TOLERANCE) {
            refuse(sample, Reason.IN_THE_FUTURE, "a sample taken after its arrival", refused);
        } else {
            withinRange(sample, out, refused);
        }
    }

    private static void withinRange(
            SectionSample sample, Consumer<? super SectionSample> out, Consumer<Refusal> refused) {
        Map<WaterParameter, Long> left = new EnumMap<>(WaterParameter.class);
        sample.values().codes().forEach((parameter, code) -> {
            if (isWithin(parameter, code)) {
                left.put(parameter, code);
            } else {
                SampleValues alone = sample.values().with(Map.of(parameter, code));
                refuse(sample.with(alone), Reason.OUT_OF_RANGE, alone.toString(), refused);
            }
        });
        boolean whole = left.size() == sample.values().codes().size();
        out.accept(whole ? sample : sample.with(sample.values().with(left)));
    }

    private static boolean isWithin(WaterParameter parameter, long code) {
        if (code == SampleValues.WITHDRAWN) {
            return true;
        }
        Measured measured = SampleValues.measured(code);
        if (measured instanceof Measured.Value value) {
            return WaterRange.of(parameter).contains(value.scaled());
        }
        return !(measured instanceof Measured.BelowDetection below)
                || below.limit() > 0 && WaterRange.of(parameter).contains(below.limit());
    }

    private static void refuse(SectionSample sample, Reason reason, String found, Consumer<Refusal> refused) {
        refused.accept(new Refusal(
                reason,
                sample.version().source(),
                sample.version().seq(),
                found,
                sample.toString(),
                sample.batch(),
                sample.values().count()));
    }
}
