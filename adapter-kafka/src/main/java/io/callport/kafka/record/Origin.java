package io.callport.kafka.record;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The position where a command was first published. A command that is re-routed to its home keeps this position in the
 * header {@code callport_origin}: {@code <topic>/<partition>/<offset>;hops=<n>}. A dead letter that was published again
 * keeps the position, too.
 *
 * @param position {@code topic/partition/offset} of the first record
 * @param hops the number of times that the command was re-routed
 */
public record Origin(String position, int hops) {
    public static final String HEADER = "callport_origin";

    private static final String POSITION = "[a-zA-Z0-9._-]{1,249}/\\d{1,10}/\\d{1,19}";
    private static final Pattern FORM = Pattern.compile("(" + POSITION + ");hops=(\\d{1,3})");

    /** The origin of a record; the record's own position, if it has no valid header. */
    public static Origin of(InboundRecord record) {
        byte[] header = record.header(HEADER);
        if (header != null) {
            Matcher form = FORM.matcher(RecordHeader.text(header));
            if (form.matches()) {
                return new Origin(form.group(1), Integer.parseInt(form.group(2)));
            }
        }
        String deadLetter = DeadLetterHeaders.position(record);
        return new Origin(deadLetter.isEmpty() ? record.position() : deadLetter, 0);
    }

    public static boolean isPosition(String text) {
        return text.matches(POSITION);
    }

    /** The topic, the partition and the offset of the first record. */
    public List<String> parts() {
        return List.of(position.split("/", -1));
    }

    public RecordHeader nextHop() {
        return RecordHeader.of(HEADER, position + ";hops=" + (hops + 1));
    }
}
