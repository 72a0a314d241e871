package org.microgram.ingest.openaq;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.microgram.ingest.csv.Refused;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.Refusal.Reason;

/** OpenAQ's locations and sensors as our stations. */
final class OpenaqStations {

    private static final Pattern NAMED = Pattern.compile("(sensor|location)-(\\d{1,18})(?!\\d)[^/\\\\]*$");

    private final Map<String, String> idsByName;

    OpenaqStations(Network network) {
        this.idsByName = network.stationIdsByName();
    }

    /**
     * Whose values a page holds.
     *
     * @param station id of ours
     * @param sensor OpenAQ's number of the sensor; 0 when only the location is known
     */
    record Owner(String station, long sensor) {}

    Owner ofPage(String source) throws Refused {
        Matcher name = NAMED.matcher(source);
        if (!name.find()) {
            throw new Refused(Reason.UNKNOWN_STATION, "a page whose file is not named sensor-ID or location-ID");
        }
        boolean isSensor = name.group(1).equals("sensor");
        String key = isSensor ? "sensor-" + name.group(2) : name.group(2);
        return new Owner(station(key), isSensor ? Long.parseLong(name.group(2)) : 0);
    }

    String station(String key) throws Refused {
        String id = idsByName.get(OpenaqReader.FORMAT + ":" + key);
        if (id == null) {
            throw new Refused(Reason.UNKNOWN_STATION, "station \"openaq:" + key + "\"");
        }
        return id;
    }

    String ofSensorOrLocation(String sensor, String location) throws Refused {
        String id = idsByName.get(OpenaqReader.FORMAT + ":sensor-" + sensor);
        return id == null ? station(location) : id;
    }
}
