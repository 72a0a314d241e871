package org.microgram.ingest.openaq;

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

@DisplayName("What a reader promises: openaq")
class OpenaqContractTest extends ReaderContract {

    static final String HEAD = "location_id,sensors_id,location,datetime,lat,lon,parameter,units,value\n";
    static final String ROW = "2178,3919,Del Norte-2178,2023-02-22T01:00:00-07:00,35.1,-106.5,pm10,µg/m³,14.0\n";
    static final String RESULT = """
            {"value": 6, "parameter": {"id": 2, "name": "pm25", "units": "µg/m³"}, "period": {"label": "1hour",
            "datetimeFrom": {"utc": "2023-10-16T12:00:00Z"}, "datetimeTo": {"utc": "2023-10-16T13:00:00Z"}},
            "coverage": {"observedInterval": "01:00:00"}}""";

    static String page(String... results) {
        return "{\"meta\": {\"page\": 1}, \"results\": [" + String.join(",\n", results) + "]}\n";
    }

    @Override
    protected Reader reader(Limits limits) {
        return new OpenaqReader(limits);
    }

    @Override
    protected Network network() {
        return Foreign.NETWORK;
    }

    @Override
    protected Map<String, byte[]> files() throws IOException {
        return Foreign.files("openaq");
    }

    @Override
    protected List<Fault> faults() {
        String rows = "location-2178-20230222.csv";
        String page = "sensor-5077.json";
        return List.of(
                new Fault(rows, bytes(HEAD.replace("value", "v") + ROW), Reason.BAD_HEADER, 1),
                new Fault(rows, bytes(HEAD + ROW + "2178,3919\n"), Reason.CUT_ROW, 3),
                new Fault(rows, bytes(HEAD + ROW + ROW.replaceFirst("2178", "1")), Reason.UNKNOWN_STATION, 3),
                new Fault(rows, bytes(HEAD + ROW + ROW.replace("pm10", "pm1")), Reason.UNKNOWN_PARAMETER, 3),
                new Fault(rows, bytes(HEAD + ROW + ROW.replace("µg/m³", "ppm")), Reason.BAD_UNIT, 3),
                new Fault(rows, bytes(HEAD + ROW + ROW.replace("T01:00:00-07:00", "")), Reason.BAD_TIME, 3),
                new Fault(rows, bytes(HEAD + ROW + ROW.replace("14.0", "-150.2")), Reason.OUT_OF_RANGE, 3),
                new Fault(
                        rows,
                        bytes(HEAD + ROW + ROW.replace("3919", "77").replace("01:00:", "01:15:")),
                        Reason.BAD_LENGTH,
                        3),
                new Fault(page, bytes("{\"detail\": \"Not found\"}"), Reason.NOT_A_TABLE, 0),
                new Fault(page, bytes(page(RESULT, RESULT).substring(0, RESULT.length() + 100)), Reason.CUT_ROW, 2),
                new Fault(page, bytes(page(RESULT, RESULT.replace("01:00:00", "00:30:00"))), Reason.TOO_FEW_MINUTES, 2),
                new Fault(page, bytes(page(RESULT, RESULT.replace("T13:00", "T14:00"))), Reason.BAD_LENGTH, 2),
                new Fault(page, bytes(page(RESULT, RESULT.replace("2023-10-16T12", "2023"))), Reason.BAD_TIME, 2),
                new Fault(
                        page,
                        bytes(page(RESULT, RESULT.replace("\"value\": 6", "\"value\": \"six\""))),
                        Reason.NOT_A_NUMBER,
                        2),
                new Fault("page-1.json", bytes(page(RESULT)), Reason.UNKNOWN_STATION, 1));
    }
}
