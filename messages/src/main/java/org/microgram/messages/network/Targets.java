package org.microgram.messages.network;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.account.AccountStatus;
import org.microgram.standards.views.Span;

/**
 * {@code config/targets.yaml}: what accounts are held against. No stored figure rests on them, so they are no part of the configuration's hash.
 *
 * @param tooEarlyDays valid days from which on an account has a status
 * @param all in the order of the file
 */
public record Targets(int tooEarlyDays, List<Target> all) {

    /** What holds without the file. */
    public static final Targets NONE = new Targets(AccountStatus.TOO_EARLY_DAYS, List.of());

    /** @throws ConfigurationException with every problem of the file */
    public static Targets load(Path configDir, Network network) {
        Problems problems = new Problems();
        Targets targets = read(configDir, network, problems);
        problems.throwIfAny(configDir.resolve(TargetsFile.NAME).toString());
        return targets;
    }

    /** The same beside other files: its problems are added to theirs, in the order of its lines. */
    public static Targets read(Path configDir, Network network, Problems all) {
        Problems problems = new Problems();
        Targets targets = new TargetsFile(configDir, network, problems).load();
        problems.addTo(all);
        return targets;
    }

    public Optional<Target> find(String id) {
        return all.stream().filter(target -> target.id().equals(id)).findFirst();
    }

    /** Those of a subject and a period, goals before examples. */
    public List<Target> of(Subject subject, Span period) {
        return all.stream()
                .filter(target ->
                        target.subject().equals(subject) && target.period().equals(period))
                .sorted(Comparator.comparing(Target::example))
                .toList();
    }
}
