package io.callport.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A Kafka record's bytes as JSON. */
final class RecordJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POSITION = "[a-zA-Z0-9._-]{1,249}/\\d{1,10}/\\d{1,19}";
    private static final String TAG = "[A-Za-z0-9_-]{43}";

    private RecordJson() {}

    /** The value as JSON; missing if it is not JSON. */
    static JsonNode value(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null ? MissingNode.getInstance() : JSON.readTree(record.value());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON: " + json, e);
        }
    }

    /** The headers as JSON, of each name the last one. */
    static ObjectNode headers(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode headers = JSON.createObjectNode();
        for (Header header : record.headers()) {
            byte[] value = header.value();
            if (value == null) {
                headers.putNull(header.key());
            } else if (header.key().equals("kafka_correlationId")) {
                headers.put(header.key(), value);
            } else if (header.key().equals("kafka_replyPartition") && value.length == Integer.BYTES) {
                headers.put(header.key(), ByteBuffer.wrap(value).getInt());
            } else {
                headers.put(header.key(), new String(value, StandardCharsets.UTF_8));
            }
        }
        return headers;
    }

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    static String position(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    /** Whether Callport published the record, to re-route it to its account's partition. */
    static boolean isRerouted(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode headers = headers(record);
        return headers.path("callport_origin").asText().matches(POSITION + ";hops=\\d{1,3}")
                && headers.path("callport_origin_tag").asText().matches(TAG);
    }

    /**
     * The record's first position, by its headers if it was re-routed or was a dead letter: the {@code ce_id} of its
     * result. Headers without the form of a tag count for nothing; whether a tag is right cannot be seen from outside.
     */
    static String identity(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode headers = headers(record);
        if (isRerouted(record)) {
            return headers.path("callport_origin").asText().replaceFirst(";.*", "");
        }
        String died = "__dlq.errors.";
        String first = headers.path(died + "topic").asText() + "/"
                + headers.path(died + "partition").asText() + "/"
                + headers.path(died + "offset").asText();
        boolean tagged = headers.path(died + "tag").asText().matches(TAG);
        return tagged && first.matches(POSITION) ? first : position(record);
    }
}
