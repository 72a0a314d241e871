package org.microgram.messages.network;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A monitoring station.
 *
 * @param id stable ASCII id: the national code ({@code 1003A}) or {@code bj-} and pinyin
 * @param nameZh its Chinese name; of Beijing, that of the public files until 2021-01-22
 * @param nameEn its English name
 * @param aliases other names it has or had in files
 * @param district id of the assessment unit it stands in
 * @param role national, municipal, control, regional or traffic
 * @param grade ambient air zone class of GB 3095, 1 or 2
 * @param from first day of service
 * @param to last day of service; empty while it serves
 * @param lon longitude in degrees, NaN when unknown
 * @param lat latitude in degrees, NaN when unknown
 */
public record Station(
        String id,
        String nameZh,
        String nameEn,
        List<String> aliases,
        String district,
        String role,
        int grade,
        LocalDate from,
        Optional<LocalDate> to,
        double lon,
        double lat)
        implements Serializable {

    /** An Optional does not travel; in the job graph an open end is a null. */
    private Object writeReplace() {
        return new Travelling(id, nameZh, nameEn, aliases, district, role, grade, from, to.orElse(null), lon, lat);
    }

    private record Travelling(
            String id,
            String nameZh,
            String nameEn,
            List<String> aliases,
            String district,
            String role,
            int grade,
            LocalDate from,
            LocalDate to,
            double lon,
            double lat)
            implements Serializable {

        private Object readResolve() {
            return new Station(
                    id, nameZh, nameEn, aliases, district, role, grade, from, Optional.ofNullable(to), lon, lat);
        }
    }
}
