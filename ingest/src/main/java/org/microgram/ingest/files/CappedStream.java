package org.microgram.ingest.files;

import java.io.IOException;
import java.io.InputStream;
import org.microgram.messages.readings.Refusal.Reason;

/** What comes out of a compressed stream; stops as soon as more has come out than the limits allow for what went in. */
final class CappedStream extends CountedStream {

    private final CountedStream packed;
    private final long most;
    private final long ratio;

    /**
     * @param in the unpacked stream
     * @param packed the stream that it is unpacked from
     * @param most most bytes
     * @param ratio how many times the packed bytes may be unfolded to
     */
    CappedStream(InputStream in, CountedStream packed, long most, long ratio) {
        super(in);
        this.packed = packed;
        this.most = most;
        this.ratio = ratio;
    }

    @Override
    void counted(long n) throws IOException {
        super.counted(n);
        if (count() > most) {
            throw new RefusedFile(Reason.TOO_LARGE, "it unfolds to more than " + most + " bytes");
        }
        if (count() > Limits.RATIO_FREE_BYTES && count() / ratio > packed.count()) {
            throw new RefusedFile(Reason.TOO_LARGE, "it unfolds to more than " + ratio + " times its size");
        }
    }
}
