package org.microgram.standards.figures;

import org.microgram.standards.ledger.ReviewState;

/**
 * How many of the hourly values that count in a figure are in each state of review (definitions §1).
 *
 * @param raw not reviewed
 * @param first after the first review
 * @param second after the second
 * @param last final
 */
public record States(int raw, int first, int second, int last) {

    public static final States NONE = new States(0, 0, 0, 0);

    public States plus(States other) {
        return new States(raw + other.raw, first + other.first, second + other.second, last + other.last);
    }

    public States plus(ReviewState state) {
        return switch (state) {
            case RAW -> new States(raw + 1, first, second, last);
            case FIRST -> new States(raw, first + 1, second, last);
            case SECOND -> new States(raw, first, second + 1, last);
            case FINAL -> new States(raw, first, second, last + 1);
        };
    }

    public boolean isEmpty() {
        return raw + first + second + last == 0;
    }

    /** The state of the figure: the lowest among its values; raw when it has none. */
    public ReviewState lowest() {
        if (raw > 0 || isEmpty()) {
            return ReviewState.RAW;
        }
        return first > 0 ? ReviewState.FIRST : second > 0 ? ReviewState.SECOND : ReviewState.FINAL;
    }

    /** What {@link #print} wrote. */
    public static States parse(String text) {
        String[] counts = text.split("/");
        return new States(
                Integer.parseInt(counts[0]),
                Integer.parseInt(counts[1]),
                Integer.parseInt(counts[2]),
                Integer.parseInt(counts[3]));
    }

    /** As rows carry it: {@code 20/0/0/4}, raw to final. */
    public String print() {
        return raw + "/" + first + "/" + second + "/" + last;
    }
}
