/**
 * The account of a target: what a year has spent of it, what each day cost, what the days to come may still take.
 *
 * <p>Everything here is a pure function of the valid days of a subject, the target and the last day that is gone; whoever reads decides that day.
 * Exact fractions throughout; what is shown is rounded once, where it is shown. From small to great:
 * {@link org.microgram.standards.account.AccountDay} → {@link org.microgram.standards.account.AccountDays} →
 * {@link org.microgram.standards.account.MeanAccount} (the one-microgram account), {@link org.microgram.standards.account.CountAccount} (good
 * and heavy days), {@link org.microgram.standards.account.PercentileAccount} (ozone).
 */
package org.microgram.standards.account;
