package io.callport.kafka.record;

import java.util.List;

/**
 * The position where a command was first published. A command that is re-routed to its home keeps this position in the
 * header {@code callport_origin}: {@code <topic>/<partition>/<offset>;hops=<n>}, which counts only with its tag beside
 * it. A dead letter that was published again keeps the position, too.
 *
 * @param position {@code topic/partition/offset} of the first record
 * @param hops the number of times that the command was re-routed
 * @param deadLetterCount the number of times that the record became a dead letter before
 */
public record Origin(String position, int hops, int deadLetterCount) {
    public static final String HEADER = "callport_origin";
    /** The name of the header that proves the header of the origin. */
    public static final String TAG = "callport_origin_tag";
    /**
     * The name of the header with the timestamp of the first record, in milliseconds since the epoch. Only a record
     * whose topic refuses that timestamp has it.
     */
    public static final String TIMESTAMP = "callport_timestamp";
    /** The form of a position, as a regular expression. */
    public static final String POSITION = "[a-zA-Z0-9._-]{1,249}/\\d{1,10}/\\d{1,19}";

    /** The record's own position. */
    public static Origin here(InboundRecord record) {
        return new Origin(record.position(), 0, 0);
    }

    public static boolean isPosition(String text) {
        return text.matches(POSITION);
    }

    /** The topic, the partition and the offset of the first record. */
    public List<String> parts() {
        return List.of(position.split("/", -1));
    }

    /** The topic of the first record. */
    public String topic() {
        return parts().get(0);
    }
}
