package org.microgram.ingest.cnemc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell of the page: {@code <span title='原始值：26.58'>26.6</span>}, {@code --}, or
 * {@code <span … title='当天质控不合格'>--</span>}, where the title says why there is no value.
 *
 * @param unrounded the value before it was displayed; empty when the cell does not say it
 * @param displayed what the page shows
 * @param remark any other title; empty for none
 */
record PageCell(String unrounded, String displayed, String remark) {

    /** A longer text is no cell of this page, and is not searched. */
    private static final int MOST_CHARS = 500;

    private static final Pattern TITLE = Pattern.compile("<[^<>]*\\btitle\\s*=\\s*(?:'([^']*)'|\"([^\"]*)\")[^<>]*>");
    private static final Pattern UNROUNDED = Pattern.compile("原始值\\s*[：:](.*)");

    static PageCell of(String cell) {
        if (cell.length() > MOST_CHARS) {
            return new PageCell("", cell, "");
        }
        String displayed = Cells.untagged(cell);
        Matcher title = TITLE.matcher(cell);
        if (!title.find()) {
            return new PageCell("", displayed, "");
        }
        String text = (title.group(1) == null ? title.group(2) : title.group(1)).strip();
        Matcher unrounded = UNROUNDED.matcher(text);
        return unrounded.matches()
                ? new PageCell(Cells.untagged(unrounded.group(1)), displayed, "")
                : new PageCell("", displayed, text);
    }
}
