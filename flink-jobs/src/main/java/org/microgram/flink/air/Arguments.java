package org.microgram.flink.air;

import java.util.HashMap;
import java.util.Map;

/** {@code --name value} pairs of a job's command line. */
record Arguments(Map<String, String> byName) {

    static Arguments of(String... args) {
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length) {
                throw new IllegalArgumentException("found \"" + args[i]
                        + "\" where --name and a value were expected; see the class's comment for the names.");
            }
            byName.put(args[i].substring(2), args[i + 1]);
        }
        return new Arguments(byName);
    }

    String require(String name) {
        String value = byName.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing; found " + byName.keySet() + ".");
        }
        return value;
    }

    String or(String name, String otherwise) {
        return byName.getOrDefault(name, otherwise);
    }
}
