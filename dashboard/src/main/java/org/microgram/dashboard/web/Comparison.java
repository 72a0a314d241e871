package org.microgram.dashboard.web;

/**
 * One line of the table <em>published against ours</em>.
 *
 * @param whatZh what is compared, in Chinese
 * @param whatEn the same in English
 * @param published the figure as published, with its unit
 * @param ours our figure; null when we have none yet
 * @param oursKey what explains ours; null when ours is no single figure
 * @param difference ours minus published, with sign; null when there is nothing to subtract
 * @param reasonZh why they differ; empty when they do not
 * @param reasonEn the same in English
 * @param source where the published figure stands
 */
public record Comparison(
        String whatZh,
        String whatEn,
        String published,
        String ours,
        String oursKey,
        String difference,
        String reasonZh,
        String reasonEn,
        String source) {}
