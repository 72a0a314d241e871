package org.microgram.dashboard.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.List;

/** Receipts and histories as JSON: the records as they are, component names as keys, numbers as decimal strings. */
public final class ReceiptJson {

    private static final ObjectWriter WRITER = new ObjectMapper().writerWithDefaultPrettyPrinter();

    private ReceiptJson() {}

    public static String print(Receipt receipt) {
        return write(receipt);
    }

    public static String print(List<HistoryEntry> history) {
        return write(history);
    }

    private static String write(Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts can always be written", e);
        }
    }
}
