package org.microgram.ingest.csv;

import static org.microgram.ingest.Archives.bytes;
import static org.microgram.ingest.csv.ReadingsCsvReaderTest.AUDITED;
import static org.microgram.ingest.csv.ReadingsCsvReaderTest.GOOD;
import static org.microgram.ingest.csv.ReadingsCsvReaderTest.HEAD;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.microgram.ingest.Collected;
import org.microgram.ingest.Reader;
import org.microgram.ingest.ReaderContract;
import org.microgram.ingest.files.Limits;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.Refusal.Reason;

@DisplayName("What a reader promises: readings-csv")
class ReadingsCsvContractTest extends ReaderContract {

    @Override
    protected Reader reader(Limits limits) {
        return new ReadingsCsvReader(limits);
    }

    @Override
    protected Network network() {
        return Collected.BEIJING;
    }

    /** Hours, a correction, a withdrawal, and the minutes of one hour over two files, the second with some of the first again. */
    @Override
    protected Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("hours.csv", bytes(HEAD + GOOD + GOOD.replace("PM2.5", "O3").replace("µg/m3", "ppb")));
        files.put(
                "audited.csv",
                bytes(HEAD + AUDITED + AUDITED.replace(",41,ug/m3,", ",,,").replace("07:00", "06:00")));
        files.put("first-minutes.csv", bytes(HEAD + minutes(0, 40)));
        files.put("other-minutes.csv", bytes(HEAD + minutes(30, 55) + GOOD.replace("42.5", "")));
        return files;
    }

    @Override
    protected List<Fault> faults() {
        String name = "faulty.csv";
        return List.of(
                new Fault(name, bytes("station,value\n1,2\n"), Reason.BAD_HEADER, 1),
                new Fault(name, bytes(HEAD + GOOD + GOOD.replace(",17,,", ",17")), Reason.CUT_ROW, 3),
                new Fault(name, bytes(HEAD + GOOD + GOOD.replace("1003A", "Atlantis")), Reason.UNKNOWN_STATION, 3),
                new Fault(name, bytes(HEAD + GOOD + GOOD.replace("µg/m3", "ppb")), Reason.BAD_UNIT, 3),
                new Fault(name, bytes(HEAD + minutes(0, 44)), Reason.TOO_FEW_MINUTES, 2),
                new Fault(name, bytes(HEAD + minutes(0, 1).replace("PT1M", "PT61M")), Reason.BAD_LENGTH, 2));
    }

    static String minutes(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(m ->
                        "1004A,NO2,2019-02-12T09:%02d:00+08:00,PT1M,%d.5,ug/m3,minutes,raw,2019-02-12T10:01:00+08:00,%d,,\n"
                                .formatted(m, 30 + m, m))
                .collect(Collectors.joining());
    }
}
