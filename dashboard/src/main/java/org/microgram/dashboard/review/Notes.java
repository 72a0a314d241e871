package org.microgram.dashboard.review;

import org.microgram.messages.readings.Statement;

/** What a review writes beside a value: how a returned hour and a proposed amendment are known from others. */
public final class Notes {

    /** Begins the reason of an hour that was sent back. */
    static final String RETURNED = "returned: ";

    /** Begins the reason of a value that is to replace one past its second review, until another person approves it. */
    static final String AMENDS = "amends: ";

    /** Reasons are shown on pages and carried by every by. */
    static final int MOST_REASON = 1_000;

    /** Begins the source of what a review entered; nobody else's files are called so. */
    private static final String SOURCE = "review:";

    private Notes() {}

    static String source(String trace) {
        return SOURCE + trace;
    }

    static boolean isReserved(String reason) {
        return reason.startsWith(RETURNED) || reason.startsWith(AMENDS);
    }

    private static boolean isOfReview(Statement by) {
        return by.version().source().startsWith(SOURCE);
    }

    static boolean isReturned(Statement by) {
        return isOfReview(by) && by.reason().startsWith(RETURNED);
    }

    /** Whether a record only proposes: it is in the state of a first review, which does not count against one that is further. */
    public static boolean isAmendment(Statement by) {
        return isOfReview(by) && by.reason().startsWith(AMENDS);
    }

    /** Of a record that only proposes. */
    public static String proposedZh(Statement by) {
        return by.author() + " 提出更正,待另一人批准: " + words(by);
    }

    public static String proposedEn(Statement by) {
        return "proposed by " + by.author() + ", waits for another person: " + words(by);
    }

    /** The words of the person, without what the review put before them. */
    public static String words(Statement by) {
        String reason = by.reason();
        return isReturned(by)
                ? reason.substring(RETURNED.length())
                : isAmendment(by) ? reason.substring(AMENDS.length()) : reason;
    }
}
