package org.microgram.standards.account;

import org.microgram.standards.number.Fraction;

/**
 * Where the span would end if the days to come were as the outlook's name says. No forecast.
 *
 * @param name {@link #LAST_YEAR}, {@link #KNOWN_YEARS}, {@link #SO_FAR} or {@link #WHAT_IF}
 * @param rest mean of the days to come, exact; of counts how many of them would count
 * @param end mean of the whole span, exact; of counts how many days would count
 * @param attains whether the end, rounded as it is judged, attains the target
 */
public record Outlook(String name, Fraction rest, Fraction end, boolean attains) {

    /** The rest as the same dates of the year before. */
    public static final String LAST_YEAR = "last_year";

    /** The rest as the mean of the known years. */
    public static final String KNOWN_YEARS = "known_years";

    /** The rest as the days so far: the current pace. */
    public static final String SO_FAR = "so_far";

    /** The rest as last year's, some percent more or less; somebody plays with it, so it decides nothing. */
    public static final String WHAT_IF = "what_if";
}
