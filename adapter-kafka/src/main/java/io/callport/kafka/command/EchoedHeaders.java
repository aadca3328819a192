package io.callport.kafka.command;

import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.RecordHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers of a command that its result carries back. Headers of more than 4 KiB are left out. */
final class EchoedHeaders {
    private static final int MAX_BYTES = 4_096;
    private static final String TRACE_PARENT = "traceparent";
    private static final String EVENT_TRACE_PARENT = "ce_traceparent";
    private static final String TRACE_STATE = "tracestate";
    private static final Set<String> TRACE = Set.of(TRACE_PARENT, EVENT_TRACE_PARENT, TRACE_STATE);

    /** Headers that the context of a trace must not replace. */
    private static final Pattern OWN =
            Pattern.compile("(ce_|kafka_|callport_|content-type).*", Pattern.CASE_INSENSITIVE);

    private EchoedHeaders() {}

    static List<RecordHeader> of(InboundRecord record, Map<String, String> attributes) {
        List<RecordHeader> echoed = new ArrayList<>();
        add(echoed, "ce_correlationid", bytes(attributes.get("correlationid")));
        byte[] traceParent = either(record, TRACE_PARENT, attributes);
        add(echoed, TRACE_PARENT, traceParent);
        add(echoed, EVENT_TRACE_PARENT, traceParent);
        add(echoed, TRACE_STATE, either(record, TRACE_STATE, attributes));
        add(echoed, "kafka_correlationId", record.header("kafka_correlationId"));
        return List.copyOf(echoed);
    }

    /** The echoed headers, with the context of another trace in place of the command's own. */
    static List<RecordHeader> traced(List<RecordHeader> echo, Map<String, String> context) {
        List<RecordHeader> traced = new ArrayList<>(echo);
        String traceParent = context.get(TRACE_PARENT);
        if (traceParent != null) {
            traced.removeIf(header -> TRACE.contains(header.name()));
            add(traced, EVENT_TRACE_PARENT, bytes(traceParent));
        }
        context.forEach((name, value) -> {
            if (!OWN.matcher(name).matches()) {
                add(traced, name, bytes(value));
            }
        });
        return List.copyOf(traced);
    }

    /** The echoed header of a name, or else the record's header; {@code null} if there is none, or it is too large. */
    static @Nullable String text(List<RecordHeader> echo, String name, InboundRecord record) {
        byte[] value = record.header(name);
        for (RecordHeader header : echo) {
            value = header.name().equals(name) ? header.value() : value;
        }
        return value == null || value.length > MAX_BYTES ? null : RecordHeader.text(value);
    }

    private static byte @Nullable [] either(InboundRecord record, String name, Map<String, String> attributes) {
        byte[] header = record.header(name);
        return header != null ? header : bytes(attributes.get(name));
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : RecordHeader.bytes(text);
    }

    private static void add(List<RecordHeader> echoed, String name, byte @Nullable [] value) {
        if (value != null && value.length <= MAX_BYTES) {
            echoed.add(new RecordHeader(name, value));
        }
    }
}
