package org.microgram.flink.air;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.microgram.flink.state.Types;
import org.microgram.flink.water.SectionGate;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.StationMessage;

/** Stop 3: lets through what can be entered in a ledger ({@link Gate}, of water {@link SectionGate}). Ticks end here: they have moved the watermark. */
public final class Screen extends ProcessFunction<ReadingsMessage, StationMessage> {

    public static final OutputTag<Refusal> REFUSED = new OutputTag<>("refused", Types.REFUSAL);

    /** Samples of water and locks of their days, on their way to their own ledgers. */
    public static final OutputTag<SectionMessage> SECTIONS = new OutputTag<>("samples", Types.SECTION_MESSAGE);

    private static final long serialVersionUID = 1L;

    private final Gate gate;
    private final SectionGate sections;

    public Screen(Network network) {
        this.gate = new Gate(network);
        this.sections = new SectionGate(network.water());
    }

    @Override
    public void processElement(ReadingsMessage message, Context context, Collector<StationMessage> out) {
        if (SectionGate.isOfSection(message)) {
            sections.pass(
                    (SectionMessage) message,
                    passed -> context.output(SECTIONS, passed),
                    refusal -> context.output(REFUSED, refusal));
            return;
        }
        gate.pass(message, out::collect, refusal -> context.output(REFUSED, refusal));
    }
}
