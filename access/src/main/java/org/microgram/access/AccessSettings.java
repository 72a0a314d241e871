package org.microgram.access;

import java.time.Duration;
import org.microgram.access.audit.HashAlgorithm;

/**
 * What a bureau may choose; {@code config/access.yaml}.
 *
 * @param auditHash of new entries of the audit log
 * @param loginAlways even who looks at the page from this machine must log in
 * @param session how long a log-in at the page lasts
 * @param secureCookies whether browsers shall send the session by TLS only; set it when a proxy with TLS is in front
 */
public record AccessSettings(HashAlgorithm auditHash, boolean loginAlways, Duration session, boolean secureCookies) {

    public static final AccessSettings DEFAULT =
            new AccessSettings(HashAlgorithm.SHA_256, false, Duration.ofHours(12), false);
}
