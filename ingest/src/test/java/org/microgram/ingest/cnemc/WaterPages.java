package org.microgram.ingest.cnemc;

/** Rows of what the page of the China National Environmental Monitoring Centre fetched on 21 August 2026 (public; no licence stated). */
final class WaterPages {

    private static final String HEAD = """
            {"result": 1, "total": 4, "records": 1616, "thead": ["省份", "流域", "断面名称", "监测时间", "水质类别", \
            "水温<br/><span class='unit'>(℃)</span>", "pH<br/><span class='unit'>(无量纲)</span>", "溶解氧<br/><span class='unit'>(mg/L)</span>", \
            "电导率<br/><span class='unit'>(μS/cm)</span>", "浊度<br/><span class='unit'>(NTU)</span>", \
            "高锰酸盐指数<br/><span class='unit'>(mg/L)</span>", "氨氮<br/><span class='unit'>(mg/L)</span>", \
            "总磷<br/><span class='unit'>(mg/L)</span>", "总氮<br/><span class='unit'>(mg/L)</span>", \
            "叶绿素α<br/><span class='unit'>(mg/L)</span>", "藻密度<br/><span class='unit'>(cells/L)</span>"], "tbody": [""";

    static final String GULOU = """
            ["北京市", "海河流域", "鼓楼外大街", "08-21 20:00", "2", "<span title='原始值：26.58'>26.6</span>", "<span title='原始值：7.6'>7.60</span>", \
            "<span title='原始值：6.76'>6.76</span>", "<span title='原始值：487.06'>487.1</span>", "<span title='原始值：21.268'>21.3</span>", \
            "<span title='原始值：2.61'>2.61</span>", "<span title='原始值：0.077'>0.077</span>", "<span title='原始值：0.035'>0.035</span>", \
            "<span title='原始值：5.751'>5.75</span>", "--", "--"]""";

    static final String SHAWO = """
            ["北京市", "海河流域", "沙窝", "08-21 20:00", "6", "<span title='原始值：28.17'>28.2</span>", "<span title='原始值：7.26'>7.26</span>", \
            "<span title='原始值：0.8'>0.80</span>", "<span title='原始值：705.9'>705.9</span>", "<span title='原始值：20.215'>20.2</span>", \
            "<span title='原始值：7.07'>7.07</span>", "<span title='原始值：3.693'>3.693</span>", "<span title='原始值：0.281'>0.281</span>", \
            "<span title='原始值：7.584'>7.58</span>", "--", "--"]""";

    /** Total nitrogen failed the quality control of the day. */
    static final String XINBALI = """
            ["北京市", "海河流域", "新八里桥", "08-21 20:00", "3", "<span title='原始值：28.81'>28.8</span>", "<span title='原始值：8.06'>8.06</span>", \
            "<span title='原始值：8.2'>8.20</span>", "<span title='原始值：663.073'>663.1</span>", "<span title='原始值：8.201'>8.2</span>", \
            "<span title='原始值：3.92'>3.92</span>", "<span title='原始值：0.027'>0.027</span>", "<span title='原始值：0.11'>0.110</span>", \
            "<span data-toggle='tooltip' data-placement='right' title='当天质控不合格'>--</span>", "--", "--"]""";

    /** No class and no value. */
    static final String ANGU = """
            ["山西省", "黄河流域", "安固桥", "08-21 19:00", "-1", "--", "--", "--", "--", "--", "--", "--", "--", "--", "--", "--"]""";

    private WaterPages() {}

    static String page(String... rows) {
        return HEAD + String.join(", ", rows) + "]}";
    }
}
