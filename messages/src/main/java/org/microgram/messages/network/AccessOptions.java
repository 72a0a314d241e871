package org.microgram.messages.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code config/access.yaml}: how people are let in. No figure depends on it, so it is no part of the configuration's hash. Who they are is
 * in the data directory.
 *
 * @param auditHash SHA-256 or SM3
 * @param loginAlways whether even this machine's browser must log in
 * @param sessionHours how long a log-in at the page lasts
 * @param secureCookies whether browsers send the session by TLS only
 */
public record AccessOptions(String auditHash, boolean loginAlways, int sessionHours, boolean secureCookies) {

    /** What holds for a key that the file does not give, and without the file. */
    public static final AccessOptions DEFAULT = new AccessOptions("SHA-256", false, 12, false);

    static final String NAME = "access.yaml";

    private record Key(String preset, String form, String remedy) {}

    private static final Map<String, Key> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put("audit_hash", new Key(DEFAULT.auditHash, "SHA-256|SM3", "write SHA-256 or SM3."));
        KEYS.put(
                "web_login",
                new Key(
                        "network",
                        "network|always",
                        "write network (asked of whoever comes over the network) or always."));
        KEYS.put("session_hours", new Key("12", "[1-9]\\d?|1[0-5]\\d|16[0-8]", "write hours from 1 to 168."));
        KEYS.put("secure_cookies", new Key("false", "true|false", "write true or false."));
    }

    /** @throws ConfigurationException with every problem of the file */
    public static AccessOptions load(Path configDir) {
        Problems problems = new Problems();
        AccessOptions options = read(configDir, problems);
        problems.throwIfAny(configDir.resolve(NAME).toString());
        return options;
    }

    /** The same beside other files: its problems are added to theirs, and something that can be gone on with is given. */
    public static AccessOptions read(Path configDir, Problems problems) {
        YamlTree yaml = new YamlTree(configDir.resolve(NAME), problems);
        Map<String, String> values = new LinkedHashMap<>();
        KEYS.forEach((name, key) -> values.put(name, key.preset()));
        yaml.root().ifPresent(root -> yaml.entries(root, "web_login: always").forEach(entry -> {
            Key key = KEYS.get(entry.key());
            if (key == null) {
                yaml.add(
                        entry.line(),
                        entry.key() + " is not a key we know" + Problems.didYouMean(entry.key(), KEYS.keySet()),
                        "the keys are " + String.join(", ", KEYS.keySet()) + ".");
                return;
            }
            yaml.text(entry).ifPresent(text -> {
                if (Pattern.matches(key.form(), text)) {
                    values.put(entry.key(), text);
                } else {
                    yaml.add(entry.line(), entry.key() + " = \"" + text + "\" is not accepted.", key.remedy());
                }
            });
        }));
        List<String> all = new ArrayList<>(values.values());
        return new AccessOptions(
                all.get(0),
                all.get(1).equals("always"),
                Integer.parseInt(all.get(2)),
                Boolean.parseBoolean(all.get(3)));
    }
}
