package org.microgram.standards.water;

import java.util.List;
import java.util.Optional;

/** What public files say of an automatic station beside a sample. Numbered on the wire by their order: only ever appended. */
public enum StationStatus {
    NORMAL("正常"),
    MAINTENANCE("维护"),
    STOPPED("停站"),
    NO_CONDITIONS("不具备运行条件");

    public static final List<StationStatus> ALL = List.of(values());

    private final String nameZh;

    StationStatus(String nameZh) {
        this.nameZh = nameZh;
    }

    /** As public files write it. */
    public String nameZh() {
        return nameZh;
    }

    /** As rows hold it: {@code no_conditions}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<StationStatus> ofCode(String code) {
        return ALL.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** By its Chinese name, as the national site writes it. */
    public static Optional<StationStatus> find(String text) {
        return ALL.stream().filter(each -> each.nameZh.equals(text)).findFirst();
    }
}
