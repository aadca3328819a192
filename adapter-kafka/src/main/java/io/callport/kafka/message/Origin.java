package io.callport.kafka.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a command was first published, kept while it travels to its home in the header {@code callport_origin}:
 * {@code <topic>/<partition>/<offset>;hops=<n>}.
 *
 * @param position {@code topic/partition/offset} of the first record
 * @param hops how often it was re-routed
 */
record Origin(String position, int hops) {
    static final String HEADER = "callport_origin";

    private static final Pattern FORM = Pattern.compile("([a-zA-Z0-9._-]{1,249}/\\d{1,10}/\\d{1,19});hops=(\\d{1,3})");

    /** The origin of a record; one without the header, or with one that is not ours, starts here. */
    static Origin of(InboundRecord record) {
        byte[] header = record.header(HEADER);
        Matcher form = FORM.matcher(header == null ? "" : RecordHeader.text(header));
        return form.matches()
                ? new Origin(form.group(1), Integer.parseInt(form.group(2)))
                : new Origin(record.position(), 0);
    }

    RecordHeader nextHop() {
        return RecordHeader.of(HEADER, position + ";hops=" + (hops + 1));
    }
}
