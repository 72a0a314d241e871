package org.microgram.store.influx;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.microgram.store.StoreFailure;

/**
 * Reads what InfluxQL answers, record by record: memory does not grow with it, and numbers are taken as they are written.
 *
 * <p>An answer is one JSON document after another. A statement that failed, perhaps half way, says so in the middle of an answer whose
 * status was 200; that is why the client's own reader, which passes over it, is not used.
 */
final class Answer {

    /** Takes the records of an answer, in its order; the values are as the columns that were asked for, the time first. */
    interface Records {

        /**
         * @param statement which of the statements sent, the first being 0
         * @param values null where there is none; the array is used again
         */
        void accept(int statement, String[] values);
    }

    private final JsonReader json;
    private final Records records;

    private Answer(Reader reader, Records records) {
        this.json = new JsonReader(reader);
        this.json.setLenient(true); // it allows one document after another
        this.records = records;
    }

    /** @throws StoreFailure when a statement failed */
    static void read(Reader reader, Records records) throws IOException {
        Answer answer = new Answer(reader, records);
        while (answer.json.peek() != JsonToken.END_DOCUMENT) {
            answer.document();
        }
    }

    private void document() throws IOException {
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "results" -> each(this::result);
                case "error" -> throw failed(json.nextString());
                default -> json.skipValue();
            }
        }
        json.endObject();
    }

    private void result() throws IOException {
        int statement = 0;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "statement_id" -> statement = json.nextInt();
                case "series" -> {
                    int of = statement; // the id stands before the series
                    each(() -> series(of));
                }
                case "error" -> throw failed(json.nextString());
                default -> json.skipValue();
            }
        }
        json.endObject();
    }

    private void series(int statement) throws IOException {
        List<String> columns = new ArrayList<>();
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "columns" -> each(() -> columns.add(json.nextString()));
                case "values" -> {
                    String[] values = new String[columns.size()];
                    each(() -> record(statement, values));
                }
                default -> json.skipValue();
            }
        }
        json.endObject();
    }

    private void record(int statement, String[] values) throws IOException {
        json.beginArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = value();
        }
        json.endArray();
        records.accept(statement, values);
    }

    private String value() throws IOException {
        return switch (json.peek()) {
            case NULL -> {
                json.nextNull();
                yield null;
            }
            case BOOLEAN -> Boolean.toString(json.nextBoolean());
            default -> json.nextString(); // of a number, its digits as they came
        };
    }

    private interface Element {
        void read() throws IOException;
    }

    private void each(Element element) throws IOException {
        json.beginArray();
        while (json.hasNext()) {
            element.read();
        }
        json.endArray();
    }

    private static StoreFailure failed(String error) {
        return new StoreFailure("InfluxDB could not answer a question: " + error
                + "\n-> see its own log; a limit of its configuration may be too small (max-select-*, query-timeout)");
    }
}
