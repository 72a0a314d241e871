package org.microgram.ingest.beijing;

import static org.microgram.ingest.Archives.bytes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.microgram.ingest.Collected;
import org.microgram.ingest.Reader;
import org.microgram.ingest.ReaderContract;
import org.microgram.ingest.files.Limits;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.Refusal.Reason;

@DisplayName("What a reader promises: beijing-archive")
class BeijingArchiveContractTest extends ReaderContract {

    private static final String HEAD = "date,hour,type,东四,天坛\n";

    @Override
    protected Reader reader(Limits limits) {
        return new BeijingArchiveReader(limits);
    }

    @Override
    protected Network network() {
        return Collected.BEIJING;
    }

    @Override
    protected boolean readsGzip() {
        return false; // a day's file is packed as .tar.xz with others
    }

    @Override
    protected Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        for (int day = 12; day < 15; day++) {
            String date = "201902" + day;
            files.put(
                    "beijing_all_" + date + ".csv",
                    bytes(HEAD + date + ",7,PM2.5,4" + day + ",\n" + date + ",7,AQI,50,51\n" + date
                            + ",8,PM10,80,81\n"));
            files.put("beijing_extra_" + date + ".csv", bytes(HEAD + date + ",7,CO,1." + day + ",0.9\n"));
        }
        return files;
    }

    @Override
    protected List<Fault> faults() {
        String name = "beijing_all_20190212.csv";
        String good = HEAD + "20190212,7,PM2.5,1,2\n";
        return List.of(
                new Fault(name, bytes("date,hour,type,东四,Atlantis\n20190212,7,PM2.5,1,2\n"), Reason.BAD_HEADER, 0),
                new Fault(name, bytes(good + "20190212,8,PM2.5,1\n"), Reason.CUT_ROW, 3),
                new Fault(name, bytes(good + "20190213,8,PM2.5,1,2\n"), Reason.BAD_TIME, 3),
                new Fault(name, bytes(good + "20190212,8,PM1,1,2\n"), Reason.UNKNOWN_PARAMETER, 3),
                new Fault(name, bytes(good + "20190212,8,PM2.5,x,2\n"), Reason.NOT_A_NUMBER, 3),
                new Fault(name, bytes(good + "20190212,8,PM2.5,-1,2\n"), Reason.OUT_OF_RANGE, 3));
    }
}
