package org.microgram.standards.views;

import java.math.BigDecimal;
import org.microgram.standards.number.Rounded;

/** Published numbers as they are written: 27.0 keeps its decimal. */
final class Published {

    private Published() {}

    static Rounded value(String text) {
        BigDecimal decimal = new BigDecimal(text.strip());
        return new Rounded(decimal.unscaledValue().longValueExact(), decimal.scale());
    }
}
