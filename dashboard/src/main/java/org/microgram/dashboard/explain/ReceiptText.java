package org.microgram.dashboard.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A receipt for the terminal: at most sixty columns, no boxes, one tick for each expected input: █ used, ░ flagged, · missing. */
public final class ReceiptText {

    private static final int WIDTH = 60;
    private static final int NAME = 12;
    private static final int STRIP = 24;
    private static final int MOST_ROWS = 31;
    private static final int MOST_PLAIN_ROWS = 12;
    private static final int CELL = 12;
    private static final String DAY = "\\d{2}-\\d{2}";
    private static final String TIME = "[\\dT:-]+\\D?";

    private final Receipt receipt;
    private final Language lang;
    private final StringBuilder out = new StringBuilder();

    private ReceiptText(Receipt receipt, Language lang) {
        this.receipt = receipt;
        this.lang = lang;
    }

    public static String print(Receipt receipt, Language lang) {
        ReceiptText text = new ReceiptText(receipt, lang);
        text.head();
        text.inputs();
        text.arithmetic();
        text.judgements();
        text.revisions();
        text.foot();
        return text.out.toString();
    }

    private void head() {
        line(say(receipt.subject().nameZh(), receipt.subject().nameEn()) + " · " + receipt.parameter() + " · "
                + say(receipt.titleZh(), receipt.titleEn()));
        line(say(receipt.interval().labelZh(), receipt.interval().labelEn()));
        line("");
        both(receipt.unit(), receipt.value() == null ? "—" : receipt.value());
        if (receipt.rounding() != null) {
            both("", receipt.exact() + " → " + receipt.value());
            both("", rule(receipt.rounding().rule()) + " " + receipt.rounding().clause());
        }
        if (!receipt.status().equals("ok")) {
            both("", status());
        }
    }

    private String rule(String rule) {
        return switch (rule) {
            case "half-even" -> say("四舍六入五成双", "half-even");
            case "half-up" -> say("四舍五入", "half-up");
            default -> say("向上进位取整", "ceiling");
        };
    }

    private String status() {
        // With as many as it needs it falls short of something else, which the remarks say.
        String counts = receipt.had() < receipt.needed() ? receipt.had() + "/" + receipt.needed() : "";
        return switch (receipt.status()) {
            case "below_minimum" -> say("有效数据不足,仅供参考 ", "too few valid data, for reference only ") + counts;
            case "withheld" -> say("按规定不发布", "withheld as the standard orders");
            default -> say("无数据", "no data");
        };
    }

    private void inputs() {
        rule();
        line(say(receipt.inputsTitleZh(), receipt.inputsTitleEn()));
        List<Receipt.Input> inputs = receipt.inputs();
        boolean strips = inputs.stream().anyMatch(i -> !i.strip().isEmpty());
        if (inputs.size() > MOST_ROWS
                && !inputs.stream().allMatch(i -> i.nameZh().matches(DAY))) {
            values(inputs);
            causes(inputs);
        } else if (inputs.size() > MOST_ROWS) {
            months(inputs);
            causes(inputs);
        } else if (strips) {
            inputs.forEach(this::stripRow);
        } else if (inputs.size() > MOST_PLAIN_ROWS && inputs.stream().allMatch(i -> Columns.width(cell(i)) < CELL)) {
            line(strip(String.join("", inputs.stream().map(i -> use(i)).toList())));
            cells(inputs);
            causes(inputs);
        } else {
            inputs.forEach(this::plainRow);
        }
    }

    private void stripRow(Receipt.Input input) {
        String shown = input.exact() == null ? "—" : input.exact();
        String counts =
                input.needed() == null ? "" : input.had() + "/" + input.strip().length();
        String strip = Columns.left(Columns.cut(strip(input.strip()), STRIP), STRIP);
        line(Columns.left(Columns.cut(name(input), NAME - 1), NAME)
                + strip
                + Columns.right(counts, 7)
                + Columns.right(shown, WIDTH - NAME - STRIP - 7));
        cause(input);
    }

    private void plainRow(Receipt.Input input) {
        String shown = input.value() == null ? "—" : input.value();
        int room = WIDTH - Columns.width(shown) - 3;
        both(strip(use(input)) + " " + Columns.cut(name(input), room), shown);
        cause(input);
    }

    private void cause(Receipt.Input input) {
        if (input.causeZh() != null) {
            Columns.wrap(say(input.causeZh(), input.causeEn()), WIDTH - 2).forEach(l -> line("  " + l));
        }
        if (input.noteZh() != null) {
            Columns.wrap(say(input.noteZh(), input.noteEn()), WIDTH - 2).forEach(l -> line("  " + l));
        }
    }

    /** Of many sections: each value once, with how many have it and their names. */
    private void values(List<Receipt.Input> inputs) {
        Map<String, List<String>> named = new TreeMap<>();
        inputs.stream().filter(input -> input.value() != null).forEach(input -> named.computeIfAbsent(
                        input.value(), value -> new ArrayList<>())
                .add(name(input)));
        named.forEach((value, names) -> {
            both(value, "× " + names.size());
            Columns.wrap(String.join(" ", names), WIDTH - 2).forEach(l -> line("  " + l));
        });
    }

    /** One line a month: a tick a day, valid days of days. Inputs are named by month and day. */
    private void months(List<Receipt.Input> inputs) {
        Map<String, StringBuilder> months = new LinkedHashMap<>();
        for (Receipt.Input input : inputs) {
            months.computeIfAbsent(input.nameZh().substring(0, 2), m -> new StringBuilder())
                    .append(use(input));
        }
        months.forEach((month, days) -> {
            long used = days.chars().filter(c -> c == 'u' || c == 'f').count();
            line(Columns.left(month, 4) + Columns.left(strip(days.toString()), 33) + used + "/" + days.length());
        });
    }

    private void cells(List<Receipt.Input> inputs) {
        StringBuilder row = new StringBuilder();
        for (Receipt.Input input : inputs) {
            row.append(Columns.left(cell(input), CELL));
            if (Columns.width(row.toString()) + CELL > WIDTH) {
                line(row.toString().stripTrailing());
                row.setLength(0);
            }
        }
        if (!row.isEmpty()) {
            line(row.toString().stripTrailing());
        }
    }

    private String cell(Receipt.Input input) {
        return name(input) + " " + (input.value() == null ? "—" : input.value());
    }

    /** Each cause once, with the inputs that it holds for; neighbours in time as first…last, places each by its name. */
    private void causes(List<Receipt.Input> inputs) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        for (int from = 0, to; from < inputs.size(); from = to) {
            String cause = say(inputs.get(from).causeZh(), inputs.get(from).causeEn());
            to = from + 1;
            while (to < inputs.size()
                    && name(inputs.get(to)).matches(TIME)
                    && Objects.equals(
                            cause, say(inputs.get(to).causeZh(), inputs.get(to).causeEn()))) {
                to++;
            }
            if (cause != null) {
                String first = name(inputs.get(from));
                named.computeIfAbsent(cause, c -> new ArrayList<>())
                        .add(to == from + 1 ? first : first + "…" + name(inputs.get(to - 1)));
            }
        }
        long valued = inputs.stream().filter(input -> input.value() != null).count();
        named.forEach((cause, names) -> {
            boolean all = names.size() > MOST_ROWS && names.size() == valued;
            String whose = all ? say("以上 " + valued + " 个", "all " + valued + " above") : String.join(" ", names);
            Columns.wrap(cause + ": " + whose, WIDTH).forEach(this::line);
        });
    }

    private void arithmetic() {
        if (receipt.formula() == null) {
            return;
        }
        rule();
        Columns.wrap(say(receipt.formula().textZh(), receipt.formula().textEn()), WIDTH)
                .forEach(l -> both("", l));
    }

    private void judgements() {
        if (receipt.judgements().isEmpty()) {
            return;
        }
        rule();
        for (Receipt.Judgement each : receipt.judgements()) {
            String text = say(each.textZh(), each.textEn());
            String verdict = say(each.verdictZh(), each.verdictEn());
            if (Columns.width(text) + Columns.width(verdict) + 1 <= WIDTH) {
                both(text, verdict);
            } else {
                Columns.wrap(text, WIDTH).forEach(this::line);
                Columns.wrap(verdict, WIDTH).forEach(l -> both("", l));
            }
        }
    }

    private void revisions() {
        rule();
        line(say("修订", "Revisions"));
        String none = receipt.revision() == 0 ? say("无被替换的值", "no value was replaced") : "";
        String count = say("第 " + receipt.revision() + " 版", "revision " + receipt.revision());
        line(count + (none.isEmpty() ? "" : " · " + none) + " · " + state());
        if (receipt.states() != null) {
            line(say("未审/初审/复审/终审 ", "raw/first/second/final ") + receipt.states());
        }
        if (receipt.lock() != null) {
            Columns.wrap(say("已锁定 ", "locked ") + receipt.lock(), WIDTH).forEach(this::line);
        }
        for (Receipt.Revision each : receipt.revisions()) {
            String what = orDash(each.from()) + " → " + orDash(each.to());
            both(what, each.when());
            String by = each.who() + (each.why().isEmpty() ? "" : ": " + each.why());
            Columns.wrap(by, WIDTH - 2).forEach(l -> line("  " + l));
        }
    }

    private String state() {
        return switch (receipt.state()) {
            case "first" -> say("初审", "first review");
            case "second" -> say("复审", "second review");
            case "final" -> say("终审入库", "final");
            default -> say("未审核", "not reviewed");
        };
    }

    private void foot() {
        rule();
        String edition = receipt.edition() == null ? "" : receipt.edition() + "  ";
        String profile = receipt.profile() == null ? "" : say("口径 ", "profile ") + receipt.profile();
        line((edition + profile).strip());
        Columns.wrap(
                        say("配置 ", "config ") + receipt.config() + "  " + say("版本 ", "version ") + receipt.version()
                                + "  " + say("截至 ", "as of ") + orDash(receipt.asOf()),
                        WIDTH)
                .forEach(this::line);
    }

    private String name(Receipt.Input input) {
        return say(input.nameZh(), input.nameEn());
    }

    private static String use(Receipt.Input input) {
        return input.use().substring(0, 1).replace("e", "x");
    }

    private static String strip(String uses) {
        return uses.replace('u', '█').replace('f', '░').replace('m', '·').replace('x', '×');
    }

    private static String orDash(String text) {
        return text == null ? "—" : text;
    }

    private String say(String zh, String en) {
        return lang.pick(zh, en);
    }

    private void rule() {
        line("- ".repeat(WIDTH / 2).stripTrailing());
    }

    private void both(String left, String right) {
        line(left + Columns.right(right, WIDTH - Columns.width(left)));
    }

    private void line(String text) {
        Columns.wrap(text.isEmpty() ? " " : text, WIDTH)
                .forEach(l -> out.append(l.stripTrailing()).append('\n'));
    }
}
