package org.microgram.messages.rows;

import java.util.Arrays;

/**
 * The one shape for {@code figures}, store and pages: a key and the fields that its measurement declares. A field that has no value is
 * none, which blanks what stood there before. Immutable once built.
 */
public final class Row implements FiguresMessage {

    /** A number field without a value. */
    public static final long NONE = Long.MIN_VALUE;

    private final RowKey key;
    private final long[] numbers;
    private final String[] texts;

    private Row(RowKey key, long[] numbers, String[] texts) {
        this.key = key;
        this.numbers = numbers;
        this.texts = texts;
    }

    public RowKey key() {
        return key;
    }

    public Measurement measurement() {
        return key.measurement();
    }

    public Subject subject() {
        return key.subject();
    }

    /** A decimal or integer field by its index in {@link Measurement#fields()}; {@link #NONE} when it has none. */
    public long number(int field) {
        return numbers[field];
    }

    /** A text field by its index; null when it has none. */
    public String text(int field) {
        return texts[field];
    }

    public long number(String field) {
        return numbers[measurement().index(field)];
    }

    public String text(String field) {
        return texts[measurement().index(field)];
    }

    public boolean has(int field) {
        return measurement().fields().get(field).isText() ? texts[field] != null : numbers[field] != NONE;
    }

    public boolean has(String field) {
        return has(measurement().index(field));
    }

    public static Builder builder(RowKey key) {
        return new Builder(key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row that
                && key.equals(that.key)
                && Arrays.equals(numbers, that.numbers)
                && Arrays.equals(texts, that.texts);
    }

    @Override
    public int hashCode() {
        return key.hashCode() * 31 + Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(key);
        for (int i = 0; i < numbers.length; i++) {
            if (has(i)) {
                Field field = measurement().fields().get(i);
                text.append(' ').append(field.name()).append('=').append(field.isText() ? texts[i] : numbers[i]);
            }
        }
        return text.toString();
    }

    /** Fills in a row field by field. */
    public static final class Builder {

        private final RowKey key;
        private final long[] numbers;
        private final String[] texts;

        private Builder(RowKey key) {
            this.key = key;
            int size = key.measurement().fields().size();
            this.numbers = new long[size];
            Arrays.fill(numbers, NONE);
            this.texts = new String[size];
        }

        public Builder number(int field, long value) {
            numbers[field] = value;
            return this;
        }

        public Builder text(int field, String value) {
            texts[field] = value;
            return this;
        }

        public Builder number(String field, long value) {
            return number(key.measurement().index(field), value);
        }

        public Builder text(String field, String value) {
            return text(key.measurement().index(field), value);
        }

        /** The row; the builder must not be used afterwards. */
        public Row build() {
            return new Row(key, numbers, texts);
        }
    }
}
