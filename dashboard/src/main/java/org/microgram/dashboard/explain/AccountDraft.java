package org.microgram.dashboard.explain;

import org.microgram.dashboard.explain.Words.Both;
import org.microgram.messages.network.Target;
import org.microgram.messages.rows.Row;
import org.microgram.standards.Status;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.JudgedAt;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.AirDay;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/** The part of an account's receipt that is its own: the days that went in, the arithmetic, and what the figure rests on. */
final class AccountDraft {

    private static final String HOUSE_RULE = "house rule";
    private static final int SHOWN = 2;

    final Draft draft = new Draft();
    private final AccountKey key;
    private final Recount recount;
    private final Row row;

    /** @param row the recounted row; null when nothing was received in the span */
    AccountDraft(AccountKey key, Recount recount, Row row) {
        this.key = key;
        this.recount = recount;
        this.row = row;
    }

    void write() {
        inputs();
        Target target = key.target();
        remark("目标 T", "target T", target.written() + " (" + target.source() + ")");
        if (row == null) {
            return;
        }
        remark("N = n + r", "N = n + r", number("whole") + " = " + number("n") + " + " + number("r"));
        if (row.number("missing") > 0) {
            remark(
                    "缺测 " + number("missing") + " 天:N 已改变,此前各日花费随之重算",
                    number("missing") + " days stay missing: N changed, and past costs with it",
                    "N " + (row.number("whole") + row.number("missing")) + " → " + number("whole"));
        }
        draft.status = row.has(key.figure()) ? Status.OK : Status.NONE;
        draft.counts((int) row.number("n"), (int) row.number("whole"), draft.status);
        draft.value = AccountExplainer.value(key, row);
        draft.exact = AccountExplainer.exact(key, row);
        if (draft.exact != null) {
            draft.rounding = new Receipt.RoundedBy(SHOWN, Draft.name(Rounding.HALF_EVEN), HOUSE_RULE);
        }
        if (draft.value != null) {
            String text = formula();
            draft.formula = text == null ? null : Draft.formula("account", text);
        }
        margins();
    }

    private void inputs() {
        PeriodFigures figures = new PeriodFigures(recount, key.soFar(), null);
        Indicator indicator = key.target().indicator();
        int first = Math.toIntExact(key.target().period().firstDay().toEpochDay());
        int used = 0;
        for (int day = first; day <= key.day().toEpochDay(); day++) {
            AirDay own = recount.day(day);
            Receipt.Input input = indicator.isCount()
                    ? figures.indexInput(day, own)
                    : figures.assessed(day, own, indicator == Indicator.PM25_MEAN ? Pollutant.PM25 : Pollutant.O3);
            used += input.use().equals("used") ? 1 : 0;
            draft.inputs.add(input);
        }
        int gone = draft.inputs.size();
        draft.inputsTitle = new Both(
                "迄今各日 (" + used + " 天有效,已过 " + gone + " 天)", "days so far (" + used + " valid of " + gone + ")");
    }

    private String formula() {
        String n = number("n");
        String r = number("r");
        String whole = number("whole");
        String target = plain(key.target().value());
        boolean mean = key.target().indicator() == Indicator.PM25_MEAN;
        String sum = mean ? Fraction.parse(row.text("sum_exact")).toSixDecimals() : null;
        String is = " = " + (draft.exact == null ? draft.value : draft.exact.toSixDecimals());
        return switch (key.figure()) {
            case "so_far" ->
                mean ? sum + " ÷ " + n + is : key.target().indicator().isCount() ? null : "P90" + is;
            case "allowed" -> "(" + target + " × " + whole + " − " + sum + ") ÷ " + r + is;
            case "allowed_judged" -> {
                JudgedAt at = key.target().judgedAt();
                yield "(" + plain(at.edge(key.target().value())) + " × " + whole + " − " + sum + ") ÷ " + r + is;
            }
            case "cost" -> "(" + dayValue().toSixDecimals() + " − " + target + ") ÷ " + whole + is;
            case "cost_total" ->
                "(" + Fraction.parse(row.text("so_far_exact")).toSixDecimals() + " − " + target + ") × " + n + " ÷ "
                        + whole + is;
            case "days_left" ->
                switch (key.target().indicator()) {
                    case GOOD_DAYS -> number("days_used") + " + " + r + " − " + target + is;
                    case HEAVY_DAYS -> target + " − " + number("days_used") + is;
                    default -> null;
                };
            default -> null;
        };
    }

    private Fraction dayValue() {
        AirDay day = recount.day(Math.toIntExact(key.day().toEpochDay()));
        return day.assessed(Pollutant.PM25);
    }

    /** What decides the status, whichever figure is asked for. */
    private void margins() {
        if (row.has("allowed")) {
            remark("余下允许均值,至目标", "allowed mean of the rest, to the target", shown("allowed"));
            remark("余下允许均值,至修约后仍达标", "the same, to the last that rounds to it", shown("allowed_judged"));
        }
        if (key.looksBack()) {
            outlook("last_year", "若余下如去年", "the rest as last year");
            outlook("known_years", "若余下如已知各年平均", "the rest as the known years");
            outlook("so_far", "若余下如迄今", "the rest as so far");
            remark("状态", "status", row.text("status"));
        }
    }

    private void outlook(String name, String zh, String en) {
        if (row.has("end_" + name)) {
            remark(zh, en, shown("rest_" + name) + " → " + shown("end_" + name));
        }
    }

    private void remark(String zh, String en, String what) {
        draft.remarks.add(new Receipt.Judgement(zh, en, what, what, false));
    }

    private String number(String field) {
        return Long.toString(row.number(field));
    }

    private String shown(String field) {
        return Scaled.printFixed(row.number(field), SHOWN);
    }

    private static String plain(Fraction number) {
        return number.toSixDecimals();
    }
}
