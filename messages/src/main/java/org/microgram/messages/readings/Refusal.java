package org.microgram.messages.readings;

/**
 * A record, row or file that could not be used, kept whole with its reason; what the topic {@code refusals} carries.
 *
 * @param reason one of the closed set of reasons
 * @param source file or address it came from
 * @param position line in the file, starting at 1, or 0 for the whole file
 * @param found what was found, in words
 * @param raw the text itself, cut to 4,096 characters
 * @param batch id of the backfill; empty when live
 * @param values how many values are lost by it
 */
public record Refusal(Reason reason, String source, long position, String found, String raw, String batch, int values) {

    /** Why something was refused: found, expected, what to do. {@code docs/refusals.md} is generated from here. */
    public enum Reason {
        EMPTY_FILE("a file without a byte", "a daily file with a header line", "download the file again"),
        NOT_A_TABLE(
                "a file that is no table: an HTML page, a compressed body named .csv, other binary data",
                "text whose first line begins with date,hour,type",
                "download the file again; the publisher sent an error page or the wrong encoding"),
        BAD_HEADER(
                "a header with unknown, empty or repeated column names",
                "date,hour,type and then station names of config/stations.csv, each once",
                "if the name is a station's new or old name, add it to the aliases in config/stations.csv; else download again"),
        CUT_ROW(
                "a row with fewer or more cells than the header",
                "as many cells as the header",
                "download the file again; the transfer was cut off"),
        BAD_TIME(
                "a date or hour that cannot be read, or is not that of the file",
                "a date as YYYYMMDD and an hour from 0 to 23; in readings-csv a start such as 2019-02-12T07:00:00+08:00",
                "correct the row at its source"),
        IN_THE_FUTURE(
                "an interval that ends after it was received", "an interval that is over", "check the station's clock"),
        UNKNOWN_STATION(
                "a station that is not configured",
                "an id, name or alias of config/stations.csv",
                "add the station or the alias to config/stations.csv"),
        UNKNOWN_PARAMETER(
                "a parameter that is not known",
                "PM2.5, PM10, SO2, NO2, CO or O3",
                "correct the name; other parameters are not evaluated yet"),
        NOT_A_NUMBER(
                "a cell that is no decimal number",
                "a plain decimal such as 42 or 1.3",
                "correct the cell at its source"),
        OUT_OF_RANGE(
                "a value that no instrument can have measured",
                "0 to 4,000 µg/m³ of a gas, 0 to 10,000 µg/m³ of particles, 0 to 200 mg/m³ of CO (house rule)",
                "check the unit and the instrument; if it is real, raise the range in standards/physical-range.csv"),
        BAD_UNIT(
                "a unit that does not belong to the parameter",
                "µg/m3 (ug/m3), for CO mg/m3",
                "state the unit; conversions are not guessed"),
        BAD_LENGTH("an interval that is not one hour", "a length of 3600 seconds", "send hourly values"),
        NO_AUTHOR(
                "an audited value without author or reason",
                "author and reason on every audited value",
                "say who decided it and why"),
        BAD_FIELD(
                "a rank, state, received_at or seq that cannot be read",
                "rank minutes|hour|audited, state raw|first|second|final, received_at with offset, seq a whole number",
                "correct the cell"),
        UNREADABLE_ARCHIVE(
                "an archive that cannot be unpacked safely",
                "a .tar.xz of daily files, without links, absolute or parent paths",
                "download the archive again; never unpack one that reaches outside its folder"),
        TOO_LARGE(
                "a file or archive over the limits of size",
                "at most 64 MB a file and 4 GB an archive once unpacked",
                "split it"),
        OVERFLOW("a sum that leaves the range of exact arithmetic", "values of a size that occurs", "check the unit");

        private final String found;
        private final String expected;
        private final String remedy;

        Reason(String found, String expected, String remedy) {
            this.found = found;
            this.expected = expected;
            this.remedy = remedy;
        }

        public String found() {
            return found;
        }

        public String expected() {
            return expected;
        }

        public String remedy() {
            return remedy;
        }

        /** The name in files and metrics: {@code cut_row}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
