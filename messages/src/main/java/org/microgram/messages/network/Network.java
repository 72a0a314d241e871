package org.microgram.messages.network;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.figures.MonitoringPlan;
import org.microgram.standards.screening.Screening;

/**
 * The bureau's configuration of stations, areas and evaluation: everything that a figure depends on besides the readings.
 *
 * @param stations sorted by id
 * @param areas in the order of config/areas.csv
 * @param memberships which station counts where and when
 * @param dailyProfile which days have an AQI: {@code archive} (PM2.5 valid) or {@code strict} (all six valid)
 * @param screening which values are suspect, and which of these do not count
 * @param notMonitored which pollutants the monitoring plans leave out
 * @param judges which edition judges a period, and the bureau's own editions beside the national ones
 * @param events exceptional events, of which the confirmed ones take hours out of means
 * @param water sections, lakes, rivers and basins; none where config/sections.csv is not there
 * @param targets what accounts are held against; none where config/targets.yaml is not there
 * @param hash short hash over all of it; every row carries it
 */
public record Network(
        List<Station> stations,
        List<Area> areas,
        List<Membership> memberships,
        String dailyProfile,
        Screening screening,
        List<NotMonitored> notMonitored,
        Judges judges,
        Events events,
        WaterNetwork water,
        Targets targets,
        String hash)
        implements Serializable {

    private static final int GRADE_OF_AREAS = 2;

    /** Without exceptional events and any account. */
    public Network(
            List<Station> stations,
            List<Area> areas,
            List<Membership> memberships,
            String dailyProfile,
            Screening screening,
            List<NotMonitored> notMonitored,
            Judges judges,
            WaterNetwork water,
            String hash) {
        this(
                stations,
                areas,
                memberships,
                dailyProfile,
                screening,
                notMonitored,
                judges,
                Events.NONE,
                water,
                Targets.NONE,
                hash);
    }

    /** Of the air alone. */
    public Network(
            List<Station> stations,
            List<Area> areas,
            List<Membership> memberships,
            String dailyProfile,
            Screening screening,
            List<NotMonitored> notMonitored,
            Judges judges,
            String hash) {
        this(stations, areas, memberships, dailyProfile, screening, notMonitored, judges, WaterNetwork.NONE, hash);
    }

    /** Judged by the national editions alone, and nobody screens its values. */
    public Network(
            List<Station> stations, List<Area> areas, List<Membership> memberships, String dailyProfile, String hash) {
        this(stations, areas, memberships, dailyProfile, Screening.NONE, Judges.NATIONAL, hash);
    }

    /** Of the air alone, where each monitors all six. */
    public Network(
            List<Station> stations,
            List<Area> areas,
            List<Membership> memberships,
            String dailyProfile,
            Screening screening,
            Judges judges,
            String hash) {
        this(stations, areas, memberships, dailyProfile, screening, List.of(), judges, WaterNetwork.NONE, hash);
    }

    /** The same with these targets. */
    public Network with(Targets others) {
        return new Network(
                stations,
                areas,
                memberships,
                dailyProfile,
                screening,
                notMonitored,
                judges,
                events,
                water,
                others,
                hash);
    }

    /** Whose daily limits judge a subject: a station has its own grade, of an area it is the second (GB 3095). */
    public int grade(Subject subject) {
        return stations.stream()
                .filter(s -> subject.equals(Subject.station(s.id())))
                .findFirst()
                .map(Station::grade)
                .orElse(GRADE_OF_AREAS);
    }

    /** The same with exceptional events entered, under a hash of its own. */
    public Network with(List<ExceptionalEvent> entered, String otherHash) {
        return new Network(
                stations,
                areas,
                memberships,
                dailyProfile,
                screening,
                notMonitored,
                judges,
                Events.of(entered, memberships),
                water,
                targets,
                otherHash);
    }

    /** Finds a station by id, name or alias. */
    public Optional<Station> findStation(String name) {
        return stations.stream()
                .filter(s -> s.id().equals(name)
                        || s.nameZh().equals(name)
                        || s.nameEn().equalsIgnoreCase(name)
                        || s.aliases().contains(name))
                .findFirst();
    }

    public Optional<Area> findArea(String name) {
        return areas.stream()
                .filter(a -> a.id().equals(name)
                        || a.nameZh().equals(name)
                        || a.nameEn().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The members of an area on a day, in station order. */
    public List<String> members(String area, LocalDate day) {
        return memberships.stream()
                .filter(m -> m.area().equals(area) && m.holdsOn(day))
                .map(Membership::station)
                .sorted()
                .distinct()
                .toList();
    }

    /** What a station or an area monitors. */
    public MonitoringPlan plan(Subject subject) {
        List<MonitoringPlan.Exemption> exemptions = notMonitored.stream()
                .filter(each -> each.subject().equals(subject))
                .map(NotMonitored::exemption)
                .toList();
        return exemptions.isEmpty() ? MonitoringPlan.ALL_SIX : new MonitoringPlan(exemptions);
    }

    /** The areas that a station is ever a member of. */
    public List<String> areasOf(String station) {
        return memberships.stream()
                .filter(m -> m.station().equals(station))
                .map(Membership::area)
                .distinct()
                .toList();
    }

    /** Id, name or alias → id. Built once by readers of files with many rows. */
    public Map<String, String> stationIdsByName() {
        Map<String, String> ids = new HashMap<>();
        for (Station s : stations) {
            ids.put(s.id(), s.id());
            ids.put(s.nameZh(), s.id());
            ids.put(s.nameEn(), s.id());
            s.aliases().forEach(alias -> ids.put(alias, s.id()));
        }
        return ids;
    }
}
