package org.microgram.dashboard.explain;

import java.util.List;

/** A figure's history as a table for the terminal: when, value, exact value, and below it which inputs changed, by whom and why. */
public final class HistoryText {

    private static final int WIDTH = 60;
    private static final String INDENT = "    ";

    private HistoryText() {}

    public static String print(List<HistoryEntry> history, Language lang) {
        if (history.isEmpty()) {
            return lang.pick("没有收到任何读数", "no reading was received") + "\n";
        }
        StringBuilder text = new StringBuilder();
        text.append(Columns.left(lang.pick("自", "as of"), 27))
                .append(Columns.right(lang.pick("值", "value"), 9))
                .append(Columns.right(lang.pick("精确值", "exact"), 16))
                .append('\n');
        for (HistoryEntry each : history) {
            text.append(Columns.left(each.asOf(), 27))
                    .append(Columns.right(each.value() == null ? "—" : each.value(), 9))
                    .append(Columns.right(each.exact() == null ? "" : each.exact(), 16))
                    .append('\n');
            lines(text, lang.pick(each.causeZh(), each.causeEn()));
            if (!each.who().isEmpty() || !each.why().isEmpty()) {
                lines(text, each.who() + (each.why().isEmpty() ? "" : ": " + each.why()));
            }
        }
        return text.toString();
    }

    private static void lines(StringBuilder text, String what) {
        for (String line : Columns.wrap(what, WIDTH - INDENT.length())) {
            text.append(INDENT).append(line).append('\n');
        }
    }
}
