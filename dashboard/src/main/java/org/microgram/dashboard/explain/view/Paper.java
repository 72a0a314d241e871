package org.microgram.dashboard.explain.view;

import java.util.ArrayList;
import java.util.List;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.standards.figures.Status;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

/** The part of a view's receipt that differs from view to view, while it is filled in. */
final class Paper {

    static final String GBT_8170 = "GB/T 8170-2008";

    String unit = "";
    String value;
    Fraction exact;
    Receipt.RoundedBy rounding;
    Status status = Status.NONE;
    int had;
    int needed;
    int revision;

    /** Newest arrival among the inputs, ms; {@link Long#MIN_VALUE} when there is none. */
    long receivedAt = Long.MIN_VALUE;

    String inputsZh = "输入";
    String inputsEn = "inputs";
    final List<Receipt.Input> inputs = new ArrayList<>();
    Receipt.Formula formula;
    final List<Receipt.Judgement> remarks = new ArrayList<>();

    /** A value rounded once from an exact one. */
    Paper rounded(Fraction of, Rounded published) {
        exact = of;
        value = published.toString();
        rounding = new Receipt.RoundedBy(published.digits(), "half-even", GBT_8170);
        return this;
    }

    Paper counts(int hadInputs, int neededInputs, Status howFar) {
        had = hadInputs;
        needed = neededInputs;
        status = howFar;
        return this;
    }

    void formula(String kind, String text) {
        formula = new Receipt.Formula(kind, text, text);
    }

    void remark(String zh, String en, String verdictZh, String verdictEn) {
        remarks.add(new Receipt.Judgement(zh, en, verdictZh, verdictEn, false));
    }

    void remark(String zh, String en, String verdict) {
        remark(zh, en, verdict, verdict);
    }

    /** An input that counts. */
    void used(String key, String name, String value, String exactly, Integer had, Integer needed) {
        used(key, name, name, value, exactly, had, needed);
    }

    void used(String key, String zh, String en, String shown, String exactly, Integer has, Integer needs) {
        inputs.add(new Receipt.Input(key, zh, en, shown, exactly, "used", has, needs, "", null, null));
    }

    /** An input that is there and does not count (excluded), or that is not there (missing). */
    void unused(
            String key,
            String zh,
            String en,
            String shown,
            String exactly,
            String use,
            Integer has,
            Integer needs,
            String causeZh,
            String causeEn) {
        inputs.add(new Receipt.Input(key, zh, en, shown, exactly, use, has, needs, "", causeZh, causeEn));
    }
}
