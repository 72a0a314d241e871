package org.microgram.messages.network;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * {@code config/store.yaml}: where an InfluxDB is and how it lets us in. No part of the network, so no part of its hash: it changes no
 * figure.
 *
 * <p>A value may stand in the environment, as {@code ${NAME}} or {@code ${NAME:-what else}}; a secret in a file of its own, too.
 */
public final class StoreFile {

    public static final String NAME = "store.yaml";

    private static final String EXAMPLE = "influx: followed by indented lines such as url: http://127.0.0.1:8086";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> KEYS = List.of(
            "url",
            "database",
            "user",
            "password",
            "password_file",
            "organization",
            "bucket",
            "token",
            "token_file",
            "plain_http");

    private final Path file;
    private final UnaryOperator<String> environment;
    private final Problems problems;
    private final YamlTree tree;
    private final Map<String, Value> values = new HashMap<>();

    // Keys whose variable is not set: told once, and not told to be missing besides.
    private final Set<String> unset = new HashSet<>();

    /** @param open whether it stands in the file itself, for whoever reads the file */
    private record Value(String text, long line, boolean open) {}

    private StoreFile(Path file, UnaryOperator<String> environment, Problems problems) {
        this.file = file;
        this.environment = environment;
        this.problems = problems;
        this.tree = new YamlTree(file, problems);
    }

    /**
     * Loads the settings of InfluxDB.
     *
     * @param environment gives the value of a variable, or null
     * @return empty when the file says nothing of an InfluxDB, or has problems
     */
    public static Optional<InfluxSettings> influx(
            Path configDir, UnaryOperator<String> environment, Problems problems) {
        Problems own = new Problems();
        Optional<InfluxSettings> settings = new StoreFile(configDir.resolve(NAME), environment, own).load();
        own.addTo(problems);
        return own.isEmpty() ? settings : Optional.empty();
    }

    private Optional<InfluxSettings> load() {
        Optional<Node> root = tree.root();
        if (root.isEmpty()) {
            return Optional.empty();
        }
        Optional<InfluxSettings> settings = Optional.empty();
        for (YamlTree.Entry entry : tree.entries(root.get(), EXAMPLE)) {
            if (entry.key().equals("influx")) {
                settings = settings(entry);
            } else {
                tree.add(
                        entry.line(),
                        entry.key() + " is not a key we know" + Problems.didYouMean(entry.key(), List.of("influx")),
                        "the only key is: influx.");
            }
        }
        return settings;
    }

    private Optional<InfluxSettings> settings(YamlTree.Entry influx) {
        for (YamlTree.Entry entry : tree.entries(influx.value(), EXAMPLE)) {
            if (KEYS.contains(entry.key())) {
                tree.text(entry).ifPresent(text -> value(entry, text));
            } else {
                tree.add(
                        entry.line(),
                        entry.key() + " is not a key we know" + Problems.didYouMean(entry.key(), KEYS),
                        "the keys are: " + String.join(", ", KEYS) + ".");
            }
        }
        boolean two = List.of("organization", "bucket", "token", "token_file").stream()
                .anyMatch(key -> values.containsKey(key) || unset.contains(key));
        for (String other : two ? List.of("database", "user", "password", "password_file") : List.<String>of()) {
            Optional.ofNullable(values.get(other))
                    .ifPresent(value -> tree.add(
                            value.line(),
                            other + " is of InfluxDB 1; organization, bucket and token are of InfluxDB 2.",
                            "keep the keys of the one that you have."));
        }
        Optional<URI> url = url(influx.line());
        String database = required(influx.line(), two ? "bucket" : "database", "microgram");
        Optional<String> organization =
                two ? Optional.of(required(influx.line(), "organization", "bureau")) : Optional.empty();
        Optional<String> secret = secret(two ? "token" : "password", url);
        if (two && secret.isEmpty() && !values.containsKey("token_file") && !unset.contains("token")) {
            tree.add(influx.line(), "token is missing.", "write token_file: and the file that holds it.");
        }
        Optional<String> user = Optional.ofNullable(values.get("user")).map(Value::text);
        if (!two && user.isPresent() != secret.isPresent() && unset.isEmpty()) {
            tree.add(influx.line(), "user and password belong together.", "write both, or none.");
        }
        return url.map(there -> new InfluxSettings(there, database, organization, user, secret));
    }

    private void value(YamlTree.Entry entry, String text) {
        boolean fromEnvironment = text.startsWith("${") && text.endsWith("}");
        if (!fromEnvironment) {
            values.put(entry.key(), new Value(text, entry.line(), true));
            return;
        }
        String[] words = text.substring(2, text.length() - 1).split(":-", 2);
        String value = environment.apply(words[0]);
        if (value != null && !value.isBlank()) {
            values.put(entry.key(), new Value(value.strip(), entry.line(), false));
        } else if (words.length == 2) {
            values.put(entry.key(), new Value(words[1], entry.line(), true));
        } else {
            unset.add(entry.key());
            tree.add(
                    entry.line(),
                    entry.key() + " is to come from the environment, where " + words[0] + " is not set.",
                    "type export " + words[0] + "=… first.");
        }
    }

    private String required(long line, String key, String example) {
        Value value = values.get(key);
        if (value == null && !unset.contains(key)) {
            tree.add(line, key + " is missing.", "write for example " + key + ": " + example);
        }
        return value == null ? "" : value.text();
    }

    private Optional<URI> url(long line) {
        Value value = values.get("url");
        String remedy = "write it as http://127.0.0.1:8086, or https:// with the name of the machine.";
        if (value == null) {
            if (!unset.contains("url")) {
                tree.add(line, "url is missing.", remedy);
            }
            return Optional.empty();
        }
        try {
            URI url = new URI(value.text());
            if (url.getUserInfo() != null) {
                tree.add(value.line(), "url holds a user or password.", "give them as user and password_file.");
            } else if (url.getHost() == null
                    || !Set.of("http", "https").contains(url.getScheme())
                    || url.getQuery() != null
                    || url.getFragment() != null) {
                tree.add(value.line(), "url = \"" + value.text() + "\" is no address of a server.", remedy);
            } else {
                return Optional.of(url);
            }
        } catch (URISyntaxException e) {
            tree.add(value.line(), "url = \"" + value.text() + "\" is no address of a server.", remedy);
        }
        return Optional.empty();
    }

    /** The token or password, wherever it stands; a problem where others could read it. */
    private Optional<String> secret(String key, Optional<URI> url) {
        Value given = values.get(key);
        Value inFile = values.get(key + "_file");
        if (given != null && inFile != null) {
            tree.add(inFile.line(), key + " is given twice.", "keep either " + key + " or " + key + "_file.");
        }
        boolean away = url.isPresent() && !LOOPBACK.contains(url.get().getHost());
        if (given != null && given.open() && away) {
            tree.add(
                    given.line(),
                    key + " stands in the clear, and the InfluxDB is not on this machine.",
                    "write " + key + "_file: FILE with a file that only this user can read, or " + key + ": ${NAME}.");
        }
        Value either = given != null ? given : inFile;
        if (either != null && away && url.get().getScheme().equals("http") && !allowsPlainHttp()) {
            tree.add(
                    either.line(),
                    key + " would travel unencrypted to " + url.get().getHost() + ".",
                    "write https:// in url; or plain_http: allowed where the network between is yours alone.");
        }
        return given != null ? Optional.of(given.text()) : inFile != null ? read(inFile) : Optional.empty();
    }

    private boolean allowsPlainHttp() {
        Value value = values.get("plain_http");
        if (value != null && !value.text().equals("allowed")) {
            tree.add(value.line(), "plain_http = \"" + value.text() + "\".", "write plain_http: allowed, or drop it.");
        }
        return value != null;
    }

    private Optional<String> read(Value name) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path secret = folder.resolve(name.text()).normalize();
        if (secret.startsWith(folder)) {
            problems.add(
                    file.toString(),
                    name.line(),
                    secret + " lies in the configuration, which backups copy.",
                    "move it elsewhere, such as /etc/microgram-secrets/" + secret.getFileName() + ".");
            return Optional.empty();
        }
        try {
            String text = Files.readString(secret).strip();
            if (!text.isEmpty()) {
                return Optional.of(text);
            }
            problems.add(file.toString(), name.line(), secret + " is empty.", "write the secret into it.");
        } catch (IOException e) {
            problems.add(
                    file.toString(),
                    name.line(),
                    secret + " cannot be read.",
                    "make it, readable for this user only: chmod 600 " + secret);
        }
        return Optional.empty();
    }
}
