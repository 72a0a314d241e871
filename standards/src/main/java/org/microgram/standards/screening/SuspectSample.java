package org.microgram.standards.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.WaterEdition;
import org.microgram.standards.water.WaterParameter;
import org.microgram.standards.water.WaterSample;

/**
 * Whether one criterion flags one sample. Looked at is what enters calculations: the value, or half the limit of what is below detection.
 */
final class SuspectSample {

    private static final long SECONDS_OF_HOUR = 3600;

    private final WaterCriterion criterion;
    private final List<WaterSample> around;
    private final int index;

    SuspectSample(WaterCriterion criterion, List<WaterSample> around, int index) {
        this.criterion = criterion;
        this.around = around;
        this.index = index;
    }

    /** The parameter that a rule flags beside the one that it stands under. */
    static Optional<WaterParameter> other(WaterRule rule) {
        return rule == WaterRule.NH3N_OVER_TN ? Optional.of(WaterParameter.TN) : Optional.empty();
    }

    boolean isFlagged() {
        Fraction value = value(around.get(index), criterion.parameter());
        if (value == null) {
            return false;
        }
        return switch (criterion.rule()) {
            case ZERO -> value.equals(Fraction.ZERO);
            case SATURATION -> isOverSaturated(value);
            case NH3N_OVER_TN -> isOverTotalNitrogen(value);
            case RANGE -> value.compareTo(number(0)) < 0 || value.compareTo(number(1)) > 0;
            case JUMP -> isJump(value);
            case STUCK -> isStuck(value);
        };
    }

    private boolean isOverSaturated(Fraction oxygen) {
        Fraction temperature = value(around.get(index), WaterParameter.TEMPERATURE);
        LocalDate day = ChinaTime.date(ChinaTime.dayOf(around.get(index).second()));
        return temperature != null
                && WaterEdition.on(day)
                        .filter(edition -> edition.saturation()
                                        .percent(oxygen, temperature)
                                        .compareTo(number(0))
                                > 0)
                        .isPresent();
    }

    private boolean isOverTotalNitrogen(Fraction ammonia) {
        Fraction total = value(around.get(index), WaterParameter.TN);
        return total != null && ammonia.minus(total).compareTo(number(0)) > 0;
    }

    private boolean isJump(Fraction value) {
        int before = neighbour(index, -1, criterion.number(2));
        int after = neighbour(index, 1, criterion.number(2));
        if (around.get(index).byHand() || before < 0 || after < 0) {
            return false;
        }
        Fraction a = value(around.get(before), criterion.parameter());
        Fraction b = value(around.get(after), criterion.parameter());
        return isFarOver(value, a) && isFarOver(value, b) || isFarOver(a, value) && isFarOver(b, value);
    }

    private boolean isFarOver(Fraction high, Fraction low) {
        return high.minus(low).compareTo(number(0)) > 0 && high.compareTo(low.times(number(1))) > 0;
    }

    private boolean isStuck(Fraction value) {
        if (around.get(index).byHand() || value.compareTo(number(1)) <= 0) {
            return false;
        }
        return 1 + equal(value, -1) + equal(value, 1) >= criterion.number(0);
    }

    /** How many values to one side are equal without a gap; no more than a run needs. */
    private int equal(Fraction value, int step) {
        int found = 0;
        int at = neighbour(index, step, criterion.number(2));
        while (at >= 0
                && found + 1 < criterion.number(0)
                && value(around.get(at), criterion.parameter()).equals(value)) {
            found++;
            at = neighbour(at, step, criterion.number(2));
        }
        return found;
    }

    /** The next sample of the automatic station that has a value of the parameter, within some hours; −1 when there is none. */
    private int neighbour(int from, int step, long hours) {
        long second = around.get(from).second();
        for (int at = from + step; at >= 0 && at < around.size(); at += step) {
            WaterSample other = around.get(at);
            if (Math.abs(other.second() - second) > hours * SECONDS_OF_HOUR) {
                return -1;
            }
            if (!other.byHand() && value(other, criterion.parameter()) != null) {
                return at;
            }
        }
        return -1;
    }

    private Fraction number(int at) {
        return Fraction.ofScaled(criterion.number(at), 1);
    }

    private static Fraction value(WaterSample sample, WaterParameter parameter) {
        Measured measured = sample.values().get(parameter);
        return measured == null ? null : measured.entering().orElse(null);
    }
}
