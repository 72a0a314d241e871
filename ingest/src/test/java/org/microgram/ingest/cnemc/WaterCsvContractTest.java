package org.microgram.ingest.cnemc;

import static org.microgram.ingest.Archives.bytes;
import static org.microgram.ingest.cnemc.WaterFiles.DAILY_HEAD;
import static org.microgram.ingest.cnemc.WaterFiles.GUBEIKOU;
import static org.microgram.ingest.cnemc.WaterFiles.LOG_HEAD;
import static org.microgram.ingest.cnemc.WaterFiles.NANDAHUANG;
import static org.microgram.ingest.cnemc.WaterFiles.QINYING;
import static org.microgram.ingest.cnemc.WaterFiles.STOPPED;
import static org.microgram.ingest.cnemc.WaterFiles.TUANPIAO;
import static org.microgram.ingest.cnemc.WaterFiles.TUMENLOU;

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

@DisplayName("What a reader promises: cnemc-water-csv")
class WaterCsvContractTest extends ReaderContract {

    @Override
    protected Reader reader(Limits limits) {
        return new WaterCsvReader(limits);
    }

    @Override
    protected Network network() {
        return Collected.BEIJING;
    }

    @Override
    protected Map<String, byte[]> files() {
        return new TreeMap<>(Map.of(
                "log-1.csv", bytes(LOG_HEAD + GUBEIKOU + NANDAHUANG),
                "log-2.csv", bytes(LOG_HEAD + TUMENLOU + GUBEIKOU),
                "daily.csv", bytes(DAILY_HEAD + TUANPIAO + QINYING + STOPPED)));
    }

    @Override
    protected List<Fault> faults() {
        return List.of(
                fault(LOG_HEAD.replace("水质类别", "类别") + GUBEIKOU, Reason.BAD_HEADER, 1),
                fault(LOG_HEAD.replace("总磷(mg/L)", "总磷(μg/L)") + GUBEIKOU, Reason.BAD_HEADER, 1),
                fault(LOG_HEAD + GUBEIKOU + "2021-04-01T09:29:00+08:00,北京市\n", Reason.CUT_ROW, 3),
                faulty("古北口", "古北囗", Reason.UNKNOWN_SECTION),
                faulty("北京市", "河北省", Reason.UNKNOWN_SECTION),
                faulty("04-01 04:00", "*", Reason.BAD_TIME),
                faulty("04-01 04:00", "02-30 04:00", Reason.BAD_TIME),
                faulty("04-01 04:00", "04-01 16:00", Reason.IN_THE_FUTURE),
                faulty("2021-04-01T09:29:00+08:00", "2021-04-01", Reason.BAD_TIME),
                faulty("7.91", "14.2", Reason.OUT_OF_RANGE),
                faulty("0.190", "-0.190", Reason.OUT_OF_RANGE),
                faulty("0.005", "<span title='原始值：0.0046'>0.005</span>", Reason.NOT_A_NUMBER),
                faulty("614.3", "NaN", Reason.NOT_A_NUMBER),
                faulty("Ⅱ", "Ⅵ", Reason.BAD_FIELD),
                faulty("正常", "坏了", Reason.BAD_FIELD));
    }

    private static Fault faulty(String good, String bad, Reason reason) {
        return fault(LOG_HEAD + NANDAHUANG + GUBEIKOU.replace(good, bad), reason, 3);
    }

    private static Fault fault(String content, Reason reason, long line) {
        return new Fault("log.csv", bytes(content), reason, line);
    }
}
