package org.microgram.standards.water;

/** What an assessment comes to: a class with its reasons, or the reason why there is none. Never a class without values. */
public sealed interface WaterAssessment permits Assessed, NotAssessed {

    /** Whether it is assessed, and worse than V. */
    default boolean isWorseThanV() {
        return this instanceof Assessed assessed && assessed.waterClass() == WaterClass.WORSE_THAN_V;
    }
}
