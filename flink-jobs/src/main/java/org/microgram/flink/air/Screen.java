package org.microgram.flink.air;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.microgram.flink.state.Types;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.StationMessage;

/** Stop 3: lets through what can be entered in a ledger ({@link Gate}). Ticks end here: they have moved the watermark. */
public final class Screen extends ProcessFunction<ReadingsMessage, StationMessage> {

    public static final OutputTag<Refusal> REFUSED = new OutputTag<>("refused", Types.REFUSAL);

    private static final long serialVersionUID = 1L;

    private final Gate gate;

    public Screen(Network network) {
        this.gate = new Gate(network);
    }

    @Override
    public void processElement(ReadingsMessage message, Context context, Collector<StationMessage> out) {
        gate.pass(message, out::collect, refusal -> context.output(REFUSED, refusal));
    }
}
