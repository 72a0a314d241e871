package org.microgram.ingest.cnemc;

import static org.microgram.ingest.Archives.bytes;
import static org.microgram.ingest.cnemc.WaterPages.ANGU;
import static org.microgram.ingest.cnemc.WaterPages.GULOU;
import static org.microgram.ingest.cnemc.WaterPages.SHAWO;
import static org.microgram.ingest.cnemc.WaterPages.XINBALI;
import static org.microgram.ingest.cnemc.WaterPages.page;

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

@DisplayName("What a reader promises: cnemc-water-page")
class WaterPageContractTest extends ReaderContract {

    @Override
    protected Reader reader(Limits limits) {
        return new WaterPageReader(limits);
    }

    @Override
    protected Network network() {
        return Collected.BEIJING;
    }

    @Override
    protected Map<String, byte[]> files() {
        return new TreeMap<>(Map.of(
                "page-1-2026-08-21.json", bytes(page(GULOU, XINBALI)),
                "page-2-2026-08-21.json", bytes(page(SHAWO, GULOU)),
                "page-2026-08-21T2240.json", bytes(page(XINBALI))));
    }

    @Override
    protected List<Fault> faults() {
        return List.of(
                fault(page(GULOU).replace("水质类别", "类别"), Reason.BAD_HEADER, 0),
                fault(page(GULOU).replace("总磷<br/><span class='unit'>(mg/L)", "总磷(μg/L)"), Reason.BAD_HEADER, 0),
                fault(page(GULOU).replace("\"--\", \"--\"]", "\"--\"]"), Reason.CUT_ROW, 1),
                fault(page(GULOU, "\"加载中\""), Reason.CUT_ROW, 2),
                fault(page(GULOU, XINBALI).replace("]}", ""), Reason.CUT_ROW, 3),
                fault("{\"result\": 0, \"msg\": \"系统繁忙\"}", Reason.NOT_A_TABLE, 0),
                fault(page(GULOU).replace("\"thead\"", "thead"), Reason.NOT_A_TABLE, 0),
                new Fault("water.json", bytes(page(GULOU)), Reason.BAD_TIME, 0),
                new Fault("page-2026-02-30.json", bytes(page(GULOU)), Reason.BAD_TIME, 0),
                new Fault("page-2026-08-21T1930.json", bytes(page(GULOU)), Reason.IN_THE_FUTURE, 1),
                fault(page(GULOU, ANGU.replace("安固桥", "安固")), Reason.UNKNOWN_SECTION, 2),
                faulty("北京市", "天津市", Reason.UNKNOWN_SECTION),
                faulty("08-21 20:00", "--", Reason.BAD_TIME),
                faulty("原始值：7.26", "原始值：14.2", Reason.OUT_OF_RANGE),
                faulty("原始值：3.693", "原始值：-3.693", Reason.OUT_OF_RANGE),
                faulty("原始值：3.693", "原始值：NaN", Reason.NOT_A_NUMBER),
                faulty("\"6\"", "\"7\"", Reason.BAD_FIELD));
    }

    private static Fault faulty(String good, String bad, Reason reason) {
        return fault(page(GULOU, SHAWO.replace(good, bad)), reason, 2);
    }

    private static Fault fault(String content, Reason reason, long row) {
        return new Fault("page-2026-08-21.json", bytes(content), reason, row);
    }
}
