package io.callport.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A valid message of each kind, to be changed. Single quotes stand for double ones in values. */
final class SampleMessages {
    private static final String ACCOUNT = "7moor:2000103";
    private static final Map<String, SampleMessages> GOOD = Map.of(
            "command",
            new SampleMessages("t.commands", "{'query':'agents.queues','account':'7moor:2000103','id':'42'}", Map.of()),
            "event",
            new SampleMessages(
                    "t.commands",
                    "{'specversion':'1.0','id':'42','source':'/shop','type':'t',"
                            + "'data':{'query':'agents.queues','account':'7moor:2000103'}}",
                    Map.of("content-type", "application/cloudevents+json; charset=UTF-8")),
            "answer",
            new SampleMessages(
                    "t.results",
                    "{'query':'agents.queues','account':'7moor:2000103','commandId':'42','params':{},'status':'answered',"
                            + "'request':{'startedAt':'2026-11-20T12:00:00.02Z','endedAt':'2026-11-20T12:00:00.145Z',"
                            + "'attempts':1,'sharedBy':3},'result':{'page':1,'total':0,'queues':[]}}",
                    result("io.callport.agents.queues.answer.v1")),
            "refusal",
            new SampleMessages(
                    "t.results",
                    "{'query':'agents.queues','account':'7moor:2000103','commandId':'42','params':{},'status':'refused',"
                            + "'reason':'over-budget','detail':'d','retryAfter':'PT41S','retryAt':'2026-11-20T12:00:41Z'}",
                    result("io.callport.agents.queues.refusal.v1")),
            "vendor event",
            new SampleMessages(
                    "t.events",
                    7,
                    ACCOUNT + "/c1",
                    "{'event':'call-info.call-state','account':'7moor:2000103','receivedAt':'2026-11-20T12:00:00Z',"
                                    .replace('\'', '"')
                            + "'data':{'callId':'c1','vendorFields':{}}}".replace('\'', '"'),
                    Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", "0123456789abcdef0123456789abcdef",
                            "ce_source", "/callport/webhooks/7moor",
                            "ce_type", "io.callport.call-info.call-state.event.v1",
                            "ce_subject", ACCOUNT,
                            "ce_time", "2026-11-20T12:00:00Z",
                            "content-type", "application/json")),
            "dead letter",
            new SampleMessages(
                    "t.dead-letters",
                    "{'query':'agents.queues'}",
                    Map.of(
                            "__dlq.errors.topic", "t.commands",
                            "__dlq.errors.partition", "0",
                            "__dlq.errors.offset", "7",
                            "__dlq.errors.group", "callport",
                            "__dlq.errors.delivery.count", "1",
                            "__dlq.errors.message", "account: must be text",
                            "__dlq.errors.tag", "qa4rzwdqpbkVOeZ3pXRIysA9uH9zaWO6W3QEa1NFUfQ")));

    private final String topic;
    private final long offset;
    private final String key;
    private final String value;
    private final Map<String, String> headers;

    private SampleMessages(String topic, String value, Map<String, String> headers) {
        this(topic, 7, ACCOUNT, value.replace('\'', '"'), headers);
    }

    private SampleMessages(String topic, long offset, String key, String value, Map<String, String> headers) {
        this.topic = topic;
        this.offset = offset;
        this.key = key;
        this.value = value;
        this.headers = headers;
    }

    static SampleMessages a(String kind) {
        return GOOD.get(kind);
    }

    SampleMessages at(long elsewhere) {
        return new SampleMessages(topic, elsewhere, key, value, headers);
    }

    /** Returns a copy with another value, key or header; an empty header is removed. */
    SampleMessages with(String part, String there, String instead) {
        if (part.equals("key")) {
            return new SampleMessages(topic, offset, instead, value, headers);
        }
        String json = instead.replace('\'', '"');
        if (part.equals("value")) {
            String found = there.replace('\'', '"');
            if (!value.contains(found)) {
                throw new IllegalArgumentException(value + " does not contain " + found);
            }
            return new SampleMessages(topic, offset, key, value.replace(found, json), headers);
        }
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(part, json);
        changed.values().removeIf(String::isEmpty);
        return new SampleMessages(topic, offset, key, value, changed);
    }

    ConsumerRecord<byte[], byte[]> record() {
        var record = new ConsumerRecord<>(topic, 0, offset, key.getBytes(UTF_8), value.getBytes(UTF_8));
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }

    private static Map<String, String> result(String type) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", "t.commands/0/7",
                "ce_source", "/callport/callport",
                "ce_type", type,
                "ce_subject", ACCOUNT,
                "ce_time", "2026-11-20T12:00:00.5Z",
                "ce_causationid", "42",
                "content-type", "application/json");
    }
}
