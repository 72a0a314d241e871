package org.microgram.ingest.beijing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The first line of a daily file. It is the schema: which station a column is, is known from its name alone, as the publisher renamed and
 * reordered them over the years.
 */
final class Header {

    /** date, hour, type. */
    static final int LEADING = 3;

    private static final byte[] BEGIN = "date,hour,type".getBytes(StandardCharsets.US_ASCII);

    private final int[] stations;
    private final String fault;

    private Header(int[] stations, String fault) {
        this.stations = stations;
        this.fault = fault;
    }

    /** Index of the station of each column behind date, hour and type. Not copied: it is read for every row. */
    int[] stations() {
        return stations;
    }

    /** What is wrong with it; empty when it can be used. */
    String fault() {
        return fault;
    }

    /** Whether the bytes can be a daily file at all. */
    static boolean begins(byte[] bytes, int from) {
        return bytes.length - from >= BEGIN.length
                && Arrays.equals(bytes, from, from + BEGIN.length, BEGIN, 0, BEGIN.length);
    }

    /**
     * @param line the first line
     * @param indexByName id, name or alias of a station to its index
     */
    static Header parse(String line, Map<String, Integer> indexByName) {
        String[] names = line.split(",", -1);
        int[] stations = new int[Math.max(0, names.length - LEADING)];
        Set<Integer> seen = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        int empty = 0;
        List<String> repeated = new ArrayList<>();
        for (int i = LEADING; i < names.length; i++) {
            String name = names[i].strip();
            Integer index = indexByName.get(name);
            if (name.isEmpty()) {
                empty++;
            } else if (index == null) {
                unknown.add(name);
            } else if (!seen.add(index)) {
                repeated.add(name);
            } else {
                stations[i - LEADING] = index;
            }
        }
        List<String> faults = new ArrayList<>();
        if (stations.length == 0) {
            faults.add("no station columns");
        }
        if (empty > 0) {
            faults.add(empty + " columns without a name");
        }
        if (!unknown.isEmpty()) {
            faults.add("unknown: " + some(unknown));
        }
        if (!repeated.isEmpty()) {
            faults.add("repeated: " + some(repeated));
        }
        return new Header(stations, String.join("; ", faults));
    }

    /** Stations and how many cells a row must have. */
    int cells() {
        return LEADING + stations.length;
    }

    private static String some(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(5, names.size())));
        return names.size() > 5 ? first + " and " + (names.size() - 5) + " more" : first;
    }
}
