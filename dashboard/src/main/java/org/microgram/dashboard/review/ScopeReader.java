package org.microgram.dashboard.review;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.microgram.dashboard.review.ReviewRefused.Code;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;

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
        return new ScopeReader(written, mostDays, against).span(network);
    }

    private Optional<Scope<?>> span(Network network) {
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
