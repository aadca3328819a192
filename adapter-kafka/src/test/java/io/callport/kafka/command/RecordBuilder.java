package io.callport.kafka.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.kafka.origin.OriginTags;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Origin;
import io.callport.kafka.record.RecordHeader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds a record as a consumer would return it. */
public final class RecordBuilder {
    private String topic = MessageFixture.COMMANDS;
    private int partition = MessageFixture.HOME;
    private long offset = 42;
    private long timestamp = MessageFixture.NOW.toEpochMilli();
    private byte[] key = MessageFixture.MOOR.toString().getBytes(UTF_8);
    private byte[] value;
    private Origin first;
    private final List<RecordHeader> headers = new ArrayList<>();

    public RecordBuilder at(String topic, int partition, long offset) {
        this.topic = topic;
        this.partition = partition;
        this.offset = offset;
        return this;
    }

    public RecordBuilder timestamp(long timestamp) {
        this.timestamp = timestamp;
        return this;
    }

    public RecordBuilder key(byte[] key) {
        this.key = key;
        return this;
    }

    public RecordBuilder value(byte[] value) {
        this.value = value;
        return this;
    }

    /** Puts further fields in front of a value that is a JSON object. */
    public RecordBuilder with(String fields) {
        String json = new String(value, UTF_8);
        return value(("{" + fields + "," + json.substring(1)).getBytes(UTF_8));
    }

    public RecordBuilder header(String name, String value) {
        return header(name, value.getBytes(UTF_8));
    }

    public RecordBuilder header(String name, byte[] value) {
        headers.add(new RecordHeader(name, value));
        return this;
    }

    public RecordBuilder header(String name, int value) {
        return header(name, ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    /** The four headers that a CloudEvent in binary mode has at least. */
    public RecordBuilder binary(String id) {
        return header("ce_specversion", "1.0")
                .header("ce_id", id)
                .header("ce_source", "/billing")
                .header("ce_type", "io.callport.number-pool.numbers.query.v1")
                .header("content-type", "application/json");
    }

    /** Wraps the value into an event in structured mode. */
    public RecordBuilder structured(String attributes) {
        String event = "{\"specversion\":\"1.0\",\"id\":\"s-1\",\"source\":\"/billing\",\"type\":\"t\"," + attributes
                + "\"data\":" + new String(value, UTF_8) + "}";
        return value(event.getBytes(UTF_8)).header("content-type", "application/cloudevents+json");
    }

    /** The header of a command that was re-routed from its first position, with the tag of the record's topic. */
    public RecordBuilder rerouted(String position, int hops) {
        first = new Origin(position, hops - 1, 0);
        return this;
    }

    /** The headers of a dead letter of a first position, with the tag of the record's topic. */
    public RecordBuilder deadLettered(String position) {
        Origin origin = new Origin(position, 0, 0);
        header("__dlq.errors.topic", origin.parts().get(0));
        header("__dlq.errors.partition", origin.parts().get(1));
        header("__dlq.errors.offset", origin.parts().get(2));
        headers.add(OriginTags.deadLetter(origin, MessageFixture.key(topic)));
        return this;
    }

    public InboundRecord build() {
        List<RecordHeader> headers = new ArrayList<>(this.headers);
        if (first != null) {
            headers.addAll(OriginTags.rerouted(first, value, MessageFixture.key(topic)));
        }
        return new InboundRecord(topic, partition, offset, timestamp, key, value, headers);
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset + " value=" + Arrays.toString(value);
    }
}
