/**
 * The law of surface water: limits of GB 3838, assessment by the method of 2011 (环办[2011]22号), statistics of 2020
 * (环办监测函〔2020〕82号).
 *
 * <p>Everything here is a pure function of samples and tables. Concentrations are scaled {@code long}s or exact fractions in the
 * unit of their parameter (mg/L unless {@link org.microgram.standards.water.WaterParameter} says otherwise); what has no number
 * is a result of its own. From small to great: {@link org.microgram.standards.water.WaterSample} →
 * {@link org.microgram.standards.water.SectionValues} (day, month, year to date) →
 * {@link org.microgram.standards.water.SingleFactor} → {@link org.microgram.standards.water.BasinAssessment}.
 */
package org.microgram.standards.water;
