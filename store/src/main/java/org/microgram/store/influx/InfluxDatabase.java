package org.microgram.store.influx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.microgram.messages.network.InfluxSettings;
import org.microgram.store.StoreFailure;

/** Makes sure that there is a database (InfluxDB 2: a bucket), and that it keeps what it is given for ever. */
final class InfluxDatabase {

    private static final int DURATION_COLUMN = 1;
    private static final int DEFAULT_COLUMN = 4;
    private static final String FOR_EVER = "0s";

    private final InfluxConnection influx;
    private final InfluxSettings settings;

    InfluxDatabase(InfluxConnection influx, InfluxSettings settings) {
        this.influx = influx;
        this.settings = settings;
    }

    void prepare() {
        influx.version(); // the cheapest question, and the clearest answer when nobody is there
        if (!exists()) {
            if (settings.isTwo()) {
                throw new StoreFailure("InfluxDB (" + settings + ") has no such bucket, or the token may not see it."
                        + "\n-> influx bucket create --name " + settings.database() + " --org "
                        + settings.organization().orElse("") + " --retention 0");
            }
            influx.query("CREATE DATABASE " + quoted(), (statement, values) -> {});
        }
        if (!settings.isTwo()) {
            requireThatNothingIsForgotten();
        }
    }

    private boolean exists() {
        AtomicBoolean found = new AtomicBoolean();
        influx.query("SHOW DATABASES", (statement, values) -> {
            String name = values[values.length - 1];
            if (settings.database().equals(name)) {
                found.set(true);
            }
        });
        return found.get();
    }

    private void requireThatNothingIsForgotten() {
        List<String> problems = new ArrayList<>();
        influx.query("SHOW RETENTION POLICIES ON " + quoted(), (statement, values) -> {
            // name, duration, shardGroupDuration, replicaN, default: here the first column is no time
            if (Boolean.parseBoolean(values[DEFAULT_COLUMN]) && !values[DURATION_COLUMN].equals(FOR_EVER)) {
                problems.add("Found the retention policy " + values[0] + " of " + settings.database()
                        + " deleting what is older than " + values[DURATION_COLUMN] + ". Expected one that keeps all."
                        + "\n-> ALTER RETENTION POLICY \"" + values[0] + "\" ON " + quoted() + " DURATION INF");
            }
        });
        if (!problems.isEmpty()) {
            throw new StoreFailure(String.join("\n", problems));
        }
    }

    private String quoted() {
        return "\"" + settings.database().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
