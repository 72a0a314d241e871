package org.microgram.flink.air;

import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.microgram.flink.state.Figure;
import org.microgram.messages.readings.Refusal;

/** Where the job's results go: handed in, so that live, backfill and tests run the same wiring. */
public record Outlets(Consumer<DataStream<Figure>> figures, Consumer<DataStream<Refusal>> refusals) {}
