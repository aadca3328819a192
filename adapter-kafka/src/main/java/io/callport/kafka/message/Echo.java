package io.callport.kafka.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers of a command that its result carries back, each if it has at most 4 KiB. */
final class Echo {
    private static final int LARGEST = 4_096;

    private Echo() {}

    static List<RecordHeader> of(InboundRecord record, Map<String, String> attributes) {
        List<RecordHeader> echoed = new ArrayList<>();
        add(echoed, "ce_correlationid", bytes(attributes.get("correlationid")));
        byte[] traceParent = either(record, "traceparent", attributes);
        add(echoed, "traceparent", traceParent);
        add(echoed, "ce_traceparent", traceParent);
        add(echoed, "tracestate", either(record, "tracestate", attributes));
        add(echoed, "kafka_correlationId", record.header("kafka_correlationId"));
        return List.copyOf(echoed);
    }

    private static byte @Nullable [] either(InboundRecord record, String name, Map<String, String> attributes) {
        byte[] header = record.header(name);
        return header != null ? header : bytes(attributes.get(name));
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : RecordHeader.bytes(text);
    }

    private static void add(List<RecordHeader> echoed, String name, byte @Nullable [] value) {
        if (value != null && value.length <= LARGEST) {
            echoed.add(new RecordHeader(name, value));
        }
    }
}
