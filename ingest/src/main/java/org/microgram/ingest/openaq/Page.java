package org.microgram.ingest.openaq;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Records;
import org.microgram.ingest.csv.Refused;
import org.microgram.ingest.files.TextBytes;
import org.microgram.ingest.minutes.HoursFromMinutes;
import org.microgram.ingest.minutes.MinuteValue;
import org.microgram.ingest.values.Missing;
import org.microgram.ingest.values.ReadValue;
import org.microgram.ingest.values.SentValue;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.Validity;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

/** One page of the API: {@code {"meta": …, "results": [ … ]}}. A refusal's position is the number of the result, from 1. */
final class Page {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String FROM = "period.datetimeFrom.utc";
    private static final String TO = "period.datetimeTo.utc";

    private final String source;
    private final ReadRun run;
    private final Records records;
    private final HoursFromMinutes hours;
    private final OpenaqStations stations;

    Page(String source, ReadRun run, Records records, HoursFromMinutes hours) {
        this.source = source;
        this.run = run;
        this.records = records;
        this.hours = hours;
        this.stations = new OpenaqStations(run.context().network());
    }

    void read(byte[] bytes) throws IOException {
        if (!TextBytes.checked(bytes, source, run)) {
            return;
        }
        long number = 0;
        boolean found = false;
        try (JsonParser json = JSON.createParser(bytes)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    if (json.nextToken() == JsonToken.START_ARRAY && name.equals("results")) {
                        found = true;
                        while (json.nextToken() == JsonToken.START_OBJECT) {
                            Map<String, String> result = new TreeMap<>();
                            flatten(json, "", result);
                            number++;
                            result(number, result);
                        }
                    } else {
                        json.skipChildren();
                    }
                }
            }
            if (!found) {
                String what = "JSON without a list named results";
                run.refuse(Reason.NOT_A_TABLE, source, 0, what, TextBytes.head(bytes), 0);
            }
        } catch (JsonParseException e) {
            Reason reason = found ? Reason.CUT_ROW : Reason.NOT_A_TABLE;
            String what = "no JSON from result " + (number + 1) + " on: " + e.getOriginalMessage();
            run.refuse(reason, source, number + 1, what, TextBytes.head(bytes), 0);
        } catch (JsonProcessingException e) {
            run.refuse(Reason.TOO_LARGE, source, number + 1, e.getOriginalMessage(), TextBytes.head(bytes), 0);
        }
    }

    /** The texts and numbers of an object by their path; lists in it are not needed. */
    private static void flatten(JsonParser json, String prefix, Map<String, String> into) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String path = prefix + json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT) {
                flatten(json, path + ".", into);
            } else if (value == JsonToken.START_ARRAY) {
                json.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                into.put(path, json.getText());
            }
        }
    }

    private void result(long number, Map<String, String> result) {
        run.countRead(1);
        try {
            OpenaqStations.Owner owner = stations.ofPage(source);
            String name = result.getOrDefault("parameter.name", "");
            Pollutant pollutant = Pollutant.find(name)
                    .orElseThrow(() -> new Refused(Reason.UNKNOWN_PARAMETER, "parameter \"" + name + "\""));
            long start = second(result, FROM);
            long length = second(result, TO) - start;
            String sent = result.getOrDefault("value", "");
            ReadValue value = ReadValue.ofFloating(SentValue.plain(
                    pollutant, start, Missing.isCode(sent) ? "" : sent, result.getOrDefault("parameter.units", "")));
            if (value.isRefused()) {
                throw new Refused(value.reason(), value.found());
            }
            if (value.isAbsent()) {
                run.countEmpty(1);
            } else if (length == StationRecord.HOUR && Math.floorMod(start, StationRecord.HOUR) == 0) {
                covered(pollutant, result);
                records.hour(owner.station(), start, version(start + length, owner), Map.of(pollutant, value));
            } else if (MinuteValue.fits(start, length)) {
                Version version = version(start + length, owner);
                hours.add(new MinuteValue(
                        owner.station(),
                        pollutant,
                        start,
                        (int) length / 60,
                        value.scaled(),
                        value.note(),
                        version.state(),
                        version.receivedAt(),
                        version.seq(),
                        source,
                        number));
            } else {
                throw new Refused(Reason.BAD_LENGTH, length + " seconds from " + result.get(FROM));
            }
        } catch (Refused e) {
            run.refuse(e.reason(), source, number, e.getMessage(), result.toString(), 1);
        }
    }

    private static Version version(long end, OpenaqStations.Owner owner) {
        return new Version(ReviewState.RAW, Rank.HOUR, end * 1000, OpenaqReader.FORMAT, owner.sensor());
    }

    /** An hour of the resource {@code hours} says how much of it was observed. */
    private static void covered(Pollutant pollutant, Map<String, String> result) throws Refused {
        String observed = result.get("coverage.observedInterval");
        if (observed == null) {
            return;
        }
        int needed = Validity.minutesOfHour(pollutant);
        int seconds;
        try {
            String[] parts = observed.split(":");
            seconds = parts.length == 3 && parts[0].matches("\\d{2,5}")
                    ? Integer.parseInt(parts[0]) * StationRecord.HOUR
                            + LocalTime.parse("00:" + parts[1] + ":" + parts[2]).toSecondOfDay()
                    : -1;
        } catch (DateTimeException e) {
            seconds = -1;
        }
        if (seconds < 0) {
            throw new Refused(Reason.BAD_FIELD, "coverage.observedInterval \"" + observed + "\"");
        }
        if (seconds < needed * 60) {
            throw new Refused(Reason.TOO_FEW_MINUTES, "observed " + observed + ", " + needed + " minutes are needed");
        }
    }

    private static long second(Map<String, String> result, String path) throws Refused {
        String text = result.getOrDefault(path, "");
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1900 && time.getYear() < 2200 && time.getNano() == 0) {
                return time.toEpochSecond();
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new Refused(Reason.BAD_TIME, path + " \"" + text + "\"");
    }
}
