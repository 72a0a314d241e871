package org.microgram.messages.network;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.microgram.standards.screening.Criterion;
import org.microgram.standards.screening.Screening;
import org.microgram.standards.screening.WaterCriterion;

/**
 * The short hash of a network: the first twelve hexadecimal digits of SHA-256 over its content in a canonical form. Not over bytes of files:
 * the order of rows, comments, quotes and blanks do not change a figure, so they do not change the hash.
 */
final class NetworkHash {

    private static final int DIGITS = 12;

    private NetworkHash() {}

    static String of(
            List<Station> stations,
            List<Area> areas,
            List<Membership> memberships,
            EvaluationFile evaluation,
            LocalEditions local,
            Screening screening,
            List<NotMonitored> notMonitored,
            List<ExceptionalEvent> events,
            WaterNetwork water,
            Targets targets) {
        List<String> lines = new ArrayList<>();
        for (Station s : stations) {
            List<String> cells = new ArrayList<>(List.of("station", s.id(), s.nameZh(), s.nameEn(), s.district()));
            cells.addAll(List.of(s.role(), String.valueOf(s.grade()), s.from().toString(), text(s.to())));
            cells.addAll(List.of(String.valueOf(s.lon()), String.valueOf(s.lat())));
            s.aliases().stream().sorted().forEach(cells::add);
            lines.add(line(cells));
        }
        for (Area a : areas) {
            lines.add(line(List.of("area", a.id(), a.nameZh(), a.nameEn(), a.kind())));
        }
        for (Membership m : memberships) {
            lines.add(line(List.of("member", m.area(), m.station(), m.from().toString(), text(m.to()))));
        }
        lines.add(line(List.of("daily_profile", evaluation.dailyProfile())));
        evaluation.judge().forEach((period, edition) -> lines.add(line(List.of("judge", period, edition))));
        local.content().forEach(cells -> lines.add(line(cells)));
        for (Criterion c : screening.criteria()) {
            lines.add(line(List.of(
                    "screening",
                    c.rule().code(),
                    String.valueOf(c.rule().version()),
                    c.pollutant().code(),
                    c.from().toString(),
                    c.to().toString(),
                    c.numbers().toString(),
                    c.reason())));
        }
        for (WaterCriterion c : screening.water().criteria()) {
            lines.add(line(List.of(
                    "water_screening",
                    c.rule().code(),
                    String.valueOf(c.rule().version()),
                    c.parameter().code(),
                    c.from().toString(),
                    c.to().toString(),
                    c.numbers().toString(),
                    c.reason())));
        }
        for (NotMonitored each : notMonitored) {
            lines.add(line(List.of(
                    "not_monitored",
                    each.subject().kind(),
                    each.subject().id(),
                    each.exemption().pollutant().code(),
                    each.exemption().from().toString(),
                    each.exemption().to().toString(),
                    each.exemption().document())));
        }
        // A proposal touches no figure, and neither does what was rejected.
        events.stream()
                .filter(ExceptionalEvent::isConfirmed)
                .forEach(event -> lines.add(line(List.of(
                        "event",
                        event.id(),
                        event.area(),
                        event.stations().stream().sorted().toList().toString(),
                        ExceptionalEvent.print(event.from()),
                        ExceptionalEvent.print(event.to()),
                        event.pollutants().stream().sorted().toList().toString()))));
        water(water).forEach(cells -> lines.add(line(cells)));
        targets(targets).forEach(cells -> lines.add(line(cells)));
        Collections.sort(lines);
        return sha256(String.join("\n", lines)).substring(0, DIGITS);
    }

    /** What figures of accounts rest on; nothing where no target is configured. */
    private static List<List<String>> targets(Targets targets) {
        List<List<String>> all = new ArrayList<>();
        for (Target t : targets.all()) {
            all.add(List.of(
                    "target",
                    t.id(),
                    t.subject().kind(),
                    t.subject().id(),
                    t.period().toString(),
                    t.indicator().code(),
                    t.value().toString(),
                    String.valueOf(t.judgedAt().decimals()),
                    t.judgedAt().rounding().name(),
                    String.valueOf(targets.tooEarlyDays())));
        }
        return all;
    }

    /** Nothing where no water is configured: such a network has the hash that it always had. */
    private static List<List<String>> water(WaterNetwork water) {
        List<List<String>> all = new ArrayList<>();
        for (Section s : water.sections()) {
            List<String> facts = new ArrayList<>(List.of("section", s.id(), s.province(), s.basin(), s.river()));
            facts.addAll(List.of(s.nameZh(), s.nameEn(), String.valueOf(s.lon()), String.valueOf(s.lat())));
            s.aliases().stream().sorted().forEach(facts::add);
            all.add(facts);
            for (SectionPeriod p : s.periods()) {
                all.add(List.of(
                        "section_period",
                        s.id(),
                        p.from().toString(),
                        text(p.to()),
                        p.type().code(),
                        p.waterBody(),
                        text(p.target()),
                        p.network(),
                        p.responsible()));
            }
        }
        water.waterBodies()
                .forEach(b -> all.add(List.of(
                        "water_body", b.id(), b.nameZh(), b.nameEn(), b.type().code())));
        water.basins().forEach(b -> all.add(List.of("basin", b.toString())));
        water.rivers().forEach(r -> all.add(List.of("river", r.toString())));
        water.reaches().forEach(r -> all.add(List.of("reach", r.toString())));
        water.areas().forEach(a -> all.add(List.of("section_area", a.toString())));
        return all;
    }

    /** Each cell with its length before it, so that no two lists of cells give one line. */
    private static String line(List<String> cells) {
        StringBuilder text = new StringBuilder();
        cells.forEach(
                cell -> text.append(cell.length()).append(':').append(cell).append(' '));
        return text.toString();
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
