package org.microgram.dashboard.explain;

import java.util.ArrayList;
import java.util.List;
import org.microgram.standards.Status;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

/** The part of a receipt that differs from kind to kind of figure, while it is filled in. */
public final class Paper {

    public static final String GBT_8170 = "GB/T 8170-2008";

    public String unit = "";
    public String value;
    public Fraction exact;
    public Receipt.RoundedBy rounding;
    public Status status = Status.NONE;
    public int had;
    public int needed;
    public int revision;

    /** Newest arrival among the inputs, ms; {@link Long#MIN_VALUE} when there is none. */
    public long receivedAt = Long.MIN_VALUE;

    public String inputsZh = "输入";
    public String inputsEn = "inputs";
    public final List<Receipt.Input> inputs = new ArrayList<>();
    public Receipt.Formula formula;
    public final List<Receipt.Judgement> remarks = new ArrayList<>();

    /** A value rounded once from an exact one. */
    public Paper rounded(Fraction of, Rounded published) {
        exact = of;
        value = published.toString();
        rounding = new Receipt.RoundedBy(published.digits(), "half-even", GBT_8170);
        return this;
    }

    public Paper counts(int hadInputs, int neededInputs, Status howFar) {
        had = hadInputs;
        needed = neededInputs;
        status = howFar;
        return this;
    }

    public void formula(String kind, String text) {
        formula = new Receipt.Formula(kind, text, text);
    }

    public void remark(String zh, String en, String verdictZh, String verdictEn) {
        remarks.add(new Receipt.Judgement(zh, en, verdictZh, verdictEn, false));
    }

    public void remark(String zh, String en, String verdict) {
        remark(zh, en, verdict, verdict);
    }

    /** What is to be said of the last input besides its value. */
    public void note(String zh, String en) {
        int last = inputs.size() - 1;
        inputs.set(last, inputs.get(last).noted(new Words.Both(zh, en)));
    }

    /** An input that counts. */
    public void used(String key, String name, String value, String exactly, Integer had, Integer needed) {
        used(key, name, name, value, exactly, had, needed);
    }

    public void used(String key, String zh, String en, String shown, String exactly, Integer has, Integer needs) {
        inputs.add(new Receipt.Input(key, zh, en, shown, exactly, "used", has, needs, "", null, null));
    }

    /** An input that is there and does not count (excluded), or that is not there (missing). */
    public void unused(
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
