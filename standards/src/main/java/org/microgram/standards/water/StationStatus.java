package org.microgram.standards.water;

import java.util.List;
import java.util.Optional;

/** What is said of a station or its section beside a sample. Numbered on the wire by their order: only ever appended. */
public enum StationStatus {
    NORMAL("正常"),
    MAINTENANCE("维护"),
    STOPPED("停站"),
    NO_CONDITIONS("不具备运行条件"),
    /** No water to sample. */
    DRY("断流"),
    FROZEN("冰封");

    public static final List<StationStatus> ALL = List.of(values());

    private final String nameZh;

    StationStatus(String nameZh) {
        this.nameZh = nameZh;
    }

    /** Why a section without any value is not assessed, when this was the last that was said. House rule. */
    public NotAssessed.Reason reason() {
        return switch (this) {
            case NORMAL -> NotAssessed.Reason.NO_VALUE;
            case MAINTENANCE, STOPPED -> NotAssessed.Reason.OUT_OF_SERVICE;
            case NO_CONDITIONS -> NotAssessed.Reason.NO_CONDITIONS;
            case DRY -> NotAssessed.Reason.DRY;
            case FROZEN -> NotAssessed.Reason.FROZEN;
        };
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
