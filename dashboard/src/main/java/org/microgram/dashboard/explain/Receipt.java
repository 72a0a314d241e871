package org.microgram.dashboard.explain;

import java.util.List;

/**
 * Everything that a figure rests on, in the order of a till receipt. The page, the terminal and the report print the same record; as JSON
 * its component names are the keys.
 *
 * <p>Numbers are decimal strings: nothing on the way to a reader may turn them into binary floating point. A component that does not apply
 * is null, a list is empty.
 *
 * @param key what asks for this receipt again: {@code beijing air_day PM2.5 2020-02-12}
 * @param measurement {@code air_day}
 * @param parameter {@code PM2.5}, {@code AQI}, {@code good_days} …
 * @param titleZh what the figure is called: 日均
 * @param value the published value; null when there is none
 * @param unit µg/m³, mg/m³ or empty
 * @param exact the exact value to six decimals; null when the value is exact by nature or absent
 * @param exactFraction the exact value as {@code n/d}
 * @param rounding how {@code exact} became {@code value}; null when nothing was rounded
 * @param status ok, below_minimum, withheld or none
 * @param had inputs it had
 * @param needed inputs it needs
 * @param inputsTitleZh heading of the inputs: 站点日均
 * @param formula the arithmetic in one line; null when there is no value
 * @param judgements what limits and index say of the value, the edition in force first
 * @param revision superseded values among the inputs
 * @param revisions what the figure was before, oldest first
 * @param state lowest review state among the inputs: raw, first, second or final
 * @param states how many of its hourly values are in each state, raw/first/second/final: {@code 20/0/0/4};
 *     null of what is made of other figures, whose receipts say it
 * @param lock when and by whom the day of a station's figure was locked; null when it is open
 * @param asOf the moment this is the answer for, ISO 8601 with offset
 * @param edition edition that defines the figure
 * @param profile publication profile
 * @param config hash of the configuration
 * @param version version of the program
 */
public record Receipt(
        String key,
        About subject,
        String measurement,
        String parameter,
        String titleZh,
        String titleEn,
        Interval interval,
        String value,
        String unit,
        String exact,
        String exactFraction,
        RoundedBy rounding,
        String status,
        int had,
        int needed,
        String inputsTitleZh,
        String inputsTitleEn,
        List<Input> inputs,
        Formula formula,
        List<Judgement> judgements,
        int revision,
        List<Revision> revisions,
        String state,
        String states,
        String lock,
        String asOf,
        String edition,
        String profile,
        String config,
        String version) {

    public Receipt {
        inputs = List.copyOf(inputs);
        judgements = List.copyOf(judgements);
        revisions = List.copyOf(revisions);
    }

    /** Whom the figure is about. */
    public record About(String kind, String id, String nameZh, String nameEn) {}

    /** From when to when, ISO 8601 with +08:00, and as people say it: {@code 16时 (15:00–16:00)}. */
    public record Interval(String start, String end, String labelZh, String labelEn) {}

    /** @param rule half-even, half-up or ceiling */
    public record RoundedBy(int digits, String rule, String clause) {}

    /**
     * One expected input: an hour, a station, a day.
     *
     * @param key its own receipt; null when it has none
     * @param value as published or received, also {@code /} for what the monitoring plan leaves out; null when missing
     * @param exact to six decimals; null when missing
     * @param use used, flagged, missing or excluded
     * @param had its own inputs; null when it is a reading
     * @param strip one character per input it expects: {@code u} used, {@code f} flagged, {@code m} missing, {@code x} excluded; may be empty
     * @param causeZh why it is flagged, missing or excluded; null when used
     * @param noteZh what was sent besides the value, or done to it on the way in; null when nothing was
     */
    public record Input(
            String key,
            String nameZh,
            String nameEn,
            String value,
            String exact,
            String use,
            Integer had,
            Integer needed,
            String strip,
            String causeZh,
            String causeEn,
            String noteZh,
            String noteEn) {

        /** Of which nothing is noted. */
        public Input(
                String key,
                String nameZh,
                String nameEn,
                String value,
                String exact,
                String use,
                Integer had,
                Integer needed,
                String strip,
                String causeZh,
                String causeEn) {
            this(key, nameZh, nameEn, value, exact, use, had, needed, strip, causeZh, causeEn, null, null);
        }

        /** The same with a note; with none when it is null. */
        Input noted(Words.Both note) {
            return note == null
                    ? this
                    : new Input(
                            key, nameZh, nameEn, value, exact, use, had, needed, strip, causeZh, causeEn, note.zh(),
                            note.en());
        }
    }

    /**
     * The arithmetic.
     *
     * @param kind mean, max, sub_index, worst, percentile or count; of water also ph_mean (by hydrogen ions) and single_factor (the worst class)
     * @param textZh one line with its numbers: {@code 2289.92 ÷ 11 = 208.1742}
     */
    public record Formula(String kind, String textZh, String textEn) {}

    /**
     * One limit or index held against the value.
     *
     * @param textZh edition, clause and limit: {@code GB 3095-2012 表1 二级 24 h ≤ 75}
     * @param verdictZh 超过, 达标, 五级 重度污染 …
     */
    public record Judgement(String textZh, String textEn, String verdictZh, String verdictEn, boolean exceeds) {}

    /** A value that was replaced: what, by what, when (ISO 8601), why and by whom. */
    public record Revision(String from, String to, String when, String why, String who) {}
}
