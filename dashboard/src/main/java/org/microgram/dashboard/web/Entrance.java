package org.microgram.dashboard.web;

import java.time.InstantSource;
import org.microgram.access.Access;
import org.microgram.access.AccessSettings;

/** Who may come in at the page: the users of a data directory, and how the bureau lets them in. */
public record Entrance(Access access, AccessSettings settings, InstantSource clock) {}
