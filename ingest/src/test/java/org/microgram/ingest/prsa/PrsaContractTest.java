package org.microgram.ingest.prsa;

import static org.microgram.ingest.Archives.bytes;

import java.io.IOException;
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

@DisplayName("What a reader promises: prsa")
class PrsaContractTest extends ReaderContract {

    static final String HEAD =
            "\"No\",\"year\",\"month\",\"day\",\"hour\",\"PM2.5\",\"PM10\",\"SO2\",\"NO2\",\"CO\",\"O3\",\"TEMP\","
                    + "\"PRES\",\"DEWP\",\"RAIN\",\"wd\",\"WSPM\",\"station\"\n";
    static final String GOOD = "24841,2016,1,1,0,100,120,20,60,2300,8,-5.4,1028,-12.1,0,\"ESE\",0.6,\"Dongsi\"\n";

    @Override
    protected Reader reader(Limits limits) {
        return new PrsaReader(limits);
    }

    @Override
    protected Network network() {
        return Collected.BEIJING;
    }

    @Override
    protected Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String station : List.of("Dongsi", "Aotizhongxin", "Wanshouxigong")) {
            String table = HEAD
                    + GOOD
                    + GOOD.replace(",1,0,100,", ",1,1,NA,").replace("2300", "NA")
                    + GOOD.replace(",1,0,100,", ",2,0,2.5704,");
            files.put("PRSA_Data_" + station + "_20130301-20170228.csv", bytes(table.replace("Dongsi", station)));
        }
        return files;
    }

    @Override
    protected List<Fault> faults() {
        String name = "PRSA_Data_Dongsi_20130301-20170228.csv";
        return List.of(
                new Fault(name, bytes(HEAD.replace("PM2.5", "PM25") + GOOD), Reason.BAD_HEADER, 1),
                new Fault(name, bytes(HEAD + GOOD + "24842,2016,1\n"), Reason.CUT_ROW, 3),
                new Fault(name, bytes(HEAD + GOOD + GOOD.replace("Dongsi", "Atlantis")), Reason.UNKNOWN_STATION, 3),
                new Fault(name, bytes(HEAD + GOOD + GOOD.replace(",1,1,0,", ",13,1,0,")), Reason.BAD_TIME, 3),
                new Fault(
                        name,
                        bytes(HEAD + GOOD + GOOD.replace("2016", "2017").replace(",1,1,0,", ",3,1,1,")),
                        Reason.BAD_TIME,
                        3),
                new Fault(name, bytes(HEAD + GOOD + GOOD.replace("2300", "x")), Reason.NOT_A_NUMBER, 3),
                new Fault(name, bytes(HEAD + GOOD + GOOD.replace("2300", "2300000")), Reason.OUT_OF_RANGE, 3));
    }
}
