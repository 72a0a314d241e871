package org.microgram.ingest.airnow;

import static org.microgram.ingest.Archives.bytes;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.microgram.ingest.Foreign;
import org.microgram.ingest.Reader;
import org.microgram.ingest.ReaderContract;
import org.microgram.ingest.files.Limits;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.Refusal.Reason;

@DisplayName("What a reader promises: airnow")
class AirnowContractTest extends ReaderContract {

    static final String ROW = "07/27/26|19:00|410170601|Prineville|-8|PM2.5|UG/M3|16.7|USDA Forest Service\n";

    @Override
    protected Reader reader(Limits limits) {
        return new AirnowReader(limits);
    }

    @Override
    protected Network network() {
        return Foreign.NETWORK;
    }

    @Override
    protected Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = Foreign.files("airnow");
        files.put(
                "HourlyData_2026072718.dat", bytes(ROW.replace("19:00", "18:00").replace("16.7", "0.5")));
        return files;
    }

    @Override
    protected List<Fault> faults() {
        String name = "HourlyData_2026072719.dat";
        String wide = "HourlyAQObs_2026072719.dat";
        return List.of(
                new Fault(name, bytes(ROW + ROW.replace("|USDA Forest Service", "")), Reason.CUT_ROW, 2),
                new Fault(name, bytes(ROW + ROW.replace("410170601", "999999999")), Reason.UNKNOWN_STATION, 2),
                new Fault(name, bytes(ROW + ROW.replace("PM2.5", "TEMP")), Reason.UNKNOWN_PARAMETER, 2),
                new Fault(name, bytes(ROW + ROW.replace("UG/M3", "PPB")), Reason.BAD_UNIT, 2),
                new Fault(name, bytes(ROW + ROW.replace("07/27/26", "27/07/26")), Reason.BAD_TIME, 2),
                new Fault(name, bytes(ROW + ROW.replace("16.7", "-3.2")), Reason.OUT_OF_RANGE, 2),
                new Fault(name, bytes(ROW + ROW.replace("16.7", "n/a")), Reason.NOT_A_NUMBER, 2),
                new Fault(wide, bytes("\"AQSID\",\"PM25\"\n\"1\",\"2\"\n"), Reason.BAD_HEADER, 1));
    }
}
