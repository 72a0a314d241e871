package org.microgram.standards.water;

import java.util.List;
import java.util.Optional;

/**
 * What is measured in surface water: the 24 basic items of GB 3838-2002, table 1, in its order, the five of table 2, and what is
 * measured besides.
 *
 * <p>Which of them are judged, and how, is said by the tables of this package. State and messages number them by their order: only ever
 * appended.
 */
public enum WaterParameter {
    TEMPERATURE("temperature", "temperature", "°C", "水温", "water temperature"),
    PH("pH", "ph", "1", "pH", "pH"),
    DO("DO", "do", "mg/L", "溶解氧", "dissolved oxygen"),
    CODMN("CODMn", "codmn", "mg/L", "高锰酸盐指数", "permanganate index"),
    COD("COD", "cod", "mg/L", "化学需氧量", "chemical oxygen demand"),
    BOD5("BOD5", "bod5", "mg/L", "五日生化需氧量", "five-day biochemical oxygen demand"),
    NH3N("NH3-N", "nh3n", "mg/L", "氨氮", "ammonia nitrogen"),
    TP("TP", "tp", "mg/L", "总磷", "total phosphorus"),
    TN("TN", "tn", "mg/L", "总氮", "total nitrogen"),
    CU("Cu", "cu", "mg/L", "铜", "copper"),
    ZN("Zn", "zn", "mg/L", "锌", "zinc"),
    F("F", "f", "mg/L", "氟化物", "fluoride"),
    SE("Se", "se", "mg/L", "硒", "selenium"),
    AS("As", "as", "mg/L", "砷", "arsenic"),
    HG("Hg", "hg", "mg/L", "汞", "mercury"),
    CD("Cd", "cd", "mg/L", "镉", "cadmium"),
    CR6("Cr6", "cr6", "mg/L", "六价铬", "hexavalent chromium"),
    PB("Pb", "pb", "mg/L", "铅", "lead"),
    CN("CN", "cn", "mg/L", "氰化物", "cyanide"),
    PHENOL("phenol", "phenol", "mg/L", "挥发酚", "volatile phenol"),
    OIL("oil", "oil", "mg/L", "石油类", "petroleum"),
    LAS("LAS", "las", "mg/L", "阴离子表面活性剂", "anionic surfactant"),
    SULFIDE("sulfide", "sulfide", "mg/L", "硫化物", "sulfide"),
    FECAL_COLIFORM("fecal_coliform", "fecal_coliform", "/L", "粪大肠菌群", "faecal coliform"),
    SO4("SO4", "so4", "mg/L", "硫酸盐", "sulfate"),
    CL("Cl", "cl", "mg/L", "氯化物", "chloride"),
    NO3N("NO3-N", "no3n", "mg/L", "硝酸盐氮", "nitrate nitrogen"),
    FE("Fe", "fe", "mg/L", "铁", "iron"),
    MN("Mn", "mn", "mg/L", "锰", "manganese"),
    CONDUCTIVITY("conductivity", "conductivity", "µS/cm", "电导率", "conductivity"),
    TURBIDITY("turbidity", "turbidity", "NTU", "浊度", "turbidity"),
    CHLA("chla", "chla", "mg/L", "叶绿素a", "chlorophyll a"),
    ALGAE("algae", "algae", "cells/L", "藻密度", "algae density"),
    TRANSPARENCY("transparency", "transparency", "cm", "透明度", "transparency"),
    ORP("ORP", "orp", "mV", "氧化还原电位", "redox potential");

    public static final List<WaterParameter> ALL = List.of(values());

    private final String code;
    private final String column;
    private final String unit;
    private final String nameZh;
    private final String nameEn;

    WaterParameter(String code, String column, String unit, String nameZh, String nameEn) {
        this.code = code;
        this.column = column;
        this.unit = unit;
        this.nameZh = nameZh;
        this.nameEn = nameEn;
    }

    /** The name in files, tables and API: {@code NH3-N}. */
    public String code() {
        return code;
    }

    /** The stem of its column names: {@code nh3n}. */
    public String column() {
        return column;
    }

    public String unit() {
        return unit;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    /** Finds by code, column or Chinese name; letters in any case. */
    public static Optional<WaterParameter> find(String name) {
        return ALL.stream()
                .filter(p -> p.code.equalsIgnoreCase(name) || p.column.equalsIgnoreCase(name) || p.nameZh.equals(name))
                .findFirst();
    }

    /** Of a cell of a table that comes with the program. */
    static WaterParameter of(String code) {
        return ALL.stream()
                .filter(p -> p.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the tables of water name \"" + code + "\", which is no parameter; correct the row"));
    }

    /** Of a cell that names several, with blanks between them. */
    static List<WaterParameter> listOf(String codes) {
        return codes.isEmpty()
                ? List.of()
                : List.of(codes.split(" ")).stream().map(WaterParameter::of).toList();
    }
}
