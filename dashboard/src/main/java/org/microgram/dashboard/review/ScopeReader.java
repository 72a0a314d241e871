package org.microgram.dashboard.review;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.microgram.dashboard.review.ReviewRefused.Code;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.Station;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.water.WaterParameter;

/** Reads which values somebody means. */
final class ScopeReader {

    private final Written written;
    private final int mostDays;
    private final Objections against;

    private ScopeReader(Written written, int mostDays, Objections against) {
        this.written = written;
        this.mostDays = mostDays;
        this.against = against;
    }

    /** Nothing when something cannot be read; what, is among the objections. */
    static Optional<Scope<?>> read(Network network, Written written, int mostDays, Objections against) {
        if (written.station().isEmpty() == written.section().isEmpty()) {
            against.add(
                    Code.NOT_UNDERSTOOD,
                    "station 与 section 须写其一,且只写其一。-> 空气写站点,水写断面。",
                    "either a station or a section is needed. -> write the station for air, the section for water.");
            return Optional.empty();
        }
        ScopeReader reader = new ScopeReader(written, mostDays, against);
        return written.section().isEmpty() ? reader.span(network) : reader.samples(network);
    }

    private Optional<Scope<?>> samples(Network network) {
        Optional<String> section = section(network);
        Set<WaterParameter> items = parameters(
                WaterParameter.ALL,
                WaterParameter::find,
                "水质项目，如 pH、CODMn、NH3-N",
                "a parameter of water, such as pH, CODMn or NH3-N");
        Optional<Bounds> bounds = bounds(
                SampleSpan::bound,
                "采样时刻。-> 写 2021-04-01 或 2021-04-01T12:00。",
                "moment. -> write 2021-04-01, or 2021-04-01T12:00, when the water was taken.");
        if (section.isEmpty() || items.isEmpty() || bounds.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SampleSpan(section.get(), written.byHand(), bounds.get().from, bounds.get().to, items));
    }

    /** By its id, by province and name ({@code 北京市/古北口}), or by a name that no other has: names repeat across provinces. */
    private Optional<String> section(Network network) {
        String name = written.section();
        String[] parts = name.split("/", 2);
        Optional<Section> known = network.water()
                .section(name)
                .or(() -> parts.length < 2 ? Optional.empty() : network.water().findSection(parts[0], parts[1]));
        if (known.isPresent()) {
            return known.map(Section::id);
        }
        List<String> found = network.water().sections().stream()
                .filter(each -> each.nameZh().equals(name)
                        || each.nameEn().equalsIgnoreCase(name)
                        || each.aliases().contains(name))
                .map(Section::id)
                .toList();
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        boolean none = found.isEmpty();
        String ids = String.join(", ", found);
        against.add(
                Code.UNKNOWN_SECTION,
                none
                        ? "没有断面 \"" + name + "\"。-> 写 config/sections.csv 里的编号或名称。"
                        : "名为 \"" + name + "\" 的断面有 " + found.size() + " 个。-> 写编号: " + ids + "。",
                none
                        ? "there is no section \"" + name + "\". -> write an id or a name of config/sections.csv."
                        : found.size() + " sections are called \"" + name + "\". -> write an id: " + ids + ".");
        return Optional.empty();
    }

    private Optional<Scope<?>> span(Network network) {
        if (written.byHand()) {
            against.add(
                    Code.NOT_UNDERSTOOD,
                    "人工采样只用于断面。-> 去掉 byHand,或写 section。",
                    "only samples are taken by hand. -> leave byHand out, or write a section.");
        }
        Optional<String> station = network.findStation(written.station()).map(Station::id);
        if (station.isEmpty()) {
            against.add(
                    Code.UNKNOWN_STATION,
                    "没有站点 \"" + written.station() + "\"。-> 写 config/stations.csv 里的编号或名称。",
                    "there is no station \"" + written.station()
                            + "\". -> write an id or a name of config/stations.csv.");
        }
        Set<Pollutant> pollutants = parameters(
                Pollutant.ALL, Pollutant::find, "PM2.5、PM10、SO2、NO2、CO 或 O3", "PM2.5, PM10, SO2, NO2, CO or O3");
        Optional<Bounds> bounds = bounds(
                Span::bound,
                "小时。-> 写 2019-02-12 或 2019-02-12T08（以小时末标注，01–24）。",
                "hour. -> write 2019-02-12, or 2019-02-12T08 (by the label of its end, 01 to 24).");
        if (station.isEmpty() || pollutants.isEmpty() || bounds.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Span(station.get(), bounds.get().from, bounds.get().to, pollutants));
    }

    /** All of them when none is named; those that are known of the named ones. */
    private <P> Set<P> parameters(List<P> all, Function<String, Optional<P>> find, String zh, String en) {
        Set<P> found = new LinkedHashSet<>();
        for (String name : written.parameters()) {
            Optional<P> parameter = find.apply(name);
            parameter.ifPresent(found::add);
            if (parameter.isEmpty()) {
                against.add(
                        Code.UNKNOWN_PARAMETER,
                        "没有项目 \"" + name + "\"。-> 写 " + zh + "。",
                        "there is no parameter \"" + name + "\". -> write " + en + ".");
            }
        }
        return written.parameters().isEmpty() ? Set.copyOf(all) : found;
    }

    private interface Bound {
        OptionalLong read(String text, boolean first);
    }

    private record Bounds(long from, long to) {}

    /** From the first second to the end. */
    private Optional<Bounds> bounds(Bound bound, String zh, String en) {
        String last = written.to().isEmpty() ? written.from() : written.to();
        OptionalLong from = bound(bound, written.from(), true, zh, en);
        OptionalLong to = last.equals(written.from()) && from.isEmpty() ? from : bound(bound, last, false, zh, en);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.getAsLong() <= from.getAsLong()) {
            against.add(
                    Code.NOT_UNDERSTOOD,
                    last + " 早于 " + written.from() + "。-> 交换两者。",
                    last + " is before " + written.from() + ". -> exchange them.");
            return Optional.empty();
        }
        if (ChinaTime.dayOf(to.getAsLong() - 1) - ChinaTime.dayOf(from.getAsLong()) >= mostDays) {
            against.add(
                    Code.TOO_LONG,
                    "超过 " + mostDays + " 天。-> 分几次。",
                    "more than " + mostDays + " days. -> do it in several steps.");
            return Optional.empty();
        }
        return Optional.of(new Bounds(from.getAsLong(), to.getAsLong()));
    }

    private OptionalLong bound(Bound bound, String text, boolean first, String zh, String en) {
        OptionalLong found = bound.read(text, first);
        if (found.isEmpty()) {
            against.add(Code.NOT_UNDERSTOOD, "\"" + text + "\" 不是日期或" + zh, "\"" + text + "\" is no day or " + en);
        }
        return found;
    }
}
