package org.microgram.flink.water;

import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.microgram.flink.state.BasinUpdate;
import org.microgram.flink.state.Figure;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.SectionMessage;

/**
 * The operator of {@link KeepSectionLedger}. After a restore from a checkpoint that knew no rivers and basins, or another layout of what they
 * take, it hands every section's years to them once, before anything else: a new ledger behind an old one begins empty, and its rows would
 * be made of those sections alone that send something.
 */
public final class SectionLedgers extends KeyedProcessOperator<String, SectionMessage, Figure> {

    private static final long serialVersionUID = 1L;

    private final KeepSectionLedger ledger;

    private transient boolean handedOn;

    public SectionLedgers(Network network) {
        this(new KeepSectionLedger(network));
    }

    private SectionLedgers(KeepSectionLedger ledger) {
        super(ledger);
        this.ledger = ledger;
    }

    @Override
    public void processElement(StreamRecord<SectionMessage> element) throws Exception {
        Object key = getCurrentKey();
        handOn();
        setCurrentKey(key);
        super.processElement(element);
    }

    /** Before the watermark is passed on: what is handed on makes its rows with this tick, and they stand before its marker. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        handOn();
        super.processWatermark(mark);
    }

    private void handOn() throws Exception {
        if (handedOn) {
            return;
        }
        handedOn = true;
        getKeyedStateBackend()
                .applyToAllKeys(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        KeepSectionLedger.DAYS,
                        (key, days) -> ledger.handOn((String) key, this::send));
    }

    private void send(BasinUpdate update) {
        output.collect(KeepSectionLedger.YEARS, new StreamRecord<>(update));
    }
}
