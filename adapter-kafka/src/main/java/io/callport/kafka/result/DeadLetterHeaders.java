package io.callport.kafka.result;

import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Origin;
import io.callport.kafka.record.RecordHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The headers that say where a dead letter was first and why it is one. A dead letter that is published as a command again,
 * with its headers, is still the record that it was; its headers are not repeated if it dies again.
 */
public final class DeadLetterHeaders {
    static final String PREFIX = "__dlq.errors.";

    private static final List<String> NAMES = List.of(
            "topic", "partition", "offset", "group", "delivery.count", "message", "value.length", "value.sha256");

    private DeadLetterHeaders() {}

    static RecordHeader of(String name, String value) {
        return RecordHeader.of(PREFIX + name, value);
    }

    /** {@code topic/partition/offset} of a dead letter that came back; empty text for any other record. */
    public static String position(InboundRecord record) {
        if (record.header(PREFIX + "topic") == null) {
            return "";
        }
        String position = text(record, "topic") + "/" + text(record, "partition") + "/" + text(record, "offset");
        return Origin.isPosition(position) ? position : "";
    }

    /** How often it was a dead letter before. */
    static int deliveries(InboundRecord record) {
        String count = text(record, "delivery.count");
        boolean number = count.matches("\\d{1,9}");
        return position(record).isEmpty() || !number ? 0 : Integer.parseInt(count);
    }

    /** What is known of them, each no longer than that; a record may have any number of others. */
    static List<RecordHeader> beginnings(InboundRecord record, int most) {
        List<RecordHeader> beginnings = new ArrayList<>();
        for (String name : NAMES) {
            byte[] value = record.header(PREFIX + name);
            if (value != null) {
                beginnings.add(
                        new RecordHeader(PREFIX + name, value.length <= most ? value : Arrays.copyOf(value, most)));
            }
        }
        return beginnings;
    }

    /** All other headers. */
    static List<RecordHeader> without(List<RecordHeader> headers) {
        List<RecordHeader> others = new ArrayList<>(headers);
        others.removeIf(header -> header.name().startsWith(PREFIX));
        return others;
    }

    /** What such a header says; empty text if it is not there. */
    static String text(InboundRecord record, String name) {
        byte[] value = record.header(PREFIX + name);
        return value == null ? "" : RecordHeader.text(value);
    }
}
