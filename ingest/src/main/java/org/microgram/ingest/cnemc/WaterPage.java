package org.microgram.ingest.cnemc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.csv.CsvTable;
import org.microgram.ingest.files.TextBytes;
import org.microgram.messages.readings.Refusal.Reason;

/**
 * One page: {@code {"thead": ["省份", …], "tbody": [["北京市", …], …]}}. A refusal's position is the number of the row in {@code tbody}, from 1; that
 * of a header 0.
 */
final class WaterPage {

    private static final JsonFactory JSON = new JsonFactory();

    /** All sections of the country are fewer than 4,000; a page must not be able to fill memory. */
    private static final int MOST_ROWS = 20_000;

    private static final int MOST_CELLS = 64;

    private final String source;
    private final ReadRun run;
    private List<String> head;
    private final List<List<String>> body = new ArrayList<>();
    private boolean hasBody;
    private Reason stoppedBy = Reason.CUT_ROW;

    WaterPage(String source, ReadRun run) {
        this.source = source;
        this.run = run;
    }

    /** Hands header and rows over; rows before a place that is no JSON are used. */
    void read(byte[] bytes, CsvTable.Rows rows) throws IOException {
        if (!TextBytes.checked(bytes, source, run)) {
            return;
        }
        String cut = parse(bytes);
        if (head == null || !hasBody) {
            String what = cut.isEmpty() ? "JSON without lists named thead and tbody" : cut;
            run.refuse(Reason.NOT_A_TABLE, source, 0, what, TextBytes.head(bytes), 0);
            return;
        }
        String faults = rows.header(head);
        if (!faults.isEmpty()) {
            run.countRead(body.size() * rows.valuesInRow());
            run.refuse(Reason.BAD_HEADER, source, 0, faults, String.join(",", head), body.size() * rows.valuesInRow());
            return;
        }
        long number = 0;
        for (List<String> row : body) {
            rows.row(++number, row);
        }
        if (!cut.isEmpty()) {
            run.refuse(stoppedBy, source, number + 1, cut, TextBytes.head(bytes), 0);
        }
    }

    /** What stopped it; empty when it was read to its end. */
    private String parse(byte[] bytes) throws IOException {
        try (JsonParser json = JSON.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return "JSON that is no object";
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                boolean list = json.nextToken() == JsonToken.START_ARRAY;
                if (list && name.equals("thead")) {
                    head = texts(json);
                } else if (list && name.equals("tbody")) {
                    hasBody = true;
                    rows(json);
                } else {
                    json.skipChildren();
                }
            }
            return "";
        } catch (JsonParseException e) {
            return "no JSON from row " + (body.size() + 1) + " on: " + e.getOriginalMessage();
        } catch (JsonProcessingException e) {
            stoppedBy = Reason.TOO_LARGE; // a text or a depth beyond what the parser takes
            return "row " + (body.size() + 1) + ": " + e.getOriginalMessage();
        }
    }

    private void rows(JsonParser json) throws IOException {
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == null) {
                return;
            }
            if (body.size() == MOST_ROWS) {
                throw new StreamConstraintsException(
                        "there are more than " + MOST_ROWS + " rows", json.currentLocation());
            }
            if (token == JsonToken.START_ARRAY) {
                body.add(texts(json));
            } else {
                // A row that is no list has no cells that could be taken: refused by its count of cells.
                json.skipChildren();
                body.add(List.of(String.valueOf(json.getText())));
            }
        }
    }

    /** The cells of a list as texts; null is an empty one; a list or an object, which no cell may be, is no number. */
    private static List<String> texts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonToken token = json.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = json.nextToken()) {
            if (token.isStructStart()) {
                json.skipChildren();
            }
            if (texts.size() <= MOST_CELLS) {
                texts.add(token == JsonToken.VALUE_NULL ? "" : json.getText()); // of a list its bracket
            }
        }
        return texts;
    }
}
