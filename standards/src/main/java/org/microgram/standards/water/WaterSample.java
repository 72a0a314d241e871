package org.microgram.standards.water;

import java.util.Map;

/**
 * What one sample of a section says, as it counts: which of several versions does is decided before.
 *
 * @param second seconds since 1970 UTC at which the water was taken
 * @param byHand whether a person took it (采测分离); else an automatic station did
 * @param values of each parameter that the sample speaks of, numbers and absences
 */
public record WaterSample(long second, boolean byHand, Map<WaterParameter, Measured> values) {}
