package io.callport.kafka.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The headers that say where a dead letter was first published and why it is no command. A dead letter that is
 * published as a command again, with its headers, keeps the identity of its first record; its headers are replaced if
 * it becomes a dead letter again.
 */
public final class DeadLetterHeaders {
    public static final String PREFIX = "__dlq.errors.";
    /** The name of the header that proves the position. */
    public static final String TAG = "tag";

    private static final List<String> NAMES = List.of(
            "topic", "partition", "offset", "group", "delivery.count", "message", "value.length", "value.sha256", TAG);

    private DeadLetterHeaders() {}

    public static RecordHeader of(String name, String value) {
        return RecordHeader.of(PREFIX + name, value);
    }

    /** The {@code topic/partition/offset} of a dead letter's first record; empty text for any other record. */
    public static String position(InboundRecord record) {
        if (record.header(PREFIX + "topic") == null) {
            return "";
        }
        String position = text(record, "topic") + "/" + text(record, "partition") + "/" + text(record, "offset");
        return Origin.isPosition(position) ? position : "";
    }

    /** The number of times that the record became a dead letter before. */
    public static int deadLetterCount(InboundRecord record) {
        String count = text(record, "delivery.count");
        boolean number = count.matches("\\d{1,9}");
        return position(record).isEmpty() || !number ? 0 : Integer.parseInt(count);
    }

    /**
     * The known headers of a dead letter, each cut to a number of bytes; a record may have any number of other headers.
     */
    public static List<RecordHeader> beginnings(InboundRecord record, int limit) {
        List<RecordHeader> beginnings = new ArrayList<>();
        for (String name : NAMES) {
            byte[] value = record.header(PREFIX + name);
            if (value != null) {
                beginnings.add(
                        new RecordHeader(PREFIX + name, value.length <= limit ? value : Arrays.copyOf(value, limit)));
            }
        }
        return beginnings;
    }

    /** The headers without the headers of a dead letter. */
    public static List<RecordHeader> without(List<RecordHeader> headers) {
        List<RecordHeader> others = new ArrayList<>(headers);
        others.removeIf(header -> header.name().startsWith(PREFIX));
        return others;
    }

    /** The text of such a header; empty text if the header is missing. */
    public static String text(InboundRecord record, String name) {
        byte[] value = record.header(PREFIX + name);
        return value == null ? "" : RecordHeader.text(value);
    }
}
