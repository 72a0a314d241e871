package org.microgram.standalone;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.dashboard.query.GivenTarget;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Target;
import org.microgram.messages.network.Targets;
import org.microgram.messages.rows.Subject;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.views.Span;

/** Which target an account is asked of: one of config/targets.yaml by its id, a concentration, or the goal of a subject's year. */
final class AskedTarget {

    private static final String CITY = "city";

    private final Lang lang;
    private final Network network;
    private final Targets targets;

    AskedTarget(Lang lang, Network network, Targets targets) {
        this.lang = lang;
        this.network = network;
        this.targets = targets;
    }

    /** @throws IllegalArgumentException saying what was found, what there is and what to write */
    Target of(Services.Account request) {
        Optional<Target> named = request.target().flatMap(targets::find);
        Subject subject = request.area()
                .map(name -> new Subjects(network).find(name))
                .or(() -> named.map(Target::subject))
                .orElseGet(this::city);
        Span year = request.year()
                .map(Span::year)
                .or(() -> named.map(Target::period))
                .orElseThrow(() -> new IllegalArgumentException(lang.pick(
                                "--target \"%s\" 不是 config/targets.yaml 中的目标，浓度则要有年份%n-> 加上 --year 2020",
                                "--target \"%s\" is no target of config/targets.yaml, and a concentration needs a year%n-> add --year 2020")
                        .formatted(request.target().orElse(""))));
        List<Target> own = of(subject, year);
        if (request.target().isEmpty() && !own.isEmpty()) {
            return own.get(0);
        }
        String source = lang.pick("命令行给出，不是任何人的目标", "given on the command line, nobody's goal");
        return request.target()
                .flatMap(text -> GivenTarget.parse(text, subject, year, source))
                .or(() -> own.stream()
                        .filter(target -> request.target().equals(Optional.of(target.id())))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException(unknown(subject, year, request.target(), own)));
    }

    /** Those of a subject and a period, of means before those of counts, goals before examples. */
    List<Target> of(Subject subject, Span period) {
        return targets.of(subject, period).stream()
                .sorted(Comparator.comparing(target -> target.indicator() != Indicator.PM25_MEAN))
                .toList();
    }

    private Subject city() {
        return network.areas().stream()
                .filter(area -> area.kind().equals(CITY))
                .map(Area::id)
                .map(Subject::area)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(lang.pick(
                        "config/areas.csv 中没有 city%n-> 写 --area".formatted(),
                        "config/areas.csv has no city%n-> write --area".formatted())));
    }

    private String unknown(Subject subject, Span year, Optional<String> asked, List<Target> own) {
        String known = own.isEmpty()
                ? lang.pick("没有", "none")
                : String.join(", ", own.stream().map(Target::id).toList());
        return asked.map(id -> lang.pick("--target \"%s\" 不是 %s 在 %s 的目标", "--target \"%s\" is no target of %s in %s")
                                .formatted(id, subject.id(), year))
                        .orElse(lang.pick("%s 在 %s 没有目标", "%s has no target in %s")
                                .formatted(subject.id(), year))
                + lang.pick("；已有：", "; there is: ")
                + known
                + lang.pick(
                        "。\n-> 写进 config/targets.yaml，或给出浓度，如 --target 42",
                        ".\n-> write one into config/targets.yaml, or give a concentration, such as --target 42");
    }
}
