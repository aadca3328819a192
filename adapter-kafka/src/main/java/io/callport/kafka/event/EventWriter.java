package io.callport.kafka.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.event.EventType;
import io.callport.event.VendorEvent;
import io.callport.kafka.record.CloudEventHeaders;
import io.callport.kafka.record.Json;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.TopicSettings;
import io.callport.query.ShortText;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes an event as its record, with the JSON and the headers that answers have. Thread-safe. */
public final class EventWriter {
    /** The most chars of an id that the event is about, in the key: a longer text is no id, and has no order. */
    private static final int MAX_SUBJECT_LENGTH = 256;

    private static final int MAX_REQUEST_ID_LENGTH = 200; // as in a refusal's vendorReply

    private final TopicSettings topics;
    private final ObjectMapper data;
    private final Map<String, CloudEventHeaders> headers = new ConcurrentHashMap<>();

    /** Makes a writer for a service. */
    public EventWriter(KafkaSettings settings) {
        this.topics = settings.topics();
        this.data = Json.answers(settings.sipPasswords(), settings.vendorFields());
    }

    /**
     * Writes an event.
     *
     * @throws IllegalArgumentException if the account's vendor has no topics
     */
    public WrittenEvent write(VendorEvent event) {
        byte[] envelope = envelope(event);
        byte[] value = Json.withField(envelope, WrittenEvent.DATA, data(event));
        String topic = topics.ofVendor(event.account().vendor()).events();
        return new WrittenEvent(topic, key(event), value, headers(event), envelope.length);
    }

    /** Writes the value without its data. */
    private static byte[] envelope(VendorEvent event) {
        return Json.object(json -> {
            json.writeStringField("event", event.type().name());
            json.writeStringField("account", event.account().toString());
            json.writeStringField("receivedAt", event.receivedAt().toString());
            String requestId = event.vendorRequestId();
            if (requestId != null) {
                json.writeStringField("vendorRequestId", ShortText.of(requestId, MAX_REQUEST_ID_LENGTH));
            }
            if (!event.mapped()) {
                json.writeBooleanField("mapped", false);
            }
        });
    }

    private byte[] data(VendorEvent event) {
        try {
            return data.writeValueAsBytes(event.data());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the key: the events about one call, order or task are on one partition, in the order of their arrival. */
    private static byte[] key(VendorEvent event) {
        String subject = event.subject()
                .filter(id -> !id.isBlank() && id.length() <= MAX_SUBJECT_LENGTH)
                .orElse(event.id());
        return RecordHeader.bytes(event.account() + "/" + subject);
    }

    private List<RecordHeader> headers(VendorEvent event) {
        EventType<?> type = event.type();
        return headers.computeIfAbsent(type.vendor(), vendor -> new CloudEventHeaders("/callport/webhooks/" + vendor))
                .of(event.id(), type.name() + ".event.v1", event.account().toString(), event.receivedAt(), List.of());
    }
}
