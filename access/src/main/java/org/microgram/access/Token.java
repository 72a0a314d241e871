package org.microgram.access;

import java.time.Instant;
import java.util.Set;

/**
 * A machine's key.
 *
 * @param id its public half
 * @param name what it is for
 * @param sha256 of the whole text
 * @param expires from then on it is worth nothing
 */
public record Token(String id, String name, Set<Role> roles, String sha256, Instant made, Instant expires) {}
