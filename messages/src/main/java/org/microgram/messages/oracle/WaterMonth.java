package org.microgram.messages.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.water.WaterMean;
import org.microgram.standards.water.WaterParameter;

/**
 * A parameter's value of a month, by the house rule of ten days.
 *
 * @param days of the automatic station that have a value
 */
record WaterMonth(Fraction mean, String source, int days) {

    boolean isShort() {
        return source.equals("AUTOMATIC_SHORT");
    }

    static Map<WaterParameter, WaterMonth> of(List<WaterFacts> samples) {
        Map<LocalDate, List<WaterFacts>> byDay = new TreeMap<>();
        samples.forEach(each ->
                byDay.computeIfAbsent(each.day(), day -> new ArrayList<>()).add(each));
        Map<WaterParameter, WaterMonth> all = new TreeMap<>();
        List<Map<WaterParameter, Fraction>> means =
                byDay.values().stream().map(WaterMonth::dayMeans).toList();
        for (WaterParameter p : WaterParameter.values()) {
            List<Fraction> days = new ArrayList<>();
            for (Map<WaterParameter, Fraction> of : means) {
                Fraction mean = of.get(p);
                if (mean != null) {
                    days.add(mean);
                }
            }
            List<Fraction> byHand = samples.stream()
                    .filter(each -> each.byHand() && each.numbers().containsKey(p))
                    .map(each -> each.numbers().get(p))
                    .toList();
            if (days.size() >= 10) {
                all.put(p, new WaterMonth(mean(p, days), "AUTOMATIC", days.size()));
            } else if (!byHand.isEmpty()) {
                all.put(p, new WaterMonth(mean(p, byHand), "MANUAL", days.size()));
            } else if (!days.isEmpty()) {
                all.put(p, new WaterMonth(mean(p, days), "AUTOMATIC_SHORT", days.size()));
            }
        }
        return all;
    }

    static Map<WaterParameter, Fraction> dayMeans(List<WaterFacts> samples) {
        Map<WaterParameter, List<Fraction>> numbers = new TreeMap<>();
        for (WaterFacts each : samples) {
            if (!each.byHand()) {
                each.numbers().forEach((p, number) -> numbers.computeIfAbsent(p, key -> new ArrayList<>())
                        .add(number));
            }
        }
        Map<WaterParameter, Fraction> means = new TreeMap<>();
        numbers.forEach((p, of) -> means.put(p, mean(p, of)));
        return means;
    }

    static Map<WaterParameter, Fraction> means(Map<WaterParameter, WaterMonth> months) {
        Map<WaterParameter, Fraction> means = new TreeMap<>();
        months.forEach((p, month) -> means.put(p, month.mean));
        return means;
    }

    /** Of pH by hydrogen ions, which worked examples hold; of all else the sum by the count. */
    static Fraction mean(WaterParameter p, List<Fraction> numbers) {
        if (p == WaterParameter.PH) {
            return WaterMean.mean(p, numbers).orElseThrow();
        }
        Fraction sum = numbers.get(0);
        for (Fraction each : numbers.subList(1, numbers.size())) {
            sum = sum.plus(each);
        }
        return sum.dividedBy(numbers.size());
    }
}
