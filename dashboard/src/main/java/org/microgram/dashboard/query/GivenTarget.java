package org.microgram.dashboard.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.microgram.messages.network.Target;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.views.Span;

/** A concentration of PM2.5 that somebody asks about: nobody's goal, judged as figures of the period are published. */
public final class GivenTarget {

    /** The id of all of them. */
    public static final String ID = "given";

    private GivenTarget() {}

    /**
     * @param text {@code 42}, {@code 37.5 µg/m³}
     * @param source what its account says who set it
     * @return empty when the text is no concentration above zero
     */
    public static Optional<Target> parse(String text, Subject subject, Span period, String source) {
        String number = text.strip().replaceAll("\\s*(µg/m³|ug/m3)$", "");
        if (!number.matches("\\d{1,4}(\\.\\d{1,2})?") || new BigDecimal(number).signum() == 0) {
            return Optional.empty();
        }
        long hundredths = new BigDecimal(number).movePointRight(2).longValueExact();
        return Optional.of(new Target(
                ID,
                subject,
                period,
                Indicator.PM25_MEAN,
                Fraction.of(hundredths, Scaled.powerOfTen(2)),
                number + " µg/m³",
                Indicator.PM25_MEAN.asPublished(period.lastDay()),
                List.of(),
                source,
                true));
    }
}
