/**
 * Exceptional events (例外事件): hours of particulates that dust from outside made, which a person has confirmed as such.
 *
 * <p>Which figures leave them out is a table of the law, {@code events/regimes.csv}; by which signs a rule proposes some,
 * {@code events/dust-rule.csv}. A rule only proposes: what counts is what a person confirms.
 */
package org.microgram.standards.events;
