package org.microgram.dashboard.web;

import java.util.Optional;
import org.microgram.dashboard.review.ReviewDesk;
import org.microgram.messages.network.ReviewDeadlines;

/**
 * What the page knows of review.
 *
 * @param deadlines by when an hour should have been reviewed
 * @param desk where decisions are taken; empty where nobody can act
 */
public record Reviewing(ReviewDeadlines deadlines, Optional<ReviewDesk> desk) {

    /** Nobody can act. */
    public static final Reviewing LOOKING = new Reviewing(ReviewDeadlines.DEFAULT, Optional.empty());
}
