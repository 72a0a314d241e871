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
                "text in the format that was named; of the archive, a first line that begins with date,hour,type",
                "download the file again; the publisher sent an error page or the wrong encoding"),
        BAD_HEADER(
                "a header with unknown, empty or repeated column names",
                "the columns of the format, each once; of the archive date,hour,type and then station names of config/stations.csv",
                "if the name is a station's new or old name, add it to the aliases in config/stations.csv; else download again"),
        CUT_ROW(
                "a row with fewer or more cells than the header",
                "as many cells as the header",
                "download the file again; the transfer was cut off"),
        BAD_TIME(
                "a date or hour that cannot be read, or is not that of the file",
                "a date as YYYYMMDD and an hour from 0 to 23; in readings-csv a start such as 2019-02-12T07:00:00+08:00; of water 04-01 08:00",
                "correct the row at its source"),
        IN_THE_FUTURE(
                "an interval that ends after it was received, or an arrival more than a day after it was read in",
                "an interval that is over, an arrival that was",
                "check the station's clock and received_at; and the clock of this machine"),
        UNKNOWN_STATION(
                "a station that is not configured",
                "an id, name or alias of config/stations.csv; of foreign networks an alias such as openaq:2178 or airnow:010030010",
                "add the station or the alias to config/stations.csv"),
        UNKNOWN_SECTION(
                "a section of a river or point of a lake that is not configured",
                "a name or alias of config/sections.csv together with its province",
                "add the section or the alias to config/sections.csv"),
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
                "0 to 4,000 µg/m³ of a gas, 0 to 10,000 µg/m³ of particles, 0 to 200 mg/m³ of CO; of water pH 0 to 14, DO 0 to 60 mg/L … (house rule)",
                "check the unit and the instrument; if it is real, raise the range in standards/physical-range.csv, of water in water/physical-range.csv"),
        BAD_UNIT(
                "a unit that no value of the parameter can have",
                "µg/m3 (ug/m3) or mg/m3, of gases also ppb or ppm",
                "state the unit; conversions are not guessed"),
        BAD_LENGTH(
                "an interval that is neither an hour nor whole minutes within one, or whose length cannot be told",
                "a length of 3600 seconds, or of 1 to 59 minutes with rank minutes",
                "send hourly values, or minutes that do not cross a full hour"),
        TOO_FEW_MINUTES(
                "minute values that are too few to form an hour",
                "45 minutes of the hour (GB 3095 table 4; particles: house rule), all in one run",
                "send all minutes of the hour again, in one run"),
        NO_AUTHOR(
                "an audited value, a withdrawal by a person, or a lock, without author or reason",
                "author and reason on everything that a person decides",
                "say who decided it and why"),
        NOT_ALLOWED(
                "a reviewed value, brought by somebody who may not review it",
                "raw values; audited ones and those of a first or second review from a reviewer, final ones from an approver",
                "let somebody read the file in who also has that role (user roles NAME --roles system,approver), or enter the decision by review"),
        BAD_FIELD(
                "a rank, state, received_at, seq, flag or detection limit that cannot be read",
                "rank minutes|hour|audited, state raw|first|second|final, received_at with offset, seq a whole number, flag N|S|F|M|D|C|T|B, detection_limit a number above 0",
                "correct the cell"),
        UNREADABLE_ARCHIVE(
                "an archive or compressed file that cannot be unpacked safely, or a link in its place",
                "a whole .gz, or a .tar.xz of daily files without links, absolute or parent paths",
                "download the archive again; never unpack one that reaches outside its folder"),
        TOO_LARGE(
                "a file, archive or set of minute values over the limits of size",
                "at most 64 MB a file and 4 GB an archive once unpacked, 4,000,000 minute values a run",
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
