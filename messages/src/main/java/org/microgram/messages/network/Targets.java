package org.microgram.messages.network;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.account.AccountStatus;
import org.microgram.standards.views.Span;

/**
 * {@code config/targets.yaml}: what accounts are held against. What an account's figures rest on is part of the configuration's hash: whose target it
 * is, of which months, what for, the value, how it is judged; not who set it, nor against which published figure a page shows the change.
 *
 * @param tooEarlyDays valid days from which on an account has a status
 * @param all in the order of the file
 */
public record Targets(int tooEarlyDays, List<Target> all) implements Serializable {

    /** What holds without the file. */
    public static final Targets NONE = new Targets(AccountStatus.TOO_EARLY_DAYS, List.of());

    /** @throws ConfigurationException with every problem of the file */
    public static Targets load(Path configDir, Network network) {
        Problems problems = new Problems();
        Targets targets = read(configDir, network.areas(), network.stations(), problems);
        problems.throwIfAny(configDir.resolve(TargetsFile.NAME).toString());
        return targets;
    }

    /** The same beside other files: its problems are added to theirs, in the order of its lines. */
    static Targets read(Path configDir, List<Area> areas, List<Station> stations, Problems all) {
        Problems problems = new Problems();
        Targets targets = new TargetsFile(configDir, areas, stations, problems).load();
        problems.addTo(all);
        return targets;
    }

    public Optional<Target> find(String id) {
        return all.stream().filter(target -> target.id().equals(id)).findFirst();
    }

    /** Those of a subject, in the order of the file. */
    public List<Target> of(Subject subject) {
        return all.stream().filter(target -> target.subject().equals(subject)).toList();
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
