package org.microgram.dashboard.review;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.messages.readings.SectionSample;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterParameter;

/** Three samples of a river's first of April 2021: at 08:00, at 12:00 with far too much CODMn, and one by hand at 10:00. */
public final class OneSection {

    public static final String ID = "s-plain";
    public static final LocalDate DAY = LocalDate.of(2021, 4, 1);
    public static final long EIGHT = ChinaTime.startOf(DAY) + 8 * 3600;
    public static final long NOON = ChinaTime.startOf(DAY) + 12 * 3600;

    private OneSection() {}

    /** CODMn 4 and 40 mg/L and 5 by hand; NH3-N below 0.025 at noon, no TP then, and TN that is not measured. */
    public static List<SectionSample> samples() {
        Map<WaterParameter, Long> noon = new EnumMap<>(WaterParameter.class);
        noon.put(WaterParameter.CODMN, milligrams(40));
        noon.put(WaterParameter.NH3N, SampleValues.code(new Measured.BelowDetection(25_000)));
        noon.put(WaterParameter.TP, SampleValues.NO_VALUE);
        noon.put(WaterParameter.TN, SampleValues.NOT_MEASURED);
        return List.of(
                raw(EIGHT, false, Map.of(WaterParameter.CODMN, milligrams(4))),
                raw(NOON, false, noon),
                raw(EIGHT + 7200, true, Map.of(WaterParameter.CODMN, milligrams(5))));
    }

    /** At 16:00 far too much TN while the station is in maintenance, and one of the next section down the river at noon. */
    public static List<SectionSample> suspectSamples() {
        SectionSample suspect = raw(NOON + 4 * 3600, false, Map.of(WaterParameter.TN, milligrams(80)));
        SampleValues inMaintenance =
                new SampleValues(suspect.values().codes(), Optional.empty(), Optional.of(StationStatus.MAINTENANCE));
        return List.of(
                sample(ID, suspect.second(), false, suspect.version(), inMaintenance),
                sample(
                        "s-river",
                        NOON,
                        false,
                        suspect.version(),
                        new SampleValues(
                                Map.of(WaterParameter.TN, milligrams(3)), Optional.empty(), Optional.empty())));
    }

    /** Received two hours after it was taken. */
    private static SectionSample raw(long second, boolean byHand, Map<WaterParameter, Long> codes) {
        return sample(
                second, byHand, new Version(ReviewState.RAW, Rank.HOUR, (second + 7200) * 1000, "page", 1), codes);
    }

    static SectionSample sample(long second, boolean byHand, Version version, Map<WaterParameter, Long> codes) {
        SampleValues values = new SampleValues(codes, Optional.empty(), Optional.empty());
        return sample(ID, second, byHand, version, values);
    }

    private static SectionSample sample(
            String section, long second, boolean byHand, Version version, SampleValues values) {
        return new SectionSample(section, second, byHand, version, "", "t", "", "", values, "");
    }

    static long milligrams(long value) {
        return SampleValues.code(new Measured.Value(value * 1_000_000));
    }
}
