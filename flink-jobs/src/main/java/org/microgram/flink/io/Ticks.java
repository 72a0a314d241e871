package org.microgram.flink.io;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.Tick;

/** Time as an input (rule K3): only ticks move it; no processing time, no idleness. One generator per partition. */
public final class Ticks implements WatermarkGenerator<ReadingsMessage> {

    private Ticks() {}

    public static WatermarkStrategy<ReadingsMessage> asWatermarks() {
        return WatermarkStrategy.<ReadingsMessage>forGenerator(context -> new Ticks())
                .withTimestampAssigner(
                        (message, timestamp) -> message instanceof Tick tick ? tick.time() : Long.MIN_VALUE);
    }

    @Override
    public void onEvent(ReadingsMessage message, long timestamp, WatermarkOutput output) {
        if (message instanceof Tick tick) {
            output.emitWatermark(new Watermark(tick.time()));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // Time does not pass by itself.
    }
}
