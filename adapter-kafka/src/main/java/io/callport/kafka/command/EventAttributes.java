package io.callport.kafka.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Json;
import io.callport.kafka.record.RecordHeader;
import io.callport.query.ShortText;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents attributes of a record, by their names without prefix. The record is an event in structured or binary
 * mode, or has {@code ce_} headers without {@code ce_specversion} and so is no event. An event is held to the
 * attributes that CloudEvents requires and to those that are used here; whatever the others hold, no command is refused
 * for them.
 *
 * @param values the attributes that were read
 * @param problem why the record is no valid event; {@code null} if it is valid, or claims to be no event
 */
record EventAttributes(Map<String, String> values, @Nullable String problem) {
    private static final String PREFIX = "ce_";
    private static final Set<String> REQUIRED = Set.of("specversion", "id", "source", "type");
    private static final Set<String> USED = Set.of(
            "expirytime", "correlationid", "traceparent", "tracestate", "datacontenttype", "data", "data_base64");
    private static final JsonFormat FORMAT = new JsonFormat();
    private static final int MAX_PROBLEM_LENGTH = 300;

    static EventAttributes of(InboundRecord record) {
        return CommandBody.isStructured(record) ? structured(record) : binary(record);
    }

    /** Reads the value as JSON, whatever format the content type names: it was parsed as JSON before. */
    private static EventAttributes structured(InboundRecord record) {
        try {
            return new EventAttributes(attributes(FORMAT.deserialize(withoutUnused(record.value()))), null);
        } catch (IOException | RuntimeException e) { // the SDK's exceptions have no other common parent
            return new EventAttributes(Map.of(), problem(e));
        }
    }

    private static byte[] withoutUnused(byte @Nullable [] value) throws IOException {
        if (!(Json.read(value == null ? new byte[0] : value) instanceof ObjectNode event)) {
            throw new IOException("an event is a JSON object");
        }
        event.retain(Stream.concat(REQUIRED.stream(), USED.stream()).toList());
        return Json.bytes(event);
    }

    private static EventAttributes binary(InboundRecord record) {
        Map<String, String> values = headers(record);
        if (!values.containsKey("specversion")) {
            return new EventAttributes(values, null);
        }
        try {
            CloudEvent unused =
                    KafkaMessageFactory.createReader(required(record), null).toEvent();
            return new EventAttributes(values, null);
        } catch (RuntimeException e) {
            return new EventAttributes(values, problem(e));
        }
    }

    private static String problem(Exception e) {
        return "CloudEvents attributes: " + ShortText.of(String.valueOf(e.getMessage()), MAX_PROBLEM_LENGTH)
                + "; an event has specversion 1.0, id, source and type";
    }

    private static Map<String, String> attributes(CloudEvent event) {
        Map<String, String> values = new HashMap<>();
        event.getAttributeNames().forEach(name -> put(values, name, event.getAttribute(name)));
        event.getExtensionNames().forEach(name -> put(values, name, event.getExtension(name)));
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    private static Map<String, String> headers(InboundRecord record) {
        Map<String, String> values = new HashMap<>();
        for (RecordHeader header : record.headers()) {
            byte[] value = header.value();
            if (value != null && header.name().startsWith(PREFIX)) {
                values.put(header.name().substring(PREFIX.length()), RecordHeader.text(value));
            }
        }
        return values;
    }

    private static Headers required(InboundRecord record) {
        RecordHeaders headers = new RecordHeaders();
        record.headers().stream()
                .filter(header -> header.value() != null && header.name().startsWith(PREFIX))
                .filter(header -> REQUIRED.contains(header.name().substring(PREFIX.length())))
                .forEach(header -> headers.add(header.name(), header.value()));
        return headers;
    }
}
