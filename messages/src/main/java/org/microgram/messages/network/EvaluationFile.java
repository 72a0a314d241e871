package org.microgram.messages.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** {@code config/evaluation.yaml}: how readings become figures. Every key is optional. */
final class EvaluationFile {

    static final String NAME = "evaluation.yaml";

    private static final String DAILY_PROFILE = "daily_profile";
    private static final List<String> KEYS = List.of(DAILY_PROFILE);
    private static final List<String> PROFILES = List.of("archive", "strict");
    private static final String DEFAULT_PROFILE = "strict";

    private EvaluationFile() {}

    /** The profile of days; the default when the file or the key is absent. */
    static String dailyProfile(Path file, Problems problems) {
        if (!Files.exists(file)) {
            return DEFAULT_PROFILE;
        }
        Object content = ConfigTable.readText(file, problems)
                .flatMap(text -> load(file, text, problems))
                .orElse(Map.of());
        if (!(content instanceof Map<?, ?> keys)) {
            problems.add(file.toString(), 0, "holds no keys.", "write for example: daily_profile: archive");
            return DEFAULT_PROFILE;
        }
        for (Object key : keys.keySet()) {
            String name = String.valueOf(key);
            if (!KEYS.contains(name)) {
                problems.add(
                        file.toString(),
                        0,
                        name + " is not a key we know" + Problems.didYouMean(name, KEYS),
                        "the keys are: " + String.join(", ", KEYS) + ".");
            }
        }
        Object profile = keys.get(DAILY_PROFILE);
        if (profile == null) {
            return DEFAULT_PROFILE;
        }
        String name = String.valueOf(profile);
        if (!PROFILES.contains(name)) {
            problems.add(
                    file.toString(),
                    0,
                    "daily_profile = \"" + name + "\" is not a profile we know" + Problems.didYouMean(name, PROFILES),
                    "write archive (PM2.5 valid) or strict (all six valid).");
        }
        return name;
    }

    /** Plain scalars, lists and maps only; no tags that build objects, few aliases, no recursion, no key twice. */
    private static Optional<Object> load(Path file, String text, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(20)
                .setCodePointLimit(1 << 20)
                .build();
        try {
            return Optional.ofNullable(new Load(settings).loadFromString(text));
        } catch (MarkedYamlEngineException e) {
            long line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1L;
            problems.add(file.toString(), line, "is no YAML: " + e.getProblem() + ".", "check indents and colons.");
        } catch (YamlEngineException e) {
            problems.add(
                    file.toString(),
                    0,
                    "is not accepted: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".",
                    "write plain keys and values, as in the file that comes with the program.");
        }
        return Optional.empty();
    }
}
