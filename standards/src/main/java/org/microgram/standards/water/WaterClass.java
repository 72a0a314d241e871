package org.microgram.standards.water;

import java.util.List;
import java.util.Optional;

/** The classes of GB 3838-2002, cl. 3, and what is worse than the last of them (劣Ⅴ). In order, the best first. */
public enum WaterClass {
    I("Ⅰ"),
    II("Ⅱ"),
    III("Ⅲ"),
    IV("Ⅳ"),
    V("Ⅴ"),
    WORSE_THAN_V("劣Ⅴ");

    public static final List<WaterClass> ALL = List.of(values());

    private final String symbol;

    WaterClass(String symbol) {
        this.symbol = symbol;
    }

    /** 1 to 6, as rows hold it; 6 is worse than V. */
    public int number() {
        return ordinal() + 1;
    }

    /** As the national site writes it: {@code Ⅲ}, {@code 劣Ⅴ}. */
    public String symbol() {
        return symbol;
    }

    public static WaterClass ofNumber(int number) {
        return ALL.get(number - 1);
    }

    public boolean isWorseThan(WaterClass other) {
        return compareTo(other) > 0;
    }

    public static WaterClass worse(WaterClass one, WaterClass other) {
        return one.isWorseThan(other) ? one : other;
    }

    /**
     * As public files write it: {@code Ⅲ}, {@code III}, {@code 3}, {@code 劣Ⅴ}, {@code 劣V}, {@code 6}. Empty for anything else:
     * {@code -1}, {@code -}, {@code *} and an empty cell say that there is no class.
     */
    public static Optional<WaterClass> find(String text) {
        String plain = text.strip();
        return ALL.stream()
                .filter(c -> plain.equals(c.symbol)
                        || plain.equals(Integer.toString(c.number()))
                        || (c == WORSE_THAN_V ? plain.equals("劣V") : plain.equals(c.name())))
                .findFirst();
    }
}
