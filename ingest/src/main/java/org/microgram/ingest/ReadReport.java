package org.microgram.ingest;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.microgram.messages.readings.Refusal;

/**
 * What became of everything a run has read. Values: one parameter, one interval; records: all of a station's interval.
 *
 * <p>The law of conservation holds for every report: {@code read = used + refused + duplicate + empty}.
 *
 * @param format the reader's
 * @param files daily files or tables looked into, duplicates included
 * @param otherFiles files that lay beside them and are none of the format's
 * @param duplicateFiles files whose content had been read already under the same name and date
 * @param records records handed on
 * @param read values found, empty ones included
 * @param used values handed on, withdrawals included
 * @param refused values refused, by reason; a reason that occurred and cost no value has 0
 * @param duplicate values that said again what had been said
 * @param empty cells without a value
 * @param published published figures that stand between the readings (24 h means, AQI) and are no readings; outside the law
 * @param refusals refusals handed on; one may stand for a whole file
 * @param knownRefusals how many of these are in {@code config/known-defects.csv}
 * @param minutes how many of the used values were minute values that an hour was formed of
 * @param formed hours' values formed of them; these were handed on in their place
 */
public record ReadReport(
        String format,
        int files,
        int otherFiles,
        int duplicateFiles,
        long records,
        long read,
        long used,
        Map<Refusal.Reason, Long> refused,
        long duplicate,
        long empty,
        long published,
        long refusals,
        long knownRefusals,
        long minutes,
        long formed) {

    public ReadReport {
        refused = Map.copyOf(refused);
        long accounted =
                used + refused.values().stream().mapToLong(Long::longValue).sum() + duplicate + empty;
        if (read != accounted) {
            throw new IllegalStateException("of " + read + " values read, " + accounted
                    + " are accounted for as used, refused, duplicate or empty; this is a fault of the reader "
                    + format);
        }
    }

    /** Values refused, whatever the reason. */
    public long refusedValues() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Values handed on: those used, with hours in the place of the minutes they were formed of. */
    public long handedOn() {
        return used - minutes + formed;
    }

    /** Whether something was refused that is not known already; the CLI ends with exit code 3 then. */
    public boolean hasNewRefusals() {
        return refusals > knownRefusals;
    }

    /** For the terminal. */
    public String summary() {
        String reasons = asEnumMap().entrySet().stream()
                .map(e -> e.getKey().code() + " " + number(e.getValue()))
                .collect(Collectors.joining(", ", " (", ")"));
        return """
                values   read %s = used %s + refused %s + duplicate %s + empty %s
                records  %s from %s files
                refusals %s, known %s%s%s""".formatted(
                number(read),
                number(used),
                number(refusedValues()),
                number(duplicate),
                number(empty),
                number(records),
                number(files),
                number(refusals),
                number(knownRefusals),
                refused.isEmpty() ? "" : reasons,
                minutes == 0
                        ? ""
                        : "\nminutes  %s values formed %s hours' values".formatted(number(minutes), number(formed)));
    }

    private Map<Refusal.Reason, Long> asEnumMap() {
        Map<Refusal.Reason, Long> sorted = new EnumMap<>(Refusal.Reason.class);
        sorted.putAll(refused);
        return sorted;
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
