package org.microgram.dashboard.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.dashboard.query.Views;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.views.Span;

/** Reads what was asked, checks it, and asks the one who knows. Parameters are null when they were not given. */
final class Api {

    private final Sources sources;
    private final CityNow cityNow;
    private final YearOfDays yearOfDays;
    private final Views views;
    private final RowList rowList;

    Api(Sources sources) {
        this.sources = sources;
        this.cityNow = new CityNow(sources.store(), sources.network());
        this.yearOfDays = new YearOfDays(sources.store());
        this.views = new Views(sources.store(), sources.network(), sources.bases());
        this.rowList = new RowList(views);
    }

    /**
     * @param at an hour; without it the newest, in a replay never one the replay has not reached
     * @return empty as long as the city has no hour at all
     */
    Optional<CityNow.View> now(String at) {
        if (at != null) {
            return Optional.of(cityNow.at(Hours.parseLabel("at", at)));
        }
        PlatformState state = sources.state().get();
        long now = state.now().getEpochSecond();
        return cityNow.latestHour()
                .map(newest -> state.replay() ? Math.min(newest, now - Math.floorMod(now, Hours.HOUR)) : newest)
                .map(cityNow::at);
    }

    YearOfDays.View days(String subject, String year) {
        Named named = subject(subject);
        String wanted = require("year", year, "2020");
        if (!wanted.matches("(19|20)\\d{2}")) {
            throw new Problem(400, "year=" + wanted + " is not a year", "four digits", "write year=2020");
        }
        return yearOfDays.of(named.subject(), named.nameZh(), named.nameEn(), Integer.parseInt(wanted));
    }

    List<Comparison> published() {
        return sources.published().get();
    }

    Receipt explain(String key, String asOf) {
        String wanted = require("key", key, "beijing air_day PM2.5 2020-02-12").trim();
        Optional<Receipt> receipt;
        try {
            receipt = sources.explainer().explain(wanted, moment(asOf));
        } catch (IllegalArgumentException e) {
            throw unknownFigure(wanted + ": " + e.getMessage(), 400);
        }
        return receipt.orElseThrow(() -> unknownFigure("no figure is called " + wanted, 404));
    }

    private static Problem unknownFigure(String found, int status) {
        return new Problem(
                status,
                found,
                "subject, measurement, parameter and period, as in: beijing air_day PM2.5 2020-02-12",
                "check the period against /api/days or the names with ./microgram check-config");
    }

    List<Map<String, String>> rows(String measurement, String subject, String from, String to) {
        Measurement wanted;
        try {
            wanted = Measurement.of(require("measurement", measurement, "air_day"));
        } catch (IllegalArgumentException e) {
            throw new Problem(400, e.getMessage(), "the name of a measurement", "write measurement=air_day");
        }
        LocalDate first = Hours.parseDay("from", require("from", from, "2020-02-01"));
        LocalDate last = Hours.parseDay("to", require("to", to, "2020-02-29"));
        return rowList.read(
                wanted,
                subject(require("subject", subject, "beijing")).subject(),
                Hours.startOfDay(first),
                Hours.startOfDay(last.plusDays(1)));
    }

    /** A ranking in its order; {@code level} is unit unless it says station. */
    List<Map<String, String>> rank(String level, String by, String period) {
        try {
            return views
                    .rank(
                            level == null || level.isBlank() ? "unit" : level,
                            require("by", by, "PM2.5"),
                            Span.parse(require("period", period, "2019-H1")))
                    .stream()
                    .map(RowList::fields)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new Problem(
                    400,
                    e.getMessage(),
                    "by, period, and level when stations are ranked",
                    "write by=PM2.5&period=2019-H1&level=unit");
        }
    }

    /** A station or an area; without a name the city. */
    Named subject(String asked) {
        String name = asked == null || asked.isBlank() ? cityNow.city().id() : asked;
        Network network = sources.network();
        Optional<Area> area = network.findArea(name);
        if (area.isPresent()) {
            Area a = area.get();
            return new Named(Subject.area(a.id()), a.nameZh(), a.nameEn());
        }
        Station station = network.findStation(name)
                .orElseThrow(() -> new Problem(
                        404,
                        "no area or station is called " + name,
                        "an id or a name of config/areas.csv or config/stations.csv",
                        "write subject=" + cityNow.city().id() + " for the city"));
        return new Named(Subject.station(station.id()), station.nameZh(), station.nameEn());
    }

    private static OptionalLong moment(String asOf) {
        if (asOf == null || asOf.isBlank()) {
            return OptionalLong.empty();
        }
        try {
            // a plus sign in an address is a blank once decoded
            return OptionalLong.of(OffsetDateTime.parse(asOf.trim().replace(' ', '+'))
                    .toInstant()
                    .toEpochMilli());
        } catch (DateTimeException e) {
            throw new Problem(
                    400,
                    "as-of=" + asOf + " is not a moment",
                    "a date and time with offset, ISO 8601",
                    "write as-of=2020-07-01T00:00:00+08:00");
        }
    }

    private static String require(String name, String value, String example) {
        if (value == null || value.isBlank()) {
            throw new Problem(400, name + " is missing", "a value for " + name, "add " + name + "=" + example);
        }
        return value;
    }

    record Named(Subject subject, String nameZh, String nameEn) {}
}
