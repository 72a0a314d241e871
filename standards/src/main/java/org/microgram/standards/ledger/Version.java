package org.microgram.standards.ledger;

/**
 * Which of two values for one slot counts: the one with the greater version (rule K1). A total order, so any order of arrival, any
 * repetition and any replay gives the same slot; Kafka's order decides nothing.
 *
 * @param state how far it has been reviewed
 * @param rank where it comes from
 * @param receivedAt when it first reached us or its publisher, milliseconds since 1970 UTC (an archive: the nominal time of its file)
 * @param source where from: a file's name, a station's address, a person's submission
 * @param seq its position there
 */
public record Version(ReviewState state, Rank rank, long receivedAt, String source, long seq)
        implements Comparable<Version> {

    @Override
    public int compareTo(Version other) {
        int order = state.compareTo(other.state);
        if (order == 0) {
            order = rank.compareTo(other.rank);
        }
        if (order == 0) {
            order = Long.compare(receivedAt, other.receivedAt);
        }
        if (order == 0) {
            order = source.compareTo(other.source);
        }
        return order != 0 ? order : Long.compare(seq, other.seq);
    }
}
