package io.callport.benchmarks.contender.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.benchmarks.harness.CommandPublisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Makes results with the fields and headers of Callport's, as a user would write them with Jackson. Thread-safe. */
final class ResultRecord {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] TYPE = "io.callport.call-info.lookup.answer.v1".getBytes(UTF_8);
    private static final byte[] CONTENT_TYPE = "application/json".getBytes(UTF_8);

    private final String topic;
    private final byte[] source;

    ResultRecord(String topic, String group) {
        this.topic = topic;
        this.source = ("/callport/" + group).getBytes(UTF_8);
    }

    /** Makes the result of a command, whose request started and ended at these times. */
    ProducerRecord<byte[], byte[]> of(
            ConsumerRecord<byte[], byte[]> record,
            JsonNode command,
            Instant startedAt,
            Instant endedAt,
            JsonNode data) {
        String id = record.topic() + "/" + record.partition() + "/" + record.offset();
        ObjectNode body = JSON.createObjectNode();
        body.set("query", command.path("query"));
        body.set("account", command.path("account"));
        body.put("commandId", id);
        body.set("params", command.path("params"));
        body.put("status", "answered");
        body.putObject("request")
                .put("startedAt", startedAt.toString())
                .put("endedAt", endedAt.toString())
                .put("attempts", 1)
                .put("sharedBy", 1);
        body.putObject("result").putObject("vendorFields").set("data", data);
        ProducerRecord<byte[], byte[]> result = new ProducerRecord<>(topic, record.key(), bytes(body));
        describe(result.headers(), id, record);
        return result;
    }

    private void describe(Headers headers, String id, ConsumerRecord<byte[], byte[]> command) {
        byte[] idBytes = id.getBytes(UTF_8);
        headers.add("ce_specversion", SPEC_VERSION)
                .add("ce_id", idBytes)
                .add("ce_source", source)
                .add("ce_type", TYPE)
                .add("ce_subject", command.key())
                .add("ce_time", Instant.now().toString().getBytes(UTF_8))
                .add("ce_causationid", idBytes)
                .add("content-type", CONTENT_TYPE)
                .add(command.headers().lastHeader(CommandPublisher.NUMBER));
    }

    private static byte[] bytes(ObjectNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
