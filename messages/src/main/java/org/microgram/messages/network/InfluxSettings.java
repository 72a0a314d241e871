package org.microgram.messages.network;

import java.net.URI;
import java.util.Optional;

/**
 * Where an InfluxDB is and how it lets us in. Two kinds of it are known: InfluxDB 1 with a database and perhaps a user, and InfluxDB 2
 * with organization, bucket and token.
 *
 * @param url of its HTTP interface
 * @param database of InfluxDB 1, or bucket of InfluxDB 2
 * @param organization of InfluxDB 2; empty for InfluxDB 1
 * @param user of InfluxDB 1; empty where it asks for none
 * @param secret token, or the user's password; empty where there is none. Never printed
 */
public record InfluxSettings(
        URI url, String database, Optional<String> organization, Optional<String> user, Optional<String> secret) {

    /** InfluxDB 1 without users. */
    public static InfluxSettings of(URI url, String database) {
        return new InfluxSettings(url, database, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether it has organizations, buckets and tokens. */
    public boolean isTwo() {
        return organization.isPresent();
    }

    /** For people: everything but the secret. */
    @Override
    public String toString() {
        return url
                + (organization.map(org -> " org " + org + " bucket ").orElse(" database "))
                + database
                + user.map(name -> " user " + name).orElse("")
                + (secret.isPresent() ? (isTwo() ? " token ****" : " password ****") : "");
    }
}
