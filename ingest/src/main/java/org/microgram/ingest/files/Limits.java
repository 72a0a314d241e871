package org.microgram.ingest.files;

/**
 * How much an input may be: whoever gives files must not be able to fill memory.
 *
 * @param fileBytes most bytes of one file once unpacked
 * @param archiveBytes most bytes of one archive once unpacked
 * @param heldBytes most bytes of daily files taken from archives and held at once, in all archives of a run
 * @param ratio how many times its packed size an archive may unfold to
 * @param entries most entries of one archive, or files of one run
 */
public record Limits(long fileBytes, long archiveBytes, long heldBytes, long ratio, int entries) {

    private static final long MB = 1L << 20;

    /**
     * 64 MB a file and 4 GB an archive. 512 MB held are some thirty years of Beijing; real archives unfold 4 to 10 times, a bomb more than
     * 5,000 times.
     */
    public static final Limits DEFAULT = new Limits(64 * MB, 4096 * MB, 512 * MB, 200, 200_000);

    /** Small archives may unfold more than the ratio: a tar of one short file is mostly padding. */
    static final long RATIO_FREE_BYTES = 4 * MB;
}
