package org.microgram.ingest.cnemc;

/**
 * Rows of the automatic surface-water stations as the page of the China National Environmental Monitoring Centre showed them (public; no licence
 * stated), in the two layouts in which they were collected.
 */
final class WaterFiles {

    static final String LOG_HEAD =
            "arrival_time,省份,流域,断面名称,监测时间,水质类别,水温(℃),pH(无量纲),溶解氧(mg/L),电导率(μS/cm),浊度(NTU),高锰酸盐指数(mg/L),"
                    + "氨氮(mg/L),总磷(mg/L),总氮(mg/L),叶绿素α(mg/L),藻密度(cells/L),站点情况\n";

    static final String GUBEIKOU =
            "2021-04-01T09:29:00+08:00,北京市,海河流域,古北口,04-01 04:00,Ⅱ,11.9,7.91,10.87,614.3,11.6,0.50,0.190,0.005,8.49,*,*,正常\n";

    /** CODMn is missing, and the class with it. */
    static final String NANDAHUANG =
            "2021-04-01T09:29:00+08:00,北京市,海河流域,南大荒桥,04-01 08:00,*,13.0,8.14,9.86,1302.1,4.3,--,0.028,0.027,2.14,*,*,维护\n";

    /** Sent twice: CODMn was corrected from 5.84 to 5.38. */
    static final String TUMENLOU =
            "2021-04-01T14:39:38+08:00,天津市,海河流域,土门楼,04-01 12:00,Ⅲ,15.7,8.72,17.70,1018.7,14.1,5.84,0.025,0.107,7.09,*,*,正常\n"
                    + "2021-04-01T16:35:02+08:00,天津市,海河流域,土门楼,04-01 12:00,Ⅲ,15.7,8.72,17.70,1018.7,14.1,5.38,0.025,0.107,7.09,*,*,正常\n";

    static final String DAILY_HEAD =
            "file_date,commit_time,province,basin,section,city,river,mon_time_raw,mon_time,official_class,status,water_temp,ph,do,"
                    + "conductivity,turbidity,codmn,nh3n,tp,tn,chla,algae,water_temp_orig,ph_orig,do_orig,conductivity_orig,"
                    + "turbidity_orig,codmn_orig,nh3n_orig,tp_orig,tn_orig,chla_orig,algae_orig\n";

    /** Total phosphorus with seven decimals. */
    static final String TUANPIAO =
            "2020-05-08,2020-06-15T08:13:30+08:00,天津市,海河流域,团瓢桥,,,05-08 15:00,2020-05-08 15:00,劣Ⅴ,正常,18.5,8.23,10.76,11596.7,"
                    + "43.6,17.66,1.658,0.183,2.43,--,--,18.5224,8.23,10.7622,11596.67,43.6008,17.65501,1.657846,0.1829971,2.426314,,\n";

    /** Out of service since September: the year that the collector wrote, 2020, lies in the future of the file. */
    static final String QINYING =
            "2020-05-08,2020-06-15T08:13:30+08:00,河北省,海河流域,秦营扬水站,,,09-09 09:00,2020-09-09 09:00,,停站,3.1,8.05,12.19,1039.2,5.0,"
                    + "3.31,0.437,0.123,10.13,--,--,3.08,8.054,12.193,1039.159,5.047,3.306,0.437,0.123,10.134,,\n";

    /** A station that is stopped, without a time and without a value. */
    static final String STOPPED =
            "2020-07-10,2020-07-10T12:15:01+08:00,北京市,海河流域,沿河城,门头沟区,永定河,,,,停站,--,--,--,--,--,--,--,--,--,*,*,,,,,,,,,,,\n";

    /** A stopped station below a reservoir: no reagent in CODMn, and more oxygen than water of 23 °C can hold. */
    static final String GUANHE =
            "2020-05-08,2020-06-15T08:13:30+08:00,山西省,海河流域,关河水库出口,,,04-24 16:00,2020-04-24 16:00,,停站,23.3,9.00,21.42,583.9,5.2,"
                    + "0,0.086,0.052,0.81,--,--,23.26,9.0034,21.4243,583.88,5.191,0,0.0862,0.0515,0.8091,,\n";

    private WaterFiles() {}
}
