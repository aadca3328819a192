package io.callport.kafka.command;

import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.record.Text;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents attributes of a record, by their bare names, in whichever mode it came: structured, binary, or single
 * {@code ce_} headers without {@code ce_specversion}, which claim to be nothing.
 *
 * @param values the attributes that were read
 * @param problem what is wrong with them; {@code null} if nothing is
 */
record EventAttributes(Map<String, String> values, @Nullable String problem) {
    private static final String PREFIX = "ce_";
    private static final JsonFormat FORMAT = new JsonFormat();
    private static final int LONGEST_PROBLEM = 300;

    static EventAttributes of(InboundRecord record) {
        return CommandBody.isStructured(record) ? structured(record) : binary(record);
    }

    /** Read as JSON whatever the content type says further: the value is known to be JSON by now. */
    private static EventAttributes structured(InboundRecord record) {
        try {
            return new EventAttributes(attributes(FORMAT.deserialize(record.value())), null);
        } catch (RuntimeException e) { // the SDK's own exceptions share no other parent
            return new EventAttributes(Map.of(), problem(e));
        }
    }

    private static EventAttributes binary(InboundRecord record) {
        Map<String, String> values = headers(record);
        if (!values.containsKey("specversion")) {
            return new EventAttributes(values, null);
        }
        try {
            CloudEvent unused = KafkaMessageFactory.createReader(kafka(record), record.value())
                    .toEvent();
            return new EventAttributes(values, null);
        } catch (RuntimeException e) {
            return new EventAttributes(values, problem(e));
        }
    }

    private static String problem(RuntimeException e) {
        return "CloudEvents attributes: " + Text.shortened(String.valueOf(e.getMessage()), LONGEST_PROBLEM)
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

    private static Headers kafka(InboundRecord record) {
        RecordHeaders headers = new RecordHeaders();
        record.headers().stream()
                .filter(header -> header.value() != null)
                .forEach(header -> headers.add(header.name(), header.value()));
        return headers;
    }
}
