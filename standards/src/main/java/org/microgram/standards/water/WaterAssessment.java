package org.microgram.standards.water;

/** What an assessment comes to: a class with its reasons, or the reason why there is none. Never a class without values. */
public sealed interface WaterAssessment permits Assessed, NotAssessed {

    /** The class to count by; for what is not assessed there is none to ask for. */
    default boolean isWorseThanV() {
        return this instanceof Assessed assessed && assessed.waterClass() == WaterClass.WORSE_THAN_V;
    }
}
